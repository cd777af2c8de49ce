"""Finding the row of a sheet that heads it, below any titles and under its groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.heading_lines import on_one_line
from scrutiny_app.domain.heading_rows import wide
from scrutiny_app.domain.looking import find_headings, under_groups
from scrutiny_app.domain.pointed_headings import headings_of
from scrutiny_app.files.tables import Opened, Row, Sheet, words

FIRST_ROWS = 20  # among which the headings must stand

NO_ROWS = "The workbook has no visible sheet with rows in it. Export it again from the records system."


@dataclass(frozen=True)
class Headed:
    """A sheet, the number of the row that holds its headings, and those, hidden columns left out.

    `pointed` are the rows that they take up, where somebody has pointed at them.
    """

    sheet: Sheet
    row: int
    headings: tuple[str, ...]
    cells: list[Cell]
    pointed: int = 0


def shown(sheet: Sheet, cells: Sequence[Cell]) -> list[Cell]:
    """Leave the hidden columns out of a row."""
    return [cell for column, cell in enumerate(cells) if column not in sheet.hidden] if sheet.hidden else list(cells)


def headed(sheet: Sheet, number: int, cells: list[Cell], above: Sequence[Cell] = ()) -> Headed:
    """Join a sheet and the row of its headings, under the groups of the row above; blank ones at the end are none."""
    headings = list(map(on_one_line, words(shown(sheet, cells))))
    if above:
        headings = under_groups(shown(sheet, above), wide(headings, shown(sheet, above)))
    return Headed(sheet, number, _without_last_blanks(headings), cells)


def headed_by_hand(sheet: Sheet, number: int, cells: list[Cell], above: Sequence[Cell]) -> Headed:
    """Join a sheet and the row of its headings, or both rows of them; raise Refused where a value stands there."""
    headings = headings_of(shown(sheet, cells), shown(sheet, above))
    return Headed(sheet, number, _without_last_blanks(headings), cells, pointed=2 if above else 1)


def _without_last_blanks(headings: list[str]) -> tuple[str, ...]:
    while headings and not headings[-1]:
        headings.pop()
    return tuple(headings)


def find_heading_row(sheet: Sheet) -> Headed:
    """Find a sheet's headings among its first rows; raise Refused where it has none."""
    return heading_row_of(sheet, first_rows(sheet))


def first_rows(sheet: Sheet) -> list[Row]:
    """Give the rows among which a sheet's headings must stand."""
    return list(islice(sheet.rows(), FIRST_ROWS))


def heading_row_of(sheet: Sheet, first: list[Row]) -> Headed:
    """Find the headings among a sheet's first rows, which have been read; raise Refused where they hold none."""
    if not first:
        raise Refused(NO_ROWS)
    at = find_headings(first)
    return headed(sheet, *first[at], _above(first[at - 1] if at else None, first[at][0]))


def _above(row: Row | None, number: int) -> Sequence[Cell]:
    """Give the cells of the row that stands right above another, if that row is known and is not blank."""
    return row[1] if row is not None and row[0] == number - 1 else ()


def find_named(opened: Opened, name: str) -> Sheet:
    """Find a sheet by its name; raise Refused where the file has none such."""
    for sheet in opened.sheets:
        if sheet.name == name:
            return sheet
    raise Refused("The sheet that was looked at is not in the file, or is hidden. Import the file again.")


def headings_at(sheet: Sheet, number: int, pointed: int = 0) -> Headed:
    """Read the headings that stand in a row, in so many rows where somebody has pointed; raise Refused where blank."""
    last: Row | None = None
    for found, cells in sheet.rows():
        if found == number:
            above = _above(last, number)
            if pointed:
                return headed_by_hand(sheet, number, cells, above if pointed > 1 else ())
            return headed(sheet, number, cells, above)
        last = found, cells
        if found > number:
            break
    raise Refused("The row that held the headings is blank. Import the file again.")
