"""Telling by known forenames, not by headings, in which order a column's names are written, and what is no person's.

A heading may say surname where forenames stand, and "Ann Marsh, Joe Bond" under "Surname, Forenames" is two people.
What the values contradict is asked, with the likelier answer suggested.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.firm_names import (
    after_place,
    firms_without_comma,
    looks_organised,
    may_be_organised,
    organised_before_comma,
)
from scrutiny_app.domain.kinds_aside import kinds_unread, told_without_comma
from scrutiny_app.domain.known_names import KnownNames
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.name_order import is_initial
from scrutiny_app.domain.naming import is_nobody, unranked
from scrutiny_app.domain.no_victim import NAMES as VICTIMS
from scrutiny_app.domain.no_victim import is_no_victim
from scrutiny_app.domain.organisations import is_body
from scrutiny_app.domain.reasons import BEFORE, Doubt, Doubted, Ground
from scrutiny_app.domain.stroked_columns import stroked_too
from scrutiny_app.domain.stroked_names import are_stroked, may_be_firm
from scrutiny_app.domain.styles import WITH_COMMAS, WITH_STROKES, Style
from scrutiny_app.domain.styling import FORENAMES_LEAD, SURNAME_LEADS
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Mapping, Part, Use, described

_FEWEST = 2  # values that say the same
_MANY = 10  # that leave no doubt, where a quarter of all say it and none another
_MOSTLY = 0.6  # of those that say anything
_SEVERAL = 5  # that turn names round which nothing else says to have the surname first
_FEW = 0.2  # of forenames that come first, where a column without capitals would be read the other way round
_FORENAMES_LEAD_IN = {  # of the styles that turn names round
    str(Style.FORENAMES_FIRST): True,
    str(Style.SURNAME_FIRST): False,
    str(Style.COMMA_OR_FORENAMES): True,
    str(Style.COMMA_OR_SURNAME): False,
}
_OTHER_ORDER = {
    str(Style.FORENAMES_FIRST): Style.SURNAME_FIRST,
    str(Style.SURNAME_FIRST): Style.FORENAMES_FIRST,
    str(Style.COMMA_OR_FORENAMES): Style.COMMA_OR_SURNAME,
    str(Style.COMMA_OR_SURNAME): Style.COMMA_OR_FORENAMES,
}
_TWO_PEOPLE = Doubt("its values look like several people, the forenames first: choose how they are written")
_SAY_WHOSE = frozenset({Ground.SAME, Ground.OTHER_WORD, Ground.IN_GROUP})
_SOME_TWO = Doubt("some of its cells seem to name two people, forenames first: their rows are rejected")
_BOTH_WAYS = Doubt("some of its names seem to have the surname first and some the forenames: see by the samples which")
_TURNED = Doubt("its values look like forenames before the comma and surnames after it: put them right in the file")
_TURNED_AT_STROKE = Doubt(_TURNED.said.replace("comma", "stroke"))
_PARTS = {
    Part.SURNAME: Doubt("its values look like forenames: see whether two columns have changed places"),
    Part.FORENAMES: Doubt("its values look like surnames: see whether two columns have changed places"),
}
_STROKED = Doubt("its names have a stroke between surname and forenames: they are taken for whole names")
_FIRMS = "those without a stroke look like organisations: “{}”"
_WITHOUT_COMMA = "those without a comma look like organisations: “{}”"
_SHOWN = 3
_ONE_WORD = Doubt("its names are one word each: they are taken for surnames alone")
_NO_PERSONS = Doubt("some of its names look like those of organisations")


def held_against_names(
    found: Sequence[Suggestion], sheet: SheetLook, known: KnownNames, *, parties: bool = False
) -> list[Suggestion]:
    """Doubt each suggestion of a name that the values of its column contradict."""
    found = stroked_too(found, sheet)
    told = told_without_comma(found, sheet)
    return [
        _undoubted(one) if at in told and one.reason != BEFORE else _doubted(one, column, known, parties=parties)
        for at, (one, column) in enumerate(zip(found, sheet.columns, strict=True))
    ]


def _undoubted(one: Suggestion) -> Suggestion:
    """Ask nothing of how those without a comma are written: another column says that they are organisations."""
    plain = one.reason.without(Doubted.NAME_ORDER).without(Doubted.OTHER)
    is_plain = plain.ground in _SAY_WHOSE and not plain.doubts and not plain.also
    return replace(one, uses=(replace(one.uses[0], style=Style.DAY_FIRST),), reason=plain, sure=is_plain)


def _doubted(one: Suggestion, column: ColumnLook, known: KnownNames, *, parties: bool) -> Suggestion:
    use = one.uses[0] if len(one.uses) == 1 and one.reason != BEFORE else None
    field = described(use.field, parties=parties) if use else None
    if use is None or field is None or field.kind not in (Kind.PERSON, Kind.PEOPLE):
        return one
    values = _values(column)
    if use.part in (Part.ORGANISATION, Part.KIND):
        return one
    if use.part is Part.SURNAME and are_stroked(values):
        return replace(_with(one, _STROKED), uses=(Use(use.field, style=Style.STROKE),))
    if use.part is not Part.WHOLE:
        is_other = _is_forename if use.part is Part.SURNAME else _is_surname_alone
        return _with(one, _PARTS[use.part]) if _mostly(values, is_other, known) else one
    if field.kind is Kind.PERSON and values and not any(re.search("[ ,/]", value) for value in values):
        return replace(_with(one, _ONE_WORD), uses=(Use(use.field, Part.SURNAME),))
    style, doubt = _order(use.style, values, known)
    if use.field in VICTIMS and (firms := firms_without_comma(use.style, values, known)):
        style, doubt = Style.COMMA_OR_FIRM, Doubt(_WITHOUT_COMMA.format("”, “".join(firms[:_SHOWN])))
        one = replace(one, reason=one.reason.without(Doubted.OTHER))  # in which order those without a comma are
    if doubt is None and any(looks_organised(value, known) for value in values):
        doubt = _NO_PERSONS
    if doubt:
        return replace(_with(one, doubt), uses=(replace(use, style=style),))
    return _beyond_doubt(one, use, values, known)


def _beyond_doubt(one: Suggestion, use: Use, values: Sequence[str], known: KnownNames) -> Suggestion:
    """Take the order of names without a comma for sure, where many tell it by forenames and none against."""
    plain = one.reason.without(Doubted.NAME_ORDER)
    is_doubted = plain != one.reason
    says_whose = plain.ground in _SAY_WHOSE and not plain.doubts and not plain.also
    told = [answer for value in values if (answer := _forename_leads(value, known)) is not None]
    is_told = len(told) >= max(_MANY, len(values) / 4) and set(told) == {_FORENAMES_LEAD_IN.get(use.style)}
    return replace(one, reason=plain, sure=True) if is_doubted and says_whose and is_told else one


def _with(one: Suggestion, doubt: Doubt) -> Suggestion:
    return replace(one, reason=one.reason.without(Doubted.NAME_ORDER).but(doubt), sure=False)


def _values(column: ColumnLook) -> list[str]:
    values = [word for word, _ in column.words] if column.words is not None else [*column.probed]
    return [" ".join(value.split()) for value in values or column.samples if not is_nobody(value)]


def _mostly(values: Sequence[str], says: Callable[[str, KnownNames], bool | None], known: KnownNames) -> bool:
    said = [answer for value in values if (answer := says(value, known)) is not None]
    return sum(said) >= max(_FEWEST, _MOSTLY * len(said))


def _is_forename(value: str, known: KnownNames) -> bool | None:
    """Say whether a value is a forename and no surname; None where it may be either."""
    first = value.split()[0].casefold()
    return None if first in known.surnames and first in known.forenames else first in known.forenames


def _is_surname_alone(value: str, known: KnownNames) -> bool | None:
    first = value.split()[0].casefold()
    return None if first in known.forenames and first in known.surnames else first not in known.forenames


def _order(style: str, values: Sequence[str], known: KnownNames) -> tuple[str, Doubt | None]:
    """Give the style that a column's names speak for, and what is doubtful about it, if anything."""
    if style == Style.DAY_FIRST or style in WITH_COMMAS:
        if any(_is_two_people(value, known) for value in values):
            if sum(_may_be_two_people(value) for value in values) > _MOSTLY * len(values):
                return Style.FORENAMES_FIRST, _TWO_PEOPLE
            return Style.DAY_FIRST, _SOME_TWO
        if _mostly(values, _is_turned, known):
            return Style.DAY_FIRST, _TURNED
    if style in WITH_STROKES:
        return _at_stroke(style, values, known)
    if style == Style.DAY_FIRST:
        return style, None
    first = [answer for value in values if (answer := _forename_leads(value, known)) is not None]
    if len(first) < _FEWEST:
        return style, None
    share = sum(first) / len(first)
    if share >= _MOSTLY and not _FORENAMES_LEAD_IN[style]:
        return _OTHER_ORDER[style], FORENAMES_LEAD
    is_firm = len(first) >= _SEVERAL or _FEWEST < len(first) == len(values)
    if share <= _FEW and is_firm and _FORENAMES_LEAD_IN[style]:
        return _OTHER_ORDER[style], SURNAME_LEADS
    against = 1 - share if _FORENAMES_LEAD_IN[style] else share
    return style, _BOTH_WAYS if against > 1 - _MOSTLY else None


