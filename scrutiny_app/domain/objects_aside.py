"""Leaving out a column of objects whose keys have columns of their own."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.suggestions import BEFORE, Suggestion

_ASIDE = "what it holds is read as columns of their own, which stand at the end"


def aside_of_objects(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Suggest nothing for a column of objects, whose keys have columns of their own."""
    headings = [column.heading for column in sheet.columns]
    return [
        replace(one, uses=(), why=_ASIDE, sure=True)
        if one.why != BEFORE
        and column.samples
        and all(sample[:1] in "{[" for sample in column.samples)
        and any(heading.startswith(f"{column.heading} ") for heading in headings)
        else one
        for one, column in zip(found, sheet.columns, strict=True)
    ]
