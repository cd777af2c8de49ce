"""Looks at small files, as a test wants them."""

from collections.abc import Sequence

from scrutiny_app.domain.looking import Look, Looker, SheetLook


def look_at(headings: Sequence[str], *rows: Sequence, people: tuple | None = None) -> Look:
    """Look at a sheet of cases, and at a sheet of people given as (headings, rows)."""
    return Look(_sheet("Cases", headings, rows), _sheet("People", *people) if people else None)


def look_at_column(heading: str, *values) -> Look:
    """Look at a file of one column."""
    return look_at([heading], *([value] for value in values))


def _sheet(name: str, headings: Sequence[str], rows: Sequence) -> SheetLook:
    looker = Looker(name, 1, headings)
    for row in rows:
        looker.see(row)
    return looker.look()
