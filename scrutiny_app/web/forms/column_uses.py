"""What a column fills, as the page writes it: the value of a choice, the words of a person, the names of inputs."""

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.uses import Part, Use, described
from scrutiny_app.web.forms.asked_columns import Asked
from scrutiny_app.web.forms.filling import BY_NUMBER, PARTS
from scrutiny_app.web.forms.how_written import STYLES


def value_of(use: Use) -> str:
    """Write a use as the value of a choice."""
    return use.field if use.part is Part.WHOLE else f"{use.field}:{use.part}"


def words_of(use: Use, *, parties: bool = False) -> str:
    """Write a use as a person reads it."""
    if parties and use.field == "case_number":
        return BY_NUMBER
    heading = heading_of(use, parties)
    return f"{heading}: {PARTS[use.part]}" if use.part in PARTS else heading


def heading_of(use: Use, parties: bool) -> str:
    """Give the heading of the field that a use fills, or the field's own name where none has it."""
    field = described(use.field, parties=parties)
    return field.heading if field else use.field


def kind_of_style(use: Use, parties: bool) -> Kind | None:
    """Say which kind of style a use has: of dates, or of whole names."""
    field = described(use.field, parties=parties)
    if field is None or field.kind not in STYLES or use.part is not Part.WHOLE:
        return None
    return Kind.DATE if field.kind is Kind.DATE else Kind.PERSON


def style_name(one: Asked, kind: Kind) -> str:
    """Name the input that says how a column's dates or names are written."""
    return f"{one.key}_{'dates' if kind is Kind.DATE else 'names'}"
