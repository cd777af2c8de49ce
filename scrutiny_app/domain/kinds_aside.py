"""Telling a column of what a victim is, such as "Person" or "Organisation", from the column of the victims' names.

Beside a whole name it says which of the names are organisations'; else it is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.conditions_in_columns import alike_but_for_number
from scrutiny_app.domain.kind_words import describes_person, is_answer, is_kind, is_organisation
from scrutiny_app.domain.kinds_agreeing import NameColumns, agrees, changes_nothing, names_in
from scrutiny_app.domain.likeness import tokens
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.no_victim import NAMES as VICTIMS
from scrutiny_app.domain.no_victim import is_no_victim
from scrutiny_app.domain.reasons import BEFORE, by_values, left_out
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Mapping, Part, Use, described

_WHY = left_out("its values say only whether it is a person or an organisation, and name nobody")
_BESIDE = by_values("its values say whether the name in another column is a person’s or an organisation’s")
_AGREES = by_values("where its values say that it is an organisation, the name beside it is one’s")
_NAME, _FIRMS = "name", "organisation"  # the fields of a sheet of people that name them
_NAMES = (Part.WHOLE, Part.SURNAME)
_SHOWN = 5
_SAY_KIND = frozenset(
    "who what type category kind class entity status person organisation org company business po corporate commercial "
    "firm individual sector nature group nominal".split()
)
_FIRM = frozenset("organisation org company business corporate commercial firm".split())
_PERSON = frozenset({"person", "individual", "nominal"})
_FILLING = frozenset({"or", "and", "is", "a", "an", "flag", "y", "n"})
# What such a heading of a sheet of people may say: "Address type" is not of whoever the row is of.
_OF_ROW = _SAY_KIND | _FILLING | frozenset("victim party people name of subject involved involvee".split())


def aside_of_kinds(found: Sequence[Suggestion], sheet: SheetLook, *, parties: bool = False) -> list[Suggestion]:
    """Suggest a column of such words as no name, whatever heads it, so that the column of the names is suggested."""
    return [
        replace(one, uses=(), reason=_WHY, sure=False)
        if any(_is_name(use, parties=parties) and _are_kinds(column, use.part) for use in one.uses)
        else one
        for one, column in zip(found, sheet.columns, strict=True)
    ]


def told_by_kinds(found: Sequence[Suggestion], sheet: SheetLook, *, parties: bool = False) -> list[Suggestion]:
    """Suggest a column of such words beside a whole name as what says which names are organisations'.

    On a sheet of cases the name is a victim's; on one of people whoever's the row is.
    """
    named = (_NAME,) if parties else VICTIMS
    whole = {use.field for one in found for use in one.uses if use.part is Part.WHOLE and use.field in named}
    told = list(found)
    tell = [_tells_kinds(column) and not (parties and _may_be_roles(column, sheet)) for column in sheet.columns]
    telling = [column.heading for column, tells in zip(sheet.columns, tell, strict=True) if tells]
    for at, (one, column) in enumerate(zip(found, sheet.columns, strict=True)):
        name = _whose(column.heading, parties=parties)
        tells = tell[at] or any(alike_but_for_number((column.heading, other)) for other in telling)
        if name in whole and not one.uses and not one.sure and tells:
            told[at] = replace(one, uses=(Use(name, Part.KIND),), reason=_BESIDE)
            whole.remove(name)
    return _told_by_names(told, sheet, named)


def _told_by_names(found: list[Suggestion], sheet: SheetLook, named: Sequence[str]) -> list[Suggestion]:
    """Suggest as the same a column that agrees with the names beside it, whatever heads it."""
    for names in names_in(found, named):
        free = (at for at, one in enumerate(found) if not one.sure and _may_be_kinds(one))
        if (at := next((at for at in free if agrees(sheet, at, names)), None)) is not None:
            found[at] = replace(found[at], uses=(Use(names.field, Part.KIND),), reason=_AGREES)
            _tell_twins(found, sheet, sheet.columns[at].heading, named)
    return found


def _tell_twins(found: list[Suggestion], sheet: SheetLook, telling: str, named: Sequence[str]) -> None:
    """Suggest as the same of the other victims the columns of kinds whose headings differ in their number alone."""
    filled = {(use.field, use.part is Part.KIND) for one in found for use in one.uses if use.field in named}
    for at, (one, column) in enumerate(zip(found, sheet.columns, strict=True)):
        name = _whose(column.heading, parties=False)
        is_open = (name, False) in filled and (name, True) not in filled and not one.uses and not one.sure
        if is_open and alike_but_for_number((column.heading, telling)) and _are_kinds(column, Part.WHOLE):
            found[at] = replace(one, uses=(Use(name, Part.KIND),), reason=_AGREES)


def _may_be_kinds(one: Suggestion) -> bool:
    """Say whether nothing speaks for anything else that a column may fill, but that its letters may be statuses."""
    return one.reason != BEFORE and (not one.uses or one.fills_only("status"))


def told_without_comma(found: Sequence[Suggestion], sheet: SheetLook) -> set[int]:
    """Give the places of whole names whose others have a comma, where a column beside says what all without are."""
    place = {(use.field, use.part): at for at, one in enumerate(found) for use in one.uses if len(one.uses) == 1}
    pairs = ((at, place[field, Part.KIND]) for (field, part), at in place.items() if (field, Part.KIND) in place)
    return {name for name, kind in pairs if name != kind and _tells_others(sheet, name, kind)}


def _tells_others(sheet: SheetLook, name: int, kind: int) -> bool:
    rows = [(row[name], row[kind]) for row in sheet.first if len(row) > max(name, kind)]
    said = [(str(who), str(what)) for who, what in rows if isinstance(who, str) and not is_nobody(who)]
    others = [what for who, what in said if "," not in who and not is_no_victim(who)]
    return len(others) < len(said) and all(map(is_organisation, others))


def kinds_unread(mapping: Mapping, sheet: SheetLook, *, parties: bool = False) -> Iterator[str]:
    """Say in a sentence of each column of what somebody is which of its words are not known, and so change nothing."""
    uses, who = (mapping.parties, "somebody") if parties else (mapping.uses, "a victim")
    for column in sheet.columns:
        if any(use.part is Part.KIND for use in uses.get(fold(column.heading), ())):
            words = [word for word, _ in column.words or () if not (is_nobody(word) or is_no_victim(word))]
            words = [word for word in words if not _needs_no_meaning(word, column, uses, sheet)]
            if unread := [word for word in words if not (is_kind(word, letters=True) or is_answer(word))]:
                yield (
                    f"“{column.heading[:60]}” says whether {who} is an organisation, but these of its words are not "
                    f"known: “{'”, “'.join(unread[:_SHOWN])}”{' and others' if unread[_SHOWN:] else ''}. "
                    "Names beside them are read as if it said nothing."
                )


def _needs_no_meaning(word: str, column: ColumnLook, uses: dict[str, tuple[Use, ...]], sheet: SheetLook) -> bool:
    """Say whether a word that is not known changes nothing of those beside whom it stands."""
    own = {use.field for use in uses.get(fold(column.heading), ()) if use.part is Part.KIND}
    place = {
        (use.field, use.part): at
        for at, other in enumerate(sheet.columns)
        for use in uses.get(fold(other.heading), ())
        if use.field in own
    }
    at = sheet.columns.index(column)
    names = (
        NameColumns(field, name, place.get((field, Part.FORENAMES)))
        for (field, part), name in place.items()
        if part in _NAMES
    )
    return not is_kind(word, letters=True) and any(changes_nothing(sheet, at, one, word) for one in names)


def _whose(heading: str, *, parties: bool) -> str:
    """Name the field of the name of whose kind a heading is; nothing where it is of nobody's, or of another's."""
    words = tokens(heading)
    if parties:
        return _NAME if words <= _OF_ROW and not words.isdisjoint(_SAY_KIND) else ""
    number = next(filter(str.isdigit, words), "1")
    of_victim = "victim" in words or (words <= _SAY_KIND | _FILLING and not words.isdisjoint(_FIRM))
    return f"victim_{number}_name" if of_victim and not words.isdisjoint(_SAY_KIND) else ""


def _tells_kinds(column: ColumnLook) -> bool:
    """Say whether a column tells kinds, or answers whether the victim is an organisation as its heading asks."""
    if _are_kinds(column, Part.WHOLE):
        return _says_which(column)
    asked = tokens(column.heading)
    said = [word for word, _ in column.words or () if not is_nobody(word)]
    return not asked.isdisjoint(_FIRM) and asked.isdisjoint(_PERSON) and bool(said) and all(map(is_answer, said))


def _may_be_roles(column: ColumnLook, sheet: SheetLook) -> bool:
    """Say whether a column of everybody may tell something else: in letters what they did, or firms alone of each."""
    words = [word for word, _ in column.words or () if not is_nobody(word)]
    in_letters = all(len(word.strip()) == 1 for word in words) and tokens(column.heading).isdisjoint(_FIRM)
    return in_letters or (column.filled == sheet.rows and all(map(is_organisation, words)))


def _is_name(use: Use, *, parties: bool) -> bool:
    field = described(use.field, parties=parties)
    return field is not None and (field.kind in (Kind.PERSON, Kind.PEOPLE) or (parties and field.name == _FIRMS))


def _are_kinds(column: ColumnLook, part: Part) -> bool:
    """Say whether a column holds such words alone, and not only that there is no victim; letters may be initials."""
    values = [word for word, _ in column.words or () if not is_nobody(word)]
    are_kinds = [is_kind(value, letters=part is not Part.FORENAMES) for value in values]
    pairs = [(is_one, is_no_victim(value)) for value, is_one in zip(values, are_kinds, strict=True)]
    return any(is_one and not is_none for is_one, is_none in pairs) and all(map(any, pairs))


def _says_which(column: ColumnLook) -> bool:
    """Say whether a column tells organisations from others, or may next month: letters alone may mean anything."""
    words = [word for word, _ in column.words or () if not is_nobody(word)]
    is_long = all(len(word.strip()) > 1 for word in words) and not all(map(describes_person, words))
    return len(set(map(is_organisation, words))) > 1 or is_long
