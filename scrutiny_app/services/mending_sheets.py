"""What of an extract's rejected rows stands on which sheet of the workbook that gives them back."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scrutiny_app.domain import numbered_pairs, paired_columns
from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.conditions_sheet import conditions_columns, number_of
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.group_fields import heading_in
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.in_question import others_in_question
from scrutiny_app.domain.mapping import Mapping as Layout
from scrutiny_app.domain.mapping import columns_of
from scrutiny_app.domain.people_places import FILLED_BY
from scrutiny_app.domain.people_rows import SHEET, PartiesMapper, Person
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.trial import RIGHTLY
from scrutiny_app.domain.uses import NEVER_LOADED, loaded, placed
from scrutiny_app.files.mending import SheetToMend
from scrutiny_app.files.mending_rows import RejectedRow
from scrutiny_app.files.reading import CONDITIONS, PEOPLE
from scrutiny_app.files.reading import RejectedRow as KeptRow
from scrutiny_app.services.looks import Headings

_OF_THE_CASE = (Fault.PARTY_UNREADABLE, Fault.SHARED_NUMBER)  # told of a case's row, though a person is the cause
_LONGEST_NAME = 31  # of a sheet
Columns = Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class _OfCase:
    """What is wrong with a case by what a field of somebody says, and the numbers that stand in the case's row."""

    field: str
    problem: Problem
    numbers: frozenset[str]


ByPerson = dict[tuple[str, str], list[_OfCase]]


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
        name = where.parties_sheet or SHEET
        sheets.append(_people(others[PEOPLE], _of_people(problems), _by_person(told, columns, said), name, said))
        told = [(number, cells, list(_where_mended(found, columns, said, name))) for number, cells, found in told]
    has_conditions = len(others[CONDITIONS]) > 1
    if has_conditions:
        sheets.append(_conditions(others[CONDITIONS], told, columns, where))
    cases = _cases(told, columns, where, has_conditions=has_conditions)
    return _without_earlier(cases), [_without_earlier(sheet) for sheet in sheets]


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


def _of_people(problems: Sequence[Problem]) -> dict[int, list[Problem]]:
    """Give what is wrong with people, by their rows."""
    wrong = defaultdict(list)
    for problem in problems:
        if problem.column.startswith(f"{SHEET}: ") and problem.code not in _OF_THE_CASE:
            wrong[problem.row].append(problem)
    return wrong


def _by_person(told: Sequence[RejectedRow], columns: Columns, said: Layout) -> ByPerson:
    """Give what the sheet of people says of somebody and is in question, by a case's numbers and their role."""
    wrong: ByPerson = defaultdict(list)
    for _, cells, found in told:
        numbers = frozenset(map(number_of, cells)) - {""}
        for problem in found:
            for heading in _with_people(problem, columns, said):
                role, field = FILLED_BY[heading]
                one = _OfCase(field, replace(problem, column=heading_in(SHEET, field)), numbers)
                for number in numbers:
                    wrong[number, role].append(one)
    return wrong


def _with_people(problem: Problem, columns: Columns, said: Layout) -> list[str]:
    """List the headings of what is in question and stands on the sheet of people alone."""
    if problem.code in RIGHTLY:
        return []
    theirs = loaded(said.parties)
    headings = (problem.column, *sorted(others_in_question(problem)))
    return [one for one in headings if one in FILLED_BY and one not in columns and FILLED_BY[one][1] in theirs]


def _where_mended(found: Sequence[Problem], columns: Columns, said: Layout, name: str) -> Iterator[Problem]:
    """Say what of that in question stands on the sheet of people."""
    for problem in found:
        there = _with_people(problem, columns, said)
        stand = f"{' and '.join(there)} stand{'s' if len(there) == 1 else ''} on the sheet “{name[:60]}”."
        yield replace(problem, advice=f"{problem.advice} {stand}") if there else problem


def _people(
    kept: Sequence[KeptRow],
    wrong: Mapping[int, Sequence[Problem]],
    by_person: ByPerson,
    name: str,
    said: Layout,
) -> SheetToMend:
    first, *rows = kept
    headings = _words(first.cells)
    mapper = PartiesMapper(said, headings)
    people = [(row, person) for row in rows if (person := mapper.person(row.row, row.cells))]
    of_cases = _of_cases(people, by_person)
    told = [(_at(row, name), row.cells, [*wrong.get(row.row, ()), *of_cases.get(row.row, ())]) for row in rows]
    found = placed(said.parties, told_apart(headings))
    columns = {heading_in(SHEET, field): [at for at, _ in places] for field, places in found.items()}
    return SheetToMend(headings, told, columns, _named(name))


def _of_cases(people: Sequence[tuple[KeptRow, Person]], by_person: ByPerson) -> dict[int, list[Problem]]:
    """Give what of somebody is in question, by their rows: of several offenders of a number, of whom the case names."""
    found = defaultdict(list)
    shared = defaultdict(list)
    for row, person in people:
        for one in by_person.get((person.case_number, person.values.get("role", "")), ()):
            if one.field in person.values or one.problem.code == Fault.MISSING:
                common = len(one.numbers & set(map(number_of, row.cells)))
                shared[person.case_number, person.values.get("role"), one].append((common, row.row))
    for (_, role, one), rows in shared.items():
        most = max(rows)[0]
        for common, row_number in rows:
            if role != "offender" or common == most:
                found[row_number].append(one.problem)
    return found


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


def _without_earlier(sheet: SheetToMend) -> SheetToMend:
    """Leave out what a workbook of rejected rows said before: what is said now stands beside it."""
    own = [at for at, heading in enumerate(sheet.headings) if fold(heading) not in NEVER_LOADED]
    rows = [
        (number, [cells[at] if at < len(cells) else None for at in own], wrong) for number, cells, wrong in sheet.rows
    ]
    columns = {ours: [own.index(at) for at in places if at in own] for ours, places in sheet.columns.items()}
    return replace(sheet, headings=[sheet.headings[at] for at in own], rows=rows, columns=columns)


def _at(row: KeptRow, sheet: str) -> str:
    return f"{row.row} on the sheet “{sheet[:60]}”"


def _words(cells: Sequence[Cell]) -> list[str]:
    return [str(cell) if cell is not None else "" for cell in cells]


def _named(sheet: str) -> str:
    """Give a sheet's name as a workbook can bear it."""
    return "".join(" " if sign in "[]*?:/\\" else sign for sign in sheet)[:_LONGEST_NAME]
