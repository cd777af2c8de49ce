"""Sheets headed as the cases are, one a month, are read as one list of cases, in whatever order their columns stand."""

from openpyxl import Workbook

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.joined_rows import row_in_words
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.sheets_sought import LayoutSought, Sought
from tests.unit.files.reading_files import chunks, looked
from tests.unit.files.test_reading_workbook import good, saved
from tests.unit.files.workbooks import HEADINGS

MONTHS = ("January", "February")


def months(*numbers, name="February", **changes):
    book = Workbook()
    book.active.title = "January"
    book.active.append(HEADINGS)
    for number in (1, 2):
        book.active.append(good(number))
    other = book.create_sheet(name)
    other.append(["Cases of February"])
    other.append([*reversed(HEADINGS[1:]), f"{HEADINGS[0]} (new)"])
    for number in numbers:
        row = good(number, **changes)
        other.append([*reversed(row[1:]), row[0]])
    property_ = book.create_sheet("Property")
    for row in (["Case ref", "Item"], ["NM/1/26", "Bag"], ["NM/2/26", "Bag"]):
        property_.append(row)
    return saved(book)


def test_their_rows_are_seen_together_and_said_so():
    seen = looked(months(3, 4, 5))
    assert seen.together == MONTHS
    assert seen.cases.rows == 5
    assert [column.heading for column in seen.cases.columns] == HEADINGS
    assert [(one.name, one.is_read) for one in seen.offered] == [("January", True), ("February", True)]
    (told,) = seen.about_cases
    assert told.startswith("The sheet “Property” has 2 rows about cases of this file")


def test_each_row_becomes_the_case_that_it_is_whatever_the_order_of_its_columns():
    (chunk,) = chunks(months(3, 4), mapping=OURS)
    assert [case.case_number for case in chunk.cases] == ["NM/1/26", "NM/2/26", "NM/3/26", "NM/4/26"]
    assert (chunk.total, chunk.problems) == (4, [])


def test_a_rejected_row_is_known_by_its_sheet_and_stands_in_the_order_of_the_first():
    (chunk,) = chunks(months(3, disposal="Nonsense"), mapping=OURS)
    (problem,) = chunk.problems
    assert row_in_words(problem.row, MONTHS) == "February: 3"
    assert row_in_words(problem.row) == "3 of sheet 2"
    (row,) = chunk.rejected
    assert row.cells[HEADINGS.index("Disposal")] == "Nonsense"


def test_a_case_of_two_months_is_loaded_once_and_the_second_rejected():
    (chunk,) = chunks(months(2, 3), mapping=OURS)
    assert [case.case_number for case in chunk.cases] == ["NM/1/26", "NM/2/26", "NM/3/26"]
    assert [one.code for one in chunk.problems] == [Fault.REPEATED]


def test_a_sheet_of_what_was_set_aside_is_not_read_and_is_told_with_what_to_do():
    seen = looked(months(3, 4, name="Withdrawn"))
    assert seen.together == ()
    assert seen.about_cases[0].startswith(
        "The sheet “Withdrawn” is not read: it is a sheet of 2 rows under the headings of the cases. Its rows seem to "
        "be cases of their own. Choose it too under “Other sheets”"
    )
    (chunk,) = chunks(months(3, 4, name="Withdrawn"), mapping=OURS)
    told = [one for one in chunk.notes if one.code == Fault.SHEET_ABOUT_CASES]
    assert [one.column for one in told] == ["sheet “Withdrawn”", "sheet “Property”"]


def test_those_that_somebody_chose_are_read_and_no_other():
    assert looked(months(3, 4, name="Withdrawn"), sought=Sought(("January", "Withdrawn"))).cases.rows == 4
    alone = looked(months(3, 4), sought=Sought(("February",)))
    assert (alone.together, alone.cases.name, alone.cases.rows) == ((), "February", 2)


def test_a_layout_that_reads_one_such_sheet_alone_is_kept_to():
    headings = tuple(OURS.uses)
    assert looked(months(3), sought=Sought(layouts=(LayoutSought(headings, apart=True),))).together == ()
    assert looked(months(3), sought=Sought(layouts=(LayoutSought(headings),))).together == MONTHS
