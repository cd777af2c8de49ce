"""Telling the two columns by which each case names its own offender, where people are joined by a number of several.

They fill nothing, and yet decide which of a number's offenders is in which case (files.reading_whose): that is said.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.conditions_sheet import number_of
from scrutiny_app.domain.looking import Look, SheetLook
from scrutiny_app.domain.parties import PARTY_COLUMN
from scrutiny_app.domain.reasons import UNKNOWN, Ground, Reason
from scrutiny_app.domain.sheet_keys import numbers_people
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Mapping, word_key
from scrutiny_app.domain.wording import meaning
from scrutiny_app.domain.written_cells import unwritten

USED = "used to say which of the people is the case’s offender, and not loaded"
_SHORTEST = 3  # characters of a person's number
Pair = tuple[list[Suggestion], list[Suggestion]]
Person = tuple[list[str], bool]  # the numbers of a row of the sheet of people, and whether it is an offender's


def told_as_used(cases: list[Suggestion], people: list[Suggestion], look: Look) -> Pair:
    """Say of the two columns what they are used for, unless they are to be loaded."""
    pair = _naming(cases, people, look)
    if pair is None:
        return cases, people
    return _told(cases, pair[0]), _told(people, pair[1])


def offenders_by_row(look: Look, said: Mapping) -> dict[tuple[str, ...], int]:
    """Give by the cells of each first row of the cases the row of its offender on the sheet of people, from 0."""
    if look.parties is None:
        return {}
    cases = [Suggestion(one.heading, said.uses.get(fold(one.heading), ()), UNKNOWN) for one in look.cases.columns]
    people = [Suggestion(one.heading, said.parties.get(fold(one.heading), ()), UNKNOWN) for one in look.parties.columns]
    pair = _naming(cases, people, look, said.words.get("role"))
    if pair is None:
        return {}
    numbers = {row[pair[1]]: at for at, row in enumerate(_rows(look.parties))}
    return {tuple(row): numbers[row[pair[0]]] for row in _rows(look.cases) if row[pair[0]] in numbers}


def used_headings(cases: Sequence[Suggestion], people: Sequence[Suggestion], said: Mapping) -> list[str]:
    """List the headings of which that was said, and that are not loaded."""
    found = [(said.uses, one) for one in cases] + [(said.parties, one) for one in people]
    return [one.heading for uses, one in found if one.reason.said == USED and not uses.get(fold(one.heading))]


def _told(found: list[Suggestion], at: int) -> list[Suggestion]:
    if found[at].uses:
        return found
    return [replace(one, reason=Reason(Ground.ASIDE, USED)) if n == at else one for n, one in enumerate(found)]


def _naming(
    cases: list[Suggestion], people: list[Suggestion], look: Look, roles: dict[str, str] | None = None
) -> tuple[int, int] | None:
    """Find the one column of the cases that in all of their first rows numbers one of their offenders, and theirs.

    `roles` are what has been said of the words of roles, by their keys.
    """
    by = _places_joined(cases, people, look)
    if look.parties is None or by is None:
        return None
    role = next((at for at, one in enumerate(people) if one.fills("role")), None)
    groups = _groups(look.parties, by[0], role, roles or {})
    if all(sum(is_offender for _, is_offender in some) < 2 for some in groups.values()):
        return None
    rows = [row for row in _rows(look.cases) if row[by[1]] in groups]
    numbering = [at for at, one in enumerate(people) if numbers_people(one.heading)]
    pairs = [(at, place) for at in range(len(cases)) if at != by[1] for place in numbering]
    found = [pair for pair in pairs if all(_names_offender(row[pair[0]], pair[1], groups[row[by[1]]]) for row in rows)]
    return found[0] if len(found) == 1 else None


def _places_joined(cases: list[Suggestion], people: list[Suggestion], look: Look) -> tuple[int, int] | None:
    """Give the columns by which the people are joined; None where that is the case number, which names one case."""
    theirs, by = look.people_by or ("", "")
    own = next((at for at, one in enumerate(people) if one.heading == theirs), None)
    of_cases = next((at for at, one in enumerate(cases) if one.heading == by and not one.fills("case_number")), None)
    return None if own is None or of_cases is None else (own, of_cases)


def _groups(people: SheetLook, by: int, role: int | None, roles: dict[str, str]) -> dict[str, list[Person]]:
    groups: dict[str, list[Person]] = defaultdict(list)
    for row in _rows(people):
        word = row[role] if role is not None else ""
        is_offender = roles.get(word_key(word), meaning(PARTY_COLUMN["role"], word)) == "offender"
        groups[row[by]].append((row, is_offender))
    groups.pop("", None)
    return groups


def _names_offender(number: str, place: int, people: Sequence[Person]) -> bool:
    named = [is_offender for row, is_offender in people if len(number) >= _SHORTEST and row[place] == number]
    return named == [True]


def _rows(sheet: SheetLook) -> list[list[str]]:
    width = len(sheet.columns)
    return [[*(number_of(unwritten(cell)) for cell in row), *[""] * (width - len(row))] for row in sheet.first]
