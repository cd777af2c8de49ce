"""A workbook of rejected rows that comes back mended: what we added to it ourselves is no fault of the file."""

import io

from openpyxl import Workbook, load_workbook

from scrutiny_app.domain.faults import MENDING_HEADING, Fault
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Mapping, stories_left_out
from scrutiny_app.domain.mended import MENDING_GUIDE
from scrutiny_app.files.mending import SheetToMend, mending_workbook
from scrutiny_app.files.mending_rows import RejectedRow
from tests.unit.files.reading_files import chunks, looked
from tests.unit.files.test_reading_workbook import good
from tests.unit.files.workbooks import HEADINGS

LONG = "Victim 1 name: the cell seems to name several people. Put each in a column of their own, please. " * 3


def mended():
    rows: list[RejectedRow] = [(number, [str(cell or "") for cell in good(number)], []) for number in range(2, 6)]
    book = load_workbook(io.BytesIO(mending_workbook(SheetToMend(HEADINGS, rows, {}))))
    for row in book.worksheets[0].iter_rows(min_row=2):
        row[0].value = LONG
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_neither_the_guide_nor_what_tells_what_to_mend_is_told_as_left_out():
    look = looked(mended())

    assert look.left_out == ()
    assert stories_left_out(OURS, look) == []
    assert [note for chunk in chunks(mended()) for note in chunk.notes] == []


def test_a_sheet_of_that_name_beside_other_cases_is_told():
    book = Workbook()
    book.active.append(HEADINGS)
    for number in range(2, 6):
        book.active.append(good(number))
    book.create_sheet(MENDING_GUIDE).append(["Whatever it says"])
    data = saved(book)

    assert looked(data).left_out == (f"The sheet “{MENDING_GUIDE}” is not read.",)
    assert [note.code for chunk in chunks(data) for note in chunk.notes] == [Fault.UNREAD_SHEET]


def test_the_column_is_never_a_story_whatever_is_loaded():
    column = looked(mended()).cases.columns[0]

    assert column.heading == MENDING_HEADING
    assert MENDING_HEADING not in stories_left_out(Mapping({}), looked(mended()))


def test_what_tells_what_to_mend_is_never_parted_as_things_under_their_names():
    said = (
        "Row June 26: {0} of the file\nOffence date: empty. Fill it in.\nDisposal date: a date after today. Correct it."
    )
    book = load_workbook(io.BytesIO(mended()))
    for at, row in enumerate(book.worksheets[0].iter_rows(min_row=2), 2):
        row[0].value = said.format(at)

    assert [column.heading for column in looked(saved(book)).cases.columns] == [MENDING_HEADING, *HEADINGS]
