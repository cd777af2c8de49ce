"""Saying of a column whose heading no field reads like what its values look like."""

from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.shapes import DATES, Shape

EMPTY = "it is empty"
UNKNOWN = "no field reads like it"
NO_FIELD = f"; {UNKNOWN}"  # behind what its values look like
LOOKS_LIKE_PEOPLE = "its values look like people’s names"
LOOKS_LONG = "its values look like long text"
_LOOKS = {
    Shape.YES_NO: "its values look like yes and no",
    Shape.POSTCODE: "its values look like addresses",
    Shape.PHONE: "its values look like telephone numbers",
    Shape.EMAIL: "its values look like e-mail addresses",
    Shape.PERSON: LOOKS_LIKE_PEOPLE,
    Shape.LONG: LOOKS_LONG,
}


def said_of(column: ColumnLook) -> str:
    """Say why nothing is suggested for a column, and what its values look like."""
    if not column.filled:
        return EMPTY
    commonest = max(column.shapes, key=lambda shape: column.shapes[shape], default="")
    if commonest in DATES:
        return "its values look like dates; no field reads like its heading"
    said = next((words for shape, words in _LOOKS.items() if shape == commonest), "")
    if commonest == Shape.PERSON and any(map(str.isdigit, "".join(column.samples))):  # "Raw 3, adjusted 3"
        said = ""
    return f"{said}; no field reads like its heading" if said else UNKNOWN
