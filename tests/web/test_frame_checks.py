"""The pages on which a frame is held against totals and numbers from outside, on both sides."""

import html
import re

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.frame_checks import NamedNumber, OutcomeTotal
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services.marking import Mark, mark_case
from tests.making import FORCE, KEY

NAMED = {"source": "court_list", "numbers": "42NM/7/26\r\n42NM/8/26"}


@pytest.fixture
def people(making):
    with making() as make:
        return {role: make.user(role) for role in (Role.LEAD, Role.REGISTRAR, Role.CHAIR)}


@pytest.fixture
def frozen(making, people):
    with making() as make:
        panel = make.panel(people[Role.CHAIR])
        return make.frozen_round(by=people[Role.LEAD], panel=panel)


@pytest.fixture
def registrar(sign_in, people):
    return sign_in(people[Role.REGISTRAR])


@pytest.fixture
def chair(sign_in, people):
    return sign_in(people[Role.CHAIR])


@pytest.fixture
def lead(sign_in, people):
    return sign_in(people[Role.LEAD])


def rows(database, column):
    with database.reading() as session:
        return list(session.scalars(select(column)))


def words_of(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", answer.text.partition("<main")[2])))


def test_the_lead_enters_totals_and_reads_each_difference_in_words(making, people, lead):
    with making() as make:
        make.cases(9)
        make.cases(3, disposal="simple_caution")
        round_ = make.round(by=people[Role.LEAD])
    path = f"/force/rounds/{round_.id}/totals"
    assert "was not held against the force’s own totals" in words_of(lead.get(path))
    page = words_of(lead.post(path, {"community_resolution": "21", "simple_caution": "3", "youth_caution": ""}))
    assert "9 0 0 9 21 12 fewer here than the force counted: find out which before freezing" in page
    assert "Simple caution 3 0 0 3 3 Agrees" in page
    assert "Entered before the frame was frozen" in page


def test_what_is_left_out_is_told_by_reason_and_the_marked_cases_are_a_step_away(making, people, lead):
    with making() as make:
        case, *_ = make.cases(9)
        mark_case(make.session, case.id, Mark.APPEAL, "Live.", key=KEY, by=people[Role.LEAD])
        round_ = make.round(by=people[Role.LEAD])
    answer = lead.get(f"/force/rounds/{round_.id}/totals")
    assert "Left out, by reason Disposal Live appeal or complaint Community resolution 1" in words_of(answer)
    assert "Community resolution 8 1 0 9 Not known" in words_of(answer)
    assert 'href="/force/marks"' in answer.text


def test_totals_after_the_freeze_are_marked_so_and_what_came_in_later_is_told(making, frozen, lead):
    with making() as make:
        make.cases(2)
    path = f"/force/rounds/{frozen.id}/totals"
    page = words_of(lead.post(path, {"community_resolution": "12"}))
    assert "12 0 0 12 12 Agrees" in page
    assert "Since the freeze, 2 more cases would match the plan" in page
    assert "Entered after the frame was frozen" in page


def test_counts_that_changed_since_the_totals_were_entered_are_pointed_out(making, people, lead, enter):
    with making() as make:
        make.cases(9)
        round_ = make.round(by=people[Role.LEAD])
    path = f"/force/rounds/{round_.id}/totals"
    lead.post(path, {"community_resolution": "9"})
    with making() as make:
        make.case()
    assert "Save them again" in words_of(lead.get(path))
    assert "have changed since the totals were entered" in words_of(enter(Role.REGISTRAR).get(path))


@pytest.mark.parametrize("given", ["-1", "abc", "1.5", "10000001", "9" * 5000, "1\x00"])
def test_a_total_that_is_no_count_is_refused_beside_its_box(database, frozen, lead, given):
    answer = lead.post(f"/force/rounds/{frozen.id}/totals", {"simple_caution": given})
    assert answer.status_code == 200
    assert "<title>Error: " in answer.text
    assert not rows(database, OutcomeTotal.total)
    assert "TotalsEntered" not in rows(database, TrailEntry.event)


def test_the_registrar_reads_the_totals_and_cannot_enter_them(database, frozen, registrar):
    path = f"/force/rounds/{frozen.id}/totals"
    assert "Save the totals" not in registrar.get(path).text
    assert registrar.post(path, {"simple_caution": "1"}).status_code == 404
    assert not rows(database, OutcomeTotal.total)


def test_a_number_is_named_by_the_chair_and_answered_by_the_registrar(database, frozen, chair, registrar):
    theirs, ours = f"/panel/rounds/{frozen.id}/numbers", f"/force/rounds/{frozen.id}/numbers"
    page = words_of(chair.post(theirs, NAMED))
    assert "42NM/7/26 A victim" not in page
    assert "Not answered yet" in page
    first = min(rows(database, NamedNumber.id))
    told = {"answer": "excluded", "reason": "live_appeal_or_complaint"}
    assert "Live appeal or complaint" in words_of(registrar.post(f"{ours}/{first}", told))
    page = chair.get(theirs).text
    assert "Left out with a reason" in page
    assert "appeal" not in page.lower()


def test_the_chair_reads_no_number_that_the_registrar_named(frozen, chair, registrar):
    registrar.post(f"/force/rounds/{frozen.id}/numbers", NAMED)
    page = chair.post(f"/panel/rounds/{frozen.id}/numbers", {"source": "other", "numbers": "99XY/1/26"})
    assert "42NM/7/26" not in page.text
    assert "3 named by anyone" in words_of(page)


def test_the_registrar_is_told_what_the_files_say_and_gives_the_answer(database, frozen, registrar):
    number = rows(database, CaseNumber.number)[0]
    path = f"/force/rounds/{frozen.id}/numbers"
    page = words_of(registrar.post(path, {"source": "other", "numbers": f"{number}\n42NM/8/26"}))
    assert "The frozen frame lists it, under Community resolution" in page
    assert "No case has this number" in page
    assert "0 in the frame" in page
    assert "FrameFileRead" in rows(database, TrailEntry.event)
    first = min(rows(database, NamedNumber.id))
    assert "The frozen frame lists it" in registrar.get(f"{path}/{first}").text
    assert "1 in the frame" in words_of(registrar.post(f"{path}/{first}", {"answer": "in_frame", "reason": ""}))
    page = registrar.get(f"/force/rounds/{frozen.id}").text
    assert "2 named: 1 in the frame, 0 left out with a reason, 0 absent, 1 not answered" in page


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"answer": "", "reason": ""}, "Where is it?"),
        ({"answer": "excluded", "reason": ""}, "Choose why"),
        ({"answer": "absent", "reason": "duplicate"}, "Choose why"),
        ({"answer": "lost", "reason": ""}, "Where is it?"),
    ],
)
def test_an_answer_that_cannot_stand_is_refused_and_nothing_is_kept(database, frozen, registrar, answer, words):
    path = f"/force/rounds/{frozen.id}/numbers"
    registrar.post(path, NAMED)
    first = min(rows(database, NamedNumber.id))
    page = registrar.post(f"{path}/{first}", answer)
    assert "<title>Error: " in page.text
    assert words in html.unescape(page.text)
    assert rows(database, NamedNumber.answer) == [None, None]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"source": ""}, "Where do they come from?"),
        ({"numbers": ""}, "crime or case numbers"),
        ({"numbers": "1\n2\x002"}, "Line 2"),
        ({"numbers": "1" * 61}, "longer than 60"),
        ({"numbers": "\n".join(map(str, range(51)))}, "at most 50"),
        ({"numbers": "1" * 9000}, "8000 characters"),
    ],
)
@pytest.mark.parametrize("role", [Role.CHAIR, Role.REGISTRAR])
def test_numbers_that_cannot_be_looked_for_say_what_to_mend(database, frozen, people, sign_in, role, change, words):
    side = "panel" if role is Role.CHAIR else "force"
    page = sign_in(people[role]).post(f"/{side}/rounds/{frozen.id}/numbers", NAMED | change)
    assert "<title>Error: " in page.text
    assert words in html.unescape(page.text)
    assert not rows(database, NamedNumber.id)


