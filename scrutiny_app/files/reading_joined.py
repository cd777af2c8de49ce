"""Reading several sheets with the same headings as one: each row in the order of the first one's columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.joined_rows import row_of
from scrutiny_app.domain.pointed_headings import Pointed
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.sheets_sought import Sought
from scrutiny_app.domain.synonyms import PHRASES
from scrutiny_app.domain.uses import described, joint
from scrutiny_app.files.reading_headings import Headed, find_named, first_rows, headings_at, shown
from scrutiny_app.files.reading_pointed import finder
from scrutiny_app.files.tables import Opened, Row

_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


def joined(parts: Sequence[Headed]) -> Headed:
    """Give some sheets with the same headings as one."""
    first, *others = parts
    if not others:
        return first
    sheet = JoinedSheets(parts)
    return Headed(sheet, first.row, sheet.headings, list(sheet.headings), first.pointed)


def cases_in(opened: Opened, at: Pointed, together: Sequence[str]) -> Headed:
    """Find the sheets of the cases as they were looked at; raise Refused where they are not in the file."""
    if len(together) < 2:
        return headings_at(find_named(opened, at.sheet), at.row, at.rows)
    find = finder(opened, Sought(pointed=at if at.rows else None))
    sheets = [find_named(opened, one) for one in together]
    return joined([find(sheet, first_rows(sheet)) for sheet in sheets])


class JoinedSheets:
    """Sheets whose rows follow each other; `headings` are the first one's, then those that only others have."""

    def __init__(self, parts: Sequence[Headed]) -> None:
        first = parts[0]
        self.name, self.from_1904 = first.sheet.name, first.sheet.from_1904
        self.hidden: frozenset[int] = frozenset()  # those of each are left out of its rows
        self.notes: list[Problem] = []
        self._parts = parts
        self._done = 0
        self.headings, self._places = _placed(parts)

    def rows(self, headings_in: int = 0) -> Iterator[Row]:
        """Yield the headings, then the rows of one sheet after the other."""
        self._done = 0
        yield self._parts[0].row, list(self.headings)
        for at, (part, places) in enumerate(zip(self._parts, self._places, strict=True)):
            width = len(part.headings)
            for number, cells in part.sheet.rows(part.row if headings_in else 0):
                if number > part.row:
                    row = shown(part.sheet, cells)
                    yield row_of(at, number), [*_ordered(row, places), *row[width:]]
            self.notes += self._told(at, part, part.sheet.notes)
            part.sheet.notes.clear()
            self._done = at + 1

    def share(self) -> float:
        """Say how much of the sheets has been read, from 0 to 1."""
        under_way = self._parts[self._done].sheet.share() if self._done < len(self._parts) else 0.0
        return (self._done + under_way) / len(self._parts)

    def aside(self, headings: list[Cell]) -> list[Problem]:
        """List what is not read of the sheets' columns and cells."""
        return [
            one for at, part in enumerate(self._parts) for one in self._told(at, part, part.sheet.aside(part.cells))
        ]

    def _told(self, at: int, part: Headed, notes: Sequence[Problem]) -> list[Problem]:
        return [replace(one, row=row_of(at, one.row), column=f"{part.sheet.name[:60]}: {one.column}") for one in notes]


def _ordered(row: list[Cell], places: Sequence[int | None]) -> Iterator[Cell]:
    return (row[place] if place is not None and place < len(row) else "" for place in places)


def _placed(parts: Sequence[Headed]) -> tuple[tuple[str, ...], list[tuple[int | None, ...]]]:
    """Give the headings of all, and where each sheet has each of them."""
    headings: dict[str, str] = {}
    own: list[dict[str, int]] = []
    for part in parts:
        apart = told_apart(part.headings)
        keys = [fold(heading) or f"column {at}" for at, heading in enumerate(apart)]
        same = _same_by_meaning(dict(zip(keys, apart, strict=True)), headings)
        own.append({same.get(key, key): at for at, key in enumerate(keys)})
        for key, heading in zip(keys, apart, strict=True):
            headings.setdefault(same.get(key, key), heading)
    return tuple(headings.values()), [tuple(one.get(key) for key in headings) for one in own]


def _same_by_meaning(own: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    """Give, by a heading that the others lack, the one of theirs that means the same and that this sheet lacks."""
    found: dict[str, str] = {}
    for key, heading in own.items():
        lacking = [one for one in known if one not in own and one not in found.values()] if key not in known else []
        same = [one for one in lacking if _means_same(heading, known[one])]
        if len(same) == 1:
            found[key] = same[0]
    return found


def _means_same(one: str, other: str) -> bool:
    """Say whether two headings are known to name one field, or differ by a remark in brackets that one of them has."""
    known, theirs = PHRASES.get(fold(one)), PHRASES.get(fold(other))
    if known and theirs and known.sure and theirs.sure and known.use == theirs.use:
        field = described(known.use.field)
        return field is not None and joint(field) is None
    plain = fold(_REMARK.sub("", one))
    return plain == fold(_REMARK.sub("", other)) and plain in (fold(one), fold(other))
