"""Workbooks that show a reader other rows than Excel does, or sheets that begin with what no extract begins with."""

import struct
from random import Random

import pytest

from scrutiny_app.files.reading_package import DAMAGED, ODD
from tests.unit.files.hostile_parts import ROW
from tests.unit.files.reading_files import cells, chunks, refusal
from tests.unit.files.test_reading_types import styled
from tests.unit.files.workbooks import HEADINGS, cell, heading_row, packed, parts, sheet, workbook

PAGE = sheet(heading_row() + ROW)
OTHERS = heading_row() + f'<row r="2">{cell("A2", "42NM/2/26")}</row>'
FAR_TOO_MUCH = "far longer rows, or far more blank ones"


def first_case(data):
    return [row.cells[0] for chunk in chunks(data) for row in chunk.rejected]


def many_sheets(row):
    """Pack a dozen sheets of one row, in a file large enough for its parts."""
    return packed({**parts(*[sheet(f'<row r="1">{row}</row>')] * 12), "xl/media/noise": Random(1).randbytes(2**21)})


def wide(of_cell):
    letters = [first + second for first in " ABCDEFGHIJKLMNOPQR" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    return "".join(of_cell(f"{column.strip()}1") for column in letters)


@pytest.mark.parametrize(
    "row",
    [
        cell("A1", "z" * (15 * 2**20)),
        wide(lambda place: cell(place, "abc " * 7500)),
        wide(lambda place: f'<c r="{place}"><v>{"0" * 30_000}1</v></c>'),
    ],
    ids=["one cell", "words", "numbers"],
)
def test_many_sheets_that_begin_with_headings_of_fifteen_megabytes_are_refused_for_that(row):
    assert FAR_TOO_MUCH in refusal(many_sheets(row))


def test_a_few_cases_above_a_million_blank_rows_are_still_read():
    blank = "".join(f'<row r="{number}"><c r="A{number}"/></row>' for number in range(3, 1_000_000))
    assert first_case(workbook(ROW + blank)) == ["x"]


@pytest.mark.parametrize("number", ["-5", "2.5", "+3", "", "two", "\u0662"])
def test_a_row_whose_number_is_none_is_refused_rather_than_numbered_anew(number):
    assert refusal(workbook(f'<row r="{number}">{cell("A2", "x")}</row>')) == ODD


@pytest.mark.parametrize("number", ["0", "1", "1048577", "99999999999"])
def test_a_row_whose_number_no_sheet_has_is_refused(number):
    assert "do not stand in order" in refusal(workbook(f'<row r="{number}">{cell("A2", "x")}</row>'))


@pytest.mark.parametrize(
    "decoy",
    [
        f"<!--<sheetData>{OTHERS}</sheetData>-->",
        f"<!-- > --><!-- > <sheetData>{OTHERS}</sheetData>-->",
        f"<![CDATA[<sheetData>{OTHERS}</sheetData>]]>",
        f"<?x <sheetData>{OTHERS}</sheetData>?>",
        "<e:sheetData>" + OTHERS.replace("<", "<e:").replace("<e:/", "</e:") + "</e:sheetData>",
        f"<sheetData>{OTHERS}</sheetData>",
    ],
)
def test_rows_that_excel_does_not_show_are_never_taken_for_the_rows(decoy):
    page = PAGE.replace("<worksheet ", '<worksheet xmlns:e="urn:x" ').replace("<sheetData>", f"{decoy}<sheetData>")
    assert refusal(packed(parts(page))) == ODD


def test_a_comment_before_the_rows_is_let_be():
    page = PAGE.replace("<sheetData>", "<!-- made > by hand --><sheetData>")
    assert first_case(packed(parts(page))) == ["x"]


@pytest.mark.parametrize(
    "before", ["<!-- </sheetData> -->", "<![CDATA[</sheetData>]]>", '<row r="3"/><!--</sheetData>-->']
)
def test_an_end_of_the_rows_that_is_none_loses_no_row(before):
    rows = f'{ROW}{before}<row r="4">{cell("A4", "more")}</row>'
    assert refusal(workbook(rows)) in (DAMAGED, ODD)


@pytest.mark.parametrize(
    "target", ["_rels/workbook.xml.rels", "workbook.xml", "../[Content_Types].xml", "../_rels/.rels"]
)
def test_a_sheet_that_is_said_to_be_the_list_of_parts_itself_is_refused(target):
    contents = parts(PAGE)
    related = "xl/_rels/workbook.xml.rels"
    contents[related] = contents[related].replace("worksheets/sheet1.xml", target)
    assert refusal(packed(contents)) in (DAMAGED, ODD)


def large(data, *, junk=0, size=None):
    """Give a package its end anew in the form for large ones, with so many entries of nothing in its directory."""
    end = data.rfind(b"PK\x05\x06")
    count, length, start = struct.unpack("<HII", data[end + 10 : end + 20])
    directory = data[start : start + length] + (b"PK\x01\x02" + bytes(42)) * junk
    said = len(directory) if size is None else size
    anew = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, said, start)
    where = struct.pack("<4sIQI", b"PK\x06\x07", 0, start + len(directory), 1)
    small = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, 500 if junk else 2**32 - 1, 2**32 - 1, 0)
    return data[:start] + directory + anew + where + small


def test_a_package_in_the_form_for_large_ones_is_read():
    assert first_case(large(workbook(ROW))) == ["x"]


def test_a_long_directory_is_refused_though_its_other_end_says_that_it_is_short():
    assert "far more parts" in refusal(large(workbook(ROW), junk=100_000))


@pytest.mark.parametrize("size", [0, 1, 2**20 - 1, 2**40, 2**64 - 1])
def test_a_directory_whose_large_form_lies_about_its_length_is_refused(size):
    assert refusal(large(workbook(ROW), size=size))


@pytest.mark.parametrize("number", ["2958466", "1e308", "99999999999999999999", "-1", "NaN", "inf", "-700000"])
def test_a_day_that_no_calendar_has_is_no_day(number):
    column = HEADINGS.index("Offence date") + 1
    place = ("" if column <= 26 else "A") + chr(64 + (column - 1) % 26 + 1) + "2"
    row = f'<row r="2">{cell("A2", "x")}<c r="{place}" s="1"><v>{number}</v></c></row>'
    problems = [found for chunk in chunks(styled(heading_row() + row)) for found in chunk.problems]
    assert "Offence date" in {found.column for found in problems}


@pytest.mark.parametrize("number", ["-1e308", "-1e18"])
def test_a_day_before_all_reckoning_is_refused(number):
    assert refusal(styled(f'{heading_row()}<row r="2"><c r="A2" s="1"><v>{number}</v></c></row>')) == DAMAGED


def test_the_last_day_of_the_calendar_is_read_as_it_is():
    (_, row), *_ = cells(styled('<row r="1"><c r="A1" s="1"><v>2958465</v></c></row>'))
    assert str(row[0]) == "9999-12-31"
