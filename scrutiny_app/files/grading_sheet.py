"""Writing the sheet on which a member's grades come back, as a workbook with a list to choose from in every row.

All but the answers is locked against slips, without a password; what was changed all the same is found on its return.
"""

from typing import TYPE_CHECKING

from scrutiny_app.domain.grading import LONGEST_COMMENT
from scrutiny_app.domain.grading_sheets import (
    ANSWER,
    ANSWERS,
    COMMENT,
    FIRST_ROW,
    HEADER_ROW,
    TITLE,
    VERSION,
    as_made,
)
from scrutiny_app.domain.packs import Marks, Pack
from scrutiny_app.files.writing import neutral, write_cell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (16, 14, 9, 24, 30, 30, 70)
_WORDS, _GROUND, _TO_FILL = "FFFFFF", "1D3557", "FFF8E1"
_NUMBERS = (1, VERSION)  # columns


def write_sheet(pack: Pack, marks: Marks) -> bytes:
    """Write a reader's sheet: the same bytes for the same cases and marks."""
    from openpyxl import Workbook  # at the point of use: it slows the start of a web process

    book = Workbook()
    page = book.worksheets[0]
    page.title = TITLE
    for row_number, row in enumerate(as_made(pack, marks), 1):
        for column, value in enumerate(row, 1):
            if value:
                is_number = row_number >= FIRST_ROW and column in _NUMBERS
                write_cell(page.cell(row_number, column), int(value) if is_number else value)
    _offer(page, len(pack.cases))
    _dress(page, len(pack.cases))
    book.properties.title = f"Grading sheet, copy {marks.serial}"
    book.properties.language = "en-GB"
    return neutral(book)


def _offer(page: "Worksheet", cases: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    last = HEADER_ROW + max(cases, 1)
    answers = DataValidation(type="list", formula1=f'"{",".join(ANSWERS)}"', allow_blank=True, showErrorMessage=True)
    answers.errorTitle, answers.error = "Not on the list", "Choose a grade from the list, or leave the cell empty."
    comments = DataValidation(type="textLength", operator="lessThanOrEqual", formula1=str(LONGEST_COMMENT))
    comments.showErrorMessage = True
    comments.errorTitle, comments.error = "Too long", f"Write at most {LONGEST_COMMENT:,} characters."
    for column, rule in ((ANSWER, answers), (COMMENT, comments)):
        letter = get_column_letter(column)
        rule.add(f"{letter}{FIRST_ROW}:{letter}{last}")
        page.add_data_validation(rule)


def _dress(page: "Worksheet", cases: int) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, width in enumerate(_WIDTHS, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    for row in range(1, HEADER_ROW):
        page.cell(row, 1).font = Font(bold=True)
    for column in range(1, COMMENT + 1):
        header = page.cell(HEADER_ROW, column)
        header.fill, header.font = PatternFill("solid", start_color=_GROUND), Font(bold=True, color=_WORDS)
    for row in range(FIRST_ROW, FIRST_ROW + cases):
        page.row_dimensions[row].height = 32
        for column in range(1, COMMENT + 1):
            answer = page.cell(row, column)
            answer.alignment = Alignment(vertical="top", wrap_text=True)
            if column in (ANSWER, COMMENT):
                answer.protection = Protection(locked=False)
                answer.fill = PatternFill("solid", start_color=_TO_FILL)
                answer.number_format = "@"  # so that what is typed stays text
    page.freeze_panes = f"C{FIRST_ROW}"
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False
    page.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9  # A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
