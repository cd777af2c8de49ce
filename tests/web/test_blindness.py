"""Before a reveal, nothing that anyone else is shown changes with a member's grade, its words, or its being given."""

import json
import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import Theme, observe
from scrutiny_app.domain.people import Role
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import conflicts, grading
from scrutiny_app.services.trail import now
from tests.web.panels import seat

WORDS = "Quixotic leniency throughout."


@pytest.fixture
def sitting(making):
    with making() as make:
        return seat(make)


def _judge(make, sitting, *people):
    for person in people:
        grading.give_grade(
            make.session,
            sitting.reference,
            version=1,
            grade=GradeWord.INAPPROPRIATE,
            observations=observe([Theme.AUTHORITY], [Theme.AUTHORITY]),
            comment=WORDS,
            by=person,
        )


def _pages(sitting):
    rounds = f"/panel/rounds/{sitting.round_id}"
    cases = [f"/panel/cases/{reference}" for reference in sitting.references]
    return [
        "/",
        "/panel/cases",
        *cases,
        f"{sitting.case}/finding",
        f"{sitting.case}/finding/check",
        f"{sitting.case}/reveal",
        "/panel/rounds",
        sitting.meeting,
        f"{rounds}/certificate",
        f"{rounds}/conflicts",
        f"{rounds}/report",
        f"{rounds}/report.docx",
        f"{rounds}/report.xlsx",
        f"{rounds}/trail",
    ]


def _look(browser, pages):
    """Give each page's status, headers and words, without what differs on every load."""
    found = {}
    for path in pages:
        answer = browser.get(path)
        body = re.sub(rb'name="csrf_token" value="[^"]+"', b"", answer.data)
        kept = [pair for pair in answer.headers if pair[0] not in ("Date", "Set-Cookie", "Content-Length")]
        found[path] = (answer.status_code, kept, body)
    return found


@pytest.mark.parametrize("reader", ["lay", "adviser", "officer"])
def test_no_byte_of_any_page_of_the_panel_changes_when_others_grade(making, sign_in, sitting, reader):
    person = getattr(sitting, reader)
    browser, pages = sign_in(person), _pages(sitting)
    before = _look(browser, pages)
    with making() as make:
        _judge(make, sitting, sitting.cps, sitting.yjs, sitting.chair)
        grading.abstain(make.session, sitting.references[1], by=sitting.cps)
        conflicts.declare_conflict(make.session, sitting.references[2], by=sitting.yjs)
    for path, seen in _look(browser, pages).items():
        if reader == "officer" and path.endswith("/conflicts"):
            continue  # who stepped back is theirs to know; it says nothing of a grade
        assert seen == before[path], path


def test_what_a_members_form_says_of_their_own_grade_counts_nobody_elses(making, sign_in, sitting):
    def form_after(*others):
        with making() as make:
            _judge(make, sitting, *others)
            given = {
                "version": 1,
                "grade": GradeWord.APPROPRIATE,
                "comment": f"After {len(others)}.",
                "by": sitting.lay,
            }
            kept = grading.give_grade(make.session, sitting.references[1], **given)
            own, at = kept.id, kept.given_at
        page = sign_in(sitting.lay).get(f"/panel/cases/{sitting.references[1]}").text
        return own, at, int(re.search(r'name="own" value="([0-9]+)"', page)[1])

    (first, then, before), (second, now_, after) = form_after(), form_after(sitting.cps, sitting.yjs, sitting.chair)
    assert second - first == 4
    assert timedelta(microseconds=after - before) == now_ - then


def test_the_order_of_refusals_tells_a_member_nothing(making, sign_in, sitting):
    browser = sign_in(sitting.lay)
    late = {"version": "7", "grade": "", "comment": ""}
    before = browser.post(sitting.case, late)
    with making() as make:
        _judge(make, sitting, sitting.cps, sitting.yjs, sitting.chair)
    after = browser.post(sitting.case, late)
    assert before.status_code == after.status_code
    token = r'name="csrf_token" value="[^"]+"'
    assert re.sub(token, "", before.text) == re.sub(token, "", after.text)


def test_no_byte_of_a_chairs_page_tells_who_has_graded_before_there_is_a_quorum(making, sign_in, sitting):
    browser, pages = sign_in(sitting.chair), _pages(sitting)
    before = _look(browser, pages)
    with making() as make:
        _judge(make, sitting, sitting.cps, sitting.yjs)
        for reference in sitting.references[1:]:
            grading.abstain(make.session, reference, by=sitting.cps)
    after = _look(browser, pages)
    assert {path: after[path] for path in pages} == before


