"""On which day a column of ages is of, as its heading and the dates of birth beside it tell: "Subject Age at Occ".

Systems call the offence by names of their own. Where a heading says a day and nearly all rows agree, or only one of the
two days agrees with the rows, the age is that day's.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.ages import AGES
from scrutiny_app.domain.cases import age_on
from scrutiny_app.domain.days_in_order import Days, days_of
from scrutiny_app.domain.likeness import pieces_of
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.reasons import AGE_AT_ELSE, AGE_TOLD, TAKEN, Ground, by_values
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use
from scrutiny_app.domain.written_cells import unwritten

_SAID = {
    "offender_age": re.compile(r"occ|off(?:ence|c|n)?$|incident|event|commi|crime|date$|time$|when$"),
    "offender_age_at_disposal": re.compile(
        r"disp|outc|cauti|iss|given|sanction|resol|clear|finali|admin|oocr?d?$|cr$|out$|impos"
    ),
}
_AGREES = "with the dates of birth it is the age on the day of {}"
_WHY = {
    "offender_age": by_values(_AGREES.format("the offence")),
    "offender_age_at_disposal": by_values(_AGREES.format("the disposal")),
}
_FEWEST = 5  # rows that tell
_MOST = 0.9  # a faulty row among a few speaks against nothing


def aged_beside(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest for ages of no known day the field of the day that the rows, or they and the heading, bear out."""
    found = list(found)
    known = {use.field: at for at, one in enumerate(found) for use in one.uses}
    if "offender_born" not in known:
        return found
    days = {
        name: days_of(found[known[name]], sheet, known[name])
        for name in ("offender_born", *AGES.values())
        if name in known
    }
    for at in sorted(range(len(found)), key=lambda at: not found[at].uses):  # who gives a field up goes first
        one = found[at]
        if not _is_open(one):
            continue
        agree = {age: _agrees(sheet, at, days["offender_born"], days.get(day)) for age, day in AGES.items()}
        borne_out = [age for age, share in agree.items() if share >= _MOST]
        said = [age for age in borne_out if any(map(_SAID[age].match, pieces_of(one.heading)))]
        best = said if len(said) == 1 else borne_out if days.keys() >= {*AGES.values()} else []
        if len(best) != 1 or one.fills_only(best[0]):
            continue
        if best[0] not in known:
            known = {name: place for name, place in known.items() if place != at} | {best[0]: at}
            found[at] = replace(one, uses=(Use(best[0]),), reason=_WHY[best[0]])
        elif not one.uses:
            found[at] = replace(one, reason=TAKEN)
    return found


def _is_open(one: Suggestion) -> bool:
    """Say whether it is not known of which day an age is, or only by a heading that reads like one of them."""
    is_like = one.reason.ground is Ground.LIKE and any(map(one.fills_only, AGES))
    return not one.sure and (is_like or (not one.uses and one.reason in (AGE_AT_ELSE, AGE_TOLD)))


def _agrees(sheet: SheetLook, at: int, born: Days, days: Days | None) -> float:
    """Give in what share of the rows a column's numbers are the ages on a day; 0 where too few rows tell."""
    if days is None:
        return 0
    told = [
        _age(row[at] if at < len(row) else None) == age_on(day, birth)
        for row, birth, day in zip(sheet.first, born, days, strict=True)
        if birth and day and at < len(row) and _age(row[at]) is not None and birth <= day
    ]
    return sum(told) / len(told) if len(told) >= _FEWEST else 0


def _age(cell: object) -> int | None:
    """Read an age in whole years."""
    text = str(unwritten(cell)).strip().removesuffix(".0")
    return int(text) if text.isdigit() else None
