from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook

from scrutiny_app.domain.cells import ERROR_CELL, FORMULA_CELL
from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading import read_extract
from tests.unit.files.workbooks import HEADINGS, cell, heading_row, packed, parts, sheet, workbook


def read(data):
    table = read_extract("cases.xlsx", data)
    return table, list(table.rows)


def saved(*rows):
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.worksheets[0].append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Siân\nO’Neill", "Siân\nO’Neill"),
        (42, 42.0),
        (2.5, 2.5),
        (True, True),
        (date(2026, 3, 12), date(2026, 3, 12)),
        (datetime(2026, 3, 12, 14, 5, tzinfo=UTC).replace(tzinfo=None), datetime(2026, 3, 12, 14, 5)),  # noqa: DTZ001
        (time(14, 5), time.min),
        (timedelta(hours=30), time.min),
        ("=A1", FORMULA_CELL),
        ("#N/A", ERROR_CELL),
    ],
)
def test_a_cell_of_each_type_comes_through(written, found):
    _, rows = read(saved(["first", written]))
    assert rows[0][1][:2] == ["first", found]


def test_dates_of_the_other_date_system_are_the_same_days():
    book = Workbook()
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001  a workbook has no zone
    for row in (HEADINGS, [date(2026, 3, 12)]):
        book.worksheets[0].append(row)
    file = BytesIO()
    book.save(file)
    assert read(file.getvalue())[1][0][1][0] == date(2026, 3, 12)


def test_rows_keep_the_numbers_they_have_in_the_file():
    data = workbook(f'<row r="2">{cell("A2", "x")}</row><row r="9">{cell("A9", "y")}</row>')
    table, rows = read(data)
    assert table.headings == HEADINGS
    assert [(number, cells[0]) for number, cells in rows] == [(2, "x"), (9, "y")]


def test_a_formula_is_marked_even_when_it_was_calculated():
    _, rows = read(workbook('<row r="2"><c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B2"><v>1</v></c></row>'))
    assert rows[0][1][:2] == [FORMULA_CELL, 1.0]


def test_words_that_look_like_a_formula_or_an_error_are_words():
    _, rows = read(workbook(f'<row r="2">{cell("A2", "=1+1")}{cell("B2", chr(34) + " t=" + chr(34) + "e")}</row>'))
    assert rows[0][1][0] == "=1+1"
    assert rows[0][1][1] == '" t="e'


def test_the_sheet_with_the_headings_is_read_and_hidden_ones_are_listed():
    cover, hidden = sheet(f'<row r="1">{cell("A1", "Notes for the reader")}</row>'), sheet(heading_row())
    wanted = sheet(heading_row() + f'<row r="2">{cell("A2", "x")}</row>')
    table, rows = read(
        packed(parts(hidden, cover, wanted, cover, states=("hidden", "visible", "visible", "veryHidden")))
    )
    assert table.left_out == ("Sheet1", "Sheet4")
    assert [cells[0] for _, cells in rows] == ["x"]


def test_without_the_headings_the_first_sheet_with_rows_is_given():
    empty, notes = sheet(""), sheet(f'<row r="1">{cell("A1", "Notes")}</row>')
    table, rows = read(packed(parts(empty, notes)))
    assert (table.headings, rows) == (["Notes"], [])


def test_a_workbook_without_rows_is_refused():
    with pytest.raises(Refused, match="no visible sheet with rows"):
        read(packed(parts(sheet(""))))


def test_reading_may_stop_before_the_end():
    table = read_extract(
        "cases.xlsx", workbook("".join(f'<row r="{n}">{cell(f"A{n}", "x")}</row>' for n in range(2, 2000)))
    )
    assert next(table.rows)[0] == 2
