"""Reading the lines of one case as one row, wherever they stand in the file."""

from collections import Counter
from collections.abc import Iterable, Iterator

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_each_row import CaseLines
from scrutiny_app.domain.conditions_sheet import number_of
from scrutiny_app.files.reading_headings import Headed, shown
from scrutiny_app.files.reading_together import MOST_TOGETHER
from scrutiny_app.files.tables import Row

_TOO_MANY = f"one of more than {MOST_TOGETHER} lines"


class RowOfLines(list[Cell]):
    """A case's lines joined; `lines` are they as they stand, and `wrong` says why they cannot be one case."""

    lines: tuple[Row, ...] = ()
    wrong: str = ""


def joined_lines(one: Headed, rows: Iterable[Row], by: CaseLines) -> Iterator[Row]:
    """Yield a sheet's rows, those of one number as one, where the last of them stands."""
    at = by.number
    if at is None:
        yield from rows
        return
    coming = Counter(_numbers(one, at))
    held: dict[str, list[Row]] = {}
    for number, row in rows:
        key = number_of(row[at])
        if not key or coming[key] <= 1:
            yield number, row
        elif coming[key] > MOST_TOGETHER:
            yield number, _row_of([(number, row)], row, _TOO_MANY)
        else:
            lines = held.setdefault(key, [])
            lines.append((number, row))
            if len(lines) == coming[key]:
                yield _joined(held.pop(key), by)
    for lines in held.values():  # rows that only a first reading gave
        yield _joined(lines, by)


def lines_in(row: Row) -> tuple[Row, ...]:
    """Give a row as the file has it: the lines of a case that is on several."""
    cells = row[1]
    return cells.lines if isinstance(cells, RowOfLines) else (row,)


def wrong_with(row: list[Cell]) -> str:
    """Say why the lines of a row cannot be one case; empty where they can."""
    return row.wrong if isinstance(row, RowOfLines) else ""


def _numbers(one: Headed, at: int) -> Iterator[str]:
    for number, cells in one.sheet.rows(one.row):
        row = shown(one.sheet, cells) if number > one.row else []
        if at < len(row) and (key := number_of(row[at])):
            yield key


def _joined(lines: list[Row], by: CaseLines) -> Row:
    rows = [row for _, row in lines]
    return lines[0][0], _row_of(lines, by.joined(rows), by.wrong_with(rows))


def _row_of(lines: list[Row], cells: list[Cell], wrong: str) -> RowOfLines:
    row = RowOfLines(cells)
    row.lines, row.wrong = tuple(lines), wrong
    return row
