"""Conflicts beyond the page of a case: said in advance, lifted by two, and the ledger of who read what."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.interests import InterestKind, touches
from scrutiny_app.domain.lifting import LiftGround
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.grades import Conflict, ConflictLiftDecision
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import (
    agreeing,
    conflicts,
    drafts,
    grading,
    interests,
    ledger,
    lifting,
    matching_interests,
    reading_releases,
    redacting,
    releasing,
    trail,
)
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.redactions import open_newest
from tests.making import KEY, Make

AREA, BODY = InterestKind.AREA, InterestKind.BODY


@pytest.fixture
def people(make):
    return {
        "magistrate": make.user(Role.MEMBER, body=Body.MAGISTRACY),
        "lay": make.user(Role.MEMBER, body=Body.LAY),
        "chair": make.user(Role.CHAIR, body=Body.MAGISTRACY),
        "lead": make.user(Role.LEAD),
        "second lead": make.user(Role.LEAD),
        "preparer": make.user(Role.PREPARER),
        "registrar": make.user(Role.REGISTRAR),
    }


@pytest.fixture
def drawn(make, people):
    """A round of two drawn cases, not released: one of Northmoor, one that names a school."""
    cases = [
        make.case(area="Northmoor", circumstances="It was by the canal."),
        make.case(area="Southfold", circumstances="He is a porter at St Wystan’s School."),
    ]
    panel = make.panel(people["magistrate"], people["lay"], people["chair"])
    return make.drawn(*cases, by=people["lead"], panel=panel, opened_at=trail.now())


def release(session, make, round_, people):
    """Have every case of the round checked by one and approved by another."""
    redacting.draft_redactions(session, round_, KEY, people["lead"])
    for place in make.round_cases(round_):
        redacting.finish_check(session, place, 1, KEY, people["preparer"])
        releasing.approve(session, round_, place, 1, KEY, people["lead"])


def seen_by(session, make, round_, person):
    """Give the areas of the round's cases that a person can open."""
    found = []
    for place in make.round_cases(round_):
        try:
            find_my_case(session, place.reference, person)
        except NotYours:
            continue
        found.append(place.reference)
    return found


def area_of(session, make, round_, area):
    """Give the reference of the round's case of an area."""
    (found,) = (
        place.reference for place in make.round_cases(round_) if open_newest(session, place, KEY).record["area"] == area
    )
    return found


@pytest.mark.parametrize(
    ("kind", "value", "touched"),
    [
        (AREA, "northmoor", True),
        (AREA, "Northmoor ", True),
        (AREA, "North", False),
        (AREA, "canal", False),
        (BODY, "St. Wystans School", False),  # an apostrophe parts words, and the record has one
        (BODY, "St Wystan's School", True),
        (BODY, "ST WYSTAN’S", True),
        (BODY, "Wystan’s Schools", False),
    ],
)
def test_an_interest_is_found_by_whole_words_alone(kind, value, touched):
    record = {"area": "Northmoor", "parties": [{"employer": "St Wystan’s School"}], "circumstances": "By the canal."}
    assert touches(kind, value, record) is touched


def test_a_case_that_an_interest_touches_never_reaches_its_holder(session, make, people, drawn):
    interests.declare_interest(session, AREA, "Northmoor", by=people["lay"])
    interests.declare_interest(session, BODY, "St Wystan's School", by=people["magistrate"])
    release(session, make, drawn, people)
    canal, school = (area_of(session, make, drawn, area) for area in ("Northmoor", "Southfold"))
    assert seen_by(session, make, drawn, people["lay"]) == [school]
    assert seen_by(session, make, drawn, people["magistrate"]) == [canal]
    assert set(seen_by(session, make, drawn, people["chair"])) == {canal, school}


def test_one_declared_later_takes_effect_when_the_force_has_looked(session, make, people, drawn):
    release(session, make, drawn, people)
    interest = interests.declare_interest(session, AREA, "Northmoor", by=people["lay"])
    assert matching_interests.waiting_interests(session) == [interest.id]
    assert matching_interests.match_interest(session, interest.id, KEY) == 1
    assert seen_by(session, make, drawn, people["lay"]) == [area_of(session, make, drawn, "Southfold")]
    assert matching_interests.waiting_interests(session) == []
    assert matching_interests.match_interest(session, interest.id, KEY) == 0  # a worker that died and came back
    assert len(session.scalars(select(Conflict)).all()) == 1


def test_the_same_interest_twice_is_one_and_a_withdrawn_one_finds_no_more(session, make, people, drawn):
    first = interests.declare_interest(session, AREA, "Northmoor", by=people["lay"])
    assert interests.declare_interest(session, AREA, " NORTHMOOR", by=people["lay"]) is first
    interests.withdraw_interest(session, first.id, by=people["lay"])
    release(session, make, drawn, people)
    assert len(seen_by(session, make, drawn, people["lay"])) == 2


def test_nobody_withdraws_another_persons_interest(session, people):
    interest = interests.declare_interest(session, AREA, "Northmoor", by=people["lay"])
    with pytest.raises(NotYours):
        interests.withdraw_interest(session, interest.id, by=people["magistrate"])
    assert interests.interests_of(session, people["lay"]) == [interest]