def test_once_grading_has_closed_the_chair_reads_the_rule_and_not_who_is_missing(making, sign_in, sitting):
    with making() as make:
        make.session.get_one(Round, sitting.round_id).close_on = now().date() - timedelta(days=2)
    chair = sign_in(sitting.chair)
    before = without_tokens(chair.get(sitting.meeting).text)
    assert "A finding needs 3 grades at least, 1 of them by a magistrate" in before
    assert "still needs" not in before


@pytest.mark.parametrize("reader", [Role.LEAD, Role.REGISTRAR, Role.PREPARER])
def test_the_lead_alone_is_told_how_many_grades_are_in_and_no_more(making, sign_in, sitting, reader):
    with making() as make:
        person = make.user(reader)
        _judge(make, sitting, sitting.cps, sitting.yjs)
    looked = _look(sign_in(person), _force_pages(sitting))
    counted = f"/force/rounds/{sitting.round_id}/findings"
    assert (b"2 grades in" in looked[counted][2]) is (reader is Role.LEAD)
    assert (b"Grades in so far: 2" in looked[f"/force/rounds/{sitting.round_id}"][2]) is (reader is Role.LEAD)
    for path, (_, _, body) in looked.items():
        assert WORDS.encode() not in body, path
        assert b"<strong>2</strong>" not in body, path
        if reader is not Role.LEAD:
            assert b"rades in" not in body, path
        if "/conflicts" not in path:
            assert not any(person.name.encode() in body for person in (sitting.cps, sitting.yjs)), path


def test_the_registrars_trail_keeps_back_who_grades_and_when_until_the_reveal(making, sign_in, sitting, database):
    with making() as make:
        registrar = make.user(Role.REGISTRAR)
        _judge(make, sitting, sitting.cps)
    browser = sign_in(registrar)
    pages = ("/force/trail", "/force/trail?event=GradeGiven")
    assert not any(sitting.cps.username in browser.get(page).text for page in pages)
    lines = [json.loads(line) for line in browser.get("/force/trail.jsonl").text.splitlines()]
    assert f"user:{sitting.cps.id}" not in {line.get("actor") for line in lines}
    kept_back = [line for line in lines if line.get("kept_back")]
    assert [sorted(line) for line in kept_back] == [["digest", "kept_back", "position", "previous"]]
    assert [line["previous"] for line in lines[1:]] == [line["digest"] for line in lines[:-1]]
    assert "The trail holds" in browser.post("/force/trail/verify", page="/force/trail").text

    with making() as make:
        case = make.session.scalar(select(RoundCase).where(RoundCase.reference == sitting.reference))
        make._keep(Reveal(round_case_id=case.id, revealed_by=sitting.chair.id, revealed_at=now()))
    assert all(sitting.cps.username in browser.get(page).text for page in pages)
    assert "kept_back" not in browser.get("/force/trail.jsonl").text


def _force_pages(sitting):
    rounds = f"/force/rounds/{sitting.round_id}"
    tails = ("", "/findings", "/conflicts", "/report", "/letters", "/certificate")
    return ["/", "/force/rounds", *(rounds + tail for tail in tails), "/force/round-cases/1/graders"]


def test_a_count_is_the_same_whatever_the_grades(making, sign_in, sitting):
    with making() as make:
        lead = make.user(Role.LEAD)
        _judge(make, sitting, sitting.cps)
    page = f"/force/rounds/{sitting.round_id}/findings"
    browser = sign_in(lead)
    before = without_tokens(browser.get(page).text)
    with making() as make:
        grading.give_grade(make.session, sitting.reference, version=1, grade=GradeWord.APPROPRIATE, by=sitting.cps)
    assert without_tokens(browser.get(page).text) == before


def without_tokens(page: str) -> str:
    """Leave out a form's token, which holds the second in which it was made."""
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page)


def test_the_trail_never_holds_a_grade_or_its_words(making, database, sitting):
    with making() as make:
        _judge(make, sitting, sitting.cps)
    with database.reading() as session:
        facts = list(session.scalars(select(TrailEntry.facts).where(TrailEntry.event == "GradeGiven")))
    assert len(facts) == 1
    assert all(isinstance(value, int) for value in json.loads(facts[0]).values())
