"""Dates that are numbers are counted from the year by which they lie beside the other dates of their rows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.counted_dates import held_against_dates
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.styles import Style, styler
from tests.unit.domain.looks import look_at

FIRST = {Style.EXCEL_1900: date(1899, 12, 30), Style.EXCEL_1904: date(1904, 1, 1)}
OFFENCES = [date(2026, 1, 5) + timedelta(days=11 * at) for at in range(6)]


def style_of_reported(rows):
    look = look_at(["Offence date", "Reported date", "Offender date of birth"], *rows)
    reported = held_against_dates(suggest(look, "Northmoor Police"), look.cases)[1]
    return reported.uses[0].style, reported.why


@pytest.mark.parametrize("system", FIRST)
@pytest.mark.parametrize("text", [False, True])
def test_the_system_is_told_by_the_other_dates_of_the_rows(system, text):
    counts = [(day + timedelta(days=2) - FIRST[system]).days for day in OFFENCES]
    born = date(2022, 1, 1)  # a birth date tells nothing
    style, why = style_of_reported(
        [[day, str(count) if text else count, born] for day, count in zip(OFFENCES, counts, strict=True)]
    )

    assert style == system
    assert "lie beside the other dates" in why


def test_it_is_left_as_it_was_where_nothing_tells():
    assert style_of_reported([[None, 46031, None] for _ in OFFENCES])[0] == Style.EXCEL_1900
    assert "lie beside" not in style_of_reported([[day, 30000, None] for day in OFFENCES])[1]


def of_workbook(rows):
    """Give the suggestion for the reported date of a workbook that counts from 1904, and its look."""
    look = look_at(["Offence date", "Reported date"], *rows)
    sheet = replace(look.cases, from_1904=True)
    return held_against_dates(suggest(Look(sheet), "Northmoor Police"), sheet)[1]


def counts_from(system):
    return [[day, (day + timedelta(days=2) - FIRST[system]).days] for day in OFFENCES]


def test_a_workbook_that_counts_from_1904_is_believed_and_a_person_is_asked():
    reported = of_workbook(counts_from(Style.EXCEL_1904))

    assert (reported.uses[0].style, reported.sure) == (Style.EXCEL_1900, False)
    assert "its workbook counts from 1904" in reported.why


def test_nothing_is_suggested_where_the_workbook_and_the_other_dates_speak_against_each_other():
    reported = of_workbook(counts_from(Style.EXCEL_1900))

    assert (reported.uses, reported.sure) == ((), False)
    assert "only from 1900" in reported.why


@given(day=st.dates(date(1950, 1, 1), date(2030, 1, 1)), text=st.booleans())
@pytest.mark.parametrize("style", [Style.EXCEL_1900, Style.EACH_DAY_FIRST, Style.EACH_MONTH_FIRST])
def test_a_number_is_counted_as_its_workbook_counts(style, day, text):
    for system, from_1904 in ((Style.EXCEL_1900, False), (Style.EXCEL_1904, True)):
        count, turn = (day - FIRST[system]).days, styler(style, from_1904=from_1904)
        assert turn is not None
        assert turn(str(count) if text else float(count)) == day


def test_numbers_from_1904_are_said_to_be_so_whatever_the_file():
    turn = styler(Style.EXCEL_1904, from_1904=False)

    assert turn is not None
    assert turn((date(2026, 3, 12) - date(1904, 1, 1)).days) == date(2026, 3, 12)


def whys_of(rows, today):
    look = look_at(["Offence date", "Reported date", "Conditions due"], *rows)
    return ["numbers" in one.why for one in held_against_dates(suggest(look, "Northmoor Police"), look.cases, today)]


def test_one_column_of_a_workbook_is_asked_about_and_none_where_a_day_from_1904_lies_ahead():
    rows = [[46000, 46002, 46030] for _ in range(4)]

    assert whys_of(rows, date(2032, 1, 1)) == [True, False, False]
    assert whys_of(rows, date(2026, 11, 1)) == [False, False, False]


def test_a_day_that_may_lie_ahead_tells_nothing():
    rows = [[44000, 44002, 46030] for _ in range(4)]

    assert whys_of(rows, date(2026, 11, 1)) == [True, False, False]