@pytest.mark.parametrize("value", ["", "  ", "x1", "!!!", "a" * 121, "North\u202emoor"])
def test_an_interest_that_finds_nothing_or_everything_is_refused(session, people, value):
    with pytest.raises(Refused):
        interests.declare_interest(session, BODY, value, by=people["lay"])


def test_what_an_interest_is_in_is_on_no_trail(session, people):
    interests.declare_interest(session, BODY, "St Wystan’s School", by=people["lay"])
    facts = session.scalars(select(TrailEntry.facts).where(TrailEntry.event == "InterestDeclared")).all()
    assert len(facts) == 1
    assert "Wystan" not in facts[0]


@pytest.fixture
def pinned(session, make, people):
    """An open round of which the first case is pinned away from the lay member."""
    round_ = make.open_round(people["magistrate"], people["lay"], people["chair"])
    place = make.round_cases(round_)[0]
    grading.give_grade(session, place.reference, version=1, grade=Grade.APPROPRIATE, by=people["lay"])
    conflict = conflicts.pin_conflict(
        session, round_, reference=place.reference, user_id=people["lay"].id, by=people["lead"]
    )
    session.flush()
    return round_, place, conflict


@pytest.mark.parametrize("second", ["second lead", "chair"])
def test_two_lift_a_conflict_and_the_case_and_the_grade_come_back(session, people, pinned, second):
    round_, place, conflict = pinned
    with pytest.raises(NotYours):
        find_my_case(session, place.reference, people["lay"])
    lift = lifting.propose_lift(session, round_, conflict.id, LiftGround.MISTAKEN, by=people["lead"])
    with pytest.raises(NotYours):
        find_my_case(session, place.reference, people["lay"])
    lifting.decide_lift(session, round_, lift.id, agreed=True, by=people[second])
    _, mine = find_my_case(session, place.reference, people["lay"])
    assert mine.grade_id is not None
    assert lifting.proposals(session, round_, people["lead"]) == []


def test_one_that_is_refused_stands_and_can_be_proposed_again(session, people, pinned):
    round_, place, conflict = pinned
    lift = lifting.propose_lift(session, round_, conflict.id, LiftGround.ENDED, by=people["lead"])
    lifting.decide_lift(session, round_, lift.id, agreed=False, by=people["chair"])
    with pytest.raises(NotYours):
        find_my_case(session, place.reference, people["lay"])
    assert lifting.propose_lift(session, round_, conflict.id, LiftGround.ENDED, by=people["lead"]).id != lift.id


def test_nobody_decides_on_what_they_proposed_nor_on_their_own_conflict(session, make, people, pinned):
    round_, place, conflict = pinned
    lift = lifting.propose_lift(session, round_, conflict.id, LiftGround.MISTAKEN, by=people["lead"])
    with pytest.raises(Refused):
        lifting.decide_lift(session, round_, lift.id, agreed=True, by=people["lead"])
    theirs = conflicts.pin_conflict(
        session, round_, reference=place.reference, user_id=people["chair"].id, by=people["lead"]
    )
    session.flush()
    own = lifting.propose_lift(session, round_, theirs.id, LiftGround.MISTAKEN, by=people["lead"])
    for one in (own, lift):  # the chair has a conflict with this case, and so no part in another's either
        with pytest.raises(NotYours):
            lifting.decide_lift(session, round_, one.id, agreed=True, by=people["chair"])
    assert lifting.proposals(session, round_, people["chair"]) == []


def test_proposing_twice_deciding_twice_and_lifting_what_was_lifted_are_refused(session, people, pinned):
    round_, _, conflict = pinned
    lift = lifting.propose_lift(session, round_, conflict.id, LiftGround.MISTAKEN, by=people["lead"])
    with pytest.raises(Overtaken):
        lifting.propose_lift(session, round_, conflict.id, LiftGround.ENDED, by=people["second lead"])
    lifting.decide_lift(session, round_, lift.id, agreed=True, by=people["chair"])
    with pytest.raises(Overtaken):
        lifting.decide_lift(session, round_, lift.id, agreed=False, by=people["second lead"])
    with pytest.raises(Overtaken):
        lifting.propose_lift(session, round_, conflict.id, LiftGround.ENDED, by=people["lead"])


def test_a_lift_of_another_round_is_not_there(session, make, people, pinned):
    round_, _, conflict = pinned
    other = make.open_round(people["magistrate"], people["chair"])
    with pytest.raises(NotYours):
        lifting.propose_lift(session, other, conflict.id, LiftGround.MISTAKEN, by=people["lead"])
    lift = lifting.propose_lift(session, round_, conflict.id, LiftGround.MISTAKEN, by=people["lead"])
    with pytest.raises(NotYours):
        lifting.decide_lift(session, other, lift.id, agreed=True, by=people["chair"])


