"""Telling a column of what a victim is, such as "Person" or "Organisation", from the column of the victims' names."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.kind_words import is_kind
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.reasons import left_out
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Part, Use, described

_WHY = left_out("its values say only whether it is a person or an organisation, and name nobody")
_FIRMS = "organisation"  # the field of a sheet of people that names them


def aside_of_kinds(found: Sequence[Suggestion], sheet: SheetLook, *, parties: bool = False) -> list[Suggestion]:
    """Suggest a column of such words as no name, whatever heads it, so that the column of the names is suggested."""
    return [
        replace(one, uses=(), reason=_WHY, sure=False)
        if any(_is_name(use, parties=parties) and _are_kinds(column, use) for use in one.uses)
        else one
        for one, column in zip(found, sheet.columns, strict=True)
    ]


def _is_name(use: Use, *, parties: bool) -> bool:
    field = described(use.field, parties=parties)
    return field is not None and (field.kind in (Kind.PERSON, Kind.PEOPLE) or (parties and field.name == _FIRMS))


def _are_kinds(column: ColumnLook, use: Use) -> bool:
    """Say whether a column holds such words alone; single letters may be the initials of forenames."""
    values = [word for word, _ in column.words or () if not is_nobody(word)]
    return bool(values) and all(is_kind(value, letters=use.part is not Part.FORENAMES) for value in values)