def _at_stroke(style: str, values: Sequence[str], known: KnownNames) -> tuple[str, Doubt | None]:
    if _mostly(values, _is_turned, known):
        return style, _TURNED_AT_STROKE
    others = [value for value in values if "/" not in value and not is_no_victim(value)]
    plain = [value for value in others if not is_body(value)]
    is_told = len(plain) < len(others) or any(looks_organised(value, known) for value in plain)
    words = {word.strip(".'’").casefold() for value in plain for word in value.split()}
    if plain and is_told and known.familiar.isdisjoint(words) and all(map(may_be_firm, plain)):
        return Style.STROKE_OR_FIRM, Doubt(_FIRMS.format("”, “".join(plain[:_SHOWN])))
    return style, None


def _forename_leads(value: str, known: KnownNames) -> bool | None:
    """Say whether the first of a name's words is the forename and its last is none, or the other way round."""
    written = [word for word in value.split() if not any(map(str.isdigit, word))]  # without an officer's number
    words = unranked(written)
    if "," in value or len(words) < _FEWEST or is_body(value):
        return None
    if len(words) < len(written) and {words[0].casefold(), words[-1].casefold()} <= known.forenames:
        return None  # an officer's: "PC 2217 Sam Okello", of whose names either may be a forename
    if is_initial(words[0]) != is_initial(words[-1]):
        return is_initial(words[0])
    first, last = (_likeness(word.casefold(), known) for word in (words[0], words[-1]))
    return None if first == last else first > last


