"""Which fields a column may well fill, by the look of its values: what is offered first when a person is asked.

Nothing is ruled out by it: whoever wants another field is shown them all.
"""

from scrutiny_app.domain.cases import Field, Kind
from scrutiny_app.domain.clear_names import reads_like_a_name
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.shapes import DATES, Shape

_BY_SHAPE = {
    Shape.SERIAL: {Kind.DATE, Kind.REFERENCE},
    Shape.NUMBER: {Kind.REFERENCE, Kind.NUMBER, Kind.AGE},
    Shape.YES_NO: {Kind.YES_NO},
    Shape.PERSON: {Kind.PERSON, Kind.PEOPLE},
    Shape.CODE: {Kind.REFERENCE, Kind.CHOICE},
    Shape.LONG: {Kind.TEXT},
}
_ANSWERED = frozenset({"victim_consulted", "victim_agreed", "conditions_completed", "admission", "youth", "status"})
_WHERE = frozenset({Shape.POSTCODE, Shape.PHONE, Shape.EMAIL})
_SHORT_WORDS = frozenset({Kind.CHOICE, Kind.WORD})
_FEW = 30  # different words


def may_hold(field: Field, column: ColumnLook) -> bool:
    """Say whether a column's commonest values look like those of a field; an empty column may hold anything."""
    if not column.shapes:
        return False
    commonest = max(column.shapes, key=lambda shape: column.shapes[shape])
    if commonest in DATES:
        return field.kind is Kind.DATE
    if commonest == Shape.YES_NO and field.name in _ANSWERED:
        return True
    if commonest in _WHERE:
        return field.name.endswith("contact" if commonest != Shape.POSTCODE else "address")
    if commonest == Shape.TEXT and reads_like_a_name(column.heading):
        return field.kind in _BY_SHAPE[Shape.PERSON]
    if commonest == Shape.TEXT:
        return _may_be_words(field, column)
    return field.kind in _BY_SHAPE.get(Shape(commonest), ())


def _may_be_words(field: Field, column: ColumnLook) -> bool:
    if field.name.endswith(("contact", "address")):
        return False
    if column.words is not None and len(column.words) <= _FEW:
        return field.kind in _SHORT_WORDS
    return field.kind in (Kind.WORD, Kind.PERSON, Kind.PEOPLE, Kind.TEXT)
