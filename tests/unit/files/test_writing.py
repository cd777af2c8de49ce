import csv
import io
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from scrutiny_app.files.writing import Sheet, safe, write_csv, write_workbook

FORMULAS = ["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "＝1", "#N/A"]


def written(*rows, header=("Case", "Found")):
    return load_workbook(io.BytesIO(write_workbook([Sheet("Findings", header, rows)])))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_is_written_as_text(text):
    cell = written([text, None]).worksheets[0]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix == (text != "#N/A")


def test_cells_keep_their_types():
    row = [cell.value for cell in written(["a", 16, 0.8, date(2026, 3, 1)], header="abcd").worksheets[0][2]]
    assert row[:3] == ["a", 16, 0.8]
    assert row[3].date() == date(2026, 3, 1)


def test_the_header_is_frozen_filtered_and_repeated():
    page = written(["a", 1]).worksheets[0]
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("A2", "A1:B2", "$1:$1")
    assert page["A1"].font.bold
    assert page["A1"].fill.fill_type == "solid"


def test_columns_are_as_wide_as_their_words_within_reason():
    widths = written(["x" * 30, "y" * 500]).worksheets[0].column_dimensions
    assert (widths["A"].width, widths["B"].width) == (31, 60)


def test_the_same_cells_give_the_same_bytes_without_a_moment_or_a_name():
    sheets = [Sheet("A/B: [counts]", ["Case"], [["x"]])]
    assert write_workbook(sheets) == write_workbook(sheets)
    package = zipfile.ZipFile(io.BytesIO(write_workbook(sheets)))
    assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = package.read("docProps/core.xml")
    assert properties.count(b"2000-01-01T00:00:00Z") == 2
    assert b"openpyxl" not in properties


def test_a_title_loses_what_a_sheet_cannot_be_called():
    assert load_workbook(io.BytesIO(write_workbook([Sheet("A/B: " + "c" * 40, ["x"], [])]))).sheetnames == [
        "A B  " + "c" * 26
    ]


def test_a_character_that_a_workbook_cannot_hold_is_shown_as_unknown():
    assert written(["a\x00b", None]).worksheets[0]["A2"].value == "a\ufffdb"


def test_csv_leads_what_looks_like_a_formula_with_an_apostrophe():
    data = write_csv(["Case", "=Head"], [["=1+1", 3], ["O'Neill", None]])
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig")))) == [
        ["Case", "'=Head"],
        ["'=1+1", "3"],
        ["O'Neill", ""],
    ]
    assert data.startswith(b"\xef\xbb\xbf")


def test_harmless_text_is_left_alone():
    assert safe("a=b") == "a=b"


def test_a_long_title_is_cut_between_its_words():
    sheet = Sheet("Inappropriate cases and the limits of chance", ("A",), [(1,)])
    assert load_workbook(io.BytesIO(write_workbook([sheet]))).sheetnames == ["Inappropriate cases and the"]


def test_a_day_and_a_share_are_written_as_such_and_not_as_words():
    sheet = Sheet("Agreement", ("Signed", "Alpha"), [(date(2026, 2, 14), 0.43)])
    cells = load_workbook(io.BytesIO(write_workbook([sheet]))).worksheets[0][2]
    assert [cell.data_type for cell in cells] == ["d", "n"]
