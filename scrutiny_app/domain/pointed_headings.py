"""The row or rows of headings to which somebody has pointed, where the guess was wrong: next month they are known so.

Headings are kept in clear later on, and data must not be: a row with a value in it is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.heading_lines import on_one_line
from scrutiny_app.domain.heading_rows import is_data, under_groups, wide, with_blanks_filled

MOST_ROWS = 2
MOST_SHOWN = 30  # first rows of a sheet
_MOST_CELLS = 8
_LONGEST = 40  # characters
FEWEST = 2  # headings


@dataclass(frozen=True)
class Pointed:
    """The last row of a sheet's headings, and how many rows they take up."""

    sheet: str
    row: int
    rows: int = 1


@dataclass(frozen=True)
class TopRow:
    """One of a sheet's first rows, as far as it is shown to whoever points at the headings."""

    number: int
    cells: tuple[str, ...]


def top_row(number: int, texts: Sequence[str]) -> TopRow:
    """Give what is shown of a row: its first cells with anything in them, each cut short."""
    filled = [" ".join(text.split()) for text in texts if text.strip()]
    cells = [text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…" for text in filled[:_MOST_CELLS]]
    return TopRow(number, (*cells, *(["…"] if len(filled) > _MOST_CELLS else [])))


def rows_pointed_at(rows: Sequence[int], shown: Sequence[int]) -> tuple[int, int]:
    """Give the last row of headings and how many there are; raise Refused unless it is one row, or two together."""
    chosen = sorted(set(rows) & set(shown))
    if not chosen:
        raise Refused("Select the row, or the two rows, that hold the headings.")
    if len(chosen) > MOST_ROWS or chosen[-1] - chosen[0] >= MOST_ROWS:
        raise Refused("Select one row, or two rows right under each other.")
    return chosen[-1], len(chosen)


def headings_of(row: Sequence[Cell], above: Sequence[Cell] = ()) -> list[str]:
    """Give the headings of a row, or of two; raise Refused where a value stands among them."""
    for cell in (*above, *row):
        if cell not in (None, "") and (not isinstance(cell, str) or is_data(on_one_line(cell))):
            raise Refused(
                "A row you chose holds a date, a number or long text, so it is one of values. Choose the row that says "
                "what its columns are."
            )
    headings = wide([on_one_line(cell) if isinstance(cell, str) else "" for cell in row], above)
    if above:
        headings = _on_two_rows(above, headings)
    if sum(map(bool, headings)) < FEWEST:
        raise Refused("The row you chose has hardly any words in it. Choose the row that says what its columns are.")
    return headings


def _on_two_rows(above: Sequence[Cell], below: list[str]) -> list[str]:
    """Join two rows: groups over their headings, or a heading's first words over its last ("Date of" over "birth")."""
    first = wide([on_one_line(cell) if isinstance(cell, str) else "" for cell in above], below)
    grouped = under_groups(above, below)
    if any(one != other and not own for one, other, own in zip(grouped, below, first, strict=True)):
        return with_blanks_filled(above, grouped)
    return [" ".join(filter(None, pair)) for pair in zip(first, below, strict=True)]
