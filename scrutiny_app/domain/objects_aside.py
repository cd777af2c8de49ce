"""Leaving out a column of objects, or of packed cells, whose parts have columns of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.packed_cells import packing_of
from scrutiny_app.domain.reasons import BEFORE, left_out, perhaps
from scrutiny_app.domain.styling import style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Part, Use

_FURTHER = re.compile(r"(.+) \d+ name")
_ANOTHER = "a further person of “{}”, for whom no field has a place: as a third party the redaction knows the name"
_PART = re.compile(r" (?:\d+ )?(?:sex|IC code)")
_NO_FIELD = left_out("no field of that person holds it")
_ASIDE = left_out("what it holds is read as columns of their own, which stand at the end")


def aside_of_objects(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest nothing for a column whose parts have columns of their own, and a place for every further person."""
    headings = [column.heading for column in sheet.columns]
    parted = [column.heading for column in sheet.columns if _is_parted(column, headings)]
    return [
        one if one.reason == BEFORE else _suggested(one, column, parted)
        for one, column in zip(found, sheet.columns, strict=True)
    ]


def _is_parted(column: ColumnLook, headings: Sequence[str]) -> bool:
    if not column.samples or not any(heading.startswith(f"{column.heading} ") for heading in headings):
        return False
    if all(sample[:1] in "{[" for sample in column.samples):
        return True
    return packing_of([word for word, _ in column.words or ()] or column.probed or column.samples) is not None


def _suggested(one: Suggestion, column: ColumnLook, parted: Sequence[str]) -> Suggestion:
    if column.heading in parted:
        return replace(one, uses=(), reason=_ASIDE, sure=True)
    if not one.uses and any(_PART.fullmatch(column.heading.removeprefix(heading)) for heading in parted):
        return replace(one, reason=_NO_FIELD, sure=True)
    further = _FURTHER.fullmatch(column.heading)
    if further is None or one.uses or further[1] not in parted:
        return one
    style, _ = style_of(COLUMN["third_parties"], Part.WHOLE, column)
    return replace(
        one, uses=(Use("third_parties", style=style),), reason=perhaps(_ANOTHER.format(further[1])), sure=False
    )
