"""Public reports line by line and version by version: approved together, replaced, and numbered as the public is."""

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.public_lines import LineKind, line_of
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services.public_reports import find_report, not_told, prepare, told_already
from scrutiny_app.services.publishing import approve_lines, publish
from tests.making import Make
from tests.public_people import SCAN, People, approved, out, round_of

OURS = line_of(LineKind.REMARK, "The reasons were written down with care.")


@pytest.fixture
def who(make: Make) -> People:
    return People(make)


def test_lines_are_approved_together_and_each_is_on_the_trail_by_itself(session, make: Make, who: People):
    make.cases(30, offender_name="THORNEYCROFT, Kieran Aldous")
    planted = line_of(LineKind.REMARK, "Kieran Thorneycroft was treated fairly.")
    report = prepare(session, [round_of(make, who, cases=0).id], "Spring 2026", lines=[OURS, planted], by=who.lead)
    lines = [one.digest for one in find_report(session, report.id, who.registrar).to_approve]
    assert approve_lines(session, report.id, lines, scan=SCAN, by=who.registrar) == (planted,)
    assert find_report(session, report.id, who.registrar).to_approve == (planted,)
    kept = select(func.count()).select_from(TrailEntry).where(TrailEntry.event == "PublicLineApproved")
    assert session.scalar(kept) == len(lines) - 1
    with pytest.raises(Overtaken):
        approve_lines(session, report.id, ["0" * 64], scan=SCAN, by=who.registrar)


def test_a_version_replaced_before_it_was_published_says_so_and_takes_no_more(session, make: Make, who: People):
    ids = [round_of(make, who).id]
    first = approved(session, prepare(session, ids, "Spring 2026", by=who.lead), who)
    ready = find_report(session, first.id, who.lead)
    assert ready.state == "Approved by the chair and the registrar; ready to publish"
    second = prepare(session, ids, "Spring 2026", lines=[OURS], before=first, by=who.lead)
    assert find_report(session, first.id, who.lead).state == "Replaced by version 2"
    with pytest.raises(Overtaken, match="Version 2 has taken"):
        publish(session, first.id, first.digest, scan=SCAN, by=who.lead)
    assert out(session, second, who).content["version"] == 1  # as the public counts


def test_a_round_is_told_of_by_the_reports_that_tell_it(session, make: Make, who: People):
    told, other = round_of(make, who), round_of(make, who, title="Summer")
    assert not_told(session, [told, other]) == [told, other]
    report = out(session, prepare(session, [told.id], "Spring 2026", by=who.lead), who)
    prepare(session, [told.id], "Spring 2026", before=report, by=who.lead)
    assert not_told(session, [told, other]) == [other]
    found = told_already(session, [told, other], who.lead)
    assert ([one.row.id for one in found[told.id]], found[other.id]) == ([report.id], [])
