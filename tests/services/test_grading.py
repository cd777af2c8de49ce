"""Grading: who sees a case, whose judgement is kept, and what a conflict takes away."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import GradeIncomplete, Progress, Theme, observe
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.grades import Conflict, Grade, Reveal
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import conflicts, grading, panels, reading_releases
from scrutiny_app.services.grading import GradingEnded
from scrutiny_app.services.my_cases import find_my_case, my_rounds
from scrutiny_app.services.trail import now


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER, body=Body.MAGISTRACY)


@pytest.fixture
def round_(make, member):
    return make.open_round(member)


def _cases(session, round_):
    return list(session.scalars(select(RoundCase).where(RoundCase.round_id == round_.id).order_by(RoundCase.position)))


def _reference(session, round_, position=1):
    return _cases(session, round_)[position - 1].reference


def _grade(session, reference, by, grade=GradeWord.APPROPRIATE, **given):
    return grading.give_grade(session, reference, **({"version": 1, "grade": grade, "by": by} | given))


def _count(session, table):
    return session.scalar(select(func.count()).select_from(table))


def _last_event(session):
    row = session.scalar(select(TrailEntry).order_by(TrailEntry.position.desc()).limit(1))
    return row.event, json.loads(row.facts)


# Who sees a case


def test_a_member_sees_the_opened_cases_of_their_panel_in_order(session, member, round_):
    (mine,) = my_rounds(session, member)
    assert [case.reference for case in mine.cases] == [case.reference for case in _cases(session, round_)]
    assert (mine.is_open, mine.answered, mine.next_after()) == (True, 0, mine.cases[0])


@pytest.mark.parametrize("role", [Role.MEMBER, Role.CHAIR, Role.ADVISER, Role.COMMISSIONERS_OFFICER])
def test_a_case_does_not_exist_for_those_of_other_panels(session, make, round_, role):
    with pytest.raises(NotYours):
        reading_releases.read_case(session, _reference(session, round_), by=make.user(role))


@pytest.mark.parametrize("role", [Role.LEAD, Role.PREPARER, Role.REGISTRAR])
def test_a_members_case_does_not_exist_for_the_force(session, make, round_, role):
    with pytest.raises(NotYours):
        reading_releases.read_case(session, _reference(session, round_), by=make.user(role))


def test_a_case_does_not_exist_before_the_round_opens(session, make, member):
    round_ = make.open_round(member, opened_at=None)
    with pytest.raises(NotYours):
        find_my_case(session, _reference(session, round_), member)


def test_a_reference_is_found_in_small_letters_too(session, member, round_):
    reference = _reference(session, round_)
    assert find_my_case(session, reference.lower(), member)[1].reference == reference


def test_a_case_does_not_exist_before_its_release(session, make, member, round_):
    make._keep(RoundCase(round_id=round_.id, reference="NP-BARE", position=9))
    with pytest.raises(NotYours):
        find_my_case(session, "NP-BARE", member)


def test_a_case_does_not_exist_once_the_seat_is_left(session, make, member):
    panel = make.panel(member)
    round_ = make.open_round(panel=panel)
    panels.leave_seat(session, panel, member.id, by=make.user(Role.LEAD))
    with pytest.raises(NotYours):
        find_my_case(session, _reference(session, round_), member)


@pytest.mark.parametrize("reference", ["", "NP-\x00", "nothing", "' OR 1=1 --", "x" * 5000])
def test_what_is_no_reference_does_not_exist(session, member, round_, reference):
    with pytest.raises(NotYours):
        find_my_case(session, reference, member)


def test_reading_a_case_keeps_who_saw_which_version(session, make, member, round_):
    case = _cases(session, round_)[0]
    newer = make.release(case, version=2, disposal="youth_caution")
    read = reading_releases.read_case(session, case.reference, by=member)
    assert (read.content.disposal, read.case.version, read.own) == ("youth_caution", 2, None)
    assert _last_event(session) == (
        "ReleaseRead",
        {"round_id": round_.id, "round_case_id": case.id, "release_id": newer.id},
    )


# Grades


def test_a_grade_is_kept_with_the_version_that_it_judged(session, member, round_):
    reference = _reference(session, round_)
    kept = _grade(
        session,
        reference,
        member,
        GradeWord.OBSERVATIONS,
        observations=observe([Theme.VICTIM], [Theme.HISTORY]),
        comment=" Ask the victim. ",
    )
    assert (kept.grade, kept.comment) == ("observations", "Ask the victim.")
    assert [(one.theme, one.severity) for one in kept.observations] == [("history", "serious"), ("victim", "minor")]
    assert kept.release_id == find_my_case(session, reference, member)[1].release_id
    assert find_my_case(session, reference, member)[1].progress is Progress.GRADED


def test_the_trail_says_that_a_grade_was_given_and_never_which(session, member, round_):
    _grade(session, _reference(session, round_), member, GradeWord.INAPPROPRIATE, comment="Far too lenient.")
    name, facts = _last_event(session)
    assert name == "GradeGiven"
    assert set(facts) == {"round_id", "round_case_id", "release_id", "grade_id"}


def test_the_same_grade_twice_is_kept_once(session, member, round_):
    reference = _reference(session, round_)
    observations = observe([Theme.VICTIM, Theme.GOOD_PRACTICE], [])
    first = _grade(session, reference, member, GradeWord.OBSERVATIONS, observations=observations)
    entries = _count(session, TrailEntry)
    again = _grade(session, reference, member, GradeWord.OBSERVATIONS, observations=observations)
    assert (again.id, _count(session, Grade), _count(session, TrailEntry)) == (first.id, 1, entries)


def test_a_change_of_mind_is_a_new_row_and_the_newest_counts(session, member, round_):
    reference = _reference(session, round_)
    _grade(session, reference, member)
    _grade(session, reference, member, GradeWord.INAPPROPRIATE, comment="On reflection, no.")
    assert _count(session, Grade) == 2
    own = reading_releases.read_case(session, reference, by=member).own
    assert own
    assert own.grade == "inappropriate"


def test_an_incomplete_grade_is_refused_and_not_kept(session, member, round_):
    with pytest.raises(GradeIncomplete):
        _grade(session, _reference(session, round_), member, GradeWord.INAPPROPRIATE)
    assert _count(session, Grade) == 0


def test_a_comment_that_names_somebody_of_the_panel_is_refused_and_not_kept(session, member, round_):
    member.name = "Zofia Pająk"
    with pytest.raises(GradeIncomplete, match="Name nobody: take out Zofia Pająk"):
        _grade(session, _reference(session, round_), member, comment="As ZOFIA PAJAK says, it is sound.")
    assert _count(session, Grade) == 0


def test_a_newer_release_overtakes_a_grade(session, make, member, round_):
    case = _cases(session, round_)[0]
    make.release(case, version=2)
    with pytest.raises(Overtaken, match="version 2"):
        _grade(session, case.reference, member)
    assert _count(session, Grade) == 0


@pytest.mark.parametrize("ended", [{"closed_at": now()}, {"close_on": date.today() - timedelta(days=2)}])  # noqa: DTZ011
def test_no_grade_is_taken_after_the_round_closed(session, make, member, ended):
    round_ = make.open_round(member, **ended)
    with pytest.raises(GradingEnded, match="closed"):
        _grade(session, _reference(session, round_), member)


def test_no_grade_is_taken_after_the_reveal(session, make, member, round_):
    case = _cases(session, round_)[0]
    make._keep(Reveal(round_case_id=case.id, revealed_by=member.id, revealed_at=now()))
    for deed in (
        lambda: _grade(session, case.reference, member),
        lambda: grading.abstain(session, case.reference, by=member),
    ):
        with pytest.raises(GradingEnded, match="revealed"):
            deed()
    assert _count(session, Grade) == 0


@pytest.mark.parametrize(
    ("role", "body"),
    [(Role.ADVISER, Body.POLICE), (Role.MEMBER, Body.POLICE), (Role.COMMISSIONERS_OFFICER, Body.COMMISSIONER)],
)
def test_those_who_advise_never_grade(session, make, role, body):
    person = make.user(role, body=body)
    reference = _reference(session, make.open_round(person))
    for deed in (lambda: _grade(session, reference, person), lambda: grading.abstain(session, reference, by=person)):
        with pytest.raises(Refused, match="give no grades"):
            deed()
    assert _count(session, Grade) == 0


def test_abstaining_stands_in_place_of_a_grade_and_can_be_taken_back(session, member, round_):
    reference = _reference(session, round_)
    _grade(session, reference, member)
    kept = grading.abstain(session, reference, by=member)
    assert (kept.grade, find_my_case(session, reference, member)[1].progress) == (None, Progress.ABSTAINED)
    assert grading.abstain(session, reference, by=member).id == kept.id
    _grade(session, reference, member)
    assert find_my_case(session, reference, member)[1].progress is Progress.GRADED


def test_after_the_close_one_may_still_say_that_one_gives_no_grade_but_not_take_one_back(session, make, member):
    round_ = make.open_round(member)
    first, second, _ = (case.reference for case in _cases(session, round_))
    _grade(session, first, member)
    round_.closed_at = now()
    session.flush()
    with pytest.raises(GradingEnded):
        grading.abstain(session, first, by=member)
    assert grading.abstain(session, second, by=member).grade is None


def test_the_next_case_comes_after_this_one_and_then_from_the_start(session, member, round_):
    _grade(session, _reference(session, round_, 2), member)
    (mine,) = my_rounds(session, member)
    assert mine.answered == 1
    assert mine.next_after(1) == mine.cases[2]
    assert mine.next_after(3) == mine.cases[0]


# Conflicts


def test_a_declared_conflict_takes_the_case_away_at_once(session, member, round_):
    reference = _reference(session, round_, 2)
    _grade(session, reference, member)
    conflicts.declare_conflict(session, reference, by=member)
    (mine,) = my_rounds(session, member)
    assert (len(mine.cases), mine.answered, [case.place for case in mine.cases]) == (2, 0, [1, 3])
    assert (mine.size, mine.sees_all, mine.beside(1)[1]) == (3, False, mine.cases[1])
    for deed in (
        lambda: reading_releases.read_case(session, reference, by=member),
        lambda: _grade(session, reference, member),
        lambda: grading.abstain(session, reference, by=member),
        lambda: conflicts.declare_conflict(session, reference, by=member),
    ):
        with pytest.raises(NotYours):
            deed()


def test_a_conflict_keeps_nobody_else_from_the_case(session, make, member):
    other = make.user(Role.MEMBER)
    round_ = make.open_round(member, other)
    conflicts.declare_conflict(session, _reference(session, round_), by=member)
    assert len(my_rounds(session, other)[0].cases) == 3


@pytest.mark.parametrize("role", [Role.CHAIR, Role.COMMISSIONERS_OFFICER])
def test_those_who_run_the_panel_pin_a_conflict(session, make, member, role):
    pinner = make.user(role)
    round_ = make.open_round(member, pinner)
    reference = _reference(session, round_)
    conflicts.pin_conflict(session, round_, reference=reference, user_id=member.id, by=pinner)
    with pytest.raises(NotYours):
        find_my_case(session, reference, member)
    event, facts = _last_event(session)
    assert (event, facts["state"], facts["user_id"]) == ("ConflictSet", "pinned", member.id)


def test_a_conflict_is_pinned_once_even_over_a_declared_one(session, make, member, round_):
    lead, reference = make.user(Role.LEAD), _reference(session, round_)
    conflicts.declare_conflict(session, reference, by=member)
    conflicts.pin_conflict(session, round_, reference=reference, user_id=member.id, by=lead)
    with pytest.raises(Refused, match="already"):
        conflicts.pin_conflict(session, round_, reference=reference, user_id=member.id, by=lead)
    assert [one.conflict.state for one in conflicts.standing_conflicts(session, round_, lead)] == ["pinned"]
    assert _count(session, Conflict) == 2


def test_a_conflict_is_pinned_only_on_a_case_and_a_person_of_the_round(session, make, member, round_):
    lead, stranger = make.user(Role.LEAD), make.user(Role.MEMBER)
    for reference, person in (("NP-NONE", member), (_reference(session, round_), stranger)):
        with pytest.raises(Refused, match="Choose"):
            conflicts.pin_conflict(session, round_, reference=reference, user_id=person.id, by=lead)
    assert _count(session, Conflict) == 0


def test_a_chair_with_a_conflict_finds_the_case_in_no_list_of_conflicts(session, make, member):
    chair = make.user(Role.CHAIR)
    round_ = make.open_round(member, chair)
    reference = _reference(session, round_)
    conflicts.declare_conflict(session, reference, by=chair)
    assert reference not in [case.reference for case in conflicts.cases_to_pin(session, round_, chair)]
    assert conflicts.standing_conflicts(session, round_, chair) == []


def test_a_lifted_conflict_gives_the_case_back(session, make, member, round_):
    case = _cases(session, round_)[0]
    conflicts.declare_conflict(session, case.reference, by=member)
    make._keep(Conflict(round_case_id=case.id, user_id=member.id, state="lifted", set_by=1, set_at=now()))
    assert find_my_case(session, case.reference, member)[1].place == 1
