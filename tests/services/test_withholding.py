"""Withholding: one reader's word takes a case from everybody, until two people have released it anew."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.models.releases import Release
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.models.withholdings import Withholding
from scrutiny_app.services import conflicts, grading, reading_releases, rounds, trail, withholding
from scrutiny_app.services.my_cases import find_my_case, my_rounds
from scrutiny_app.services.trail import now
from tests.making import Make


@pytest.fixture
def members(make):
    return [make.user(Role.MEMBER, body=Body.MAGISTRACY), make.user(Role.CHAIR), make.user(Role.ADVISER)]


@pytest.fixture
def round_(make, members):
    return make.open_round(*members)


@pytest.fixture
def place(make, round_):
    return make.round_cases(round_)[0]


def test_a_case_goes_from_everybody_at_once(session, members, round_, place):
    withholding.report(session, place.reference, ["circumstances"], by=members[0])
    for person in members:
        with pytest.raises(NotYours):
            find_my_case(session, place.reference, person)
        (mine,) = my_rounds(session, person)
        assert [case.place for case in mine.cases] == [2, 3]
        assert withholding.count_withheld(session, round_, by=person) == 1


@pytest.mark.parametrize("deed", ["read", "grade", "abstain", "step back"])
def test_nothing_can_be_done_on_a_withheld_case(session, members, place, deed):
    withholding.report(session, place.reference, ["circumstances"], by=members[1])
    member = members[0]
    deeds = {
        "read": lambda: reading_releases.read_case(session, place.reference, by=member),
        "grade": lambda: grading.give_grade(session, place.reference, version=1, grade=Grade.APPROPRIATE, by=member),
        "abstain": lambda: grading.abstain(session, place.reference, by=member),
        "step back": lambda: conflicts.declare_conflict(session, place.reference, by=member),
    }
    with pytest.raises(NotYours):
        deeds[deed]()


def test_the_trail_says_that_it_may_be_a_breach_and_not_what_was_seen(session, members, round_, place):
    withholding.report(session, place.reference, ["rationale", withholding.FACTS], by=members[0])
    row = session.scalars(select(TrailEntry).order_by(TrailEntry.position.desc())).first()
    assert (row.event, row.actor, row.round_id) == ("PossibleBreach", f"user:{members[0].id}", round_.id)
    facts = json.loads(row.facts)
    assert facts.keys() == {"round_id", "round_case_id", "release_id", "texts"}
    assert facts["texts"] == 2


def test_two_readers_who_press_are_both_served_and_the_second_is_told(session, members, place):
    withholding.report(session, place.reference, ["circumstances"], by=members[0])
    with pytest.raises(Overtaken, match="just been withheld"):
        withholding.report(session, place.reference.lower(), ["circumstances"], by=members[1])
    assert len(session.scalars(select(Withholding)).all()) == 1


@pytest.mark.parametrize("texts", [[], ["offender_name"], ["circumstances", "a text that is none"]])
def test_a_report_says_in_which_part_of_the_case(session, members, place, texts):
    with pytest.raises(Refused, match="in which part"):
        withholding.report(session, place.reference, texts, by=members[0])
    assert session.scalar(select(Withholding.id)) is None


def test_nobody_else_can_take_a_case_away(session, make, members, place):
    stranger = make.user(Role.MEMBER)
    make.panel(stranger)
    conflicts.declare_conflict(session, place.reference, by=members[0])
    for person in (stranger, members[0]):
        with pytest.raises(NotYours):
            withholding.report(session, place.reference, ["circumstances"], by=person)


def test_a_new_release_brings_the_case_back(session, make, members, place):
    withholding.report(session, place.reference, ["circumstances"], by=members[0])
    make.release(place, version=2)
    _, case = find_my_case(session, place.reference, members[0])
    assert case.version == 2


def test_a_grade_that_was_given_before_is_kept_with_its_version(session, make, members, place):
    given = grading.give_grade(session, place.reference, version=1, grade=Grade.APPROPRIATE, by=members[0])
    withholding.report(session, place.reference, ["circumstances"], by=members[1])
    make.release(place, version=2)
    read = reading_releases.read_case(session, place.reference, by=members[0])
    assert (read.own.id, read.own.release_id == given.release_id, read.case.version) == (given.id, True, 2)


def test_a_round_with_a_withheld_case_is_not_ready_to_open(session, make):
    member = make.user(Role.MEMBER)
    round_ = make.open_round(member)
    (place, *_) = make.round_cases(round_)
    round_.opened_at = None
    session.flush()
    assert rounds.stage(session, round_) is Stage.RELEASED
    row = Withholding(
        release_id=session.scalars(select(Release.id).where(Release.round_case_id == place.id)).one(),
        kind="recalled",
        texts=[],
        withheld_by=member.id,
        withheld_at=now(),
    )
    session.add(row)
    session.flush()
    assert rounds.stage(session, round_) is Stage.DRAWN


def test_a_reader_is_told_that_a_case_they_judged_was_released_anew(session, make, members, place):
    grading.give_grade(session, place.reference, version=1, grade=Grade.APPROPRIATE, by=members[0])
    assert not find_my_case(session, place.reference, members[0])[1].is_amended
    make.release(place, version=2)
    assert find_my_case(session, place.reference, members[0])[1].is_amended
    assert not find_my_case(session, place.reference, members[1])[1].is_amended


def test_a_grade_and_a_report_at_one_instant_are_both_answered_and_no_grade_follows_the_report(database):
    with database.transaction() as session:
        make = Make(session)
        member, chair = make.user(Role.MEMBER), make.user(Role.CHAIR)
        round_ = make.open_round(member, chair, cases=12)
        references = [place.reference for place in make.round_cases(round_)]

    def judge(reference):
        try:
            with database.transaction() as session:
                given = grading.give_grade(session, reference, version=1, grade=Grade.APPROPRIATE, by=member)
                return given.given_at
        except NotYours:
            return None

    def press(reference):
        with database.transaction() as session:
            return withholding.report(session, reference, [withholding.FACTS], by=chair).withheld_at

    with ThreadPoolExecutor(2) as both:
        for reference in references:
            graded, withheld = both.submit(judge, reference), both.submit(press, reference)
            assert withheld.result() is not None
            assert graded.result() is None or graded.result() <= withheld.result()
    with database.reading() as session:
        assert trail.verify(session)[1] == []
