"""The people of a workbook's second sheet, held by the case that they are in until the case's row comes by."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_sheet import number_of
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.mapping import Mapping, PartiesMapper, Person, join_parties
from scrutiny_app.domain.offenders_named import USED
from scrutiny_app.domain.organised_names import NOTHING_SAID, SaidOrganisations
from scrutiny_app.domain.people_sheet import (
    Joined,
    are_of_all_cases,
    join_one_offender,
    shared_number,
    without_case,
)
from scrutiny_app.files.reading_headings import Headed, find_heading_row, shown
from scrutiny_app.files.reading_joins import case_number_at, column_of, shared_among
from scrutiny_app.files.reading_whose import Ids, Whose, numbering_people, offenders_named
from scrutiny_app.files.tables import Sheet, note


class Parties:
    """Everybody of the sheet; `notes` say what of it is not loaded."""

    def __init__(self) -> None:
        self._people: dict[str, list[Person]] = defaultdict(list)
        self._placed: set[str] = set()
        self.one: Headed | None = None
        self._by: int | None = None
        self._shared: frozenset[str] = frozenset()
        self._ids: dict[int, Ids] = {}  # by the rows of people
        self._whose: Whose | None = None
        self._used: tuple[str, ...] = ()
        self.notes: list[Problem] = []
        self.said = NOTHING_SAID

    def add(self, person: Person, ids: Ids = ()) -> None:
        """Hold one person, and what may number them."""
        self._people[person.case_number].append(person)
        self._ids[person.row] = ids

    def join_to(self, cases: Headed, mapping: Mapping) -> None:
        """Find the column of the cases that holds the numbers by which the people name them, if not the case number."""
        own = case_number_at(mapping, cases.headings)
        by = column_of(cases, self._people.keys() - {""}, own)
        if by and own is not None and by[0] != own:
            self._by = by[0]
            self._shared = shared_among(cases, self._by, own, self._people.keys() - {""})
            self._whose = offenders_named(cases, self._by, self._people, self._ids)
            self._used = self._naming_offenders(cases)

    def _naming_offenders(self, cases: Headed) -> tuple[str, ...]:
        """Name the two columns by which each case names its offender, as the notes name them."""
        if self._whose is None or self.one is None:
            return ()
        theirs = self.one.headings[numbering_people(self.one.headings)[self._whose.place]]
        return _plain(cases.headings[self._whose.at]), _where(self.one.sheet) + _plain(theirs)

    def told_as_used(self, notes: Sequence[Problem]) -> list[Problem]:
        """Say of those columns that they are used, where it is noted that they are not loaded."""
        found, advice = f"a column that is {USED}", "There is nothing to do."
        return [replace(one, found=found, advice=advice) if one.column in self._used else one for one in notes]

    def key_of(self, cells: dict[str, Cell], row: Sequence[Cell]) -> str:
        """Give the number by which the people of a case name it."""
        return number_of(cells.get("case_number") if self._by is None else row[self._by])

    def rows_of(self, key: str) -> Iterator[int]:
        """Give the rows of the people who name a case by this number."""
        return (person.row for person in self._people.get(key, ()))

    def rows_unplaced(self) -> Iterator[int]:
        """Give the rows of the people whose case has not come by."""
        return (person.row for person in self._unplaced())

    def join(self, number: int, cells: dict[str, Cell], row: Sequence[Cell], beside: Sequence[Person] = ()) -> Joined:
        """Give a case its people, those of its own row first, in its row's cells or beside them."""
        key = self.key_of(cells, row)
        self._placed.add(key)
        people = self._people.get(key, []) if key else []
        offender = self._whose.offender(row, people) if self._whose else None
        if offender and are_of_all_cases(people):
            joined = join_one_offender(number, cells, offender, people, beside)
            joined.problems.extend(problem for person in people for problem in person.problems)
            return joined
        if key in self._shared:
            joined = join_parties(number, cells, beside)
            joined.problems.append(shared_number(number, len(self._people[key])))
            return joined
        joined = join_parties(number, cells, [*beside, *people])
        joined.problems.extend(problem for person in people for problem in person.problems)
        return joined

    def unplaced(self) -> Iterator[Problem]:
        """Yield what is wrong with everybody whose case has not come by."""
        for person in self._unplaced():
            yield from person.problems or (without_case(person),)

    def _unplaced(self) -> Iterator[Person]:
        for case_number, people in self._people.items():
            if not case_number or case_number not in self._placed:
                yield from people


def _where(sheet: Sheet) -> str:
    return f"sheet “{sheet.name[:60]}”: "


def _plain(heading: str) -> str:
    return " ".join(heading.split())[:60]


def read_parties(sheet: Sheet, mapping: Mapping, today: date, organisations: Sequence[str] = ()) -> Parties:
    """Read a sheet of people whole; those in `organisations` are, as somebody has said."""
    one: Headed = find_heading_row(sheet)
    mapper = PartiesMapper(mapping, one.headings, today=today, from_1904=sheet.from_1904)
    parties = Parties()
    parties.one = one
    where = _where(sheet)
    places = numbering_people(one.headings)
    parties.said = SaidOrganisations(organisations, mapping.parties, one.headings, ("name",))
    for number, cells in sheet.rows(one.row):
        row = parties.said.ended(shown(sheet, cells))
        if number > one.row and (person := mapper.person(number, row)) is not None:
            parties.add(person, tuple(number_of(row[at]) if at < len(row) else "" for at in places))
    parties.notes = [
        note(one.row, where + heading, Fault.NOT_LOADED, "a column that is not loaded") for heading in mapper.not_loaded
    ]
    aside = [*sheet.aside(one.cells), *sheet.notes]
    parties.notes += [replace(problem, column=where + problem.column) for problem in aside]
    return parties
