"""Telling a column of what a victim is, such as "Person" or "Organisation", from the column of the victims' names.

Beside a whole name it says which of the names are organisations'; else it is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.kind_words import is_kind, is_organisation
from scrutiny_app.domain.likeness import tokens
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.no_victim import NAMES as VICTIMS
from scrutiny_app.domain.no_victim import is_no_victim
from scrutiny_app.domain.reasons import by_values, left_out
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Mapping, Part, Use, described

_WHY = left_out("its values say only whether it is a person or an organisation, and name nobody")
_BESIDE = by_values("its values say whether the name in another column is a person’s or an organisation’s")
_FIRMS = "organisation"  # the field of a sheet of people that names them
_SHOWN = 5
_SAY_KIND = frozenset(
    "who what type category kind class entity status person organisation org company business po".split()
)


def aside_of_kinds(found: Sequence[Suggestion], sheet: SheetLook, *, parties: bool = False) -> list[Suggestion]:
    """Suggest a column of such words as no name, whatever heads it, so that the column of the names is suggested."""
    return [
        replace(one, uses=(), reason=_WHY, sure=False)
        if any(_is_name(use, parties=parties) and _are_kinds(column, use.part) for use in one.uses)
        else one
        for one, column in zip(found, sheet.columns, strict=True)
    ]


def told_by_kinds(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest a column of such words beside a victim's whole name as what says which names are organisations'."""
    whole = {use.field for one in found for use in one.uses if use.part is Part.WHOLE and use.field in VICTIMS}
    told = list(found)
    for at, (one, column) in enumerate(zip(found, sheet.columns, strict=True)):
        name = _whose(column.heading)
        if name in whole and not one.uses and not one.sure and _are_kinds(column, Part.WHOLE) and _says_which(column):
            told[at] = replace(one, uses=(Use(name, Part.KIND),), reason=_BESIDE)
            whole.remove(name)
    return told


def kinds_unread(mapping: Mapping, sheet: SheetLook) -> Iterator[str]:
    """Say in a sentence of each column of what a victim is which of its words are not known, and so change nothing."""
    for column in sheet.columns:
        if any(use.part is Part.KIND for use in mapping.uses.get(fold(column.heading), ())):
            words = [word for word, _ in column.words or () if not (is_nobody(word) or is_no_victim(word))]
            if unread := [word for word in words if not is_kind(word, letters=True)]:
                yield (
                    f"“{column.heading[:60]}” says whether a victim is an organisation, but these of its words are not "
                    f"known: “{'”, “'.join(unread[:_SHOWN])}”{' and others' if unread[_SHOWN:] else ''}. "
                    "Names beside them are read as if it said nothing."
                )


def _whose(heading: str) -> str:
    """Name the field of the victim of whose kind a heading is; nothing where it is of nobody's, or of another's."""
    words = tokens(heading)
    number = next(filter(str.isdigit, words), "1")
    return f"victim_{number}_name" if "victim" in words and not words.isdisjoint(_SAY_KIND) else ""


def _is_name(use: Use, *, parties: bool) -> bool:
    field = described(use.field, parties=parties)
    return field is not None and (field.kind in (Kind.PERSON, Kind.PEOPLE) or (parties and field.name == _FIRMS))


def _are_kinds(column: ColumnLook, part: Part) -> bool:
    """Say whether a column holds such words alone; single letters may be the initials of forenames."""
    values = [word for word, _ in column.words or () if not is_nobody(word)]
    are_kinds = [is_kind(value, letters=part is not Part.FORENAMES) for value in values]
    return any(are_kinds) and all(
        is_one or is_no_victim(value) for value, is_one in zip(values, are_kinds, strict=True)
    )


def _says_which(column: ColumnLook) -> bool:
    """Say whether a column tells organisations from others, or may next month: letters alone may mean anything."""
    words = [word for word, _ in column.words or () if not is_nobody(word)]
    return len(set(map(is_organisation, words))) > 1 or all(len(word.strip()) > 1 for word in words)
