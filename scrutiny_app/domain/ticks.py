"""Columns of ticks: a blank there may mean no, or that nobody recorded it, so a person says which before it is loaded.

What was said is kept among the words of the field, under the word that a blank cell is.
"""

from scrutiny_app.domain.cases import NOT_RECORDED, Field, Kind
from scrutiny_app.domain.cell_words import Cell

BLANK = ""  # the word of a blank cell
BLANK_SHOWN = "a blank cell"
_BLANKS = frozenset({"", "-", "–", "—"})
OTHER_ANSWERS = {"conditions_completed": ("completed", "not_completed"), "admission": ("full", "none")}
TICKS = frozenset("y yes x t true 1 tick ticked ✓ ✔ ☑ √".split())


def is_blank(cell: Cell) -> bool:
    """Say whether nothing stands in a cell, or a dash alone."""
    return cell is None or (isinstance(cell, str) and cell.strip() in _BLANKS)


def answers_of(field: Field) -> tuple[str, str] | None:
    """Give the codes that a tick and its absence would be for a field; None where it is no such question."""
    if field.kind is Kind.YES_NO or {"yes", "no"} <= {choice.code for choice in field.choices}:
        return "yes", "no"
    return OTHER_ANSWERS.get(field.name)


def blank_choices(field: Field) -> tuple[tuple[str, str], ...]:
    """List what a blank may mean."""
    answers = answers_of(field)
    titles = {choice.code: choice.title for choice in field.choices}
    return (*(((answers[1], titles.get(answers[1], "No")),) if answers else ()), ("", NOT_RECORDED))
