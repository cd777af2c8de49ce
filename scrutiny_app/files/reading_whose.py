"""Which of the offenders of a number that several cases share is whose: by a column of the cases with their own number.

It is taken only where every case of the file says so of one offender alone, and nothing else could say it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_sheet import number_of
from scrutiny_app.domain.people_rows import Person
from scrutiny_app.domain.sheet_keys import numbers_people
from scrutiny_app.files.reading_headings import Headed, shown

Ids = tuple[str, ...]  # what stands of somebody in each column that may number people
_SHORTEST = 3  # characters of a person's number


@dataclass(frozen=True)
class Whose:
    """The column of the cases that names their offenders, which of the people's numbers it is, and those by row."""

    at: int
    place: int
    ids: Mapping[int, Ids]

    def offender(self, row: Sequence[Cell], people: Sequence[Person]) -> Person | None:
        """Give the offender whom a case's row names, if it names one alone of these people."""
        key = number_of(row[self.at]) if self.at < len(row) else ""
        named = [one for one in people if len(key) >= _SHORTEST and self.ids[one.row][self.place] == key]
        return named[0] if len(named) == 1 and _is_offender(named[0]) else None


def numbering_people(headings: Sequence[str]) -> list[int]:
    """List the columns, from 0, of the sheet of people that may hold a number of their own."""
    return [at for at, heading in enumerate(headings) if numbers_people(heading)]


def offenders_named(
    cases: Headed, by: int, people: Mapping[str, Sequence[Person]], ids: Mapping[int, Ids]
) -> Whose | None:
    """Find the column of the cases by which each names its offender; None where no number has several, or none does."""
    if all(sum(map(_is_offender, some)) < 2 for some in people.values()):
        return None
    places = range(len(next(iter(ids.values()), ())))
    left = [Whose(at, place, ids) for at in range(len(cases.headings)) if at != by for place in places]
    for row, some in _with_people(cases, by, people):
        left = [one for one in left if one.offender(row, some)]
        if not left:
            return None
    return left[0] if len(left) == 1 else None


def _with_people(
    cases: Headed, by: int, people: Mapping[str, Sequence[Person]]
) -> Iterator[tuple[list[Cell], Sequence[Person]]]:
    for number, cells in cases.sheet.rows(cases.row):
        row = shown(cases.sheet, cells)
        key = number_of(row[by]) if number > cases.row and by < len(row) else ""
        if key and key in people:
            yield row, people[key]


def _is_offender(person: Person) -> bool:
    return not person.problems and person.values.get("role") == "offender"
