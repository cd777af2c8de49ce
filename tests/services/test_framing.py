"""Freezing: what a round may draw from is listed once, hashed and on the trail, and nothing changes it after."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.allocation import FrameTooSmall, SampleTooSmall
from scrutiny_app.domain.cases import NOT_RECORDED
from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.framing import digest, read_frame
from scrutiny_app.domain.rounds import RoundKind
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.frames import Frame
from scrutiny_app.models.picks import FrameFile
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import framing, matching, rounds
from scrutiny_app.services.importing import import_extract
from scrutiny_app.services.trail import now
from tests.extracts import extract
from tests.making import KEY


@pytest.fixture
def lead(make):
    return make.user()


def file_of(session, frame):
    return b"".join(framing.file_of(session, frame))


def numbers_in(session, frame):
    return [line.case_number for line in read_frame(file_of(session, frame))]


def number_of(session, case):
    return session.get_one(CaseNumber, case.id).number


def facts_of(session, event):
    return json.loads(session.scalar(select(TrailEntry.facts).where(TrailEntry.event == event)))


def test_the_frame_holds_the_forces_cases_of_the_period_and_no_others(session, make, lead):
    first, last = make.case(disposal_date="2026-04-01"), make.case(disposal_date="2026-06-30")
    make.case(disposal_date="2026-03-31")
    make.case(disposal_date="2026-07-01")
    make.case(force="Southmoor Police")
    frame = framing.freeze(session, make.round(by=lead, size=2), by=lead)
    assert numbers_in(session, frame) == sorted([number_of(session, first), number_of(session, last)])


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({"disposal": ["simple_caution", "conditional_caution"]}, 3),
        ({"disposal": ["simple_caution"], "area": ["Valley"]}, 1),
        ({"area": [NOT_RECORDED]}, 1),
        ({"age_group": ["child"]}, 1),
        ({"flags": ["weapon", "domestic_abuse"]}, 2),
        ({"offence_group": ["shoplifting"]}, 1),
    ],
)
def test_a_filter_lets_in_a_case_that_has_any_of_its_values(session, make, lead, filters, kept):
    make.case(disposal="simple_caution", area="Valley", weapon=True)
    make.case(disposal="simple_caution", area="Harbour", domestic_abuse=True)
    make.case(disposal="conditional_caution", age_group="child", area=None)
    make.case(offence_group="shoplifting")
    round_ = make.round(by=lead, filters=filters, size=1, floor=0)
    assert framing.preview(session, round_).total == kept
    assert framing.freeze(session, round_, by=lead).total == kept


def test_a_case_that_was_put_before_a_panel_is_left_out_with_its_reason(session, make, lead):
    make.drawn_round(by=lead, cases=12, size=6)
    again = make.round(by=lead, size=6)
    seen = framing.preview(session, again)
    frame = framing.freeze(session, again, by=lead)
    assert (seen.total, seen.exclusions) == (6, {"already_before_a_panel": 6})
    assert (frame.total, frame.exclusions) == (6, {"already_before_a_panel": 6})
    nonce, *lines = session.get_one(FrameFile, frame.id).exclusions.decode().splitlines()
    assert len(nonce) == 64
    assert {line.split("\t")[1] for line in lines} == {"already_before_a_panel"}
    assert not {line.split("\t")[0] for line in lines} & set(numbers_in(session, frame))


def test_a_reserve_and_a_leads_own_dip_sample_take_no_case_out_of_a_panels_frame(session, make, lead):
    round_ = make.drawn_round(by=lead, cases=12, size=6)
    round_.kind, round_.panel_id = RoundKind.DIP_SAMPLE, None
    assert framing.preview(session, make.round(by=lead)).total == 12


def test_a_preview_counts_each_stratum_and_what_freezing_gives_is_the_same(session, make, lead):
    make.cases(9, disposal="community_resolution")
    make.cases(3, disposal="simple_caution")
    round_ = make.round(by=lead, size=8, floor=2)
    seen = framing.preview(session, round_)
    frame = framing.freeze(session, round_, by=lead)
    assert seen.counts == frame.counts == {"community_resolution": 9, "simple_caution": 3}
    assert seen.allocation == frame.allocation == {"community_resolution": 6, "simple_caution": 2}


def test_a_stratum_that_is_not_recorded_is_a_stratum_of_its_own(session, make, lead):
    make.case(area=None)
    make.cases(2, area="Harbour")
    round_ = make.round(by=lead, strata=["area"], size=2, floor=1)
    assert framing.freeze(session, round_, by=lead).counts == {"Harbour": 2, NOT_RECORDED: 1}


def test_digests_draw_id_rules_and_counts_are_on_the_trail_and_no_case_number_is(session, make, lead):
    round_ = make.frozen_round(by=lead, cases=8, size=4)
    frame, facts = session.scalar(select(Frame)), facts_of(session, "FrameFrozen")
    file = session.get_one(FrameFile, frame.id)
    assert facts["frame_digest"] == frame.digest == digest(file_of(session, frame))
    assert facts["exclusions_digest"] == frame.exclusions_digest == digest(file.exclusions)
    assert facts["draw_id"] == frame.draw_id == f"Northmoor-Police-2026-R{round_.id}"
    assert json.loads(facts["counts"]) == {"community_resolution": 8}
    assert json.loads(facts["rules"])["algorithm"] == "dip-1"
    assert "NM/" not in json.dumps(facts)


@pytest.mark.parametrize("cases", [1, 2, 3, 4, 5])
def test_no_case_is_lost_where_one_lot_read_ends_and_the_next_begins(session, make, lead, monkeypatch, cases):
    monkeypatch.setattr(matching, "AT_ONCE", 2)
    made = make.cases(cases)
    frame = framing.freeze(session, make.round(by=lead, size=1, floor=0), by=lead)
    assert numbers_in(session, frame) == sorted(number_of(session, case) for case in made)


def test_a_frame_cannot_be_frozen_twice(session, make, lead):
    round_ = make.frozen_round(by=lead)
    with pytest.raises(Overtaken, match="already frozen"):
        framing.freeze(session, round_, by=lead)


def test_a_number_that_an_extract_gives_twice_stands_once_in_the_frame(session, make, lead):
    two_offenders = [{"case_number": "NM/7/26"}, {"case_number": "NM/7/26", "offender_name": "Okafor, Daniel"}, {}]
    took = import_extract(session, "cases.csv", extract(*two_offenders), key=KEY, by=lead, today=date(2026, 7, 1))
    assert (took.extract.imported, took.extract.rejected) == (2, 1)
    frame = framing.freeze(session, make.round(by=lead, size=1, floor=0), by=lead)
    assert numbers_in(session, frame).count("NM/7/26") == 1
    assert frame.total == 2


@pytest.mark.parametrize(
    ("cases", "plan", "refusal", "words"),
    [
        (0, {"size": 6}, FrameTooSmall, "No case is left"),
        (5, {"size": 6}, FrameTooSmall, "has 5 cases and the sample asks for 6"),
        (5, {"size": 1, "floor": 2}, SampleTooSmall, "Ask for 2 or more"),
    ],
)
def test_a_plan_that_does_not_fit_is_explained_and_nothing_is_kept(session, make, lead, cases, plan, refusal, words):
    make.cases(cases)
    round_ = make.round(by=lead, **plan)
    assert words in (framing.preview(session, round_).refusal or "")
    with pytest.raises(refusal, match=words):
        framing.freeze(session, round_, by=lead)
    assert session.scalar(select(Frame.id)) is None


def test_a_frame_no_larger_than_its_sample_is_marked_targeted(session, make, lead):
    make.cases(4)
    make.cases(4, disposal_date="2026-01-01")
    winter = {"period_from": date(2026, 1, 1), "period_to": date(2026, 1, 31)}
    chosen, drawn = make.round(by=lead, size=4), make.round(by=lead, size=3, **winter)
    assert framing.freeze(session, chosen, by=lead).targeted
    assert not framing.freeze(session, drawn, by=lead).targeted


def test_two_rounds_that_could_draw_one_case_do_not_wait_for_dice_together(session, make, lead):
    first = make.frozen_round(by=lead, cases=8, size=4)
    with pytest.raises(rounds.OutOfOrder, match=first.title):
        framing.freeze(session, make.round(by=lead, size=3), by=lead)


def test_reading_a_frame_file_is_on_the_trail(session, make, lead):
    round_ = make.frozen_round(by=lead)
    registrar = make.user()
    framing.read_file(session, round_, by=registrar)
    entry = session.scalar(select(TrailEntry).where(TrailEntry.event == "FrameFileRead"))
    assert (entry.actor, entry.round_id) == (f"user:{registrar.id}", round_.id)


def test_there_is_no_file_before_the_freeze(session, make, lead):
    with pytest.raises(rounds.OutOfOrder, match="not frozen yet"):
        framing.read_file(session, make.round(by=lead), by=lead)


def test_a_late_import_and_an_edited_case_leave_the_frame_as_it_was(session, make, lead):
    kept = make.cases(6)
    round_ = make.round(by=lead, size=3)
    frame = framing.freeze(session, round_, by=lead)
    before = file_of(session, frame)
    make.cases(3)
    make.correct(kept[0], disposal_date="2020-01-01", disposal="simple_caution")
    session.expire_all()
    assert file_of(session, frame) == before
    assert session.get_one(Frame, frame.id).counts == {"community_resolution": 6}


def test_the_areas_offered_are_those_of_the_forces_own_cases(session, make):
    make.case(area="Valley")
    make.case(area="Harbour")
    make.case(area=None)
    make.case(area="Elsewhere", force="Southmoor Police")
    assert matching.values_of(session, "Northmoor Police", "area") == ["Harbour", "Valley"]


def test_a_period_that_has_not_ended_is_not_frozen(session, make, lead):
    make.cases(12)
    round_ = make.round(by=lead, period_to=now().date() + timedelta(days=1))
    with pytest.raises(framing.UnfinishedPeriod, match="has not ended"):
        framing.freeze(session, round_, by=lead)
    assert rounds.frame_of(session, round_) is None
