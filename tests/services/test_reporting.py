"""A round's report and its trail for the panel: when they may be read, by whom, and what is not in them."""

import json

import pytest
from sqlalchemy import select

from scrutiny_app.domain import report_tables as tables
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.events import ConflictSet
from scrutiny_app.domain.grading import ConflictState
from scrutiny_app.domain.people import Role
from scrutiny_app.files.reports import report_document, report_workbook
from scrutiny_app.models.grades import Conflict
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import reporting, trail
from scrutiny_app.services.reporting import Form, read_report, read_trail
from scrutiny_app.services.rounds import OutOfOrder
from scrutiny_app.services.trail import now
from tests.making import Make

SOUND, SEEN, WRONG, SPLIT, BACK = Result


def test_a_report_counts_the_signed_findings_and_names_the_draw(session, make: Make):
    lead = make.user()
    round_ = make.signed_round(SOUND, SOUND, SEEN, WRONG, SPLIT, by=lead, cases=30)
    report = read_report(session, round_, Form.PAGE, by=lead)
    assert [line.cases for line in tables.result_lines(report)] == [2, 1, 1, 3, 1, 0]
    assert (report.method.eligible, report.method.drawn) == (30, 5)
    assert (report.title, report.force) == (round_.title, round_.force)


def test_cases_come_with_the_disposal_that_was_released(session, make: Make):
    make.cases(10, disposal="conditional_caution")
    lead = make.user()
    report = read_report(session, make.signed_round(cases=30, by=lead), Form.PAGE, by=lead)
    counted = {title: sum(counts.values()) for title, counts in report.by_disposal}
    assert counted == {"Community resolution": 4, "Conditional caution": 2}
    assert report.method.counts == {"community_resolution": 30, "conditional_caution": 10}


def test_there_is_no_report_before_every_case_is_signed_and_the_missing_are_named(session, make: Make):
    lead = make.user()
    round_ = make.drawn_round(by=lead, opened_at=now())
    places = make.round_cases(round_)
    for place in places:
        make.release(place)
    for place in places[1:]:
        make.finding(place, by=lead)
    with pytest.raises(OutOfOrder, match=f"a signed finding for every case.*Without one: {places[0].reference}"):
        read_report(session, round_, Form.PAGE, by=lead)


def test_there_is_no_report_before_the_draw(session, make: Make):
    lead = make.user()
    with pytest.raises(OutOfOrder, match="Frame frozen"):
        read_report(session, make.frozen_round(by=lead), Form.PAGE, by=lead)


def test_reading_a_report_is_on_the_trail_with_its_form(session, make: Make):
    lead = make.user()
    round_ = make.signed_round(by=lead)
    read_report(session, round_, Form.WORKBOOK, by=lead)
    newest = trail.newest(session, most=1)[0]
    assert newest.event == "ReportRead"
    assert json.loads(newest.facts) == {"form": "xlsx", "round_id": round_.id}


def test_a_report_bears_the_trails_head_at_the_last_signature_so_that_reading_it_changes_nothing(session, make: Make):
    lead = make.user()
    round_ = make.signed_round(by=lead)
    first, second = (read_report(session, round_, Form.DOCUMENT, by=lead) for _ in range(2))
    signed = trail.newest(session, round_id=round_.id, events=["FindingSigned"])[0]
    assert (first.entries, first.head) == (signed.position, signed.digest)
    assert report_document(first) == report_document(second)
    assert report_workbook(first) == report_workbook(second)


def test_a_case_with_a_readers_own_conflict_is_counted_and_not_listed(session, make: Make):
    lead, member, other = make.user(), make.user(Role.MEMBER), make.user(Role.MEMBER)
    round_ = make.signed_round(WRONG, SOUND, SOUND, by=lead, panel=make.panel(member, other))
    place = make.round_cases(round_)[0]
    set_ = {"state": ConflictState.DECLARED, "set_by": member.id, "set_at": now()}
    session.add(Conflict(round_case_id=place.id, user_id=member.id, **set_))
    session.flush()
    mine, theirs = (read_report(session, round_, Form.PAGE, by=who) for who in (member, other))
    assert theirs.listed[0].reference == place.reference
    assert place.reference not in str(tables.cases(mine))
    assert mine.grades == theirs.grades


def test_nobodys_name_or_number_is_in_any_form_of_a_report(session, make: Make):
    chair = make.user(Role.CHAIR, name="Quillon Abernethy-Voss")
    lead = make.user()
    round_ = make.signed_round(by=lead, panel=make.panel(chair))
    report = read_report(session, round_, Form.PAGE, by=lead)
    words = repr(report)
    for kept_out in ("Abernethy", "Achterberg", "Whitlow", "NM/", "42NM", "Garside", "Bhandal", "2201"):
        assert kept_out not in words


def test_the_panel_reads_a_rounds_trail_without_who(session, make: Make):
    lead, chair = make.user(), make.user(Role.CHAIR)
    round_ = make.signed_round(by=lead, panel=make.panel(chair))
    place = make.round_cases(round_)[0]
    trail.record(session, ConflictSet(round_.id, place.id, chair.id, "declared"), by=chair)
    shown = read_trail(session, round_, by=chair)
    assert {"FrameFrozen", "SampleDrawn", "FindingSigned", "ConflictSet"} <= {entry.event for entry in shown}
    assert {entry.actor for entry in shown} == {""}
    assert not any({"user_id", "checked_by"} & json.loads(entry.facts).keys() for entry in shown)
    assert session.scalar(select(TrailEntry.event).order_by(TrailEntry.position.desc()).limit(1)) == "TrailRead"


def test_a_rounds_entries_are_numbered_within_it_so_that_they_count_nothing_of_other_rounds(
    session, make: Make, monkeypatch
):
    lead, chair = make.user(), make.user(Role.CHAIR)
    make.signed_round(by=lead, panel=make.panel(chair))
    round_ = make.signed_round(by=lead, panel=make.panel(chair))
    numbers = [entry.position for entry in read_trail(session, round_, by=chair)]
    assert numbers == list(range(len(numbers), 0, -1))
    monkeypatch.setattr(reporting, "MOST_ENTRIES", 2)
    older = [entry.position for entry in read_trail(session, round_, before=4, by=chair)]
    assert older == [3, 2]
    assert read_trail(session, round_, before=1, by=chair) == []


def test_a_rounds_trail_does_not_exist_for_the_panel_until_every_case_is_revealed(session, make: Make):
    lead, chair = make.user(), make.user(Role.CHAIR)
    round_ = make.drawn_round(by=lead, panel=make.panel(chair))
    for place in make.round_cases(round_)[1:]:
        make.finding(place, by=chair)
    with pytest.raises(NotYours):
        read_trail(session, round_, by=chair)


def test_a_round_without_cases_has_no_trail_for_the_panel(session, make: Make):
    lead, chair = make.user(), make.user(Role.CHAIR)
    with pytest.raises(NotYours):
        read_trail(session, make.frozen_round(by=lead, panel=make.panel(chair)), by=chair)
