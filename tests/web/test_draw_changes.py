"""The pages on which a draw is changed: what will happen, a reason, another person, and the record."""

import html
import re

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.trail import TrailEntry

REASON = {"ground": "duplicate", "reason": "It is in the list twice, once under a crime number."}


@pytest.fixture
def people(making):
    with making() as make:
        return {role: make.user(role) for role in (Role.LEAD, Role.PREPARER, Role.REGISTRAR)}


@pytest.fixture
def drawn(making, people):
    with making() as make:
        make.cases(8, disposal="simple_caution")
        return make.drawn_round(by=people[Role.LEAD], cases=12, size=5)


@pytest.fixture
def browsers(people, sign_in):
    return {role: sign_in(person) for role, person in people.items()}


@pytest.fixture
def path(drawn):
    return f"/force/rounds/{drawn.id}/draw-changes"


def words(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", answer.text)))


def places(database):
    with database.reading() as session:
        query = select(RoundCase.id, RoundCase.reference, RoundCase.withdrawn_at).order_by(RoundCase.position)
        return list(session.execute(query))


def told(database):
    with database.reading() as session:
        return list(session.scalars(select(TrailEntry.event)))


def test_a_case_is_proposed_by_one_approved_by_another_and_the_record_says_so(database, people, browsers, path):
    case = places(database)[0]
    page = browsers[Role.PREPARER].get(f"{path}/cases/{case.id}")
    assert "Nothing changes until another person has approved it" in words(page)
    answer = browsers[Role.PREPARER].post(f"{path}/cases/{case.id}", REASON)
    assert "Somebody else must decide" in words(answer)
    assert f"{path}/1" not in answer.text
    assert re.search(rf"{case.reference} [A-Z][a-z ]+ \d+ Proposed: waiting", words(answer))
    page = browsers[Role.REGISTRAR].get(f"{path}/1")
    assert REASON["reason"] in words(page)
    assert f"Case {case.reference} leaves the round at once" in words(page)
    answer = browsers[Role.REGISTRAR].post(f"{path}/1", {"decision": "approve"})
    kept = places(database)
    assert kept[0].withdrawn_at is not None
    assert f"Approved by {people[Role.REGISTRAR].name}" in words(answer)
    assert f"case {kept[-1].reference} came in" in words(answer)
    assert f"This case is ineligible : {kept[-1].reference}" in words(browsers[Role.LEAD].get(path))


def test_a_refusal_changes_nothing_and_is_kept(database, browsers, path):
    browsers[Role.LEAD].post(f"{path}/cases/{places(database)[0].id}", REASON)
    answer = browsers[Role.PREPARER].post(f"{path}/1", {"decision": "refuse"})
    assert "Refused. Nothing was changed." in words(answer)
    assert "Refused by" in words(answer)
    assert not any(one.withdrawn_at for one in places(database))


def test_nobody_decides_on_their_own_proposal(database, browsers, path):
    browsers[Role.LEAD].post(f"{path}/cases/{places(database)[0].id}", REASON)
    page = browsers[Role.LEAD].get(f"{path}/1")
    assert "somebody else must decide" in words(page)
    answer = browsers[Role.LEAD].post(f"{path}/1", {"decision": "approve"}, page="/account")
    assert "You proposed this yourself" in words(answer)
    assert "ChangeDecided" not in told(database)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reason": ""}, "Give your reason"),
        ({"ground": ""}, "Why is the case ineligible"),
        ({"reason": "x" * 1001}, "1000"),
    ],
)
def test_a_proposal_without_ground_or_reason_says_what_is_missing(database, browsers, path, change, said):
    answer = browsers[Role.LEAD].post(f"{path}/cases/{places(database)[0].id}", REASON | change)
    assert "<title>Error: " in answer.text
    assert said in words(answer)
    assert "ChangeProposed" not in told(database)


def test_a_decision_is_made_on_purpose(database, browsers, path):
    browsers[Role.LEAD].post(f"{path}/cases/{places(database)[0].id}", REASON)
    answer = browsers[Role.PREPARER].post(f"{path}/1", {})
    assert "<title>Error: " in answer.text
    assert "ChangeDecided" not in told(database)


