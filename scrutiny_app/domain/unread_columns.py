"""Saying of a column whose heading no field reads like what its values look like."""

from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.reasons import EMPTY, UNKNOWN, Reason, unread
from scrutiny_app.domain.shapes import DATES, Shape

LIKE_PEOPLE = unread("its values look like people’s names", text=True)
_LIKE_DATES = unread("its values look like dates")
_LOOKS = {
    Shape.YES_NO: unread("its values look like yes and no"),
    Shape.POSTCODE: unread("its values look like addresses"),
    Shape.PHONE: unread("its values look like telephone numbers"),
    Shape.EMAIL: unread("its values look like e-mail addresses"),
    Shape.PERSON: LIKE_PEOPLE,
    Shape.LONG: unread("its values look like long text", text=True),
}


def said_of(column: ColumnLook) -> Reason:
    """Say why nothing is suggested for a column, and what its values look like."""
    if not column.filled:
        return EMPTY
    commonest = max(column.shapes, key=lambda shape: column.shapes[shape], default="")
    if commonest in DATES:
        return _LIKE_DATES
    if commonest == Shape.PERSON and any(map(str.isdigit, "".join(column.samples))):  # "Raw 3, adjusted 3"
        return UNKNOWN
    return next((reason for shape, reason in _LOOKS.items() if shape == commonest), UNKNOWN)
