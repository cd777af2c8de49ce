"""A member's whole sitting in a real browser: drafts as they type, a case taken from an open tab, terms, practice."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import func, select

from scrutiny_app.domain.checking import Verdict
from scrutiny_app.domain.releasing import Fact, Text
from scrutiny_app.models.grades import Grade, GradeDraft
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import conflicts
from tests.browser.axe import faults_of
from tests.browser.keyboard import enter, follow, tab_to, wait_until
from tests.making import checked
from tests.web.panels import Sitting, kept, seat

GROWN = (
    ".beside a",
    "#judging .govuk-button",
    ".decision .govuk-details__summary",
    "#comment",
)  # at the largest letters
CHECKS = checked(Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL, Verdict.DOES_NOT_APPLY)
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true })"
STORY = "PNC checked: nothing. The YJS was not asked about [Suspect]."


@pytest.fixture
def sitting(making) -> Sitting:
    with making() as make:
        sitting = seat(make)
        case = make.session.scalar(select(RoundCase).where(RoundCase.reference == sitting.reference))
        told = {
            "texts": (Text("checks_done", "Checks done", STORY),),
            "later_facts": (Fact("Conditions completed", "No"),),
        }
        make.release(case, version=2, checks=CHECKS, **told)
        return sitting


@pytest.fixture
def page(browser: Browser, address: str, sitting: Sitting):
    with browser.new_context() as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        page.goto(address + sitting.case)
        yield page


def _count(database, table) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def size_of(page: Page, place: str) -> str:
    """Say how large the letters of the first such thing are."""
    return page.locator(place).first.evaluate("(it) => getComputedStyle(it).fontSize")


def test_what_is_typed_is_kept_as_a_draft_and_comes_back(page: Page, database) -> None:
    page.locator("#comment").press_sequentially("Nobody asked the victim.")
    expect(page.locator("[data-draft-saved]")).to_contain_text("Draft, not submitted, saved")
    assert (_count(database, GradeDraft), _count(database, Grade)) == (1, 0)
    page.reload()
    expect(page.locator("#comment")).to_have_value("Nobody asked the victim.")
    expect(page.locator("main")).to_contain_text("It is a draft, not a grade")


def test_words_taken_out_before_a_refused_save_do_not_come_back(page: Page, address: str, sitting: Sitting) -> None:
    page.locator("#comment").press_sequentially("Not after all.")
    expect(page.locator("[data-draft-saved]")).to_contain_text("Draft, not submitted, saved")
    page.locator("#comment").fill("")
    follow(page.get_by_role("button", name="Save and go to the next case"))
    expect(page.get_by_role("link", name="Choose one of the three grades")).to_be_visible()
    page.goto(f"{address}/panel/cases")
    page.goto(address + sitting.case)
    expect(page.locator("#comment")).to_have_value("")


def test_another_form_of_the_page_goes_once_what_was_typed_is_kept(page: Page) -> None:
    page.get_by_text("Text size and spacing").click()
    page.get_by_text("Something identifies a person here").click()
    page.locator("#comment").fill("Typed at the last moment.")
    follow(page.get_by_role("button", name="Withhold this case now"))
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    expect(page.locator("#comment")).to_have_value("Typed at the last moment.")
    page.locator("#comment").fill("Then typed again.")
    page.get_by_text("Text size and spacing").click()
    page.get_by_label("Size of the letters").select_option("Largest")
    follow(page.get_by_role("button", name="Apply"))
    expect(page.locator(".reading--largest")).to_be_visible()
    expect(page.locator("#comment")).to_have_value("Then typed again.")


def test_enter_in_a_box_keeps_the_draft_and_submits_no_grade(
    page: Page, address: str, sitting: Sitting, database
) -> None:
    page.get_by_label("Appropriate", exact=True).check()
    page.get_by_text("Questions to help you decide").click()
    page.locator("#remark-victim").fill("Nothing is on file.")
    with page.expect_response(lambda answer: answer.request.is_navigation_request()) as sent:
        page.keyboard.press("Enter")
    assert (sent.value.status, page.url) == (204, address + sitting.case)
    assert (_count(database, GradeDraft), _count(database, Grade)) == (1, 0)
    expect(page.locator("#remark-victim")).to_have_value("Nothing is on file.")


def test_leaving_the_page_keeps_what_was_typed_just_before(
    page: Page,
    address: str,
    sitting: Sitting,
    database,
) -> None:
    page.locator("#comment").press_sequentially("Half a")
    page.goto(f"{address}/panel/cases")
    wait_until(page, lambda: _count(database, GradeDraft) == 1)  # sent beside the next page's own request
    page.reload()
    expect(page.get_by_text("Draft, not submitted")).to_be_visible()
    page.goto(address + sitting.case)
    expect(page.locator("#comment")).to_have_value("Half a")


def test_a_conflict_takes_the_case_from_the_open_tab(page: Page, making, sitting: Sitting) -> None:
    page.locator("#comment").press_sequentially("I think that")
    with making() as make:
        round_ = make.session.get_one(Round, sitting.round_id)
        pinned = {"reference": sitting.reference, "user_id": sitting.lay.id, "by": sitting.officer}
        conflicts.pin_conflict(make.session, round_, **pinned)
    expect(page.locator(".case-taken")).to_be_visible()
    expect(page.locator(".evidence")).to_have_count(0)
    text = page.content()
    assert "[Suspect]" not in text
    assert "I think that" not in text
    expect(page.locator(".case-taken")).to_be_focused()


def test_an_amended_case_is_offered_anew_and_the_words_are_handed_back(page: Page, making, sitting: Sitting) -> None:
    page.locator("#comment").press_sequentially("The rank is wrong.")
    with making() as make:
        case = make.session.scalar(select(RoundCase).where(RoundCase.reference == sitting.reference))
        make.release(case, version=3)
    expect(page.get_by_role("link", name="Open it again")).to_be_visible()
    expect(page.locator("[data-taken-text]")).to_have_text("The rank is wrong.")
    expect(page.locator(".evidence")).to_have_count(0)


def test_a_term_is_explained_on_focus_on_hover_and_goes_with_escape(page: Page) -> None:
    word = page.get_by_role("button", name="PNC")
    meaning = page.locator("#" + word.get_attribute("aria-describedby"))
    expect(meaning).to_be_hidden()
    word.focus()
    expect(meaning).to_be_visible()
    expect(meaning).to_contain_text("Police National Computer")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.locator("h1").hover()
    word.evaluate("(it) => it.blur()")
    word.hover()
    expect(meaning).to_be_visible()


def test_the_skip_link_leads_to_the_decision(page: Page) -> None:
    tab_to(page, "Skip to your decision", most=30)
    page.keyboard.press("Enter")
    expect(page.locator("#decision")).to_be_focused()


def test_a_sitting_without_javascript_on_a_narrow_screen_reaches_every_part(
    browser: Browser,
    address: str,
    sitting: Sitting,
    database,
) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        page.goto(f"{address}/panel/induction/1-shop-theft")
        page.get_by_label("Appropriate", exact=True).check()
        follow(page.get_by_role("button", name="See what the model panel found"))
        expect(page.locator("main")).to_contain_text("You and the model panel agree")

        page.goto(address + sitting.case)
        story, facts = (page.locator(place).bounding_box()["y"] for place in ("#checks-done", "#facts"))
        assert story < facts
        page.get_by_text("Text size and spacing").click()
        page.locator("#comment").fill("Typed before the letters grew.")
        page.get_by_label("Size of the letters").select_option("Largest")
        follow(page.get_by_role("button", name="Apply"))
        expect(page.locator(".reading--largest")).to_have_count(1)
        expect(page.locator("#comment")).to_have_value("Typed before the letters grew.")
        assert {size_of(page, place) for place in GROWN} == {"28.5px"}
        assert page.evaluate("document.documentElement.scrollWidth") <= 375

        page.locator("#comment").fill("Half a thought.")
        follow(page.get_by_role("button", name="Keep as a draft, without submitting"))
        expect(page.locator("main")).to_contain_text("Draft, not submitted")
        page.goto(address + sitting.case)
        page.get_by_label("I cannot grade on this information").check()
        page.get_by_label("What is missing?").fill("What the victim wanted.")
        page.get_by_text("Questions to help you decide").click()
        page.locator("#answer-victim-cannot_tell").check()
        follow(page.get_by_role("button", name="Save and go to the next case"))
        expect(page.locator("h1")).to_contain_text("case 2 of 3")
    assert kept(database)[0] == 1


def test_after_grading_the_checks_and_then_what_came_later_may_change_a_mind_and_all_are_shown(
    page: Page,
    address: str,
    sitting: Sitting,
) -> None:
    expect(page.locator("main")).not_to_contain_text("Conditions completed")
    page.get_by_label("Appropriate", exact=True).check()
    follow(page.get_by_role("button", name="Save this grade"))
    expect(page.get_by_text(f"Your grade of case {sitting.reference} is saved.")).to_be_visible()
    follow(page.get_by_role("link", name="Go back to the case without reading them"))
    expect(page.locator("main")).not_to_contain_text("Conditions completed")
    expect(page.get_by_role("button", name="Go on to what came later")).to_have_count(0)
    follow(page.get_by_role("button", name="Go on to the policy checks"))
    follow(page.get_by_role("button", name="read the policy checks"))
    expect(page.get_by_role("heading", name="Not met (1)")).to_be_visible()
    expect(page.get_by_text("Was rule 1 kept?")).to_be_hidden()
    page.get_by_text("Met (1)", exact=True).click()
    expect(page.get_by_text("Was rule 1 kept?")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Conditions completed")
    page.get_by_label("Appropriate with observations").check()
    page.get_by_label("Rationale or information missing", exact=True).check()
    page.locator("#comment").fill("The rules ask for more.")
    follow(page.get_by_role("button", name="Keep this second thought"))
    follow(page.get_by_role("button", name="read what came later"))
    expect(page.locator("main")).to_contain_text("Conditions completed")
    page.get_by_label("Inappropriate", exact=True).check()
    page.locator("#comment").fill("Nobody followed it up.")
    follow(page.get_by_role("button", name="Keep it and go back to my cases"))
    page.goto(address + sitting.case)
    own = page.locator("section.own").inner_text()
    titles = ("Your grade", "Having read the policy checks", "Having read what came later")
    assert [own.find(title) for title in titles] == sorted(own.index(title) for title in titles)


def test_without_scripts_on_a_narrow_screen_and_by_keyboard_the_checks_are_read(
    browser: Browser, address: str, sitting: Sitting
) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        page.goto(address + sitting.case)
        page.get_by_label("Appropriate", exact=True).check()
        for words in ("Save this grade", "read the policy checks"):
            with page.expect_navigation():
                page.get_by_role("button", name=words).press("Enter")
        expect(page).to_have_url(re.compile("#checks$"))
        text = page.locator("section[aria-labelledby=checks]").inner_text()
        assert text.index("Was rule 2 kept?") < text.index("Was rule 3 kept?")
        page.locator("summary", has_text="What these checks can").press("Enter")
        expect(page.get_by_text("Was rule 4 kept?")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 375])
def test_axe_finds_no_fault_in_a_members_pages(browser: Browser, address: str, sitting: Sitting, width: int) -> None:
    found = {}
    with browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True) as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        for path in (sitting.case, "/panel/cases", "/panel/induction", "/panel/induction/1-shop-theft"):
            page.goto(address + path)
            page.evaluate(UNFOLD)
            found[path] = faults_of(page)
        page.goto(address + sitting.case)
        page.get_by_label("Inappropriate", exact=True).check()
        page.get_by_label("Rationale or information missing", exact=True).check()
        page.locator("#comment").fill("Margaret Hughes was not asked.")
        follow(page.get_by_role("button", name="Save this grade"))
        expect(page.get_by_role("button", name="It names nobody")).to_be_visible()
        found["a name marked"] = faults_of(page)
        page.locator("#comment").fill("Nobody was asked.")
        follow(page.get_by_role("button", name="Save this grade"))
        expect(page.get_by_role("button", name="read the policy checks")).to_be_visible()
        found["asked whether to read the checks"] = faults_of(page)
        follow(page.get_by_role("button", name="read the policy checks"))
        expect(page.get_by_role("heading", name="Not met (1)")).to_be_visible()
        page.evaluate(UNFOLD)
        found["policy checks"] = faults_of(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {path: faults for path, faults in found.items() if faults} == {}
