"""Joining another sheet to the cases: by whichever of their columns holds the numbers by which it names them.

A number that several cases share says of none of them whose a row is. Where it is not the case number, the cases are
gone through once before they are read, and only such numbers are held that the other sheet has.
"""

from collections import defaultdict
from collections.abc import Container, Sequence
from itertools import islice

from scrutiny_app.domain.conditions_sheet import number_of
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.uses import Mapping, placed
from scrutiny_app.files.reading_headings import Headed, shown

_SEARCHED = 5_000  # rows of the cases, for the column that holds the numbers
_ENOUGH = 20  # different numbers of one column
_SAMPLED = 2_000  # rows of the other sheet


def column_of(cases: Headed, keys: Container[str], own: int | None = None) -> tuple[int, int] | None:
    """Give the column of the cases that holds most of the numbers, `own` before one that holds as many, and how many.

    It is enough that one column holds a few; None where none holds any.
    """
    found: dict[int, set[str]] = defaultdict(set)
    for number, cells in islice(cases.sheet.rows(), _SEARCHED):
        if number <= cases.row:
            continue
        for at, cell in enumerate(shown(cases.sheet, cells)[: len(cases.headings)]):
            if (key := number_of(cell)) and key in keys:
                found[at].add(key)
        if found and max(map(len, found.values())) >= _ENOUGH:
            break
    best = max(found, key=lambda at: (len(found[at]), at == own, -at), default=None)
    return None if best is None else (best, len(found[best]))


def join_of(sheet: Headed, places: Sequence[int], cases: Headed) -> tuple[int, int] | None:
    """Give the column of a sheet, the first of some, and that of the cases which hold most of the same numbers."""
    rows = [shown(sheet.sheet, cells) for number, cells in islice(sheet.sheet.rows(), _SAMPLED) if number > sheet.row]
    best: tuple[int, int, int] | None = None
    for at in places:
        keys = {number_of(row[at]) for row in rows if at < len(row)} - {""}
        found = column_of(cases, keys) if keys else None
        if found and (best is None or found[1] > best[0]):
            best = found[1], at, found[0]
    return best[1:] if best else None


def shared_among(cases: Headed, by: int, own: int, keys: Container[str]) -> frozenset[str]:
    """List the numbers that stand in one column of the cases beside several case numbers, which stand in `own`."""
    first: dict[str, str] = {}
    shared: set[str] = set()
    for number, cells in cases.sheet.rows(cases.row):
        row = shown(cases.sheet, cells)
        key = number_of(row[by]) if number > cases.row and by < len(row) else ""
        if key and key in keys:
            case = (number_of(row[own]) if own < len(row) else "") or f"row {number}"
            if first.setdefault(key, case) != case:
                shared.add(key)
    return frozenset(shared)


def case_number_at(mapping: Mapping, headings: Sequence[str]) -> int | None:
    """Give the column of the cases, from 0, that is loaded as the case number."""
    places = placed(mapping.uses, told_apart(headings)).get("case_number", ())
    return places[0][0] if places else None
