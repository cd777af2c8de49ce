"""Reading rows of one case that follow each other as one row, with the others beside it."""

from collections.abc import Iterable, Iterator

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_sheet import number_of
from scrutiny_app.domain.people_each_row import RowsTogether
from scrutiny_app.domain.totals import place_below_cases
from scrutiny_app.files.tables import Row

MOST_TOGETHER = 200  # rows of one case


class RowOfSeveral(list[Cell]):
    """A case's first row; `others` are those that follow it, with their numbers."""

    others: tuple[Row, ...] = ()


def together(rows: Iterable[Row], by: RowsTogether) -> Iterator[Row]:
    """Yield rows, those that follow each other with the same case number, or after it with none, as one."""
    first: Row | None = None
    others: list[Row] = []
    for number, row in rows:
        case = number_of(first[1][by.case]) if first else ""
        if first and case and by.goes_on(row) and place_below_cases(row) is None:
            others.append((number, by.filled_in(first[1], row)))
            continue
        if case and case == number_of(row[by.case]) and len(others) < MOST_TOGETHER:
            others.append((number, row))
            continue
        if first:
            yield _joined(first, others)
        first, others = (number, row), []
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
