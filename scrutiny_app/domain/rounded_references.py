"""Telling at the first look that a spreadsheet has rounded a column's references: their last digits are lost."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cell_words import EXCEL_DIGITS, Unreadable, reference_of
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.reasons import Doubt
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import described
from scrutiny_app.domain.written_cells import unwritten

_ROUNDED = (
    f"in {{}} of its first {{}} rows a spreadsheet has rounded the number (more than {EXCEL_DIGITS} digits, or written "
    "like 2.026E+11): what is so is rejected. Format the column as text, and export it again from the records system"
)


def held_against_rounding(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Say of each column of references how many of its first rows hold one that has lost digits."""
    return [_told(one, _damaged(sheet, at), len(sheet.first)) for at, one in enumerate(found)]


def _told(one: Suggestion, damaged: int, rows: int) -> Suggestion:
    fields = [described(use.field) for use in one.uses]
    if not damaged or not any(field is not None and field.kind is Kind.REFERENCE for field in fields):
        return one
    return replace(one, reason=one.reason.but(Doubt(_ROUNDED.format(damaged, rows))), sure=False)


def _damaged(sheet: SheetLook, at: int) -> int:
    return sum(_has_lost_digits(row[at]) for row in sheet.first if at < len(row))


def _has_lost_digits(cell: object) -> bool:
    try:
        reference_of(unwritten(cell))
    except Unreadable as unread:
        return unread.fault is Fault.DIGITS_LOST
    return False
