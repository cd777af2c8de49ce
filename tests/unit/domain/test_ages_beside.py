"""Ages under other systems' headings are those of the day that the dates of birth bear out."""

from datetime import date, timedelta

import pytest

from scrutiny_app.domain.cases import age_on
from scrutiny_app.domain.matching import suggest
from tests.unit.domain.looks import look_at

HEADINGS = ("Crime Ref", "Suspect", "DOB", "Offence Date", "Disposal", "Disposal Date")
A_LOT_LATER = timedelta(120)


def fields(heading, age, later=A_LOT_LATER, number=14):
    """Suggest for a column of ages, each by (birth, offence, disposal)."""
    rows = []
    for at in range(number):
        born, offence = date(1971 + at, 1 + at % 12, 3 + at), date(2026, 3, 1) + timedelta(at)
        cells = [
            f"26/{at}",
            "Marsh, Ann",
            born,
            offence,
            "Caution",
            offence + later,
            age(born, offence, offence + later),
        ]
        rows.append([cell.strftime("%d/%m/%Y") if isinstance(cell, date) else cell for cell in cells])
    found = suggest(look_at((*HEADINGS, heading), *rows), "")[-1]
    return [use.field for use in found.uses], found.why


def at_offence(born, offence, _):
    return age_on(offence, born)


def at_disposal(born, _, disposal):
    return age_on(disposal, born)


@pytest.mark.parametrize(
    "heading", ["Subject Age at Occ", "Nominal Age @ Incident", "Age Then", "How old on the day", "Sus Age (Off Date)"]
)
def test_an_age_that_is_that_of_the_offence_in_nearly_all_rows_is_read(heading):
    assert fields(heading, at_offence)[0] == ["offender_age"]


@pytest.mark.parametrize("heading", ["Subject Age (Issue)", "Age When Issued", "Age Then", "Nominal Age @ OOCR"])
def test_an_age_that_is_that_of_the_disposal_in_nearly_all_rows_is_read(heading):
    assert fields(heading, at_disposal)[0] == ["offender_age_at_disposal"]


def test_two_ages_are_each_of_the_day_that_agrees_whichever_heading_reads_like_one_of_them():
    headings = ("DOB", "Offence Date", "Disposal Date", "Nominal Age (Occ Start)", "Nominal Age (Clearance)")
    rows = []
    for at in range(14):
        born, offence = date(1971 + at, 1 + at % 12, 3 + at), date(2026, 3, 1) + timedelta(at)
        days = [day.strftime("%d/%m/%Y") for day in (born, offence, offence + A_LOT_LATER)]
        rows.append([*days, age_on(offence, born), age_on(offence + A_LOT_LATER, born)])
    found = suggest(look_at(headings, *rows), "")
    assert [use.field for one in found[3:] for use in one.uses] == ["offender_age", "offender_age_at_disposal"]


def test_where_both_days_agree_the_heading_tells_or_it_is_left_out():
    a_day = timedelta(1)
    assert fields("Subject Age at Occ", at_offence, a_day)[0] == ["offender_age"]
    assert fields("Subject Age at OOCR", at_offence, a_day)[0] == ["offender_age_at_disposal"]
    assert fields("Age Then", at_offence, a_day)[0] == []


def test_an_age_of_another_day_or_of_too_few_rows_is_left_out():
    assert fields("Age Then", lambda born, *_: age_on(date(2021, 1, 1), born))[0] == []
    assert fields("Age Then", at_offence, number=4)[0] == []
    assert fields("Victim Age at Occ", at_offence)[0] == []
    assert fields("How old is the victim", at_offence)[0] == []
