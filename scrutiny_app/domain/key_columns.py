"""Finding the column that numbers a sheet's rows where no heading says so."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.likeness import PEOPLE, pieces_of, tokens
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.needing_numbers import RowsLoaded
from scrutiny_app.domain.reasons import BEFORE, LIKE, OTHER_WORD, TAKEN, Ground, Reason, by_values, left_out, perhaps
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.sheet_keys import is_programs_key
from scrutiny_app.domain.sole_numbers import are_few
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use
from scrutiny_app.domain.written_cells import unwritten

_OTHER = "another column is suggested as the {}"
_OF_CASES = frozenset("case file disposal outcome occurrence crime ooc oocd oocr resolution custody".split())
_OF_PEOPLE = frozenset("nominal person party pnc pncid pncids croid cro individual youth yp child age".split())
_OF_CRIMES = frozenset({"crime", "crn"})
_OF_OTHERS = frozenset(
    "other external ext legacy old former alternative secondary third audit sample line check".split()
)
_APART = LIKE.telling(", and another column says that it is the crime’s")
_SOLE = perhaps("no other column numbers the cases, and no two are alike")
_NO_TWO = "no two of its values are alike; “{}” may number the cases too"
_JOINED = OTHER_WORD.telling(": by this column the sheet of people says whose case each is in")
_ON_CONDITIONS = OTHER_WORD.telling(": by this column the sheet of conditions says whose case each is of")
_CODES = by_values("its values are codes, and all different")
_CODES_OF_MOST = by_values("its values are codes, all different, and few rows have none")
_FREE = frozenset({Ground.UNKNOWN, Ground.UNREAD, Ground.UNREAD_TEXT})
_BY = "its numbers are those under “{}” on the sheet of cases: by them each person is joined to a case"
_NOT_BY = "the people are joined to their cases by “{}”"


def key_column(sheet: SheetLook, free: Sequence[int], lacking: int | None = None) -> int | None:
    """Give the free column, by its place, that holds a code in every row, no two alike, and is no person's or other's.

    One whose heading speaks of a case, a file or a disposal goes before the others, which go by their places. Where
    rows are said to lack theirs, it may be empty in so many, and in few more.
    """
    keys = [
        at
        for at in free
        if _is_key(column := sheet.columns[at], sheet.rows, lacking) and not is_of_another(column.heading)
    ]
    return min(keys, key=lambda at: (tokens(sheet.columns[at].heading).isdisjoint(_OF_CASES), at), default=None)


def is_of_another(heading: str) -> bool:
    """Say whether a heading numbers a person, such as "PNCID", or is another's, such as "Other ref": never a case."""
    words = tokens(heading) | frozenset(pieces_of(heading))
    return not words.isdisjoint(_OF_OTHERS | _OF_PEOPLE | PEOPLE - {"decision"})


