"""Days as people say them, "the 3rd of March 2026", are read; whatever no style reads is counted beside each."""

from datetime import date

import pytest

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cells import Unreadable, read_date
from scrutiny_app.domain.shapes import DATES, shape_of
from scrutiny_app.domain.styles import DATE_STYLES, Style, styler
from scrutiny_app.web.forms.how_written import styles_offered
from tests.unit.domain.looks import look_at_column

MARCH = "the 3rd of March 2026; 3rd March 2026; The 3rd of Mar 2026; 3rd-Mar-2026; 3rd March, 2026; 3rd Mar. 2026 14:05"


@pytest.mark.parametrize("cell", MARCH.split("; "))
@pytest.mark.parametrize("style", [*DATE_STYLES])
def test_an_ordinal_day_is_read_in_every_style(cell, style):
    turn = styler(style, today=date(2026, 7, 1))

    assert read_date(turn(cell) if turn else cell) == date(2026, 3, 3)
    assert shape_of(cell) in DATES


@pytest.mark.parametrize(
    "cell",
    [
        "Wed 25th Mar 2026",
        "Wednesday, 25 March 2026",
        "weds 25-Mar-2026",
        "25th March 2026 (Wed)",
        "25 Mar 2026 (Wednesday) 14:05",
    ],
)
@pytest.mark.parametrize("style", [*DATE_STYLES])
def test_a_day_that_says_its_weekday_is_read_in_every_style(cell, style):
    turn = styler(style, today=date(2026, 7, 1))

    assert read_date(turn(cell) if turn else cell) == date(2026, 3, 25)
    assert shape_of(cell) in DATES


def test_its_short_year_is_read_where_years_are_short():
    turn = styler(Style.SHORT_DAY_FIRST, today=date(2026, 7, 1))

    assert turn
    assert turn("7th Feb 26") == date(2026, 2, 7)


@pytest.mark.parametrize(
    "cell", ["3rd March", "3rd of Smarch 2026", "31st Feb 2026", "3rd or 4th March 2026", "Mon 25 March 2026", "Wed"]
)
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(Unreadable):
        read_date(cell)


def test_the_rows_that_no_style_reads_are_counted_beside_each():
    (column,) = look_at_column("Born", "3/4/1966", "5/6/1971", "spring", "see file", "n/k").cases.columns
    offered = dict(styles_offered(column, Kind.DATE))

    assert offered[Style.DAY_FIRST].endswith("(rejects 2 rows)")
    assert offered[Style.YEAR_FIRST].endswith("(rejects 4 rows)")


def test_nothing_is_counted_where_all_are_read_or_not_recorded():
    (column,) = look_at_column("Born", "3/4/1966", "not known", "n/a").cases.columns

    assert dict(styles_offered(column, Kind.DATE))[Style.DAY_FIRST] == DATE_STYLES[Style.DAY_FIRST]
