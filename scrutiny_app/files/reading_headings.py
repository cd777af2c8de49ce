"""Finding the sheets of the cases, of their people and of their conditions, and the row of each that heads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.conditions_sheet import conditions_columns
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.looking import find_headings, under_groups
from scrutiny_app.domain.sheet_keys import names_cases
from scrutiny_app.domain.synonyms import PHRASES
from scrutiny_app.files.tables import Opened, Row, Sheet, words

FIRST_ROWS = 20  # among which the headings must stand
_AS_CASES = 0.6  # of the headings, that are those of the cases too
_FEWEST_SAME = 3  # such headings

_PARTIES = ("parties", "persons", "people", "involvedparties", "involvedpersons", "nominals", "linkedpersons")
_ROLES = ("role", "partyrole", "involvement", "linktype", "persontype", "involvementtype", "relationship", "partytype")
_NO_ROWS = "The workbook has no visible sheet with rows in it. Export it again from the records system."


@dataclass(frozen=True)
class Headed:
    """A sheet, the number of the row that holds its headings, and those, hidden columns left out."""

    sheet: Sheet
    row: int
    headings: tuple[str, ...]
    cells: list[Cell]


@dataclass(frozen=True)
class Found:
    """What of a file is read, and what is not."""

    cases: Headed
    parties: Headed | None
    conditions: Headed | None
    unread: tuple[Sheet, ...]


def shown(sheet: Sheet, cells: Sequence[Cell]) -> list[Cell]:
    """Leave the hidden columns out of a row."""
    return [cell for column, cell in enumerate(cells) if column not in sheet.hidden] if sheet.hidden else list(cells)


def headed(sheet: Sheet, number: int, cells: list[Cell], above: Sequence[Cell] = ()) -> Headed:
    """Join a sheet and the row of its headings, under the groups of the row above; blank ones at the end are none."""
    headings = [" ".join(word.split()) for word in words(shown(sheet, cells))]
    if above:
        headings = under_groups(shown(sheet, above), headings)
    while headings and not headings[-1]:
        headings.pop()
    return Headed(sheet, number, tuple(headings), cells)


def find_sheets(opened: Opened) -> Found:
    """Choose the sheet whose headings are best known, and one that looks like parties; raise Refused without any."""
    found, refusal = [], Refused(_NO_ROWS)
    for sheet in opened.sheets:
        try:
            found.append(find_heading_row(sheet))
        except Refused as refused:
            # Anew, for what was raised holds all that was read of the sheet.
            refusal = Refused(refused.message) if refused.message != _NO_ROWS else refusal
    if not found:
        raise refusal
    cases = max(found, key=lambda one: (not _named_parties(one), _known(one.headings), len(one.headings)))
    others = [one for one in found if one is not cases]
    parties = next((one for one in others if _named_parties(one) or _has_roles(one, cases.headings)), None)
    conditions = next((one for one in others if one is not parties and _may_be_conditions(one, cases)), None)
    names = {one.sheet.name for one in (cases, parties, conditions) if one}
    return Found(cases, parties, conditions, tuple(sheet for sheet in opened.sheets if sheet.name not in names))


def are_same(headings: Sequence[str], of_cases: Sequence[str]) -> bool:
    """Say whether most headings are those of the cases, in whatever order: then it is another sheet of cases."""
    own, theirs = ({key for one in some if (key := fold(one))} for some in (headings, of_cases))
    return len(own & theirs) >= max(_FEWEST_SAME, _AS_CASES * max(len(own), len(theirs)))


def _may_be_conditions(one: Headed, cases: Headed) -> bool:
    return not are_same(one.headings, cases.headings) and _has_conditions(one, cases.headings)


def find_heading_row(sheet: Sheet) -> Headed:
    """Find a sheet's headings among its first rows; raise Refused where it has none."""
    first: list[Row] = list(islice(sheet.rows(), FIRST_ROWS))
    if not first:
        raise Refused(_NO_ROWS)
    at = find_headings(first)
    return headed(sheet, *first[at], _above(first[at - 1] if at else None, first[at][0]))


def _above(row: Row | None, number: int) -> Sequence[Cell]:
    """Give the cells of the row that stands right above another, if that row is known and is not blank."""
    return row[1] if row is not None and row[0] == number - 1 else ()


def _named_parties(one: Headed) -> bool:
    return fold(one.sheet.name) in _PARTIES


def _has_roles(one: Headed, of_cases: Sequence[str]) -> bool:
    """Say whether a sheet says who is what in which case."""
    has_role = not {fold(heading) for heading in one.headings}.isdisjoint(_ROLES)
    return has_role and names_cases(one.headings, of_cases)


def _has_conditions(one: Headed, of_cases: Sequence[str]) -> bool:
    return conditions_columns(one.sheet.name, one.headings, of_cases) is not None


def _known(headings: Sequence[str]) -> int:
    return len({fold(heading) for heading in headings} & PHRASES.keys())


def find_named(opened: Opened, name: str) -> Sheet:
    """Find a sheet by its name; raise Refused where the file has none such."""
    for sheet in opened.sheets:
        if sheet.name == name:
            return sheet
    raise Refused("The sheet that was looked at is not in the file, or is hidden. Import the file again.")


def headings_at(sheet: Sheet, number: int) -> Headed:
    """Read the headings that stand in a row; raise Refused where it is blank."""
    last: Row | None = None
    for found, cells in sheet.rows():
        if found == number:
            return headed(sheet, number, cells, _above(last, number))
        last = found, cells
        if found > number:
            break
    raise Refused("The row that held the headings is blank. Import the file again.")
