"""A chair's whole meeting in a real browser: by keyboard alone, the room following in another, narrow, and by axe."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.meetings import Manner
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.services import grading
from scrutiny_app.services.trail import now
from tests.browser.axe import faults_of
from tests.browser.keyboard import enter, follow, tab_to
from tests.web.panels import Sitting, events, kept, seat


@pytest.fixture
def sitting(making) -> Sitting:
    """A round before its meeting: all agree on the first case, and the second is divided."""
    with making() as make:
        sitting = seat(make, cases=2)
        start = now() - timedelta(minutes=5)
        given = {"manner": Manner.ROOM, "place": "Room 2", "starts_at": start, "planned_at": start}
        make.session.add(Meeting(round_id=sitting.round_id, planned_by=sitting.chair.id, **given))
        for number, reference in enumerate(sitting.references):
            for person in (sitting.chair, sitting.lay, sitting.cps):
                divided = number == 1 and person is sitting.cps
                word = {"grade": GradeWord.INAPPROPRIATE, "comment": "Too lenient."} if divided else {}
                given = {"version": 1, "grade": GradeWord.APPROPRIATE, "by": person} | word
                grading.give_grade(make.session, reference, **given)
    return sitting


def _press(page: Page, wanted: str) -> None:
    tab_to(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_whole_meeting_by_keyboard_with_the_room_following(
    browser: Browser,
    address: str,
    sitting: Sitting,
    database,
) -> None:
    with browser.new_context() as hers, browser.new_context() as theirs:
        page, room = hers.new_page(), theirs.new_page()
        enter(page, address, sitting.chair.username)
        enter(room, address, sitting.lay.username)
        room.goto(f"{address}/panel/rounds/{sitting.round_id}/room")
        expect(room.locator(".room")).to_contain_text("has not put a case up")

        page.goto(address + sitting.meeting)
        _reveal_and_adopt(page)
        begun = now()
        _press(page, f"Put {sitting.references[1]} up on the room’s screen")
        room.get_by_text("Divided across the whole scale").wait_for()
        expect(room.locator("h1")).to_contain_text(sitting.references[1])
        clock = page.locator("[data-module=elapsed]")
        before = clock.inner_text()
        expect(clock).not_to_have_text(before)
        assert _time(before) < _time(clock.inner_text()) <= now() - begun
        _record(page)
        _sign(page)
        room.get_by_text("The panel found").wait_for()
        _press(page, "End the meeting")
        _press(page, "End the meeting now")
        expect(page.locator("h1")).to_have_text(re.compile(r"Minutes\s*$"))
        expect(page.locator("main")).to_contain_text("The letter should say why.")
        room.get_by_text("The meeting has ended").wait_for()
    assert kept(database)[2:] == [2, 2, 2]
    assert "CaseShown" in events(database)


def _time(clock: str) -> timedelta:
    minutes, seconds = map(int, clock.split(":"))
    return timedelta(minutes=minutes, seconds=seconds)


def _reveal_and_adopt(page: Page) -> None:
    _press(page, "Reveal the 2 cases that are ready")
    _press(page, "Reveal 2 cases and end grading")
    expect(page.locator(".left-bar")).to_contain_text("1 to adopt together")
    _press(page, "Adopt what is ticked")
    _press(page, "Record the finding on case")


def _record(page: Page) -> None:
    tab_to(page, "result")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    tab_to(page, "remarks")
    page.keyboard.type("The letter should say why.")
    tab_to(page, "dissent")
    page.keyboard.type("It was proportionate.")
    tab_to(page, "reached")
    page.keyboard.press("Space")
    _press(page, "Save and check before signing")


def _sign(page: Page) -> None:
    expect(page.locator("main")).to_contain_text("Dissent")
    _press(page, "Back to the meeting")
    expect(page.locator(".left-bar")).to_contain_text("2 to sign")
    _press(page, "Sign what is ticked")
    expect(page.locator("main")).to_contain_text("2 findings signed")
    expect(page.locator(".left-bar")).to_contain_text("All signed")


def test_axe_finds_no_fault_and_nothing_is_wider_than_a_telephone(
    browser: Browser, address: str, sitting: Sitting
) -> None:
    with browser.new_context(viewport={"width": 375, "height": 800}) as context:
        page = context.new_page()
        enter(page, address, sitting.chair.username)
        pages = [sitting.meeting, f"{sitting.case}/reveal", f"/panel/rounds/{sitting.round_id}/reveal"]
        faults = [_look(page, address + path) for path in pages]
        follow(page.get_by_role("button", name="Reveal 2 cases"))
        follow(page.get_by_role("button", name="Adopt"))
        case = sitting.case
        pages = [sitting.meeting, f"{case}/finding", f"{case}/finding/check", f"{case}/escalate"]
        pages += [f"/panel/rounds/{sitting.round_id}/{name}" for name in ("room", "notes", "agreement")]
        faults += [_look(page, address + path) for path in pages]
        page.goto(address + sitting.meeting)
        follow(page.get_by_role("button", name="Sign what"))
        pages = [f"{case}/finding/again", f"{case}/finding/second", sitting.meeting]
        faults += [_look(page, address + path) for path in pages]
        follow(page.get_by_role("button", name="End the meeting"))
        faults.append(_look(page, page.url))
        follow(page.get_by_role("button", name="End the meeting now"))
        faults.append(_look(page, f"{address}/panel/rounds/{sitting.round_id}/minutes"))
    assert [one for one in faults if one] == []


def test_the_room_needs_no_javascript(browser: Browser, address: str, sitting: Sitting) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        enter(page, address, sitting.lay.username)
        page.goto(f"{address}/panel/rounds/{sitting.round_id}/room")
        expect(page.locator("meta[http-equiv=refresh]")).to_have_count(1)
        expect(page.locator(".room")).to_contain_text("has not put a case up")


def _look(page: Page, path: str) -> list[str]:
    page.goto(path)
    wide = page.evaluate("document.documentElement.scrollWidth") > 375
    return [f"{page.url}: {fault}" for fault in [*faults_of(page), *(["wider than the screen"] if wide else [])]]
