"""Reckoning: a report over areas out of proportion gets its ranges on the force's side, and the panel reads them."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Role
from scrutiny_app.models.estimates import RoundEstimate
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services.reckoning import reckon
from scrutiny_app.services.reporting import Form, read_report, report_of
from scrutiny_app.services.rounds import OutOfOrder
from scrutiny_app.services.trail import now

SOUND, WRONG = Result.APPROPRIATE, Result.INAPPROPRIATE


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def round_(make, lead):
    """Sign a round over two areas, of 40 and 10 cases, whose floor gives the small one more than its share."""
    make.cases(40, area="Harbour")
    make.cases(10, area="Moor")
    return make.signed_round(*[SOUND] * 6, *[WRONG] * 2, by=lead, cases=0, strata=["area"], floor=4)


def test_before_it_is_reckoned_the_report_says_why_there_is_no_range(session, round_, lead):
    report = read_report(session, round_, Form.PAGE, by=lead)
    assert "when somebody there opens this report" in (report.why_no_range or "")
    assert report.sound.estimate is None


def test_the_ranges_are_weighted_by_the_areas_and_the_panel_reads_the_same(session, make, round_, lead):
    assert reckon(session, round_, by=lead)
    found = read_report(session, round_, Form.PAGE, by=lead)
    assert found.why_no_range is None
    assert found.sound.estimate.weighted
    assert found.sound.estimate.low < found.sound.estimate.share < found.sound.estimate.high
    assert found.sound.words.startswith("6 of 8 (")
    assert report_of(session, round_, by=make.user(Role.CHAIR)).sound == found.sound


def test_it_is_reckoned_once_and_stands_on_the_trail(session, round_, lead):
    assert reckon(session, round_, by=lead)
    assert not reckon(session, round_, by=lead)
    assert len(session.scalars(select(RoundEstimate.code)).all()) == 4
    assert len(session.scalars(select(TrailEntry).where(TrailEntry.event == "RangesReckoned")).all()) == 1


def test_nothing_is_kept_where_the_panels_side_reckons_itself(session, make, lead):
    make.cases(40)
    assert not reckon(session, make.signed_round(SOUND, WRONG, by=lead, cases=0), by=lead)
    assert session.scalar(select(RoundEstimate.code)) is None


def test_nothing_is_reckoned_before_every_case_is_signed(session, make, lead):
    with pytest.raises(OutOfOrder):
        reckon(session, make.drawn_round(by=lead, opened_at=now()), by=lead)
