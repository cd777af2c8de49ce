"""Holding the days of a file's columns against each other: what is decided comes before what is finalised.

Forces call one day the disposal's that others call the decision's. Nothing is changed by it: what the rows speak
against is asked, and of days that nothing takes it is said where they lie.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Cell, Unreadable, read_date
from scrutiny_app.domain.likeness import pieces_of
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.questioning import words_of
from scrutiny_app.domain.reasons import BEFORE, LIKE, TAKEN, perhaps
from scrutiny_app.domain.styles import styler
from scrutiny_app.domain.styling import is_dated, style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Part, Use
from scrutiny_app.domain.written_cells import unwritten

_IN_ORDER = ("offence_date", "reported_date", "decision_date", "disposal_date")
_AFTER = (
    "in most rows its day is after that of “{}”: see which is the day of the decision, and which that of the disposal"
)
_AUTHORISED = re.compile(r"auth(?!ors?$|ored)|approv|agreed|decid|decision|sanctioned")  # of words of a heading
_GIVEN = re.compile(r"iss(?:ue|$)|given|deliver|administer|serv(?:ed|ice)|finalis|signed|complete|accepted")
_HANDED_OVER = re.compile(r"iss(?:ue|$)|given|deliver|administer|served|signed|accepted|effective")
_ENDED = re.compile(r"clear|clos|conclu|final|finish|result|resolv|dispos|sanction|settl|dealt|wound|outc|detect")
OF_ELSE = (  # words of days that are none of the decision's or the disposal's
    "arrest|arr$|interv|int$|custod|cust$|bail|creat|record|log|input|enter|refer|alloc|assign|updat|modif|print|export|"
    "extract|report|review|submit|receiv|offence|incident|occ|to$|until|"
)
_OTHER_DAY = re.compile(  # that lies late too
    rf"{OF_ELSE}due|end|expir|target|deadline|by$|next|last|load|run|refresh|"
    r"charge|court|hear|birth|dob|born|letter|view|consult|contact|inform|victim|aggr|compl|ip$|condition|conds?$|check|course|programme|statement|task|plan"
)
_OF_DISPOSAL = frozenset(
    "date dt day time datetime on of by when the was it is with and in person offender suspect nominal participant "
    "subject dealt "
    "disposal outcome clearance resolution caution cr oocd oocr ooc court out form agreement".split()
)
_LAST_DAY = perhaps("no other column has this day, and the rows bear it out")
_FEWEST = 5  # rows that tell
_NEARLY_ALL = 0.95
_MOST = 0.9  # a faulty row among a few speaks against no heading
_SHORT_YEARS_TO = date(2099, 1, 1)

Days = Sequence[date | None]


def held_in_order(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Doubt a decision whose days are after the disposal's, and say of days that nothing takes where they lie."""
    found = list(found)
    days = {at: days_of(found[at], sheet, at) for at, column in enumerate(sheet.columns) if is_dated(column)}
    taken = {use.field: at for at in days for use in found[at].uses if use.field in _IN_ORDER}
    decided, disposed = taken.get("decision_date"), taken.get("disposal_date")
    if decided is not None and disposed is not None and _speak_against(found[decided], days[decided], days[disposed]):
        reason = perhaps(_AFTER.format(found[disposed].heading[:60]))
        found[decided] = replace(found[decided], reason=reason, sure=False)
    for at, own in days.items():
        if not found[at].uses and not found[at].sure and (told := "; ".join(_told(own, days, taken))):
            found[at] = replace(found[at], reason=found[at].reason.telling(f"; {told}"))
    return found


def lies_between(sheet: SheetLook, own: tuple[int, Use], others: Sequence[tuple[int, Use]]) -> bool:
    """Say whether a column's days lie in nearly all rows where those of its field do, by the days before and after."""
    at, use = own
    days = days_of(Suggestion(sheet.columns[at].heading, (), LIKE), sheet, at)
    place = _IN_ORDER.index(use.field)
    known = [(other, days_of(Suggestion("", (other,), LIKE), sheet, there)) for there, other in others]
    shares = [
        _share(theirs, days) if _IN_ORDER.index(other.field) < place else _share(days, theirs)
        for other, theirs in known
        if sum(map(bool, theirs)) >= _FEWEST
    ]
    return len(shares) > 1 and min(shares) >= _MOST


def decided_before_given(found: Sequence[Suggestion]) -> list[Suggestion]:
    """Take the day a disposal was authorised on for that of its decision, where another says when it was given."""
    found = list(found)
    claims = [at for at, one in enumerate(found) if one.fills_only("disposal_date") and one.reason != BEFORE]
    authorised = [at for at in claims if not found[at].sure and _says(found[at], _AUTHORISED)]
    if not authorised or not any(_says(found[at], _GIVEN) for at in claims if at not in authorised):
        return found
    is_free = not any(one.fills_only("decision_date") for one in found)
    for at in authorised:
        uses = (replace(found[at].uses[0], field="decision_date"),) if is_free and at == authorised[0] else ()
        found[at] = replace(found[at], uses=uses, reason=LIKE if uses else TAKEN)
    return found


