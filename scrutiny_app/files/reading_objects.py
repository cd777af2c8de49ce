"""Reading a sheet whose cells hold objects, or people packed by signs, as if each part had a column of its own."""

from collections.abc import Callable, Container, Iterator, Sequence

from scrutiny_app.domain.cells import Broken, Cell, fold
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.mended import is_ours
from scrutiny_app.domain.object_cells import may_hold_object, values_of
from scrutiny_app.domain.packed_cells import may_be_packed, packing_of
from scrutiny_app.domain.sheets_sought import NOTHING_SOUGHT, Sought
from scrutiny_app.files.reading_headings import first_rows
from scrutiny_app.files.reading_pointed import Finder, finder
from scrutiny_app.files.tables import MOST_COLUMNS, TOO_WIDE, Opened, Row, Sheet, words

Values = dict[str, Cell] | Broken | None
Parting = Callable[[Cell], Values]


def with_objects(opened: Opened, sought: Sought = NOTHING_SOUGHT) -> Opened:
    """Give a file's sheets, those of them with objects in their cells with a column for each of their keys."""
    return Opened([_with_objects(sheet, lambda: finder(opened, sought)) for sheet in opened.sheets], opened.hidden)


def _with_objects(sheet: Sheet, make_finder: Callable[[], Finder]) -> Sheet:
    first = first_rows(sheet)
    if not any(may_hold_object(cell) or may_be_packed(cell) for _, cells in first for cell in cells):
        return sheet
    try:
        at = make_finder()(sheet, first).row
    except Refused:
        return sheet
    headed = next((words(cells) for number, cells in first if number == at), [])
    ours = {place for place, heading in enumerate(headed) if is_ours(heading)}
    if not (parted := _parted([row for row in first if row[0] > at], ours)):
        return sheet
    keys: dict[int, dict[str, None]] = {}
    headings: list[Cell] = []
    for number, cells in sheet.rows(at):
        if number == at:
            headings = cells
        for place, parting in parted.items() if number > at else ():
            values = parting(cells[place]) if place < len(cells) else None
            if isinstance(values, dict):
                keys.setdefault(place, {}).update(dict.fromkeys(values))
    own = {
        place: (parted[place], tuple(sorted(found, key=_person)))
        for place, found in sorted(keys.items())
        if found and place < len(headings)
    }
    return SheetOfObjects(sheet, at, headings, own) if own else sheet


def _parted(rows: Sequence[Row], ours: Container[int]) -> dict[int, Parting]:
    """Tell by the first rows which columns hold more than one thing, and how each is parted; ours hold none."""
    found: dict[int, Parting] = {}
    for place in range(max((len(cells) for _, cells in rows), default=0)):
        if place in ours:
            continue
        column = [cells[place] for _, cells in rows if place < len(cells)]
        if any(map(may_hold_object, column)):
            found[place] = values_of
        elif packing := packing_of(column):
            found[place] = packing.values
    return found


def _person(key: str) -> int:
    """Give the number of the person whose a key is; 0 where it is of nobody's."""
    first = key.split(" ", 1)[0]
    return int(first) if first.isdigit() else 0


class SheetOfObjects:
    """A sheet with a further column for each part of what stands in some of its columns."""

    def __init__(
        self, sheet: Sheet, at: int, headings: list[Cell], parts: dict[int, tuple[Parting, tuple[str, ...]]]
    ) -> None:
        self.name, self.from_1904, self.hidden, self.notes = sheet.name, sheet.from_1904, sheet.hidden, sheet.notes
        self._sheet, self._at, self._width = sheet, at, len(headings)
        own = words(headings)
        there = set(map(fold, own))  # of a workbook of rejected rows, whose parts have been mended
        self._parts = {
            place: (parting, tuple(key for key in keys if fold(f"{own[place]} {key}") not in there))
            for place, (parting, keys) in parts.items()
        }
        self._more: list[Cell] = [f"{own[place]} {key}" for place, (_, keys) in self._parts.items() for key in keys]
        if self._width + len(self._more) > MOST_COLUMNS:
            raise Refused(TOO_WIDE)

    def share(self) -> float:
        """Say how much of the sheet has been read, from 0 to 1."""
        return self._sheet.share()

    def aside(self, headings: list[Cell]) -> list[Problem]:
        """List what is not read of the sheet's columns and cells."""
        return self._sheet.aside(headings)

    def rows(self, headings_in: int = 0) -> Iterator[Row]:
        """Yield the rows, from the headings on with what their cells hold at their end."""
        for number, cells in self._sheet.rows(headings_in):
            if number < self._at:
                yield number, cells
                continue
            row = [*cells[: self._width], *[""] * (self._width - len(cells))]
            yield number, [*row, *(self._more if number == self._at else self._values(row))]

    def _values(self, row: list[Cell]) -> Iterator[Cell]:
        for place, (parting, keys) in self._parts.items():
            values = parting(row[place])
            if isinstance(values, Broken):
                yield from [values] * len(keys)
            else:
                yield from ((values or {}).get(key, "") for key in keys)
