"""Reading rows of one case that follow each other as one row, with the others beside it."""

from collections.abc import Iterable, Iterator

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_sheet import number_of
from scrutiny_app.files.tables import Row

MOST_TOGETHER = 200  # rows of one case


class RowOfSeveral(list[Cell]):
    """A case's first row; `others` are those that follow it, with their numbers."""

    others: tuple[Row, ...] = ()


def together(rows: Iterable[Row], case: int) -> Iterator[Row]:
    """Yield rows, those that follow each other with the same case number as one."""
    first: Row | None = None
    others: list[Row] = []
    for row in rows:
        number = number_of(row[1][case])
        if first and number and number == number_of(first[1][case]) and len(others) < MOST_TOGETHER:
            others.append(row)
            continue
        if first:
            yield _joined(first, others)
        first, others = row, []
    if first:
        yield _joined(first, others)


def others_of(row: list[Cell]) -> tuple[Row, ...]:
    """Give the further rows of a case."""
    return row.others if isinstance(row, RowOfSeveral) else ()


def _joined(first: Row, others: list[Row]) -> Row:
    if not others:
        return first
    joined = RowOfSeveral(first[1])
    joined.others = tuple(others)
    return first[0], joined
