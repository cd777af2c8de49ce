from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures.generating import generate
from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.layouts import LAYOUTS
from scrutiny_app.domain.looking import Looker, find_headings
from scrutiny_app.domain.shapes import shape_of
from tests.unit.domain.looks import look_at

HEADINGS = [field.heading for field in FIELDS]
ROWS = [list(row.cells.values()) for row in generate(5, 2)]


def numbered(*rows):
    return list(enumerate(rows, 1))


@pytest.mark.parametrize("key", LAYOUTS)
def test_headings_are_found_below_titles(key):
    headings = [heading for heading, _ in LAYOUTS[key].columns]

    assert find_headings(numbered(["Report run on 04/03/2026"], [None, "Official"], headings, *ROWS)) == 2


@given(st.integers(0, len(HEADINGS) - 1), st.integers(3, 20))
def test_any_few_of_our_headings_are_enough(start, width):
    headings = (HEADINGS * 2)[start : start + width]

    assert find_headings(numbered(headings, ["x"] * width)) == 0


def test_headings_of_another_system_are_told_by_the_data_below_them():
    headings = ["Occurrence Number", "Kol A", "Kol B", "Kol C"]

    assert find_headings(numbered(headings, ["42/1/26", date(2026, 1, 2), 7, "x"])) == 0


def test_a_heading_that_reads_like_a_value_is_one_among_others():
    headings = ["Case number", "Offence date", "Disposal", "Force", "Outcome code", "Area", "Closed", "Weapon, type"]

    assert find_headings(numbered(headings, ["x"] * 8)) == 0


@pytest.mark.parametrize("row", ROWS)
def test_a_file_without_headings_is_refused_and_its_data_never_taken_for_them(row):
    with pytest.raises(Refused, match="hold no headings"):
        find_headings(numbered(row, *ROWS))


@pytest.mark.parametrize(
    "row",
    [
        ["Okafor, Daniel", "Marsh, Georgina", "Theft from shop"],
        ["OOC260001", "31/000001/26", "Northmoor Police", "Shoplifting", "Community resolution"],
        ["Smith", "John", "M", "NM1 2AB"],
        ["a@example.org", "07700 900123", "x"],
        [],
        [None, ""],
    ],
)
def test_rows_of_values_are_no_headings(row):
    with pytest.raises(Refused):
        find_headings(numbered(row, row))


def test_a_look_counts_and_samples_each_column():
    looker = Looker("Cases", 1, ["Disposal", "Offence date", "Circumstances"])
    for disposal, day in (("CR", "31/01/2026"), ("CR", "02/02/2026"), ("YC", "03/02/2026"), (None, "04/02/2026")):
        looker.see([disposal, day, "long " * 50])
    disposals, days, prose = looker.look().columns

    assert (disposals.words, disposals.filled, disposals.samples) == ((("CR", 2), ("YC", 1)), 3, ("CR", "YC"))
    assert days.shapes == {"date, day or month first": 3, "date, day first": 1}
    assert (prose.words, len(prose.samples[0])) == (None, 80)


def test_one_odd_date_late_in_a_long_column_is_seen():
    looker = Looker("Cases", 1, ["Offence date"])
    for _ in range(2_000):
        looker.see(["03/04/2026"])
    looker.see(["04/13/2026"])

    assert looker.look().columns[0].shapes["date, month first"] == 1


@given(st.text() | st.integers() | st.floats() | st.booleans() | st.dates() | st.none())
def test_every_cell_has_a_look_or_is_empty(cell):
    assert (shape_of(cell) is None) == (cell is None or (isinstance(cell, str) and not cell.strip()))


def test_totals_and_footers_below_the_last_case_are_not_looked_at():
    rows = [[f"C{number}", "CR"] for number in range(9)]
    look = look_at(["Case number", "Disposal"], *rows, ["Total", 9], ["Report generated on 1 July", ""])

    assert look.cases.rows == 9
    assert look.cases.columns[1].words == (("CR", 9),)


def test_the_first_rows_are_kept_as_they_stand_and_not_all_of_a_long_file():
    rows = [[f"C{number}", "word " * 900] for number in range(99)]
    look = look_at(["Case number", "Circumstances"], *rows)

    assert look.cases.first[0] == ("C0", "word " * 900)
    assert len(look.cases.first) < 20
