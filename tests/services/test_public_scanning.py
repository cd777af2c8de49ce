"""Whoever is in a report's cases is looked for in every line of it, in any spelling."""

import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.public_lines import LineKind, NamesSomebody, line_of
from scrutiny_app.services.public_reports import find_report, prepare
from scrutiny_app.services.publishing import approve, approve_line, publish
from tests.making import Make
from tests.public_people import SCAN, People, out, round_of


@pytest.fixture
def who(make: Make) -> People:
    return People(make)


SPELLINGS = [
    "Kieran Aldous Thorneycroft",
    "Kieran Thorneycroft",
    "KIERAN THORNEYCROFT",
    "kieran thorneycroft",
    "Thorneycroft, Kieran",
    "THORNEYCROFT Kieran",
    "Thorneycroft Kieran Aldous",
    "Mr Thorneycroft",
    "K. Thorneycroft",
    "K Thorneycroft",
    "K.A. Thorneycroft",
    "Thorneycroft K",
    "Thorneycroft",
    "thorneycroft",
    "Thorneycroft's",
    "Thorneycroft’s",
    "Kieran T.",
    "Kieran",
    "Kiéran Thorneycroft",
    "Kieran-Thorneycroft",
    "Kieran\u00a0Thorneycroft",
    "Kieran\u200bThorneycroft",
    "Thorney\u00adcroft",
    "Thornycroft",
    "kieran.thorneycroft@example.org",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_planted_name_is_not_approved_in_any_spelling(session, make: Make, who: People, spelling):
    make.cases(30, offender_name="THORNEYCROFT, Kieran Aldous")
    planted = line_of(LineKind.GOOD_PRACTICE, f"The officer spoke kindly with {spelling} and wrote down why.")
    report = prepare(session, [round_of(make, who, cases=0).id], "Spring 2026", lines=[planted], by=who.lead)
    with pytest.raises(NamesSomebody) as refusal:
        approve_line(session, report.id, planted.digest, scan=SCAN, by=who.registrar)
    assert spelling not in refusal.value.message


def test_a_name_that_the_panels_side_approved_does_not_pass_the_registrar(session, make: Make, who: People):
    make.cases(30, offender_name="THORNEYCROFT, Kieran Aldous")
    planted = line_of(LineKind.REMARK, "Kieran Thorneycroft was treated fairly.")
    report = prepare(session, [round_of(make, who, cases=0).id], "Spring 2026", lines=[planted], by=who.lead)
    for line in find_report(session, report.id, who.chair).to_approve:
        approve_line(session, report.id, line.digest, by=who.chair)
    approve(session, report.id, report.digest, by=who.chair)
    with pytest.raises(NamesSomebody):
        approve(session, report.id, report.digest, scan=SCAN, by=who.registrar)
    with pytest.raises(Refused):
        publish(session, report.id, report.digest, by=who.office)


def test_a_panel_may_be_known_by_a_number_that_would_be_somebodys_elsewhere(session, make: Make, who: People):
    who.panel.name = "Panel 12045"
    round_ = round_of(make, who)
    ours = line_of(LineKind.INTRODUCTION, "Panel 12045 met in May.")
    report = prepare(session, [round_.id], "Spring 2026", lines=[ours], by=who.lead)
    assert out(session, report, who).digest == report.digest
    planted = line_of(LineKind.REMARK, "Panel 12045 was told of 54321.")
    report = prepare(session, [round_.id], "Spring 2026", lines=[planted], before=report, by=who.lead)
    with pytest.raises(NamesSomebody):
        approve_line(session, report.id, planted.digest, scan=SCAN, by=who.registrar)


def test_the_publishers_own_names_stay_where_a_case_shares_a_word_with_them(session, make: Make, who: People):
    who.panel.name = "Northmoor Scrutiny Panel"
    given = {"offender_address": "12 High Street, Northmoor", "victim_1_name": "NORTHMOOR, Ann"}
    make.cases(30, **given)
    round_ = round_of(make, who, cases=0)
    ours = line_of(LineKind.INTRODUCTION, "The Northmoor Scrutiny Panel looks at Northmoor Police.")
    report = prepare(session, [round_.id], "Spring 2026", lines=[ours], by=who.lead)
    assert out(session, report, who).digest == report.digest
    planted = line_of(LineKind.REMARK, "Ann Northmoor was asked by Northmoor Police.")
    report = prepare(session, [round_.id], "Spring 2026", lines=[planted], before=report, by=who.lead)
    with pytest.raises(NamesSomebody):
        approve_line(session, report.id, planted.digest, scan=SCAN, by=who.registrar)
