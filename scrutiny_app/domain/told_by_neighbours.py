"""What a column may fill as the columns beside it tell: whose rank it is, and who is meant by "Offr".

A person is asked about all of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.ages import AGES
from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.choice_words import means
from scrutiny_app.domain.likeness import PEOPLE, tokens
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.reasons import AGE_TOLD, Ground, by_values, left_out, perhaps
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.styling import style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Part, Use

_RANKS = {"authorising_name": "authorising_rank", "decision_maker_name": "decision_maker_rank"}
_OFFICERS = frozenset({"officer_name", "supervisor_name"})
_WHOSE_RANK = "the column beside it names {}: perhaps the rank is theirs"
_NO_RANK = "the column beside it names {}, whose rank is not kept: leave it out unless it is the decision-maker’s"
_EITHER = re.compile(r"off(?:r|icer|cr)?|ofcr|ofr", re.IGNORECASE)
_NAMES_OFFENDER = perhaps("it may be the offender’s or an officer’s, and no other column names the offender")
_OFFENCES = by_values("its values look like offences")

Found = list[Suggestion]


def told_by_neighbours(found: Sequence[Suggestion], sheet: SheetLook) -> Found:
    """Correct and add to what columns are suggested for by those that stand beside them."""
    found = _ranks(list(found))
    found = _ages(_offender(found, sheet))
    return _titles(found, sheet)


def _field(one: Suggestion) -> str:
    return one.uses[0].field if len(one.uses) == 1 else ""


def _ranks(found: Found) -> Found:
    """Take a rank that says nobody whose it is for that of the officer named just before it, or else just after."""
    for at, one in enumerate(found):
        if one.sure or _field(one) not in _RANKS.values() or tokens(one.heading) & PEOPLE:
            continue
        beside = [_field(found[place]) for place in (at - 1, at + 1) if 0 <= place < len(found)]
        named = next((name for name in beside if name in _RANKS or name in _OFFICERS), "")
        if named in _OFFICERS:
            reason = left_out(_NO_RANK.format(COLUMN[named].heading.lower()))
            found[at] = replace(one, uses=(), reason=reason)
        elif named and (rank := _RANKS[named]) != _field(one) and not _has(found, rank):
            reason = perhaps(_WHOSE_RANK.format(COLUMN[named].heading.lower()))
            found[at] = replace(one, uses=(Use(rank),), reason=reason)
    return found


def _ages(found: Found) -> Found:
    """Leave out an age of no day where a date of birth tells it, on whatever day."""
    if not _has(found, "offender_born"):
        return found
    return [
        replace(one, uses=(), reason=AGE_TOLD)
        if _field(one) in AGES and one.reason.ground is Ground.SAYS_NO_MORE
        else one
        for one in found
    ]


def _has(found: Found, name: str) -> bool:
    return any(one.fills(name) for one in found)


def _offender(found: Found, sheet: SheetLook) -> Found:
    """Take "Offr name" for the offender's where no other column names the offender."""
    if _has(found, "offender_name"):
        return found
    for at, one in enumerate(found):
        whose = re.match(r"[A-Za-z]+", one.heading)
        is_named = "name" in tokens(one.heading) or _is_somebody_else(one, found, sheet.columns[at])
        is_free = not one.sure and _field(one) in ("", "officer_name") and is_named
        if whose and is_free and _EITHER.fullmatch(whose[0]) and whose[0].casefold() != "officer":
            style, _ = style_of(COLUMN["offender_name"], Part.WHOLE, sheet.columns[at])
            found[at] = replace(one, uses=(Use("offender_name", style=style),), reason=_NAMES_OFFENDER)
            break
    return found


def _is_somebody_else(one: Suggestion, found: Found, column: ColumnLook) -> bool:
    """Say whether "OFFR" alone stands over names, and another column names the officer."""
    are_names = 2 * column.shapes.get(Shape.PERSON, 0) > sum(column.shapes.values())
    return are_names and not one.uses and one.heading.strip().isalpha() and _has(found, "officer_name")


def _titles(found: Found, sheet: SheetLook) -> Found:
    """Take words of offences for the offence where no column has it, and another has their groups."""
    if _has(found, "offence_title") or not _has(found, "offence_group"):
        return found
    for at, (one, column) in enumerate(zip(found, sheet.columns, strict=True)):
        if not one.uses and not one.sure and means(COLUMN["offence_group"], column):
            found[at] = replace(one, uses=(Use("offence_title"),), reason=_OFFENCES)
            break
    return found
