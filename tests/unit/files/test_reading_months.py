"""Sheets headed as the cases are, one a month, are other cases: nobody is told to put them into columns."""

import pytest
from openpyxl import Workbook

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.layouts import OURS
from tests.unit.files.reading_files import chunks, looked
from tests.unit.files.test_reading_workbook import good, saved
from tests.unit.files.workbooks import HEADINGS


def months(*numbers):
    book = Workbook()
    book.active.title = "January"
    book.active.append(HEADINGS)
    for number in (1, 2):
        book.active.append(good(number))
    other = book.create_sheet("February")
    other.append([*reversed(HEADINGS[1:]), f"{HEADINGS[0]} (new)"])
    for number in numbers:
        row = good(number)
        other.append([*reversed(row[1:]), row[0]])
    property_ = book.create_sheet("Property")
    for row in (["Case ref", "Item"], ["NM/1/26", "Bag"], ["NM/2/26", "Bag"]):
        property_.append(row)
    return saved(book)


@pytest.mark.parametrize("numbers", [(3, 4, 5), (1, 2, 3)])
def test_they_are_warned_of_first_with_what_to_do(numbers):
    first, second = looked(months(*numbers)).about_cases
    assert first.startswith(
        "The sheet “February” is not read: it is a sheet of 3 rows under the headings of the cases. Its rows seem to "
        "be cases of their own. Put the rows of all such sheets below each other on one sheet"
    )
    assert second.startswith("The sheet “Property” has 2 rows about cases of this file")


def test_the_report_has_them_first_too():
    (chunk,) = chunks(months(3, 4), "cases.xlsx", mapping=OURS)
    told = [one for one in chunk.notes if one.code == Fault.SHEET_ABOUT_CASES]
    assert [(one.column, one.found) for one in told] == [
        ("sheet “February”", "a sheet of 2 rows under the headings of the cases"),
        ("sheet “Property”", "a sheet with 2 rows about cases of this file"),
    ]
    assert "below each other on one sheet" in told[0].advice
    assert "columns of the sheet of cases" in told[1].advice
