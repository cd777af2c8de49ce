"""Numbers named from outside, the registrar's answers, and what the frozen files say of each."""

import pytest
from sqlalchemy import delete, select

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.frame_checking import Answer, FrameCheck, Source, UnusableNumbers
from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.domain.people import Role
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.frame_checks import NamedNumber
from scrutiny_app.models.picks import FramePart
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import changing_draws, framing, rounds
from scrutiny_app.services.frame_checking import answer_number, check_of, find_number, name_numbers, numbers_of
from scrutiny_app.services.looking_up import Seen, look_up
from scrutiny_app.services.marking import Mark, mark_case
from scrutiny_app.services.rounds import OutOfOrder
from tests.making import KEY


@pytest.fixture
def lead(make):
    return make.user()


@pytest.fixture
def registrar(make):
    return make.user(Role.REGISTRAR)


@pytest.fixture
def frozen(make, lead):
    return make.frozen_round(by=lead)


def events(session):
    return list(session.scalars(select(TrailEntry.event).order_by(TrailEntry.position)))


def test_numbers_are_kept_once_each_and_each_is_on_the_trail_by_its_id_alone(session, frozen, registrar):
    named = name_numbers(
        session, frozen, " 42NM/7/26 \r\n\r\nNM 8\n42NM/7/26\t\rNM\xa08", Source.COURT_LIST, by=registrar
    )
    again = name_numbers(session, frozen, "NM 8\nNM 9", Source.OTHER, by=registrar)
    assert (named, again) == ((2, 0), (1, 1))
    assert [one.number.number for one in numbers_of(session, frozen, by=registrar)] == ["42NM/7/26", "NM 8", "NM 9"]
    assert events(session)[1:] == ["NumberNamed"] * 3
    assert "42NM" not in "".join(session.scalars(select(TrailEntry.facts)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "at least one"),
        (" \n\t\n", "at least one"),
        ("A1\nB\x00C", "Line 2"),
        ("A\u202e1", "Line 1"),
        ("A\x1b[31m", "Line 1"),
        ("A1\n" + "9" * 61, "Line 2 is longer"),
        ("\n".join(map(str, range(51))), "51 numbers"),
    ],
)
def test_numbers_that_cannot_be_looked_for_name_the_line_and_keep_nothing(session, frozen, registrar, text, words):
    with pytest.raises(UnusableNumbers, match=words):
        name_numbers(session, frozen, text, Source.OTHER, by=registrar)
    assert not session.scalars(select(NamedNumber)).all()


def test_a_round_takes_so_many_numbers_and_no_more(session, frozen, registrar, monkeypatch):
    monkeypatch.setattr("scrutiny_app.services.frame_checking.MOST_OF_A_ROUND", 3)
    name_numbers(session, frozen, "1\n2\n3", Source.OTHER, by=registrar)
    with pytest.raises(UnusableNumbers, match="3 numbers at most"):
        name_numbers(session, frozen, "4", Source.OTHER, by=registrar)
    assert check_of(session, frozen).named == 3


def test_nothing_is_named_or_answered_before_the_frame_is_frozen(session, make, lead, registrar):
    round_ = make.round(by=lead)
    with pytest.raises(OutOfOrder):
        name_numbers(session, round_, "1", Source.OTHER, by=registrar)
    with pytest.raises(OutOfOrder):
        answer_number(session, round_, 1, Answer.ABSENT, None, by=registrar)
    assert check_of(session, round_) == FrameCheck()


def test_answers_are_counted_may_be_changed_and_each_is_on_the_trail(session, frozen, registrar):
    name_numbers(session, frozen, "1\n2\n3\n4", Source.OTHER, by=registrar)
    one, two, three, _ = (asked.number.id for asked in numbers_of(session, frozen, by=registrar))
    answer_number(session, frozen, one, Answer.IN_FRAME, None, by=registrar)
    answer_number(session, frozen, two, Answer.EXCLUDED, ExclusionReason.DUPLICATE, by=registrar)
    answer_number(session, frozen, three, Answer.IN_FRAME, None, by=registrar)
    answer_number(session, frozen, three, Answer.ABSENT, None, by=registrar)
    check = check_of(session, frozen)
    assert check == FrameCheck(named=4, in_frame=1, excluded=1, absent=1)
    assert check.unanswered == 1
    assert events(session).count("NumberAnswered") == 4