def _likeness(word: str, known: KnownNames) -> int:
    """Rank a word as a forename: a familiar one before one that is no surname, and everything else last."""
    if word in known.familiar:
        return 2
    return 1 if word in known.forenames and word not in known.surnames else 0


def _may_be_two_people(value: str) -> bool:
    sides = value.split(",")
    return len(sides) > 1 and all(len(side.split()) > 1 for side in sides)


def _is_two_people(value: str, known: KnownNames) -> bool:
    """Say whether both sides of a comma look like a forename before a surname."""
    sides = [side.strip() for side in value.split(",")]
    return len(sides) > 1 and all(_forename_leads(side, known) for side in sides)


def _is_turned(value: str, known: KnownNames) -> bool | None:
    left, comma, right = (side.strip().casefold() for side in value.partition("," if "," in value else "/"))
    if not comma or not right or " " in left:
        return None
    first, last = _likeness(left, known), _likeness(right.split()[0], known)
    return None if first == last else first > last


def perhaps_organisations(seen: Look, mapping: Mapping, known: KnownNames) -> list[str]:
    """List the victims in a file's first rows who would be read as people and may be organisations."""
    judged = [*names_to_judge(seen.cases, mapping)]
    judged += names_to_judge(seen.parties, mapping, parties=True) if seen.parties else ()
    return list(dict.fromkeys(name for name, may_be in judged if may_be(name, known) and not is_no_victim(name)))


def read_as_people(seen: Look, mapping: Mapping) -> list[str]:
    """List the victims in a file's first rows whose names nothing but themselves tells to be people's."""
    judged = [*names_to_judge(seen.cases, mapping)]
    judged += names_to_judge(seen.parties, mapping, parties=True) if seen.parties else ()
    names = (name for name, may_be in judged if may_be is may_be_organised)
    return list(dict.fromkeys(name for name in names if not (is_body(name) or is_no_victim(name))))


def names_to_judge(
    sheet: SheetLook, mapping: Mapping, *, parties: bool = False
) -> Iterator[tuple[str, Callable[[str, KnownNames], bool]]]:
    """Give the victims' names that would be read as people's, each with what may say that it is an organisation's."""
    uses, fields = (mapping.parties, ("name",)) if parties else (mapping.uses, VICTIMS)
    is_told = not any(kinds_unread(mapping, sheet))
    told = {use.field for some in uses.values() for use in some if is_told and use.part is Part.KIND}
    areas = [column for column in sheet.columns if Use("area") in uses.get(fold(column.heading), ())]
    places = tuple(f" {word.casefold()}" for column in areas for word, _ in column.words or ())
    for column in sheet.columns:
        for use in uses.get(fold(column.heading), ()):
            if use.part is not Part.WHOLE or use.field in told or use.field not in fields:
                continue
            if use.style in _FORENAMES_LEAD_IN:
                yield from ((name, may_be_organised) for name in _values(column))
                yield from ((name, after_place) for name in _values(column) if name.casefold().endswith(places))
            yield from ((name, organised_before_comma) for name in _values(column) if "," in name)
