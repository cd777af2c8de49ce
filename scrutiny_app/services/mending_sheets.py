"""What of an extract's rejected rows stands on which sheet of the workbook that gives them back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from scrutiny_app.domain import numbered_pairs, paired_columns
from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_sheet import conditions_columns, number_of
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.group_fields import heading_in
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.mapping import Mapping as Layout
from scrutiny_app.domain.mapping import columns_of
from scrutiny_app.domain.people_rows import SHEET
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.uses import placed
from scrutiny_app.files.mending import SheetToMend
from scrutiny_app.files.mending_rows import RejectedRow
from scrutiny_app.files.reading import CONDITIONS, PEOPLE
from scrutiny_app.files.reading import RejectedRow as KeptRow
from scrutiny_app.services.looks import Headings

_OF_THE_CASE = (Fault.PARTY_UNREADABLE, Fault.SHARED_NUMBER)  # told of a case's row, though a person is the cause
_LONGEST_NAME = 31  # of a sheet
Columns = Mapping[str, Sequence[int]]


def sheets_to_mend(
    told: Sequence[RejectedRow],
    kept: Sequence[KeptRow],
    problems: Sequence[Problem],
    where: Headings,
    said: Layout | None,
) -> tuple[SheetToMend, list[SheetToMend]]:
    """Give the sheet of the rejected cases, and those of their people and conditions; `told` are the cases' rows."""
    columns = columns_of(said, where.headings) if said else {}
    others = {kind: [row for row in kept if row.sheet == kind] for kind in (PEOPLE, CONDITIONS)}
    sheets = []
    if others[PEOPLE] and said:
        sheets.append(_people(others[PEOPLE], problems, where, said))
    has_conditions = len(others[CONDITIONS]) > 1
    if has_conditions:
        sheets.append(_conditions(others[CONDITIONS], told, columns, where))
    return _cases(told, columns, where, has_conditions=has_conditions), sheets


def _cases(told: Sequence[RejectedRow], columns: Columns, where: Headings, *, has_conditions: bool) -> SheetToMend:
    """Leave out the columns that are made of others when a file is read: those are to be mended."""
    made = _made_of(where)
    if has_conditions and where.conditions:
        made |= dict.fromkeys(where.conditions.headings, ())
    own = [at for at, heading in enumerate(where.headings) if heading not in made]
    to = {at: [place] for place, at in enumerate(own)}
    for at, heading in enumerate(where.headings):
        to.setdefault(at, [own.index(where.headings.index(one)) for one in made.get(heading, ())])
    return SheetToMend(
        [where.headings[at] for at in own],
        [(number, [cells[at] if at < len(cells) else None for at in own], wrong) for number, cells, wrong in told],
        {ours: [place for at in places for place in to[at]] for ours, places in columns.items()},
    )


def _made_of(where: Headings) -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {paired_columns.heading_of(pair): pair for pair in where.pairs}
    if where.numbered_by:
        made[numbered_pairs.heading_of(where.numbered_by)] = where.numbered_by
    return made


def _people(kept: Sequence[KeptRow], problems: Sequence[Problem], where: Headings, said: Layout) -> SheetToMend:
    headings, *rows = kept
    name = where.parties_sheet or SHEET
    wrong = defaultdict(list)
    for problem in problems:
        if problem.column.startswith(f"{SHEET}: ") and problem.code not in _OF_THE_CASE:
            wrong[problem.row].append(problem)
    found = placed(said.parties, told_apart(_words(headings.cells)))
    columns = {heading_in(SHEET, field): [at for at, _ in places] for field, places in found.items()}
    told = [(_at(row, name), row.cells, wrong[row.row]) for row in rows]
    return SheetToMend(_words(headings.cells), told, columns, _named(name))


def _conditions(kept: Sequence[KeptRow], told: Sequence[RejectedRow], columns: Columns, where: Headings) -> SheetToMend:
    """Give the conditions of rejected cases, where what is wrong with them stands beside their case."""
    seen, (first, *rows) = where.conditions, kept
    headings = _words(first.cells)
    if seen is None:
        raise RuntimeError("conditions are given back of a file with a sheet of them alone")
    case = told_apart(headings).index(seen.case)
    theirs = conditions_columns(seen.sheet, told_apart(headings), (), case)
    places = {"conditions": theirs.places["text"], **theirs.places} if theirs else {}
    beside = {
        where.headings.index(heading): places[name] for heading, name in zip(seen.headings, seen.fields, strict=True)
    }
    own = {ours: [beside[at] for at in its if at in beside] for ours, its in columns.items()}
    own = {ours: its for ours, its in own.items() if its}
    by = where.headings.index(seen.by)
    wrong = {number_of(cells[by]): [one for one in found if one.column in own] for _, cells, found in told}
    lines = [(_at(row, seen.sheet), row.cells, wrong.get(number_of(row.cells[case]), [])) for row in rows]
    return SheetToMend(headings, lines, own, _named(seen.sheet))


def _at(row: KeptRow, sheet: str) -> str:
    return f"{row.row} on the sheet “{sheet[:60]}”"


def _words(cells: Sequence[Cell]) -> list[str]:
    return [str(cell) if cell is not None else "" for cell in cells]


def _named(sheet: str) -> str:
    """Give a sheet's name as a workbook can bear it."""
    return "".join(" " if sign in "[]*?:/\\" else sign for sign in sheet)[:_LONGEST_NAME]
