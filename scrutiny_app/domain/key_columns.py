"""Finding the column that numbers a sheet's rows where no heading says so."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use

_JOINED = "another word for it: by this column the sheet of people says whose case each is in"


def key_column(sheet: SheetLook, free: Sequence[int]) -> int | None:
    """Give the first of the free columns, by their places, that holds a code in every row, no two alike."""
    return next((at for at in free if _is_key(sheet.columns[at], sheet.rows)), None)


def _is_key(column: ColumnLook, rows: int) -> bool:
    seen = sum(column.shapes.values())
    codes = seen > 1 and column.shapes.get(Shape.CODE, 0) == seen
    return codes and column.filled == rows and (column.words is None or len(column.words) == rows)


def joined_by(found: list[Suggestion], look: Look) -> list[Suggestion]:
    """Suggest as the case number the one column, different in every row, whose heading the sheet of people has too."""
    theirs = {fold(column.heading) for column in look.parties.columns} - {""} if look.parties else set()
    rows = look.cases.rows
    both = [
        at
        for at, column in enumerate(look.cases.columns)
        if fold(column.heading) in theirs
        and column.filled == rows > 1
        and (column.words is None or len(column.words) == rows)
    ]
    if len(both) == 1 and not any(use.field == "case_number" and one.sure for one in found for use in one.uses):
        found[both[0]] = replace(found[both[0]], uses=(Use("case_number"),), why=_JOINED, sure=False)
    return found


def same_as_theirs(people: SheetLook, cases: SheetLook, free: Sequence[int]) -> int | None:
    """Give the first of the free columns of the sheet of people whose heading the sheet of cases has too."""
    theirs = {fold(column.heading) for column in cases.columns} - {""}
    return next((at for at in free if fold(people.columns[at].heading) in theirs), None)
