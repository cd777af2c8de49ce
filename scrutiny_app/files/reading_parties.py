"""The people of a workbook's second sheet, held by the case that they are in until the case's row comes by."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Cell, Unreadable, reader
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.mapping import Mapping, PartiesMapper, Person, join_parties
from scrutiny_app.domain.people_sheet import Joined, without_case
from scrutiny_app.files.reading_headings import Headed, find_heading_row, shown
from scrutiny_app.files.tables import Sheet, note

_read_number = reader(COLUMN["case_number"])


class Parties:
    """Everybody of the sheet; `notes` say what of it is not loaded."""

    def __init__(self) -> None:
        self._people: dict[str, list[Person]] = defaultdict(list)
        self._placed: set[str] = set()
        self.notes: list[Problem] = []

    def add(self, person: Person) -> None:
        """Hold one person."""
        self._people[person.case_number].append(person)

    def join(self, number: int, cells: dict[str, Cell], beside: Sequence[Person] = ()) -> Joined:
        """Give a case its people, those of its own row first, in its row's cells or beside them."""
        people = self._of(cells.get("case_number"))
        joined = join_parties(number, cells, [*beside, *people])
        joined.problems.extend(problem for person in people for problem in person.problems)
        return joined

    def _of(self, cell: Cell) -> list[Person]:
        try:
            case_number = str(_read_number(cell) or "")
        except Unreadable:
            return []
        self._placed.add(case_number)
        return self._people.get(case_number, []) if case_number else []

    def unplaced(self) -> Iterator[Problem]:
        """Yield what is wrong with everybody whose case has not come by."""
        for case_number, people in self._people.items():
            if case_number and case_number in self._placed:
                continue
            for person in people:
                yield from person.problems or (without_case(person),)


def read_parties(sheet: Sheet, mapping: Mapping, today: date) -> Parties:
    """Read a sheet of people whole."""
    one: Headed = find_heading_row(sheet)
    mapper = PartiesMapper(mapping, one.headings, today=today, from_1904=sheet.from_1904)
    parties = Parties()
    where = f"sheet “{sheet.name[:60]}”: "
    for number, cells in sheet.rows(one.row):
        if number > one.row and (person := mapper.person(number, shown(sheet, cells))) is not None:
            parties.add(person)
    parties.notes = [
        note(one.row, where + heading, Fault.NOT_LOADED, "a column that is not loaded") for heading in mapper.not_loaded
    ]
    aside = [*sheet.aside(one.cells), *sheet.notes]
    parties.notes += [replace(problem, column=where + problem.column) for problem in aside]
    return parties