def told_by_deed(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest the one day left over that a heading says a disposal was given or authorised on, where the rows agree."""
    found = list(found)
    for name, deed in (("disposal_date", _HANDED_OVER), ("decision_date", _AUTHORISED)):
        days = [at for at, one in enumerate(found) if _is_free_day(one, sheet, at)]
        free = [at for at in days if _says_alone(found[at], deed)]
        if name == "disposal_date" and not free:  # without which no case is loaded
            ended = [at for at in days if _is_of_an_end(found[at]) or _is_headed_as_the_disposal(found, at)]
            free = [at for at in ended if _follows(found, sheet, at)]
        if len(free) == 1 and not any(one.fills(name) for one in found) and _is_borne_out(name, free[0], found, sheet):
            found[free[0]] = replace(found[free[0]], uses=(_use_ofdays_of(name, sheet, free[0]),), reason=_LAST_DAY)
    return found


def _is_of_an_end(one: Suggestion) -> bool:
    return _says(one, _ENDED) and not _says(one, _OTHER_DAY)


def _is_headed_as_the_disposal(found: Sequence[Suggestion], at: int) -> bool:
    """Say whether a heading is that of the disposal, with a day for what it tells: "CU Date" beside "CU Type"."""
    begun, *rest = words_of(found[at].heading) or [""]
    disposals = (words_of(one.heading) for one in found if one.fills("disposal"))
    return rest in (["date"], ["dt"], ["day"]) and any(len(words) > 1 and words[0] == begun for words in disposals)


def _follows(found: Sequence[Suggestion], sheet: SheetLook, at: int) -> bool:
    """Say whether it is known of two days or more that they go before a column's, as they do before a disposal's."""
    known = [use.field for one in found for use in one.uses if use.field in _IN_ORDER[:-1]]
    return len(set(known)) > 1 and _is_borne_out("disposal_date", at, found, sheet)


def _is_free_day(one: Suggestion, sheet: SheetLook, at: int) -> bool:
    return not one.uses and not one.sure and is_dated(sheet.columns[at])


def _says_alone(one: Suggestion, deed: re.Pattern[str]) -> bool:
    """Say whether a heading names a deed, and nothing but the disposal that it is done to: no statement, no course."""
    words = pieces_of(one.heading)
    return any(map(deed.match, words)) and all(deed.match(word) or word in _OF_DISPOSAL for word in words)


def _is_borne_out(name: str, at: int, found: Sequence[Suggestion], sheet: SheetLook) -> bool:
    """Say whether in nearly all rows a column's days lie after those of the fields before it, and before the rest."""
    known = {use.field: place for place, one in enumerate(found) for use in one.uses if use.field in _IN_ORDER}
    own = days_of(found[at], sheet, at)
    others = {field: days_of(found[place], sheet, place) for field, place in known.items()}
    in_order = [
        _share(days, own) if _IN_ORDER.index(field) < _IN_ORDER.index(name) else _share(own, days)
        for field, days in others.items()
    ]
    return bool(in_order) and min(in_order) >= _MOST


def _use_ofdays_of(name: str, sheet: SheetLook, at: int) -> Use:
    return Use(name, style=style_of(COLUMN[name], Part.WHOLE, sheet.columns[at])[0])


def _says(one: Suggestion, deed: re.Pattern[str]) -> bool:
    """Say whether a word of a heading begins so: what is assigned is not signed."""
    return any(map(deed.match, pieces_of(one.heading)))


def _speak_against(one: Suggestion, decided: Days, disposed: Days) -> bool:
    pairs = [(day, other) for day, other in zip(decided, disposed, strict=True) if day and other]
    return one.reason != BEFORE and len(pairs) >= _FEWEST and 2 * sum(day > other for day, other in pairs) > len(pairs)


def _told(own: Days, days: dict[int, Days], taken: dict[str, int]) -> Iterator[str]:
    """Say after which known day a column's own days lie, and before which."""
    known = [name for name in _IN_ORDER if name in taken]
    before = [name for name in known if _share(days[taken[name]], own) >= _NEARLY_ALL]
    after = [name for name in known if name not in before and _share(own, days[taken[name]]) >= _NEARLY_ALL]
    if before:
        yield f"its days are never before the {COLUMN[before[-1]].heading.lower()}"
    if after:
        yield f"{'' if before else 'its days are '}never after the {COLUMN[after[0]].heading.lower()}"


def _share(some: Days, others: Days) -> float:
    """Give in what share of the rows one day is not after the other; 0 where too few rows tell."""
    pairs = [(one, other) for one, other in zip(some, others, strict=True) if one and other]
    return sum(one <= other for one, other in pairs) / len(pairs) if len(pairs) >= _FEWEST else 0


def days_of(one: Suggestion, sheet: SheetLook, at: int) -> Days:
    """Read a column's days in the first rows, as they seem to be written."""
    style = one.uses[0].style if one.uses else style_of(COLUMN["disposal_date"], Part.WHOLE, sheet.columns[at])[0]
    turn = styler(style, today=_SHORT_YEARS_TO)
    return [_day(turn(cell) if turn else cell) for cell in map(partial(_cell, at=at), sheet.first)]


def _cell(row: Sequence[object], at: int) -> Cell:
    return unwritten(row[at]) if at < len(row) else None


def _day(cell: Cell) -> date | None:
    try:
        return read_date(cell)
    except Unreadable:
        return None
