"""Reading the first rows of a file by a mapping before anything is loaded, so that a wrong one is seen at once."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from scrutiny_app.domain import uses
from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Cell, Unreadable
from scrutiny_app.domain.conditions_beside import ConditionsTwice
from scrutiny_app.domain.conditions_sheet import number_of
from scrutiny_app.domain.flags_together import TOGETHER
from scrutiny_app.domain.importing import READER, CheckedCase, Checker, Problem
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.looking import Look, SheetLook
from scrutiny_app.domain.offenders_named import offenders_by_row
from scrutiny_app.domain.parties import PARTY_COLUMN
from scrutiny_app.domain.people_beside import PeopleBeside
from scrutiny_app.domain.people_each_row import RowsTogether, rows_together
from scrutiny_app.domain.people_rows import PartiesMapper, Person
from scrutiny_app.domain.people_sheet import are_of_all_cases, join_one_offender, join_parties
from scrutiny_app.domain.standing import Standing
from scrutiny_app.domain.written_cells import unwritten

SHOWN = 3  # cases
Row = Sequence[Cell]


@dataclass(frozen=True)
class ReadField:
    """One field of a case: its name, the headings that fill it, what stands there, and what that is read as."""

    name: str
    headings: tuple[str, ...]
    stands: str
    value: Any = None
    is_unreadable: bool = False


@dataclass(frozen=True)
class FirstCase:
    """One of the first cases as it would be loaded, or why it would be rejected; `people` as (role, name)."""

    fields: tuple[ReadField, ...]
    people: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def first_cases(look: Look, mapping: uses.Mapping, force: str, today: date) -> list[FirstCase]:
    """Read the first cases of a file as they would be loaded."""
    people = list(_people(look.parties, mapping, today)) if look.parties else []
    headings = _headings(look.cases)
    mapper, checker = RowMapper(mapping, headings, today=today, from_1904=look.cases.from_1904), Checker(today, force)
    beside = PeopleBeside(mapping, headings)
    places = uses.placed(mapping.uses, headings)
    twice = ConditionsTwice(mapping, headings, look.conditions) if look.conditions else None
    by = _joined_at(people, _rows(look.cases), mapping, headings)
    offenders = offenders_by_row(look, mapping)
    found = []
    together = rows_together(mapping, headings)
    for number, row, others in list(_cases(look.cases, together))[:SHOWN]:
        cells = mapper.cells(twice.told(list(row)) if twice else row)
        of_case = row[by] if by is not None else cells.get("case_number")
        theirs = beside.take(number, cells)
        of_number = [person for person in people if _is_in(person, of_case)]
        for at, other in others:
            theirs += beside.take(at, mapper.cells(other))
        offender = _offender_of(row, of_number, offenders, look)
        if offender:
            joined = join_one_offender(number, cells, offender, of_number, theirs)
            of_number = [one for one in of_number if one is offender or one.values.get("role") != "offender"]
        else:
            joined = join_parties(number, cells, [*theirs, *of_number])
        theirs = [*theirs, *of_number]
        checked = checker.row(number, joined.cells)
        fields = tuple(_read(joined.cells, Standing(places, headings, row, theirs)))
        problems = () if isinstance(checked, CheckedCase) else tuple(checked)
        found.append(FirstCase(fields, tuple(_said(theirs)), (*problems, *joined.problems)))
    return found


def _joined_at(people: Sequence[Person], rows: Sequence[Row], mapping: uses.Mapping, headings: list[str]) -> int | None:
    """Give the column of the cases that holds most of the numbers by which the people were said to name them."""
    theirs = {person.case_number for person in people} - {""}
    own = next((at for at, _ in uses.placed(mapping.uses, headings).get("case_number", ())), None)
    held = {at: len({number_of(row[at]) for row in rows} & theirs) for at in range(len(headings))}
    best = max(held, key=lambda at: (held[at], at == own, -at), default=None)
    return None if best is None or best == own or not held[best] else best


def _offender_of(
    row: Row, people: Sequence[Person], offenders: Mapping[tuple[str, ...], int], look: Look
) -> Person | None:
    """Give the offender whom a case names among the people of a number of several cases."""
    at = offenders.get(tuple(map(number_of, row)))
    if at is None or look.parties is None or not are_of_all_cases(people):
        return None
    return next((one for one in people if one.row == look.parties.heading_row + 1 + at), None)


def _headings(sheet: SheetLook) -> list[str]:
    return [column.heading for column in sheet.columns]


def _rows(sheet: SheetLook) -> list[Row]:
    width = len(sheet.columns)
    rows = [[unwritten(cell) for cell in row] for row in sheet.first]
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _cases(sheet: SheetLook, together: RowsTogether | None) -> Iterator[tuple[int, Row, list[tuple[int, Row]]]]:
    """Yield rows with their numbers, and with the rows that go on with them."""
    rows = deque(enumerate(_rows(sheet), sheet.heading_row + 1))
    while rows:
        number, first = rows.popleft()
        others: list[tuple[int, Row]] = []
        case = number_of(first[together.case]) if together else ""
        while together and case and rows:
            at, other = rows[0]
            if not together.goes_on(other) and number_of(other[together.case]) != case:
                break
            rows.popleft()
            others.append((at, together.filled_in(first, other) if together.goes_on(other) else other))
        yield number, first, others


def _people(sheet: SheetLook, mapping: uses.Mapping, today: date) -> Iterator[Person]:
    mapper = PartiesMapper(mapping, _headings(sheet), today=today, from_1904=sheet.from_1904)
    for number, row in enumerate(_rows(sheet), sheet.heading_row + 1):
        if (person := mapper.person(number, row)) is not None:
            yield person


def _is_in(person: Person, number: Cell) -> bool:
    try:
        return bool(person.case_number) and READER["case_number"](number) == person.case_number
    except Unreadable:
        return False


def _said(people: Sequence[Person]) -> Iterator[tuple[str, str]]:
    roles = {choice.code: choice.title for choice in PARTY_COLUMN["role"].choices}
    for person in people:
        role = str(person.values.get("role", ""))
        yield roles.get(role, role), str(person.values.get("name", "No identifiable victim"))


def _read(cells: Mapping[str, Cell], standing: Standing) -> Iterator[ReadField]:
    """Read each field in the schema's order; what no column fills stands there by the people, or as a fact."""
    for name in COLUMN:
        if name not in cells:
            continue
        stands, named = standing.of(name)
        try:
            value = None if cells[name] is None else READER[name](cells[name])
        except Unreadable:
            yield ReadField(name, named, stands, is_unreadable=True)
            continue
        is_told = name == TOGETHER and value is None  # by the flags that its words set
        if (value is not None or stands) and not is_told:
            yield ReadField(name, named, stands, value)
