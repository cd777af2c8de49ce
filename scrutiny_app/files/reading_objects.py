"""Reading a sheet whose cells hold objects as if each of their keys had a column of its own, after all others."""

from collections.abc import Iterator
from itertools import islice

from scrutiny_app.domain.cells import Broken, Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.object_cells import may_hold_object, values_of
from scrutiny_app.files.reading_headings import FIRST_ROWS, find_heading_row
from scrutiny_app.files.tables import MOST_COLUMNS, TOO_WIDE, Opened, Row, Sheet, words


def with_objects(opened: Opened) -> Opened:
    """Give a file's sheets, those of them with objects in their cells with a column for each of their keys."""
    return Opened([_with_objects(sheet) for sheet in opened.sheets], opened.hidden)


def _with_objects(sheet: Sheet) -> Sheet:
    if not any(may_hold_object(cell) for _, cells in islice(sheet.rows(), FIRST_ROWS) for cell in cells):
        return sheet
    try:
        at = find_heading_row(sheet).row
    except Refused:
        return sheet
    keys: dict[int, dict[str, None]] = {}
    headings: list[Cell] = []
    for number, cells in sheet.rows(at):
        if number == at:
            headings = cells
        for place, cell in enumerate(cells) if number > at else ():
            values = values_of(cell)
            if isinstance(values, dict):
                keys.setdefault(place, {}).update(dict.fromkeys(values))
    own = {place: tuple(sorted(found, key=_person)) for place, found in keys.items() if found and place < len(headings)}
    return SheetOfObjects(sheet, at, headings, own) if own else sheet


def _person(key: str) -> int:
    """Give the number of the person whose a key is; 0 where it is of nobody's."""
    first = key.split(" ", 1)[0]
    return int(first) if first.isdigit() else 0


class SheetOfObjects:
    """A sheet with a further column for each key of the objects in some of its columns."""

    def __init__(self, sheet: Sheet, at: int, headings: list[Cell], keys: dict[int, tuple[str, ...]]) -> None:
        self.name, self.from_1904, self.hidden, self.notes = sheet.name, sheet.from_1904, sheet.hidden, sheet.notes
        self._sheet, self._at, self._keys, self._width = sheet, at, keys, len(headings)
        own = words(headings)
        self._more: list[Cell] = [f"{own[place]} {key}" for place, found in keys.items() for key in found]
        if self._width + len(self._more) > MOST_COLUMNS:
            raise Refused(TOO_WIDE)

    def share(self) -> float:
        """Say how much of the sheet has been read, from 0 to 1."""
        return self._sheet.share()

    def aside(self, headings: list[Cell]) -> list[Problem]:
        """List what is not read of the sheet's columns and cells."""
        return self._sheet.aside(headings)

    def rows(self, headings_in: int = 0) -> Iterator[Row]:
        """Yield the rows, from the headings on with what their objects hold at their end."""
        for number, cells in self._sheet.rows(headings_in):
            if number < self._at:
                yield number, cells
                continue
            row = [*cells[: self._width], *[""] * (self._width - len(cells))]
            yield number, [*row, *(self._more if number == self._at else self._values(row))]

    def _values(self, row: list[Cell]) -> Iterator[Cell]:
        for place, keys in self._keys.items():
            values = values_of(row[place])
            if isinstance(values, Broken):
                yield from [values] * len(keys)
            else:
                yield from ((values or {}).get(key, "") for key in keys)