def numbered_by_codes(found: list[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest as the case number the column that numbers the rows, where no heading reads like it.

    One that is empty in some rows, above all in those that are left out, is taken where nothing numbers all of them.
    """
    at = key_column(sheet, free(found))
    crimes = (column for one, column in zip(found, sheet.columns, strict=True) if one.fills("crime_number"))
    if at is None and not any(_is_once(column, sheet.rows) for column in crimes):
        return numbered(found, key_column(sheet, free(found), _left_out(found, sheet)), _CODES_OF_MOST)
    return numbered(found, at, _CODES)


def _left_out(found: Sequence[Suggestion], sheet: SheetLook) -> int:
    """Count those of the first rows that are left out, as without a disposal: they need no number."""
    loaded = RowsLoaded([[use.field for use in one.uses] for one in found])
    return sum(not loaded.may_load([unwritten(cell) for cell in row]) for row in sheet.first)


def numbered(found: list[Suggestion], at: int | None, reason: Reason) -> list[Suggestion]:
    """Suggest a column as the case number, where no heading reads like it."""
    if at is not None and not any(one.fills("case_number") for one in found):
        found[at] = replace(found[at], uses=(Use("case_number"),), reason=reason)
    return found


def other_reference(before: Sequence[Suggestion], found: list[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest one of two references as the crime number and the other as the case number, where nothing else is."""
    for wanted, free_one in (("case_number", "crime_number"), ("crime_number", "case_number")):
        if any(one.fills(free_one) for one in (*before, *found)):
            continue
        for at, one in enumerate(found):
            is_other = before[at].fills(wanted) and not one.uses
            if is_other and (free_one == "crime_number" or _is_once(sheet.columns[at], sheet.rows)):
                reason = perhaps(_OTHER.format(COLUMN[wanted].heading.lower()))
                found[at] = replace(one, uses=(Use(free_one),), reason=reason)
                break
    return found


def crimes_apart(found: list[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest as the case number a reference taken for the crime number, where another says that it is the crime's.

    A column without a value says nothing: "Old Crime Ref", of a system before, beside "Occ Number".
    """
    wanting = [at for at, one in enumerate(found) if one.fills("crime_number") and one.reason != BEFORE]
    of_crimes = (at for at in wanting if not tokens(found[at].heading).isdisjoint(_OF_CRIMES))
    crimes = {at for at in of_crimes if sheet.columns[at].filled or not sheet.rows}
    is_numbered = any(one.fills("case_number") and (one.sure or one.reason == BEFORE) for one in found)
    for at in wanting if crimes and not is_numbered else ():
        if at not in crimes:
            found[at] = replace(found[at], uses=(Use("case_number"),), reason=_APART, sure=False)
    return found


def sole_reference(found: list[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest the crime number as the case number too, where nothing else can number the cases and no two are alike."""
    if any(one.fills("case_number") for one in found):
        return found
    others = (one.heading for one, column in zip(found, sheet.columns, strict=True) if _may_number(one, column, sheet))
    other = next(others, "")
    reason = perhaps(_NO_TWO.format(other[:60])) if other else _SOLE
    for at, one in enumerate(found):
        if one.fills("crime_number") and one.reason != BEFORE and _is_once(sheet.columns[at], sheet.rows):
            found[at] = replace(one, uses=(*one.uses, Use("case_number")), reason=reason, sure=False)
    return found


def _may_number(one: Suggestion, column: ColumnLook, sheet: SheetLook) -> bool:
    return not one.uses and _is_key(column, sheet.rows) and not is_of_another(one.heading)


def free(found: Sequence[Suggestion]) -> list[int]:
    """List the places of the columns whose headings nothing reads like."""
    return [at for at, one in enumerate(found) if not one.uses and one.reason.ground in _FREE]


def _is_key(column: ColumnLook, rows: int, lacking: int | None = None) -> bool:
    seen = sum(column.shapes.values())
    codes = seen > 1 and column.shapes.get(Shape.CODE, 0) == seen
    if lacking is None or not are_few(rows - column.filled - lacking, rows):
        return codes and _is_once(column, rows)
    return codes and 2 * column.filled > rows and _is_once(column, column.filled)


def _is_once(column: ColumnLook, rows: int) -> bool:
    return column.filled == rows > 1 and (column.words is None or len(column.words) == rows)


def joined_by(found: list[Suggestion], look: Look) -> list[Suggestion]:
    """Suggest as the case number the one column, different in every row, whose heading the sheet of people has too."""
    theirs = {fold(column.heading) for column in look.parties.columns} - {""} if look.parties else set()
    rows = look.cases.rows
    both = [
        at for at, column in enumerate(look.cases.columns) if fold(column.heading) in theirs and _is_once(column, rows)
    ]
    other = len(both) == 1 and found[both[0]].uses and not found[both[0]].fills("case_number")
    if len(both) == 1 and not other and not any(one.sure and one.fills("case_number") for one in found):
        found[both[0]] = replace(found[both[0]], uses=(Use("case_number"),), reason=_JOINED, sure=False)
    return found


def joined_by_conditions(found: list[Suggestion], look: Look) -> list[Suggestion]:
    """Take as the case number the column, no two of it alike, by which a sheet of conditions names the cases."""
    by = look.conditions.by if look.conditions else ""
    own = zip(found, look.cases.columns, strict=True)
    named = [at for at, (one, column) in enumerate(own) if one.heading == by and _numbers_most(column, look.cases.rows)]
    held = [at for at, one in enumerate(found) if one.fills("case_number")]
    if len(named) != 1 or found[named[0]].uses or any(_stands(found[at]) for at in held):
        return found
    if held and is_programs_key(by):
        return found
    for at in held:
        found[at] = replace(found[at], uses=(), reason=TAKEN)
    found[named[0]] = replace(found[named[0]], uses=(Use("case_number"),), reason=_ON_CONDITIONS, sure=False)
    return found


def _numbers_most(column: ColumnLook, rows: int) -> bool:
    return 2 * column.filled > rows and _is_once(column, column.filled)


def _stands(one: Suggestion) -> bool:
    return one.sure or one.reason == BEFORE or len(one.uses) > 1


def same_as_theirs(people: SheetLook, cases: SheetLook, free: Sequence[int]) -> int | None:
    """Give the first of the free columns of the sheet of people whose heading the sheet of cases has too."""
    theirs = {fold(column.heading) for column in cases.columns} - {""}
    return next((at for at in free if fold(people.columns[at].heading) in theirs), None)


def joined_to_cases(found: list[Suggestion], look: Look) -> list[Suggestion]:
    """Suggest as the case number of the sheet of people the column whose numbers the cases have, and no other."""
    if look.people_by is None or any(one.reason == BEFORE and one.fills("case_number") for one in found):
        return found
    theirs, by = look.people_by
    for at, one in enumerate(found):
        if one.heading == theirs:
            sure = one.sure and one.fills("case_number")
            found[at] = replace(one, uses=(Use("case_number"),), reason=by_values(_BY.format(by[:60])), sure=sure)
        elif one.fills("case_number"):
            found[at] = replace(one, uses=(), reason=left_out(_NOT_BY.format(theirs[:60])), sure=False)
    return found
