"""A row of totals is told once, whichever column the word stands in."""

import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Mapping
from tests.unit.files.reading_files import chunks
from tests.unit.files.test_reading_groups import as_csv, as_workbook
from tests.unit.files.test_reading_workbook import good
from tests.unit.files.workbooks import HEADINGS

WAYS = [("cases.csv", as_csv), ("cases.xlsx", as_workbook)]
MAPPING = Mapping({key: uses for key, uses in OURS.uses.items() if key != "area"})
AT = HEADINGS.index("Area")


def read(name, write, *rows):
    (chunk,) = chunks(write([HEADINGS, good(1), *rows]), name, mapping=MAPPING)
    return chunk


def row(**cells):
    return [
        cells.get("first", "") if at == 0 else cells.get("area", "") if at == AT else "" for at in range(len(HEADINGS))
    ]


@pytest.mark.parametrize(("name", "write"), WAYS)
@pytest.mark.parametrize("cells", [{"area": "Total"}, {"area": "Total", "first": 214}, {"area": "End of report"}])
def test_a_row_of_totals_in_a_column_that_is_not_loaded_is_told_once(name, write, cells):
    chunk = read(name, write, row(**cells))
    assert (chunk.problems, chunk.rejected, chunk.total) == ([], [], 1)
    assert [(one.row, one.column) for one in chunk.notes if one.code == Fault.TOTALS] == [(3, "Area")]


def test_a_row_that_may_be_a_case_is_rejected_for_its_faults():
    chunk = read("cases.csv", as_csv, row(area="Northmoor", first="OOC-1"))
    assert len(chunk.rejected) == 1
    assert not [one for one in chunk.notes if one.code == Fault.TOTALS]


def test_a_whole_case_is_loaded_though_the_word_stands_in_it():
    whole = good(2)
    whole[AT] = "Total"
    assert [case.case_number for case in read("cases.csv", as_csv, whole).cases] == ["NM/1/26", "NM/2/26"]


@pytest.mark.parametrize(("name", "write"), WAYS)
@pytest.mark.parametrize("words", ["FEBRUARY", "May 2026", "Week 3", "North area"])
def test_a_heading_over_the_rows_below_it_is_told_once_and_is_no_row(name, write, words):
    chunk = read(name, write, row(first=words), good(2))
    assert (chunk.problems, chunk.rejected, chunk.total) == ([], [], 2)
    assert [(one.row, one.found) for one in chunk.notes if one.code == Fault.TOTALS] == [
        (3, "what looks like a heading over the rows below it; not loaded")
    ]


@pytest.mark.parametrize("lone", ["001/26", "NM/7/26", "20260401"])
def test_a_case_number_that_stands_alone_is_a_row_to_mend(lone):
    assert len(read("cases.csv", as_csv, row(first=lone)).rejected) == 1


def test_a_total_with_its_number_and_a_count_of_one_kind_is_no_row():
    counted = ["TOTAL", 36, *[""] * (len(HEADINGS) - 4), "CR", 19]
    chunk = read("cases.xlsx", as_workbook, counted)
    assert (chunk.problems, chunk.rejected, chunk.total) == ([], [], 1)


@pytest.mark.parametrize("note", ["Nodiadau: mae'r data yn gywir ar 01/08/2026. Cyfanswm: 27", "Diwedd yr adroddiad"])
def test_notes_of_one_text_below_the_last_row_of_a_csv_file_are_told_and_are_no_rows(note):
    (chunk,) = chunks(as_csv([HEADINGS, good(1)]) + f"\n{note}\n{note}\n".encode(), "cases.csv", mapping=MAPPING)
    assert (len(chunk.cases), chunk.total, chunk.problems) == (1, 1, [])
    assert [one.code for one in chunk.notes if one.code == Fault.TOTALS] == [Fault.TOTALS] * 2


def test_a_line_of_one_text_between_the_rows_of_a_csv_file_refuses_it():
    first, last = as_csv([HEADINGS, good(1)]), as_csv([good(2)])
    with pytest.raises(Refused, match="has 1 columns"):
        chunks(first + "\nthe rest of somebody’s long sentence here\n".encode() + last, "cases.csv", mapping=MAPPING)
