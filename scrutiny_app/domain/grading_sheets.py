"""The sheet on which a member's grades come back: what stands where in it, and what may not have been changed.

It is compared cell by cell with the sheet as it was made. Only the two columns of answers may differ, and what differs
elsewhere is told by its cell, never by its value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.cases import title_of
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.grading import GRADE_TITLES, Grade
from scrutiny_app.domain.packs import Marks, Pack, PackedCase

TITLE = "Grades"
HEADER = ("No.", "Case", "Version", "Disposal", "Offence group", "Your grade", "Your comment")
HOW_TO = (
    "Choose a grade for each case from the list in its row, and write why unless it is “Appropriate”. Name nobody.",
    "Leave a row empty to decide later. Change nothing else. Save it as .xlsx and send it on your page of the round.",
)
READER_ROW, SERIAL_ROW, EXPIRY_ROW, HEADER_ROW = 2, 3, 4, 8  # rows count from 1
FIRST_ROW = HEADER_ROW + 1
CASE, VERSION, ANSWER, COMMENT = 2, 3, 6, 7  # columns count from 1
Cells = list[list[str]]


class Other(StrEnum):
    """What a member may answer in place of a grade."""

    CANNOT = "Cannot grade"
    CONFLICT = "Conflict: step back"


ANSWERS: dict[str, Grade | Other] = {title: grade for grade, title in GRADE_TITLES.items()} | {
    str(other): other for other in Other
}


class SheetRefused(Refused):
    """A sheet of which nothing was kept; `reasons` say, one by one, what is wrong and what to do."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Row:
    """One case's row as it came back: where it stands, and what was answered."""

    number: int
    reference: str
    version: int
    answer: str
    comment: str


def as_made(pack: Pack, marks: Marks) -> Cells:
    """Give every cell of a sheet before anything is filled in; numbers as their digits."""
    top = [
        ["Grading sheet", pack.title],
        ["Reader", marks.reader],
        ["Copy", marks.serial],
        ["Return or destroy by", marks.expires],
        ["How to", HOW_TO[0]],
        ["", HOW_TO[1]],
        [],
        list(HEADER),
    ]
    return [_whole(row) for row in (*top, *map(_row, pack.cases))]


def _row(case: PackedCase) -> list[str]:
    content = case.content
    titles = (title_of("disposal", content.disposal), title_of("offence_group", content.offence_group))
    return [str(case.place), content.reference, str(case.version), *titles]


def _whole(row: Sequence[str]) -> list[str]:
    return [*row, *[""] * (len(HEADER) - len(row))]


def cell(cells: Cells, row: int, column: int) -> str:
    """Give a cell of a sheet that came back, empty where there is none."""
    found = cells[row - 1] if row <= len(cells) else []
    return found[column - 1] if column <= len(found) else ""


def rows_of(cells: Cells) -> Iterator[Row]:
    """Read the rows of cases; raise SheetRefused for one that has words but no case or version."""
    for number in range(FIRST_ROW, len(cells) + 1):
        if not any(cells[number - 1]):
            continue
        reference, version = cell(cells, number, CASE), cell(cells, number, VERSION)
        if not reference or not (version.isascii() and version.isdigit() and len(version) < 9):
            raise SheetRefused(f"Row {number} is not as it was made: its case or version was changed.")
        yield Row(number, reference, int(version), cell(cells, number, ANSWER).strip(), cell(cells, number, COMMENT))


def changes(cells: Cells, made: Cells) -> Iterator[str]:
    """Name each cell outside the answers that is not as it was made."""
    for row in range(1, max(len(cells), len(made)) + 1):
        for column in range(1, max([len(HEADER), *map(len, cells[row - 1 : row])]) + 1):
            is_answer = FIRST_ROW <= row <= len(made) and column in (ANSWER, COMMENT)
            if not is_answer and cell(cells, row, column) != cell(made, row, column):
                yield f"{_letters(column)}{row}"


def _letters(column: int) -> str:
    high, low = divmod(column - 1, 26)
    return (chr(64 + high) if high else "") + chr(65 + low)


def answer_of(row: Row) -> Grade | Other | None:
    """Give what a row answers, None where it is left empty; raise SheetRefused for what is not on its list."""
    if not row.answer:
        if row.comment.strip():
            raise SheetRefused(f"Row {row.number} has a comment and no grade: choose one, or clear the comment.")
        return None
    answer = next((one for title, one in ANSWERS.items() if title.casefold() == row.answer.casefold()), None)
    if answer is None:
        raise SheetRefused(f"Row {row.number} has a grade that is not on the list: choose one from the list.")
    if isinstance(answer, Other) and row.comment.strip():
        raise SheetRefused(f"Row {row.number} has a comment, which is kept with a grade alone: clear the comment.")
    return answer
