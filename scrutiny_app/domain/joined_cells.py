"""Putting the cells of several columns together: an address, a list, or a name that comes in parts."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cells import Broken, Cell, Reader, Unreadable, read_date
from scrutiny_app.domain.kind_words import is_kind, is_organisation
from scrutiny_app.domain.leftovers import is_leftover
from scrutiny_app.domain.naming import is_nobody, joined, organisation
from scrutiny_app.domain.several_people import may_be_person
from scrutiny_app.domain.styles import Styler
from scrutiny_app.domain.uses import JOINING, Part

Row = Sequence[Cell]
Column = tuple[int, Part, Styler | None]
_BLANKS = frozenset({"", "-", "–", "—", "n/a", "not recorded"})
_LONGEST_BLANK = 16
_HOUSE_NUMBER = re.compile(r"\d{1,4} ?[A-Za-z]?(?:-\d{1,4}[A-Za-z]?)?")


def text_shown(cell: Cell) -> str | None:
    """Write a cell as a person reads it; None where it is not for joining or for looking up."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, int | float) and abs(cell) < 10**15 and cell == int(cell):
        return str(int(cell))
    return None


def is_nothing(cell: Cell) -> bool:
    """Say whether a cell is blank, or says that nothing is recorded."""
    if isinstance(cell, str):
        return not (text := cell.strip()) or (len(text) <= _LONGEST_BLANK and " ".join(text.split()).lower() in _BLANKS)
    return cell is None


def _names_nobody(cell: Cell) -> bool:
    return is_nobody(cell) if isinstance(cell, str) else cell is None


def joint_cells(row: Row, *, columns: list[tuple[int, Styler | None]], between: str) -> Cell:
    """Put several columns' words together in the file's order, without blanks; one unreadable spoils them all."""
    found: list[str] = []
    for at, style in columns:
        cell = row[at]
        if is_nothing(cell):
            continue
        text = text_shown(style(cell) if style else cell)
        if text is None or is_leftover(text):
            return cell
        found.append(text.strip())
    if not found:
        return None
    return _address(found) if between == JOINING[Kind.WORD] else between.join(found)


def _address(parts: list[str]) -> str:
    """Put an address together: a house number belongs to the street after it."""
    *before, last = parts
    gaps = (" " if _HOUSE_NUMBER.fullmatch(part) else JOINING[Kind.WORD] for part in before)
    return "".join(part + gap for part, gap in zip(before, gaps, strict=True)) + last


def any_said(row: Row, *, columns: list[int], turn: Styler | None, read: Reader) -> Cell:
    """Say whether any of several columns of one flag sets it; a cell that cannot be read spoils them all."""
    said: set[bool] = set()
    for at in columns:
        cell = turn(row[at]) if turn else row[at]
        try:
            value = read(cell) if cell is not None and cell != "" else None
        except Unreadable:
            return cell
        if isinstance(value, bool):
            said.add(value)
    return max(said, default=None)


def last_day(row: Row, *, columns: list[tuple[int, Styler | None]]) -> Cell:
    """Give the last of several columns' days; one that cannot be read spoils them all."""
    last: tuple[date, Cell] | None = None
    for at, style in columns:
        if is_nothing(row[at]):
            continue
        cell = style(row[at]) if style else row[at]
        try:
            day = read_date(cell)
        except Unreadable:
            return cell
        if day and (last is None or day > last[0]):
            last = day, cell
    return last[1] if last else None


def each_person(row: Row, *, at: int, style: Styler) -> Cell:
    """Turn every one of the people in a cell, who are separated by semicolons."""
    cell = row[at]
    if not isinstance(cell, str) or is_nothing(cell):
        return cell
    return "; ".join(str(style(name.strip())) for name in cell.split(";") if name.strip())


def one_person(row: Row, *, surname: int, forenames: int) -> Cell:
    """Give the one person whose name came in two parts: what `several` gives, sooner."""
    last, first = (None if _names_nobody(row[at]) else row[at] for at in (surname, forenames))
    for cell in (last, first):
        if cell is not None and (not isinstance(cell, str) or is_leftover(cell)):
            return cell if isinstance(cell, Broken) else str(cell)
    return joined(str(last or ""), str(first or "")) or None


def person_or_organisation(row: Row, *, person: Callable[[Row], Cell], organisation: int) -> Cell:
    """Give the person's name, or where there is none the organisation's: a comma at its end says what it is."""
    name, firm = person(row), row[organisation]
    if not _names_nobody(name) or not isinstance(firm, str) or is_nothing(firm) or is_nobody(firm):
        return name
    return _as_firm(firm)


def organisation_by_kind(
    row: Row, *, name: Callable[[Row], Cell], whole: int, kind: int, forenames: int | None = None
) -> Cell:
    """Give a name as it is read, or as an organisation's where another column says that it is one.

    Whoever has forenames in a column of their own is a person, whatever it says.
    """
    if forenames is not None and not _names_nobody(row[forenames]):
        return name(row)
    said, cell = row[kind], row[whole]
    is_firm = said is True or (isinstance(said, str) and is_organisation(said))
    if not is_firm or not isinstance(cell, str) or is_nothing(cell) or is_nobody(cell) or may_be_person(cell):
        return name(row)
    return cell if is_kind(cell) else _as_firm(cell)  # a kind is no name: it is refused as it stands


def _as_firm(name: str) -> str:
    return name if is_leftover(name) else organisation(name)


def groups_of(columns: list[Column]) -> list[list[Column]]:
    """Put columns together that name one person: each surname or whole name begins another."""
    starts = [at for at, (_, part, _) in enumerate(columns) if part is not Part.FORENAMES]
    if len(starts) < 2:  # one person, whatever the columns' order
        return [columns]
    forenames_lead = columns[0][1] is Part.FORENAMES
    ends = [0, *(start + 1 for start in starts)] if forenames_lead else [*starts, len(columns)]
    return [columns[first:last] for first, last in pairwise(ends)]


def several(row: Row, *, groups: list[list[Column]]) -> Cell:
    """Give the people whose names came in parts; one unreadable part spoils them all."""
    names: list[str] = []
    for group in groups:
        parts: dict[Part, list[str]] = {part: [] for part in Part}
        for at, part, style in group:
            cell = row[at]
            if _names_nobody(cell):
                continue
            turned = style(cell) if style else cell
            if not isinstance(turned, str) or is_leftover(turned):
                return cell if isinstance(cell, Broken) else str(turned)
            parts[part].append(turned)
        surname, forenames = " ".join(parts[Part.SURNAME]), " ".join(parts[Part.FORENAMES])
        names += filter(None, (*parts[Part.WHOLE], joined(surname, forenames)))
    return "; ".join(names) or None