def test_two_decide_at_one_instant_and_one_of_them_is_told(database):
    with database.transaction() as session:
        make = Make(session)
        lay, chair, lead, other = (
            make.user(Role.MEMBER), make.user(Role.CHAIR), make.user(Role.LEAD), make.user(Role.LEAD)
        )  # fmt: skip
        round_ = make.open_round(lay, chair)
        reference = make.round_cases(round_)[0].reference
        conflict = conflicts.pin_conflict(session, round_, reference=reference, user_id=lay.id, by=lead)
        session.flush()
        lift = lifting.propose_lift(session, round_, conflict.id, LiftGround.MISTAKEN, by=lead)

    def decide(person):
        try:
            with database.transaction() as session:
                lifting.decide_lift(session, round_, lift.id, agreed=person is chair, by=person)
        except Overtaken:
            return "told"
        return "done"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(decide, (chair, other))) == ["done", "told"]
    with database.reading() as session:
        assert len(session.scalars(select(ConflictLiftDecision)).all()) == 1


def test_a_person_sees_what_they_read_and_nothing_that_leads_to_what_they_stepped_back_from(session, make, people):
    lay = people["lay"]
    round_ = make.open_round(lay, people["magistrate"])
    first, second, _ = make.round_cases(round_)
    for reference in (first.reference, first.reference, second.reference):
        reading_releases.read_case(session, reference, by=lay)
    reading_releases.read_case(session, first.reference, by=people["magistrate"])
    conflicts.declare_conflict(session, second.reference, by=lay)
    seen, held = ledger.own_ledger(session, by=lay)
    assert {(one.reference, one.times, one.versions) for one in seen} == {(first.reference, 2, (1,)), (None, 1, (1,))}
    assert held == []
    assert [one.times for one in ledger.own_ledger(session, first.reference.lower(), by=lay)[0]] == [2]
    assert [one.conflict is not None for one in seen] == [one.reference is None for one in seen]


def test_a_case_that_was_never_opened_is_told_among_those_stepped_back_from(session, make, people):
    lay = people["lay"]
    round_ = make.open_round(lay, people["magistrate"])
    first, *_ = make.round_cases(round_)
    conflict = conflicts.declare_conflict(session, first.reference, by=lay)
    ((told,), _) = ledger.own_ledger(session, by=lay)
    assert (told.reference, told.times, told.first, told.conflict) == (None, 0, None, conflict)
    assert ledger.own_ledger(session, first.reference, by=lay)[0] == []


def test_who_names_a_case_that_they_stepped_back_from_is_told_that_they_read_it_and_did(session, make, people):
    lay = people["lay"]
    round_ = make.open_round(lay, people["magistrate"])
    first, second, _ = make.round_cases(round_)
    for place in (first, second):
        reading_releases.read_case(session, place.reference, by=lay)
    conflict = conflicts.declare_conflict(session, second.reference, by=lay)
    ((told,), _) = ledger.own_ledger(session, second.reference, by=lay)
    assert (told.reference, told.versions, told.conflict) == (second.reference, (1,), conflict)
    assert ledger.own_ledger(session, "NP-NONE", by=lay)[0] == []


def test_the_force_is_told_who_read_a_case_only_once_it_is_revealed(session, make, people):
    members = people["magistrate"], people["lay"], people["chair"]
    round_ = make.open_round(*members)
    first, second, _ = make.round_cases(round_)
    for member in members:
        for place in (first, second):
            reading_releases.read_case(session, place.reference, by=member)
        grading.give_grade(session, first.reference, version=1, grade=Grade.APPROPRIATE, by=member)
    assert ledger.round_ledger(session, round_, by=people["lead"]) == []
    agreeing.reveal(session, first.reference, by=people["chair"])
    seen = ledger.round_ledger(session, round_, by=people["registrar"])
    assert [(one.reference, one.person) for one in seen] == sorted((first.reference, one.name) for one in members)
    assert {one.conflict for one in seen} == {None}
    conflicts.declare_conflict(session, first.reference, by=people["lay"])
    back = [one.person for one in ledger.round_ledger(session, round_, by=people["lead"]) if one.conflict]
    assert back == [people["lay"].name]
    assert ledger.count_unrevealed(session, round_) == 2


def test_another_forces_ledger_is_not_there(session, make, people):
    round_ = make.open_round(people["lay"])
    with pytest.raises(NotYours):
        ledger.round_ledger(session, round_, by=make.user(Role.LEAD, force="Southmere Constabulary"))


def test_a_pinned_conflict_takes_what_was_begun_as_well_and_lifting_brings_none_of_it_back(session, people, pinned):
    round_, place, _ = pinned
    chair = people["chair"]
    _, case = find_my_case(session, place.reference, chair)
    drafts.keep_draft(session, place.reference, {"comment": ["Half a thought."]}, filled_from=None, by=chair)
    theirs = conflicts.pin_conflict(session, round_, reference=place.reference, user_id=chair.id, by=people["lead"])
    session.flush()
    lift = lifting.propose_lift(session, round_, theirs.id, LiftGround.MISTAKEN, by=people["lead"])
    lifting.decide_lift(session, round_, lift.id, agreed=True, by=people["second lead"])
    _, case = find_my_case(session, place.reference, chair)
    assert drafts.draft_of(session, case, by=chair) is None