def test_hostile_words_are_shown_as_words(frozen, registrar):
    page = registrar.post(f"/force/rounds/{frozen.id}/numbers", NAMED | {"numbers": "<script>alert(1)</script>"})
    assert "<script>alert(1)" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text


def test_no_number_is_named_before_the_freeze(database, making, people, chair, registrar):
    with making() as make:
        round_ = make.round(by=people[Role.LEAD], panel=make.panel(people[Role.CHAIR]))
    for browser, side in ((chair, "panel"), (registrar, "force")):
        path = f"/{side}/rounds/{round_.id}/numbers"
        assert "not frozen yet" in browser.get(path).text
        assert browser.post(path, NAMED).status_code == 409
    assert not rows(database, NamedNumber.id)


def test_the_lead_reads_the_numbers_and_can_neither_name_nor_answer(database, frozen, lead, registrar):
    path = f"/force/rounds/{frozen.id}/numbers"
    registrar.post(path, NAMED)
    first = min(rows(database, NamedNumber.id))
    page = lead.get(path).text
    assert "42NM/7/26" in page
    assert "Name these numbers" not in page
    assert lead.post(path, NAMED).status_code == 404
    assert lead.get(f"{path}/{first}").status_code == 404


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ADVISER, Role.COMMISSIONERS_OFFICER])
def test_others_of_the_panel_have_no_such_page(making, frozen, sign_in, role):
    with making() as make:
        person = make.user(role)
        make.seat(make.panel(), person)
    assert sign_in(person).get(f"/panel/rounds/{frozen.id}/numbers").status_code == 404


def test_another_forces_round_and_another_panels_do_not_exist(frozen, enter):
    registrar, chair = enter(Role.REGISTRAR, force="Southmere Police"), enter(Role.CHAIR)
    assert FORCE != "Southmere Police"
    for browser, path in ((registrar, "force"), (chair, "panel")):
        assert browser.get(f"/{path}/rounds/{frozen.id}/numbers").status_code == 404
        assert browser.post(f"/{path}/rounds/{frozen.id}/numbers", NAMED).status_code == 404
    assert registrar.get(f"/force/rounds/{frozen.id}/totals").status_code == 404


@pytest.mark.parametrize(("given", "kept"), [("1,000", [1000]), ("1,234,567", [1234567]), ("1,00", []), ("1,000,", [])])
def test_a_total_may_be_written_with_commas_between_its_thousands(database, frozen, lead, given, kept):
    lead.post(f"/force/rounds/{frozen.id}/totals", {"simple_caution": given})
    assert rows(database, OutcomeTotal.total) == kept
