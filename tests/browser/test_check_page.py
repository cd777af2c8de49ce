"""The check page in a real browser: clicks counted, by keyboard alone, with scripts and without, short and long."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scrutiny_app.domain.people import Role
from scrutiny_app.services import redacting
from tests.browser import keyboard
from tests.browser.keyboard import follow
from tests.browser.test_demonstration import faults
from tests.making import KEY

Enter = Callable[..., Page]
SENTENCES = (
    "Tobias Okonjo was outside 3 Kiln Street on 3 May 2026 with the village vicar when Wendeline Garside came. ",
    "He rang 07700 900123 and left word for Mr Quillfeather, who works at Ravenscar Motors in Skelmarsh. ",
    "Maud Prentis will say that nobody else was there at the time, and PC Lathom 2201 took her account.\n\n",
)
DOUBTFUL = "The village vicar fell. He is a falconer, has a twin sister, and is the only dentist in the village."
LONG = "".join(SENTENCES) * 30
PRESSES = "addEventListener('pointerdown', () => pressed(), true)"
CHOSEN = "document.activeElement.selectedOptions[0].textContent.trim()"
FOCUSED = "element => element === document.activeElement"


@pytest.fixture
def people(making):
    with making() as make:
        return {role: make.user(role) for role in (Role.LEAD, Role.PREPARER)}


@pytest.fixture
def drafted(making, people):
    """Draft a round of cases with these circumstances; gives the ids of the round and of its cases, in their order."""

    def draft(*told: str) -> tuple[int, list[int]]:
        with making() as make:
            cases = [make.case(circumstances=words, rationale="A first offence.") for words in told]
            round_ = make.drawn(*cases, by=people[Role.LEAD])
            redacting.draft_redactions(make.session, round_, KEY, people[Role.LEAD])
            return round_.id, [place.id for place in make.round_cases(round_)]

    return draft


@pytest.fixture
def enter(browser: Browser, address: str, people) -> Iterator[Enter]:
    """Sign somebody in, in a window of their own."""
    contexts = []

    def enter(role: Role = Role.LEAD, *, width: int = 1440, height: int = 900, scripts: bool = True) -> Page:
        view = {"width": width, "height": height}
        context = browser.new_context(viewport=view, base_url=address, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        keyboard.enter(page, address, people[role].username)
        expect(page).to_have_url(f"{address}/force/")
        return page

    yield enter
    for context in contexts:
        context.close()


def reach(page: Page, name: str, role: str = "link", most: int = 150) -> None:
    """Go on by the tabulator key until an element has the focus."""
    page.wait_for_load_state()  # a page that is not all there yet may still move the focus
    element = page.get_by_role(role, name=name).first
    for _ in range(most):
        page.keyboard.press("Tab")
        if element.evaluate(FOCUSED):
            return
    raise AssertionError(f"{name} is not reached by the keyboard")


def choose(page: Page, words: str, most: int = 50) -> None:
    """Go down the choices that have the focus, until these words are chosen; typed, they are lost in any pause."""
    page.keyboard.press("Home")
    for _ in range(most):
        if page.evaluate(CHOSEN).startswith(words):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{words} is no choice")


def test_three_clicks_a_case_release_a_round_where_nothing_needs_changing(enter, drafted):
    _, cases = drafted(*["Tobias Okonjo fell."] * 4)
    presses: list[int] = []

    def counting(page: Page) -> Page:
        page.context.expose_function("pressed", lambda: presses.append(1))
        page.context.add_init_script(PRESSES)
        return page

    lead, preparer = counting(enter(Role.LEAD)), counting(enter(Role.PREPARER))
    lead.goto(f"/force/redactions/{cases[0]}")
    for _ in cases:
        lead.get_by_role("radio", name="No").click()
        follow(lead.get_by_role("button", name="This version is ready"))
        expect(lead.get_by_text("is ready. A second person")).to_be_visible()
    preparer.goto(f"/force/redactions/{cases[0]}/preview")
    for _ in cases:
        follow(preparer.get_by_role("button", name="Approve and release"))
        expect(preparer.get_by_text("is released to the panel")).to_be_visible()
    expect(preparer.get_by_text(f"{len(cases)} of {len(cases)} approved")).to_be_visible()
    assert len(presses) == 3 * len(cases)


@pytest.mark.parametrize("scripts", [True, False])
def test_words_are_redacted_changed_and_undone_by_keyboard_alone(enter, drafted, scripts):
    _, (case,) = drafted("Tobias Okonjo saw bluebell fall.")
    page = enter(scripts=scripts)
    page.goto(f"/force/redactions/{case}")
    reach(page, "Words to redact", "textbox")
    page.keyboard.type("bluebell")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Words redacted")).to_be_visible()
    reach(page, "Redaction 2 name: change or lift")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Redaction 2")).to_be_visible()
    reach(page, "The words stand for", "combobox")
    choose(page, "Victim 1")
    reach(page, "Change it", "button")
    page.keyboard.press("Enter")
    expect(page.locator(".words").first).to_have_text("[Victim 1] saw [Victim 1] fall.")
    reach(page, "Undo my last edit", "button")
    page.keyboard.press("Enter")
    expect(page.locator(".words").first).to_have_text("[Victim 1] saw [Person 1] fall.")


def test_the_next_doubt_is_one_press_away_and_its_words_are_ready_to_be_redacted(enter, drafted):
    _, (case,) = drafted(DOUBTFUL)
    page = enter()
    page.goto(f"/force/redactions/{case}")
    following = page.locator("[data-next-doubt]")
    following.click()
    expect(page.locator("#doubt-1")).to_be_in_viewport()
    expect(page.get_by_label("Words to redact")).to_have_value(page.locator("#doubt-1").inner_text())
    following.click()
    expect(following).to_contain_text("at 2 of")
    expect(page.locator("#doubt-2")).to_have_attribute("data-current", "")
    follow(page.get_by_role("button", name="Redact", exact=True))
    expect(page.get_by_text("Words redacted")).to_be_visible()
    expect(page.locator("#doubt-2")).to_have_attribute("data-current", "")  # the one after it, ready in its turn
    expect(page.get_by_label("Words to redact")).to_have_value(page.locator("#doubt-2").inner_text())


def test_without_scripts_each_doubt_leads_on_to_the_next(enter, drafted):
    _, (case,) = drafted(DOUBTFUL)
    page = enter(scripts=False)
    page.goto(f"/force/redactions/{case}")
    page.get_by_role("link", name="Next doubt").click()
    page.wait_for_url("**#doubt-1")
    page.get_by_role("link", name="Doubt 1 of").click()
    page.wait_for_url("**#doubt-2")
    expect(page.locator("#doubt-2")).to_be_in_viewport()


def test_a_click_on_redacted_words_leads_to_their_redaction(enter, drafted):
    _, (case,) = drafted("Tobias Okonjo fell.")
    page = enter()
    page.goto(f"/force/redactions/{case}")
    page.locator("mark", has_text="Tobias Okonjo").first.click()
    page.wait_for_url(f"**/force/redactions/{case}/spans/1")


def test_long_texts_scroll_together_level_at_each_tag(enter, drafted):
    _, (case,) = drafted(LONG)
    page = enter()
    page.goto(f"/force/redactions/{case}")
    original, redacted = (page.locator(".panes--together .pane").nth(at) for at in (0, 1))
    expect(original).to_be_visible()
    original.evaluate("pane => { pane.scrollTop = pane.scrollHeight / 2; }")
    level = """panes => { const [one, other] = panes.map(pane => {
            const box = pane.getBoundingClientRect(), half = box.top + box.height / 2;
            const tags = [...pane.querySelectorAll('mark[data-certainty="sure"], .redaction')];
            return tags.findIndex(tag => tag.getBoundingClientRect().top > half); });
        return panes[1].scrollTop > 0 && Math.abs(one - other) <= 1; }"""
    page.wait_for_function(level, arg=[original.element_handle(), redacted.element_handle()])


@pytest.mark.parametrize("width", [1440, 375])
@pytest.mark.parametrize("told", ["Tobias Okonjo saw the village vicar.", LONG], ids=["three", "three hundred"])
def test_the_page_is_accessible_and_fits_with_few_redactions_and_with_many(enter, drafted, told, width):
    _, (case,) = drafted(told)
    page = enter(width=width)
    page.goto(f"/force/redactions/{case}")
    if told == LONG:
        assert page.locator('mark[data-certainty="sure"]').count() >= 280
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert faults(page) == []
