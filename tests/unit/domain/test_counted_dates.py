"""Dates that are numbers are counted from the year by which they lie beside the other dates of their rows."""

from datetime import date, timedelta

import pytest

from scrutiny_app.domain.counted_dates import held_against_dates
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.styles import Style
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
