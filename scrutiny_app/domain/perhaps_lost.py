"""Telling which columns that are not loaded look by their values like what panels need and no column is loaded as.

Only what its values bear out is told: a day between the offence and the disposal, words for whether conditions were
kept or an offence admitted, an officer's name with a rank. Such a column is suggested so, where no heading speaks for
anything; of what a person left out all the same it is said once more before the file is loaded.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN, FIELD
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.choice_words import means
from scrutiny_app.domain.days_in_order import OF_ELSE, lies_between
from scrutiny_app.domain.likeness import pieces_of
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.offence_ends import is_last_day
from scrutiny_app.domain.questioning import is_of_keeping
from scrutiny_app.domain.reasons import Ground, perhaps
from scrutiny_app.domain.styling import is_dated, style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.told_by_values import are_ranked_names
from scrutiny_app.domain.uses import NEVER_LOADED, Mapping, Part, Use, loaded

_OFFICER, _DECIDER = "officer_name", "decision_maker_name"
_DECIDERS = frozenset({_DECIDER, "authorising_name"})
_RANKS = "decision_maker_rank"
_WORDED = ("conditions_completed", "admission")
_STATUS = re.compile(r"status|state$|stage")
_OTHER_DAY = re.compile(OF_ELSE.rstrip("|"))  # that lies between too
_DECIDES = re.compile(r"deci|auth|appr|sanct|agree")
_WORD = re.compile(r"[^\W\d_]{4}")
_SILENT = frozenset({Ground.UNKNOWN, Ground.UNREAD, Ground.UNREAD_TEXT})  # of headings
_ONLY_ONE = perhaps("its values look like it, and no other column is suggested for it")


def perhaps_lost(mapping: Mapping, look: Look) -> Iterator[str]:
    """Say in one sentence which columns that are not loaded look like a field that none is loaded as."""
    found = list(_looking_like(mapping, look.cases))
    if found:
        headings = [(look.cases.columns[at].heading, FIELD[name].heading) for at, name in found]
        told = "; ".join(f"“{heading[:60]}” looks like {field}" for heading, field in headings)
        yield f"Not loaded: {told}. Go back to the columns if so."


def looking_missed(found: Sequence[Suggestion], look: Look) -> list[Suggestion]:
    """Suggest for a column of which no heading speaks what its values look like and panels need, if nothing else is."""
    found = list(found)
    people: dict[str, tuple[Use, ...]] = {"": (Use("name"),)} if look.parties else {}
    suggested = Mapping({fold(one.heading): one.uses for one in found}, parties=people)
    for at, name in _looking_like(suggested, look.cases):
        if not found[at].sure and found[at].reason.ground in _SILENT:
            style, _ = style_of(FIELD[name], Part.WHOLE, look.cases.columns[at])
            found[at] = replace(
                found[at], uses=(Use(name, style=style),), reason=_ONLY_ONE.telling(found[at].reason.also)
            )
    return found


def _looking_like(mapping: Mapping, sheet: SheetLook) -> Iterator[tuple[int, str]]:
    known = set(loaded(mapping.uses))
    free = [
        at
        for at, column in enumerate(sheet.columns)
        if (key := fold(column.heading)) and key not in NEVER_LOADED and not mapping.uses.get(key)
        if not (is_of_keeping(column.heading) or _says(_STATUS, column.heading))
    ]
    for at in free:
        column = sheet.columns[at]
        missed = list(_missed(known, mapping))
        if {_DECIDER, _OFFICER} <= {*missed} and not _says(_DECIDES, column.heading):
            missed.remove(_DECIDER)
        if name := next((name for name in missed if _may_be(name, at, sheet, mapping)), None):
            known.add(name)
            yield at, name


def _missed(known: set[str], mapping: Mapping) -> Iterator[str]:
    if "decision_date" not in known:
        yield "decision_date"
    yield from (name for name in _WORDED if name not in known)
    if not mapping.parties and known.isdisjoint(_DECIDERS):
        yield _DECIDER
    if not mapping.parties and _OFFICER not in known:
        yield _OFFICER


def _may_be(name: str, at: int, sheet: SheetLook, mapping: Mapping) -> bool:
    column = sheet.columns[at]
    if name == "decision_date":
        days = [_place(sheet, mapping, field) for field in ("offence_date", "reported_date", "disposal_date")]
        is_other = is_last_day(column.heading) or _says(_OTHER_DAY, column.heading)
        return not is_other and is_dated(column) and lies_between(sheet, (at, Use(name)), [one for one in days if one])
    if name in _WORDED:
        return _is_worded(column) and means(COLUMN[name], column)
    return are_ranked_names(_RANKS, column)


def _place(sheet: SheetLook, mapping: Mapping, name: str) -> tuple[int, Use] | None:
    for at, column in enumerate(sheet.columns):
        for use in mapping.uses.get(fold(column.heading), ()):
            if use.field == name:
                return at, use
    return None


def _is_worded(column: ColumnLook) -> bool:
    """Say whether a column has several words, most of them more than yes, no or a code, which may answer anything."""
    words = column.words or ()
    return len(words) > 1 and 2 * sum(_WORD.search(word) is not None for word, _ in words) > len(words)


def _says(what: re.Pattern[str], heading: str) -> bool:
    return any(map(what.match, pieces_of(heading)))