def test_a_void_is_proposed_approved_and_the_round_is_planned_again(database, browsers, path, drawn):
    page = browsers[Role.LEAD].get(f"{path}/void")
    assert "stay on record for ever" in words(page)
    browsers[Role.LEAD].post(f"{path}/void", {"reason": "A file was missing."})
    answer = browsers[Role.REGISTRAR].post(f"{path}/1", {"decision": "approve"})
    assert "Void the draw" in words(answer)
    assert all(one.withdrawn_at for one in places(database))
    assert "Voided, to be frozen again" in words(browsers[Role.LEAD].get(f"/force/rounds/{drawn.id}"))
    assert browsers[Role.LEAD].get(f"{path}/void").status_code == 409


def test_growing_shows_what_would_come_in_before_anything_does(database, browsers, path):
    lead = browsers[Role.LEAD]
    page = lead.post(f"{path}/grow", {"size": "10"})
    assert "Community resolution 3 3 6" in words(page)
    assert "Simple caution 2 2 4" in words(page)
    assert "Add 5 cases" in words(page)
    assert len(places(database)) == 5
    answer = lead.post(f"{path}/grow", {"size": "10", "seen": "10"})
    assert "5 cases came in" in words(answer)
    assert len(places(database)) == 10
    assert "SampleGrown" in told(database)


@pytest.mark.parametrize(
    ("size", "said"),
    [("5", "5 places already"), ("21", "asks for 21"), ("", "Enter how many"), ("many", "whole number")],
)
def test_a_size_that_cannot_be_is_explained_and_nothing_comes_in(database, browsers, path, size, said):
    answer = browsers[Role.LEAD].post(f"{path}/grow", {"size": size, "seen": size})
    assert "<title>Error: " in answer.text
    assert said in words(answer)
    assert len(places(database)) == 5


def test_the_registrar_decides_and_does_not_propose(browsers, database, path):
    registrar = browsers[Role.REGISTRAR]
    assert registrar.get(f"{path}/void").status_code == 404
    assert registrar.get(f"{path}/cases/{places(database)[0].id}").status_code == 404
    page = registrar.get(path)
    assert "ineligible :" not in words(page)
    assert f"{path}/void" not in page.text


def test_a_case_of_another_round_is_not_found_under_this_one(making, people, browsers, database, path):
    with making() as make:
        other = make.drawn_round(by=people[Role.LEAD], size=3, floor=1)
        place = make.round_cases(other)[0].id
    assert browsers[Role.LEAD].get(f"{path}/cases/{place}").status_code == 404


def test_what_can_no_longer_be_done_says_why(making, browsers, database, path, drawn):
    case = places(database)[0]
    with making() as make:
        make.finding(make.round_cases(drawn)[0], by=make.user(Role.CHAIR), signed=False)
    answer = browsers[Role.LEAD].post(f"{path}/cases/{case.id}", REASON)
    assert answer.status_code == 409
    assert "Grades have been revealed" in words(answer)


def test_a_place_that_nothing_can_fill_is_said_on_the_page_of_the_decision(making, people, browsers, database):
    with making() as make:
        round_ = make.drawn_round(by=people[Role.LEAD], cases=4, size=3, floor=1)
        first, second, _ = (place.id for place in make.round_cases(round_))
    path = f"/force/rounds/{round_.id}/draw-changes"
    for place in (first, second):
        browsers[Role.LEAD].post(f"{path}/cases/{place}", REASON)
    browsers[Role.PREPARER].post(f"{path}/1", {"decision": "approve"})
    answer = browsers[Role.PREPARER].post(f"{path}/2", {"decision": "approve"})
    assert "<title>Error: " in answer.text
    assert "Leave the place empty" in words(answer)
    assert sum(one.withdrawn_at is not None for one in places(database)) == 1


def test_whoever_decides_late_is_told_where_the_decision_can_be_read(database, browsers, path):
    browsers[Role.PREPARER].post(f"{path}/cases/{places(database)[0].id}", REASON)
    browsers[Role.LEAD].post(f"{path}/1", {"decision": "refuse"})
    answer = browsers[Role.REGISTRAR].post(f"{path}/1", {"decision": "approve"}, page=path)
    assert answer.status_code == 409
    assert "is told on the page of the draw’s changes" in words(answer)
    assert "below" not in words(answer)


def test_cases_are_listed_by_stratum_and_in_the_order_of_their_tickets(browsers, path):
    page = words(browsers[Role.LEAD].get(path))
    listed = re.findall(r"(Community resolution|Simple caution) (\d+) This case is ineligible", page)
    resolutions = [("Community resolution", str(nth)) for nth in (1, 2, 3)]
    assert listed == [*resolutions, ("Simple caution", "1"), ("Simple caution", "2")]
