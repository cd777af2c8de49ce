"""A frame held against the force's own totals, before and after it is frozen."""

from datetime import date
from json import loads
from typing import Any

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.models.frame_checks import OutcomeTotal
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import framing, tallying
from scrutiny_app.services.frame_checking import reconciled
from scrutiny_app.services.marking import Mark, mark_case
from scrutiny_app.services.reconciling import compare, enter_totals
from tests.making import FORCE, KEY


@pytest.fixture
def lead(make):
    return make.user()


@pytest.fixture
def cases(make):
    """Nine resolutions of the period, two of them of another area, four cautions, and one case outside the period."""
    make.case(disposal_date="2026-07-01")
    make.cases(2, area="Moorside")
    make.cases(4, disposal="simple_caution")
    return make.cases(7)


def row(session, round_, disposal="community_resolution"):
    return next(one for one in compare(session, round_).rows if one.disposal == disposal)


def test_a_disposal_is_counted_in_the_frame_left_out_filtered_away_and_by_the_force(session, make, lead, cases):
    round_ = make.round(by=lead, filters={"area": ["Harbour"]})
    mark_case(session, cases[0].id, Mark.COMPLAINT, "Live.", key=KEY, by=lead)
    enter_totals(session, round_, {"community_resolution": 12, "simple_caution": None}, by=lead)
    seen = row(session, round_)
    assert (seen.in_frame, seen.filtered, seen.here, seen.counted) == (6, 2, 9, 12)
    assert seen.left_out == {ExclusionReason.LIVE_APPEAL_OR_COMPLAINT: 1}
    assert row(session, round_, "simple_caution").counted is None


def test_what_was_counted_beforehand_gives_the_same_totals(session, make, lead, cases):
    plans: tuple[dict[str, Any], ...] = (
        {},
        {"filters": {"area": ["Harbour"]}},
        {"period_from": date(2026, 4, 2), "period_to": date(2026, 6, 29)},
    )
    planned = [make.round(by=lead, **plan) for plan in plans]
    counted = [compare(session, round_) for round_ in planned]
    tallying.tally(session, FORCE)
    assert tallying.is_fresh(session, FORCE)
    assert [compare(session, round_) for round_ in planned] == counted
    assert row(session, planned[0]).here == 9


@pytest.mark.parametrize(
    ("strata", "filters", "by_now"),
    [
        (["disposal"], {}, False),
        (["area", "disposal"], {}, False),
        (["area"], {}, True),
        (["area"], {"disposal": ["community_resolution"]}, False),
    ],
)
def test_what_was_frozen_stays_as_it_was_counted(session, make, lead, cases, strata, filters, by_now):
    round_ = make.round(by=lead, strata=strata, filters=filters, size=4, floor=0)
    mark_case(session, cases[0].id, Mark.COMPLAINT, "Live.", key=KEY, by=lead)
    framing.freeze(session, round_, by=lead)
    before = row(session, round_)
    assert (before.in_frame, before.left_out.total(), compare(session, round_).later) == (8, 1, 0)
    assert compare(session, round_).by_now == by_now
    make.cases(3)
    assert compare(session, round_).later == 3
    assert row(session, round_).in_frame == (11 if by_now else 8)


def test_totals_are_kept_in_place_of_those_before_and_each_entering_is_on_the_trail(session, make, lead, cases):
    round_ = make.round(by=lead)
    enter_totals(session, round_, {"community_resolution": 12, "simple_caution": 4}, by=lead)
    enter_totals(session, round_, {"community_resolution": 9, "simple_caution": None}, by=lead)
    assert [(one.disposal, one.total) for one in session.scalars(select(OutcomeTotal))] == [("community_resolution", 9)]
    entries = session.scalars(select(TrailEntry.facts).order_by(TrailEntry.position))
    assert [loads(loads(facts)["totals"]) for facts in entries] == [
        {"community_resolution": [12, 9], "simple_caution": [4, 4]},
        {"community_resolution": [9, 9]},
    ]


@pytest.mark.parametrize("totals", [{"community_resolution": -1}, {"community_resolution": 10**9}, {"no such": 1}])
def test_a_total_that_cannot_be_is_refused_and_nothing_is_kept(session, make, lead, totals):
    round_ = make.round(by=lead)
    with pytest.raises(Refused):
        enter_totals(session, round_, totals, by=lead)
    assert not session.scalars(select(OutcomeTotal)).all()
    assert not session.scalars(select(TrailEntry)).all()


def test_a_report_is_told_what_was_found_and_whether_it_was_before_the_freeze(session, make, lead, cases):
    round_ = make.round(by=lead)
    assert reconciled(session, round_) is None
    enter_totals(session, round_, {"community_resolution": 12, "simple_caution": 1}, by=lead)
    framing.freeze(session, round_, by=lead)
    found = reconciled(session, round_)
    assert (found.counted, found.here, found.differing, found.before_freezing) == (13, 13, 2, True)
    enter_totals(session, round_, {"community_resolution": 9}, by=lead)
    assert not reconciled(session, round_).before_freezing
    enter_totals(session, round_, {}, by=lead)
    assert reconciled(session, round_) is None
