"""Joining another sheet to the cases: by whichever of their columns holds the numbers by which it names them.

A number that several cases share says of none of them whose a row is. Where it is not the case number, the cases are
gone through once before they are read, and only such numbers are held that the other sheet has.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from collections.abc import Mapping as ByColumn
from itertools import islice

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.conditions_sheet import number_of
from scrutiny_app.domain.key_columns import is_of_another
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.uses import Mapping, placed
from scrutiny_app.files.reading_headings import Headed, shown

_SEARCHED = 5_000  # rows of the cases, for the column that holds the numbers
_ENOUGH = 20  # different numbers of one column
_SAMPLED = 2_000  # rows of the other sheet
_CELLS = 200_000  # of the cases, among which its numbers are sought
_FEWEST = 1_000  # rows of the cases, however wide they are
_NEARLY = 0.95  # of the rows that the best column joins


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
    """Give the column of a sheet, the likeliest of some first, and that of the cases by which its rows are joined.

    It is one by which no fewer rows find a case than by others: by the numbers of suspects alone no victim would. Of
    such, one that numbers the cases' people comes last, then that goes first which holds the most different numbers,
    and then one with the same heading on both.
    """
    rows = [shown(sheet.sheet, cells) for number, cells in islice(sheet.sheet.rows(), _SAMPLED) if number > sheet.row]
    keys = {at: Counter(number_of(row[at]) for row in rows if at < len(row)) for at in places}
    found = _found_among(cases, {at: set(those) - {""} for at, those in keys.items()})
    joined = {pair: sum(keys[pair[0]][key] for key in those) for pair, those in found.items()}
    different = max(map(len, found.values()), default=0)
    able = [pair for pair in found if 2 * len(found[pair]) >= different]
    most = max((joined[pair] for pair in able), default=0)

    def standing(pair: tuple[int, int]) -> tuple[bool, int, bool, int, int]:
        at, by = pair
        heading = sheet.headings[at]
        is_same = fold(heading) == fold(cases.headings[by])
        return not is_of_another(heading), len(found[pair]), is_same, -places.index(at), -by

    return max((pair for pair in able if joined[pair] >= _NEARLY * most), key=standing, default=None)


def _found_among(cases: Headed, keys: ByColumn[int, Container[str]]) -> dict[tuple[int, int], set[str]]:
    """Give, by a column of the other sheet and one of the first cases, which numbers of the one the other has."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for number, cells in islice(cases.sheet.rows(), max(_FEWEST, _CELLS // max(1, len(cases.headings)))):
        if number <= cases.row:
            continue
        for by, cell in enumerate(shown(cases.sheet, cells)[: len(cases.headings)]):
            if key := number_of(cell):
                for at, theirs in keys.items():
                    if key in theirs:
                        found[at, by].add(key)
    return found


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
