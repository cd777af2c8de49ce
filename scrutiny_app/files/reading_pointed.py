"""Finding a sheet's headings where somebody has pointed at them, in this file or in an earlier one of its layout."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.pointed_headings import MOST_ROWS, MOST_SHOWN, Pointed
from scrutiny_app.domain.sheets_sought import Sought, are_same
from scrutiny_app.files.reading_headings import Headed, find_named, headed_by_hand, heading_row_of, headings_at
from scrutiny_app.files.tables import Opened, Row, Sheet

Finder = Callable[[Sheet, list[Row]], Headed]


def finder(opened: Opened, sought: Sought) -> Finder:
    """Give what finds the headings among a sheet's first rows; it raises Refused where there are none."""
    pointed = sought.pointed
    at = _pointed_at(opened, pointed) if pointed else None
    known = [one.headings for one in sought.layouts if one.rows]

    def find(sheet: Sheet, first: list[Row]) -> Headed:
        if at and sheet.name == at.sheet.name:
            return at
        wanted = [at.headings] if at else known
        more = list(islice(sheet.rows(), MOST_SHOWN)) if wanted else []
        found = (_like(sheet, more, headings) for headings in wanted)
        return next((one for one in found if one), None) or heading_row_of(sheet, first)

    return find


def _pointed_at(opened: Opened, pointed: Pointed) -> Headed:
    return headings_at(find_named(opened, pointed.sheet), pointed.row, pointed.rows)


def _like(sheet: Sheet, first: Sequence[Row], headings: Sequence[str]) -> Headed | None:
    """Find the rows that are headed as the sheet is, or the layout, at whose headings somebody has pointed."""
    found = (one for one in _candidates(sheet, first) if are_same(one.headings, headings))
    return max(found, key=lambda one: len(_keys(one.headings) & _keys(headings)), default=None)


def _candidates(sheet: Sheet, first: Sequence[Row]) -> Iterator[Headed]:
    for at, (number, cells) in enumerate(first):
        for rows in range(1, MOST_ROWS + 1):
            above = first[at - 1] if at and rows > 1 else None
            if rows == 1 or (above and above[0] == number - 1):
                try:
                    yield headed_by_hand(sheet, number, cells, above[1] if above else ())
                except Refused:
                    continue


def _keys(headings: Sequence[str]) -> set[str]:
    return {key for heading in headings if (key := fold(heading))}