@pytest.mark.parametrize(("answer", "reason"), [(Answer.EXCLUDED, None), (Answer.ABSENT, ExclusionReason.DUPLICATE)])
def test_a_reason_goes_with_what_was_left_out_and_with_nothing_else(session, frozen, registrar, answer, reason):
    name_numbers(session, frozen, "1", Source.OTHER, by=registrar)
    [asked] = numbers_of(session, frozen, by=registrar)
    with pytest.raises(Refused):
        answer_number(session, frozen, asked.number.id, answer, reason, by=registrar)
    assert check_of(session, frozen).unanswered == 1


def test_another_rounds_number_does_not_exist(session, make, lead, frozen, registrar):
    name_numbers(session, frozen, "1", Source.OTHER, by=registrar)
    [asked] = numbers_of(session, frozen, by=registrar)
    other = make.round(by=lead)
    with pytest.raises(NotYours):
        find_number(session, other, asked.number.id)


def test_a_reader_of_the_panel_is_given_their_own_numbers_alone(session, make, frozen, registrar):
    chair = make.user(Role.CHAIR)
    name_numbers(session, frozen, "1/registrar", Source.OTHER, by=registrar)
    name_numbers(session, frozen, "2/chair", Source.COURT_LIST, by=chair)
    assert [one.number.number for one in numbers_of(session, frozen, by=chair)] == ["2/chair"]
    assert len(numbers_of(session, frozen, by=registrar)) == 2
    assert check_of(session, frozen).named == 2


def test_when_another_frame_takes_the_place_of_one_its_answers_are_asked_again(session, make, lead, frozen, registrar):
    name_numbers(session, frozen, "1", Source.OTHER, by=registrar)
    [asked] = numbers_of(session, frozen, by=registrar)
    answer_number(session, frozen, asked.number.id, Answer.ABSENT, None, by=registrar)
    void = changing_draws.propose_void(session, frozen, "A case is missing.", key=KEY, by=lead)
    changing_draws.decide(session, frozen, void.id, approved=True, by=registrar)
    assert check_of(session, frozen) == FrameCheck(named=1)
    make.case()
    framing.freeze(session, frozen, by=lead)
    assert check_of(session, frozen).unanswered == 1
    assert find_number(session, frozen, asked.number.id).answer is None


def test_the_registrar_is_told_what_the_frozen_files_and_the_cases_say(session, make, lead, registrar):
    listed, marked, filtered = make.case(), make.case(), make.case(area="Moorside")
    make.cases(9)
    outside = make.case(disposal_date="2026-07-01")
    round_ = make.round(by=lead, filters={"area": ["Harbour"]})
    mark_case(session, marked.id, Mark.APPEAL, "Live.", key=KEY, by=lead)
    framing.freeze(session, round_, by=lead)
    numbers = dict(row for row in session.execute(select(CaseNumber.case_id, CaseNumber.number)))
    asked = [numbers[one.id] for one in (listed, marked, filtered, outside)]
    found = look_up(session, round_, [*asked, "NM", "nobody’s"], by=registrar)
    assert [found[number].seen for number in asked] == [
        Seen.FRAME,
        Seen.EXCLUSIONS,
        Seen.NEITHER,
        Seen.OUTSIDE_PERIOD,
    ]
    assert found["NM"].seen is found["nobody’s"].seen is Seen.UNKNOWN
    assert found[asked[0]].stratum == "community_resolution"
    assert found[asked[1]].reason is ExclusionReason.LIVE_APPEAL_OR_COMPLAINT
    assert events(session).count("FrameFileRead") == 1


def test_another_forces_case_of_that_number_is_not_known(session, make, frozen, registrar):
    case = make.case(force="Southmere Constabulary")
    number = session.get_one(CaseNumber, case.id).number
    assert look_up(session, frozen, [number], by=registrar)[number].seen is Seen.UNKNOWN


def test_every_number_of_a_frame_kept_in_pieces_is_found_and_none_that_is_not_there(session, frozen, registrar):
    numbers = list(session.scalars(select(CaseNumber.number)))
    whole = b"".join(framing.file_of(session, rounds.frame_of(session, frozen))).splitlines(keepends=True)
    session.execute(delete(FramePart))
    pieces = [b"".join(whole[start : start + 5]) for start in range(0, len(whole), 5)]
    draw_id = rounds.frame_of(session, frozen).draw_id
    session.add_all(FramePart(draw_id=draw_id, number=number, lines=lines) for number, lines in enumerate(pieces))
    found = look_up(session, frozen, [*numbers, *(number[:-1] for number in numbers)], by=registrar)
    assert {found[number].seen for number in numbers} == {Seen.FRAME}
    assert {one.seen for number, one in found.items() if number not in numbers} == {Seen.UNKNOWN}
