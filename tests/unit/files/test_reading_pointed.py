"""Headings at which somebody has pointed are read so, in each sheet headed alike, and known by their layout later."""

from openpyxl import Workbook

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.pointed_headings import Pointed
from scrutiny_app.domain.sheets_sought import LayoutSought, Sought
from tests.unit.files.reading_files import chunks, looked
from tests.unit.files.test_reading_workbook import good, saved
from tests.unit.files.workbooks import HEADINGS

TITLE = ["Case number", "Crime number", "Offence", "Disposal", "are shown"]


def months(*names, titles=1):
    """Give sheets whose headings stand on two rows, under a title that looks like them."""
    book = Workbook()
    book.remove(book.active)
    for at, name in enumerate(names):
        sheet = book.create_sheet(name)
        for _ in range(titles + at):
            sheet.append(TITLE)
        sheet.append([heading.split(" ", 1)[0] for heading in HEADINGS])
        sheet.append([heading.partition(" ")[2] for heading in HEADINGS])
        sheet.append(good(at + 1))
    return saved(book)


def test_two_rows_are_read_as_one_heading_each():
    seen = looked(months("March"), sought=Sought(pointed=Pointed("March", 3, 2)))
    assert [column.heading for column in seen.cases.columns] == HEADINGS
    assert (seen.cases.pointed, seen.cases.heading_row, seen.cases.rows) == (2, 3, 1)


def test_sheets_headed_alike_are_found_wherever_their_headings_stand():
    file = months("March", "April")
    seen = looked(file, sought=Sought(pointed=Pointed("March", 3, 2)))
    assert (seen.together, seen.cases.rows) == (("March", "April"), 2)
    (chunk,) = chunks(file, mapping=OURS, sheet="March", heading_row=3, pointed=2, together=seen.together)
    assert [case.case_number for case in chunk.cases] == ["NM/1/26", "NM/2/26"]


def test_a_layout_finds_its_headings_in_other_rows_next_month():
    known = LayoutSought(tuple(map(fold, HEADINGS)), rows=2)
    for titles in (4, 27):
        seen = looked(months("May", titles=titles), sought=Sought(layouts=(known,)))
        assert (seen.cases.pointed, seen.cases.heading_row) == (2, titles + 2)


def test_the_first_rows_are_shown_cut_short():
    (title, *_) = looked(months("March")).top
    assert (title.number, title.cells) == (1, tuple(TITLE))
