"""Numbering the rows of several sheets that are read as one list, so that each is known and can be found again."""

from collections.abc import Sequence

_APART = 10_000_000  # more than a sheet has rows


def row_of(sheet: int, number: int) -> int:
    """Give the number of a sheet's row, the sheets counted from 0."""
    return sheet * _APART + number


def row_in_words(row: int, sheets: Sequence[str] = ()) -> str:
    """Write a row's number as a person finds it: with its sheet, where several are read as one list."""
    at, number = divmod(row, _APART)
    if at < len(sheets) > 1:
        return f"{sheets[at][:60]}: {number}"
    return f"{number} of sheet {at + 1}" if at else str(row)
