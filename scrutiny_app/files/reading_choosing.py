"""Choosing the sheets of the cases, of their people and of their conditions among a workbook's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.conditions_sheet import conditions_columns
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.sheet_keys import names_cases, numbering
from scrutiny_app.domain.sheets_sought import SheetOffered, Sought, are_same, is_set_aside, likeness_to_cases
from scrutiny_app.files.reading_headings import NO_ROWS, Headed, first_rows
from scrutiny_app.files.reading_joined import joined
from scrutiny_app.files.reading_joins import join_of
from scrutiny_app.files.reading_pointed import finder
from scrutiny_app.files.tables import Opened, Row, Sheet

_PARTIES = re.compile(
    r"(?:linked|involved|associated|case|related)?(?:parties|persons|people|nominals|involvements)(?:involved|linked)?"
)
_ROLES = frozenset(
    "role partyrole involvement linktype persontype involvementtype relationship partytype capacity roletype "
    "nominalrole personrole roleincase roleincrime involvementcode rolecode linkreason".split()
)
_MOST_OFFERED = 30
_FEWEST_HEADINGS = 3
Likeness = tuple[bool, int, bool, int, int]


@dataclass(frozen=True)
class Found:
    """What of a file is read, and what is not; `together` names the sheets of the cases, `offered` what else could be.

    Both are empty where there is no choice.
    """

    cases: Headed
    parties: Headed | None
    conditions: Headed | None
    unread: tuple[Sheet, ...]
    together: tuple[str, ...] = ()
    offered: tuple[SheetOffered, ...] = ()


def find_sheets(opened: Opened, sought: Sought) -> Found:
    """Choose the sheets that hold the cases, and those that look like parties and conditions; raise Refused without."""
    likely = _headed(opened, sought)
    found, own = [one for one, _ in likely], _of_cases(likely, sought)
    cases = joined(own)
    others = [one for one in found if one not in own]
    parties = next((one for one in others if _named_parties(one) or _are_people_of(one, cases)), None)
    conditions = next((one for one in others if one is not parties and _may_be_conditions(one, cases)), None)
    names = {one.sheet.name for one in (*own, parties, conditions) if one}
    return Found(
        cases,
        parties,
        conditions,
        tuple(sheet for sheet in opened.sheets if sheet.name not in names),
        tuple(one.sheet.name for one in own) if len(own) > 1 else (),
        _offered(found, own),
    )


def _headed(opened: Opened, sought: Sought) -> list[tuple[Headed, Likeness]]:
    """Find the sheets that have headings, and how likely each holds the cases; raise Refused where none has any."""
    found: list[tuple[Headed, Likeness]] = []
    refusal, find = Refused(NO_ROWS), finder(opened, sought)
    for sheet in opened.sheets:
        first = first_rows(sheet)
        try:
            one = find(sheet, first)
        except Refused as refused:
            # Anew, for what was raised holds all that was read of the sheet.
            refusal = type(refused)(refused.message) if refused.message != NO_ROWS else refusal
        else:
            found.append((one, _likeness(one, first if len(found) < _MOST_OFFERED else (), sought)))
    if not found:
        raise refusal
    return found


def _of_cases(found: Sequence[tuple[Headed, Likeness]], sought: Sought) -> list[Headed]:
    """Give the sheets of the cases, in the order of the file: those chosen, or the likeliest and all headed like it."""
    if chosen := [one for one, _ in found if one.sheet.name in sought.sheets]:
        return chosen
    pointed = (one for one, _ in found if sought.pointed and one.sheet.name == sought.pointed.sheet)
    best = next(pointed, _likeliest(found))
    known = sought.known_of(best.headings)
    if known and known.apart:
        return [best]
    return [
        one
        for one, _ in found
        if one is best or (are_same(one.headings, best.headings) and not is_set_aside(one.sheet.name))
    ]


def _likeliest(found: Sequence[tuple[Headed, Likeness]]) -> Headed:
    """Give the likeliest sheet; where that holds hardly more than conditions, the likeliest of those they may be of."""
    best = max(found, key=itemgetter(1))[0]
    wider = [(one, how) for one, how in found if _holds_conditions_of(best, one)]
    return max(wider, key=itemgetter(1))[0] if wider else best


def _holds_conditions_of(one: Headed, cases: Headed) -> bool:
    """Say whether most of a sheet's columns are of conditions, of cases on a wider sheet that tells of no people."""
    if len(cases.headings) <= len(one.headings) or _named_parties(cases) or _has_roles(cases, one.headings):
        return False
    columns = conditions_columns(one.sheet.name, one.headings, cases.headings)
    return columns is not None and 2 * (1 + len(columns.places)) > len(one.headings)


def _likeness(one: Headed, first: Sequence[Row], sought: Sought) -> Likeness:
    like_cases = likeness_to_cases(one.headings, [cells for number, cells in first if number > one.row])
    known = sought.known_of(one.headings)
    fits = 0 if known is None else 1 + known.is_of(one.headings)
    return not _named_parties(one), fits, not is_set_aside(one.sheet.name), like_cases, len(one.headings)


def _offered(found: Sequence[Headed], own: Sequence[Headed]) -> tuple[SheetOffered, ...]:
    """List the sheets among which somebody may choose, where there are several."""
    likely = [one for one in found if one in own or len(one.headings) >= _FEWEST_HEADINGS][:_MOST_OFFERED]
    if len(likely) < 2:
        return ()
    return tuple(SheetOffered(one.sheet.name, one.headings, one in own) for one in likely)


def _may_be_conditions(one: Headed, cases: Headed) -> bool:
    if are_same(one.headings, cases.headings):
        return False
    name, headings = one.sheet.name, one.headings
    if conditions_columns(name, headings, cases.headings) is not None:
        return True
    places = numbering(told_apart(headings), cases.headings)
    able = [at for at in places if conditions_columns(name, headings, case=at) is not None]
    return bool(able) and join_of(one, able, cases) is not None


def _named_parties(one: Headed) -> bool:
    return _PARTIES.fullmatch(fold(one.sheet.name)) is not None


def _has_roles(one: Headed, of_cases: Sequence[str]) -> bool:
    """Say whether a sheet says who is what in which case."""
    return _has_role(one) and names_cases(one.headings, of_cases)


def _has_role(one: Headed) -> bool:
    return not _ROLES.isdisjoint(map(fold, one.headings))


def _are_people_of(one: Headed, cases: Headed) -> bool:
    """Say whether a sheet says who is what in which of the cases: its headings say so, or its numbers are theirs."""
    if _has_roles(one, cases.headings):
        return True
    return _has_role(one) and join_of(one, numbering(told_apart(one.headings), cases.headings), cases) is not None
