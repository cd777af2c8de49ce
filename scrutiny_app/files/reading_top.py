"""The first rows of a sheet, as they are shown to whoever points at its headings."""

from itertools import islice

from scrutiny_app.domain.looking import Look, SheetLook, shown
from scrutiny_app.domain.pointed_headings import FEWEST, MOST_SHOWN, TopRow, top_row
from scrutiny_app.files.reading_headings import find_named
from scrutiny_app.files.reading_headings import shown as seen
from scrutiny_app.files.tables import Opened

POINT_THERE = "Or sign in, send it on the page “Import an extract”, and point there at the row that heads it."


def top_of(opened: Opened, name: str) -> tuple[TopRow, ...]:
    """Give the first rows of a sheet."""
    sheet = find_named(opened, name)
    rows = islice(sheet.rows(), MOST_SHOWN)
    return tuple(top_row(number, list(map(shown, seen(sheet, cells)))) for number, cells in rows)


def headless(opened: Opened) -> Look | None:
    """Give the first rows of the sheet that has most in them, where no headings are found and some row may be one."""
    tops = {sheet.name: top_of(opened, sheet.name) for sheet in opened.sheets}
    name = max(tops, key=lambda one: sum(len(row.cells) for row in tops[one]))
    if not any(len(row.cells) >= FEWEST for row in tops[name]):
        return None
    return Look(SheetLook(name, 0, (), 0), top=tops[name])
