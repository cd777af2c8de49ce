"""Finding the column that numbers a sheet's rows where no heading says so."""

from collections.abc import Sequence

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.shapes import Shape


def key_column(sheet: SheetLook, free: Sequence[int]) -> int | None:
    """Give the first of the free columns, by their places, that holds a code in every row, no two alike."""
    return next((at for at in free if _is_key(sheet.columns[at], sheet.rows)), None)


def _is_key(column: ColumnLook, rows: int) -> bool:
    seen = sum(column.shapes.values())
    codes = seen > 1 and column.shapes.get(Shape.CODE, 0) == seen
    return codes and column.filled == rows and (column.words is None or len(column.words) == rows)


def same_as_theirs(people: SheetLook, cases: SheetLook, free: Sequence[int]) -> int | None:
    """Give the first of the free columns of the sheet of people whose heading the sheet of cases has too."""
    theirs = {fold(column.heading) for column in cases.columns} - {""}
    return next((at for at in free if fold(people.columns[at].heading) in theirs), None)
