"""The browser that tests are given runs."""


def test_the_browser_shows_a_page(browser):
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<h1>Scrutiny</h1>")
        assert page.get_by_role("heading").inner_text() == "Scrutiny"
