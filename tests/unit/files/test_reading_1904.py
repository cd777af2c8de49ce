"""A workbook that counts its days from 1904: its date cells and its bare numbers are counted alike."""

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, to_excel

from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Use
from tests.unit.domain.extract_rows import cells
from tests.unit.files.reading_files import chunks, looked

EPOCHS = {True: CALENDAR_MAC_1904, False: CALENDAR_WINDOWS_1900}
HEADINGS = {
    "case_number": "Case number",
    "crime_number": "Crime number",
    "force": "Force",
    "offence_title": "Offence",
    "offence_group": "Offence group",
    "offence_date": "Offence date",
    "outcome_code": "Outcome code",
    "disposal": "Disposal",
    "disposal_date": "Disposal date",
    "offender_name": "Offender name",
    "offender_born": "Offender date of birth",
}


def workbook(*, from_1904, counted_in=None):
    """Write a good row whose offence is on a date cell and whose disposal on a bare number."""
    epoch = EPOCHS[from_1904 if counted_in is None else counted_in]
    row = cells()
    book = Workbook()
    book.epoch = EPOCHS[from_1904]
    sheet = book.active
    sheet.append([HEADINGS[name] for name in row])
    counted = to_excel(datetime(2026, 3, 20), epoch)  # noqa: DTZ001  a cell has no zone
    sheet.append([counted if name == "disposal_date" else cell for name, cell in row.items()])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(data, style):
    mapping = replace(OURS, uses=OURS.uses | {"disposaldate": (Use("disposal_date", style=style),)})
    (chunk,) = chunks(data, mapping=mapping)
    return chunk


@pytest.mark.parametrize("from_1904", [True, False])
@pytest.mark.parametrize("style", [Style.EXCEL_1900, Style.EACH_DAY_FIRST])
def test_a_bare_number_is_counted_as_the_workbook_counts(from_1904, style):
    chunk = read(workbook(from_1904=from_1904), style)

    assert [case.disposal_date for case in chunk.cases] == [date(2026, 3, 20)]


def test_a_look_says_from_when_a_file_counts():
    assert [looked(workbook(from_1904=from_1904)).cases.from_1904 for from_1904 in (True, False)] == [True, False]


def test_a_number_that_its_workbook_counts_into_the_future_is_refused():
    chunk = read(workbook(from_1904=True, counted_in=False), Style.EXCEL_1900)

    assert (chunk.cases, [problem.code for problem in chunk.problems]) == ([], ["in_future"])
