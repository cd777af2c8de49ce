import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files import reading
from scrutiny_app.files.reading import read_extract
from tests.unit.files.workbooks import HEADINGS, cell, workbook

HEADING_LINE = ",".join(f'"{heading}"' for heading in HEADINGS)


def line(first, *, separator=","):
    return separator.join([first, *("" for _ in HEADINGS[1:])])


def refusal(name, data):
    with pytest.raises(Refused) as refused:
        list(read_extract(name, data).rows)
    return refused.value.message


def first_cells(data):
    return [(number, cells[0]) for number, cells in read_extract("cases.csv", data).rows]


def test_csv_gives_headings_and_numbered_rows_without_the_blank_ones():
    data = f"{HEADING_LINE}\r\n{line('A')}\r\n\r\n{line('')}\r\n{line('B')}\r\n".encode()
    table = read_extract("Cases.CSV", data)
    assert table.headings == HEADINGS
    assert [(number, cells[0]) for number, cells in table.rows] == [(2, "A"), (5, "B")]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_the_one_that_makes_the_headings(separator):
    headings = separator.join(f'"{heading}"' for heading in HEADINGS)
    data = f"{headings}\n{line('A', separator=separator)}\n".encode()
    assert read_extract("cases.csv", data).headings == HEADINGS
    assert first_cells(data) == [(2, "A")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_are_decoded_as_they_were_written(encoding):
    data = f"{HEADING_LINE}\n{line('Siân O’Neill')}\n".encode(encoding)
    assert first_cells(data) == [(2, "Siân O’Neill")]


def test_a_line_in_another_encoding_than_the_rest_is_named():
    data = f"{HEADING_LINE}\n{line('Siân')}\n".encode() + f"{line('Siân')}\n".encode("cp1252")
    assert refusal("cases.csv", data).startswith("Line 3 is not in UTF-8")


@pytest.mark.parametrize("bad", [b"\x81", b"\x9d"])
def test_a_line_in_no_known_encoding_is_named(bad):
    assert refusal("cases.csv", HEADING_LINE.encode() + b"\n" + bad).startswith("Line 2 holds characters")


def test_a_null_character_is_refused_with_its_line():
    assert refusal("cases.csv", f"{HEADING_LINE}\nA\0".encode()).startswith("Line 2 holds a null character")


@pytest.mark.parametrize("ragged", ["A,B", line("A") + ",extra"])
def test_a_row_of_another_width_is_refused_with_its_line(ragged):
    said = refusal("cases.csv", f"{HEADING_LINE}\n{line('A')}\n{ragged}\n".encode())
    assert said.startswith("Line 3 has ")
    assert f"the headings have {len(HEADINGS)}" in said


def test_a_line_break_inside_quotation_marks_belongs_to_its_cell():
    quoted = line('"one\ntwo"')
    assert first_cells(f"{HEADING_LINE}\n{quoted}\n{line('B')}\n".encode()) == [(2, "one\ntwo"), (3, "B")]


@pytest.mark.parametrize("broken", ['"never closed', '"closed"then more', "x" * 200_000])
def test_a_line_that_cannot_be_read_is_named(broken):
    assert refusal("cases.csv", f"{HEADING_LINE}\n{line(broken)}\n".encode()).startswith("Line ")


def test_old_line_ends_are_read_too():
    assert first_cells(f"{HEADING_LINE}\r{line('A')}\r".encode()) == [(2, "A")]


@pytest.mark.parametrize("data", [b"\n\n", b" , \n"])
def test_a_file_without_rows_is_refused(data):
    assert refusal("cases.csv", data).startswith("The file holds no rows")


def test_an_empty_file_is_refused():
    assert refusal("cases.csv", b"").startswith("The file is empty")


@pytest.mark.parametrize("name", ["cases.xls", "cases.xlsm", "cases", "cases.csv.exe", ""])
def test_a_name_that_is_neither_is_refused(name):
    assert refusal(name, b"a,b\n").startswith("Only .xlsx and .csv files are read")


@pytest.mark.parametrize("start", [b"%PDF-1.7", b"MZ\x90", b"\x7fELF", b"\x1f\x8b", b"  <html>", b"{\\rtf1"])
@pytest.mark.parametrize("name", ["cases.csv", "cases.xlsx"])
def test_another_kind_of_file_under_a_good_name_is_refused(name, start):
    assert "not an extract" in refusal(name, start + b"\n")


def test_a_protected_or_old_workbook_is_refused():
    assert "password" in refusal("cases.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))


def test_a_workbook_called_csv_and_csv_called_a_workbook_are_refused():
    assert "ends in .csv" in refusal("cases.csv", workbook(f"<row>{cell('A2', 'x')}</row>"))
    assert "ends in .xlsx" in refusal("cases.xlsx", b"a,b\n")


def test_a_file_over_the_limit_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    assert "is larger than" in refusal("cases.csv", b"a,b\n" * 3)


def test_more_columns_than_any_extract_has_are_refused():
    assert "more than 500 columns" in refusal("cases.csv", b"," * 600 + b"x\n")
