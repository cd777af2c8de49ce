"""Days that stand under a heading of something else: "Finalised" is then the day, and no status."""

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.questioning import is_records_own, leaves
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.spoken_headings import ends_in_by
from scrutiny_app.domain.styling import is_dated, may_be_dated
from scrutiny_app.domain.uses import Use, described

_MUCH_ALIKE = 90.0  # out of 100: "Finish by" does not say of what


def day_of(heading: str, use: Use | None) -> Use | None:
    """Give the date that a heading means where dates stand below it: "Finalised" is then the day, and no status."""
    field = described(use.field) if use else None
    if (field is not None and field.kind is Kind.DATE) or fold(heading) == "when" or is_records_own(heading):
        return None
    for words in (heading, *leaves(heading)):
        near = nearest_phrase(f"{words} date")
        found = described(near[0].use.field) if near else None
        is_day = found is not None and found.kind is Kind.DATE
        says_whose = near is not None and near[0].use.field == "conditions_due" and near[1] >= _MUCH_ALIKE
        if near and is_day and (says_whose or not ends_in_by(heading)):
            return near[0].use
    return None


def may_hold_days(column: ColumnLook, use: Use | None) -> bool:
    """Say whether days stand in a column, or numbers of days under what names a person or nothing that is known."""
    field = described(use.field) if use else None
    is_counted = 2 * column.shapes.get(Shape.SERIAL, 0) > sum(column.shapes.values())
    return is_dated(column) or (is_counted and (field is None or field.kind is Kind.PERSON))


def is_day_of_else(column: ColumnLook, use: Use | None, parties: bool) -> bool:
    """Say whether days stand under a heading of something else: "Offence: Committed" is what was committed, or when."""
    return use is not None and is_dated(column) and not may_be_dated(described(use.field, parties=parties))
