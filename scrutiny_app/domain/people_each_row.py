"""One line a person: rows of one case that follow each other, each with somebody of it and what they are in it.

Such rows are read as one case: its people are those of all its rows, and all else must be the same in each of them.
A row that names somebody and no case goes on with the case above it; what is blank in it is as it is there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.group_fields import field_in_group, group_of, named_in
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.people_groups import says_roles
from scrutiny_app.domain.reasons import BEFORE, perhaps
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.styling import style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.synonyms import PARTY_PHRASES
from scrutiny_app.domain.uses import Mapping as Said
from scrutiny_app.domain.uses import Part, Use, described

EACH_ROW = "Each row"
_WHY = perhaps("each row names one person of its case, by the role beside the name; rows of one case are read together")
_OF_PEOPLE = {
    "offender_name": "name",
    "offender_born": "born",
    "offender_age": "age",
    "offender_address": "address",
    "offender_contact": "contact",
    "offender_vehicle": "vehicle",
    "sex": "sex",
    "ethnicity": "ethnicity",
}
_FEWEST = 2  # pairs of rows of one case
_ROLES = 2  # different words
_OF_A_CASE = frozenset({"crime_number", "disposal", "outcome_code"})  # what a row has that is a case without a number


@dataclass(frozen=True)
class RowsTogether:
    """The columns (from 0) by which rows are read as one case: its number, its people's, and what only a case has."""

    case: int
    people: frozenset[int]
    apart: frozenset[int]

    def goes_on(self, row: Sequence[object]) -> bool:
        """Say whether a row names somebody and no case: then it is of the case above."""
        if any(_filled(row, at) for at in (self.case, *self.apart)):
            return False
        return any(_filled(row, at) for at in self.people)

    def filled_in(self, first: Sequence[Cell], row: Sequence[Cell]) -> list[Cell]:
        """Give such a row with what the case's first row says, save of people."""
        return [
            cell if at in self.people or _filled(row, at) or at >= len(first) else first[at]
            for at, cell in enumerate(row)
        ]


def _filled(row: Sequence[object], at: int) -> bool:
    return at < len(row) and row[at] is not None and bool(str(row[at]).strip())


def one_person_a_row(found: list[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest the columns of people as those of each row's person, where rows of one case follow each other."""
    role, case = _role(found, sheet), next((at for at, one in enumerate(found) if one.fills("case_number")), None)
    if role is None or case is None:
        return found
    apart = frozenset(at for at, one in enumerate(found) if any(one.fills(name) for name in _OF_A_CASE))
    if not _follow(sheet, RowsTogether(case, frozenset({role}), apart)):
        return found
    own = ((at, tuple(_turned(one, sheet, at))) for at, one in enumerate(found) if one.reason != BEFORE)
    turned = {at: uses for at, uses in own if uses}
    if not any(use.field == named_in(EACH_ROW, "name") for uses in turned.values() for use in uses):
        return found
    turned[role] = (Use(named_in(EACH_ROW, "role")),)
    return [
        replace(one, uses=turned[at], reason=_WHY, sure=False) if at in turned else one for at, one in enumerate(found)
    ]


def _role(found: Sequence[Suggestion], sheet: SheetLook) -> int | None:
    """Find the column of roles: by its heading and by what stands in it."""
    for at, column in enumerate(sheet.columns):
        phrase = PARTY_PHRASES.get(fold(column.heading))
        is_role = phrase is not None and phrase.use.field == "role" and len(column.words or ()) >= _ROLES
        if is_role and not found[at].sure and says_roles([column]):
            return at
    return None


def _follow(sheet: SheetLook, rows: RowsTogether) -> bool:
    """Say whether rows of one case stand together, or go on with a case that stands above them."""
    if any(rows.goes_on(row) for row in sheet.first[1:]):
        return True
    numbers = [row[rows.case] for row in sheet.first if rows.case < len(row) and row[rows.case]]
    return len([one for one, other in pairwise(numbers) if one == other]) >= _FEWEST


def _turned(one: Suggestion, sheet: SheetLook, at: int) -> Iterator[Use]:
    for use in one.uses:
        name = _OF_PEOPLE.get(use.field)
        field = field_in_group(named_in(EACH_ROW, name)) if name else None
        if name and field:
            style, _ = style_of(field, use.part, sheet.columns[at])
            yield Use(named_in(EACH_ROW, name), use.part if use.field == "offender_name" else Part.WHOLE, style)


def rows_together(said: Said, headings: Sequence[str]) -> RowsTogether | None:
    """Give the columns by which rows are read together; None where each row is a case."""
    filled = [{use.field for use in said.uses.get(fold(heading), ())} for heading in told_apart(headings)]
    case = next((at for at, names in enumerate(filled) if "case_number" in names), None)
    people = frozenset(at for at, names in enumerate(filled) if any(group_of(name) == EACH_ROW for name in names))
    if case is None or not people:
        return None
    return RowsTogether(case, people, frozenset(at for at, names in enumerate(filled) if names & _OF_A_CASE))


def differing(number: int, first: Mapping[str, Cell], other: Mapping[str, Cell]) -> Iterator[Problem]:
    """Yield what a further row of a case says otherwise than the first."""
    for name, cell in other.items():
        if not group_of(name) and cell != first.get(name) and (field := described(name)):
            found = "another value than in the first row of the same case"
            yield Problem(number, field.heading, Fault.REPEATED, found, ADVICE[Fault.REPEATED])
