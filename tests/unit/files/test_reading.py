import csv
import io

import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading import held_incoming, look, open_incoming
from tests.extracts import extract
from tests.unit.files.reading_files import cells, chunks, looked, refusal
from tests.unit.files.workbooks import HEADINGS, cell, workbook

HEADING_LINE = ",".join(f'"{heading}"' for heading in HEADINGS)


def line(first, *, separator=","):
    return separator.join([first, *("" for _ in HEADINGS[1:])])


def first_cells(data):
    return [(number, row[0]) for number, row in cells(data, "cases.csv", headings_in=1)[1:]]


def said_of(data):
    return refusal(data, "cases.csv")


def test_csv_gives_headings_and_numbered_rows_without_the_blank_ones():
    data = f"{HEADING_LINE}\r\n{line('A')}\r\n\r\n{line('')}\r\n{line('B')}\r\n".encode()
    assert first_cells(data) == [(2, "A"), (5, "B")]
    assert [column.heading for column in looked(data, "Cases.CSV").cases.columns] == HEADINGS


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_that_makes_the_headings(separator):
    headings = separator.join(f'"{heading}"' for heading in HEADINGS)
    data = f"{headings}\n{line('Smith, John; and | others', separator=separator)}\n".encode()
    if separator in "Smith, John; and | others":
        data = data.replace(b"Smith, John; and | others", b'"Smith, John; and | others"')
    assert first_cells(data) == [(2, "Smith, John; and | others")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_are_decoded_as_they_were_written(encoding):
    data = f"{HEADING_LINE}\n{line('Siân O’Neill')}\n".encode(encoding)
    assert first_cells(data) == [(2, "Siân O’Neill")]


def test_names_are_decoded_wherever_a_block_of_the_file_ends(monkeypatch):
    data = (HEADING_LINE + "\n" + "".join(f"{line(f'Siân {n} ’')}\n" for n in range(20))).encode()
    for block in range(1, 9):
        monkeypatch.setattr("scrutiny_app.files.reading_csv_text.BLOCK", block)
        assert first_cells(data)[-1] == (21, "Siân 19 ’")


def test_a_line_in_another_encoding_than_the_rest_is_named():
    data = f"{HEADING_LINE}\n{line('Siân')}\n".encode() + f"{line('Siân')}\n".encode("cp1252")
    assert said_of(data).startswith("Line 3 is not in UTF-8")


@pytest.mark.parametrize("bad", [b"\x81", b"\x9d"])
def test_a_line_in_no_known_encoding_is_named(bad):
    assert said_of(HEADING_LINE.encode() + b"\n" + bad).startswith("Line 2 holds characters")


def test_a_null_character_is_refused_with_its_line():
    assert said_of(f"{HEADING_LINE}\nA\0".encode()).startswith("Line 2 holds a null character")


@pytest.mark.parametrize("ragged", ["A,B", line("A") + ",extra", line("A") + ","])
def test_a_row_of_another_width_is_refused_with_its_line(ragged):
    said = said_of(f"{HEADING_LINE}\n{line('A')}\n{ragged}\n".encode())
    assert said.startswith("Line 3 has ")
    assert f"the headings have {len(HEADINGS)}" in said


def test_the_line_named_is_that_of_the_file_though_a_cell_has_several():
    quoted = line('"one\ntwo"')
    assert said_of(f"{HEADING_LINE}\n{quoted}\nA,B\n".encode()).startswith("Line 4 has 2")


def test_a_line_break_inside_quotation_marks_belongs_to_its_cell():
    quoted = line('"one\ntwo"')
    assert first_cells(f"{HEADING_LINE}\n{quoted}\n{line('B')}\n".encode()) == [(2, "one\ntwo"), (3, "B")]


@pytest.mark.parametrize("broken", ['"never closed', '"closed"then more', "x" * 200_000])
def test_a_line_that_cannot_be_read_is_named(broken):
    assert said_of(f"{HEADING_LINE}\n{line(broken)}\n".encode()).startswith("Line 2 cannot be read")


def test_old_line_ends_are_read_too():
    assert first_cells(f"{HEADING_LINE}\r{line('A')}\r".encode()) == [(2, "A")]


def test_titles_may_stand_above_the_headings():
    data = f"Out of court\nPrinted on,1/1/2026\n\n{HEADING_LINE}\n{line('A')}\n".encode()
    seen = looked(data, "cases.csv").cases
    assert (seen.heading_row, seen.rows, seen.columns[0].heading) == (4, 1, HEADINGS[0])
    (chunk,) = chunks(data, "cases.csv")
    assert [row.row for row in chunk.rejected] == [5]


@pytest.mark.parametrize("data", [b"\n\n", b" , \n"])
def test_a_file_without_rows_is_refused(data):
    assert said_of(data).startswith("The file holds no rows")


def test_a_file_of_headings_alone_is_refused():
    assert said_of(HEADING_LINE.encode()).startswith("The file has headings but no rows")


def test_an_empty_file_is_refused():
    assert said_of(b"").startswith("The file is empty")


@pytest.mark.parametrize("name", ["cases.xls", "cases.xlsm", "cases", "cases.csv.exe", "", "cases\u202evsc.exe"])
def test_a_name_that_is_neither_is_refused(name):
    assert refusal(b"a,b\n", name).startswith("Only .xlsx and .csv files are read")


@pytest.mark.parametrize("name", ["cases.json", "cases.csv"])
def test_json_is_refused_and_how_to_make_a_table_of_it_is_said(name):
    assert "save that as CSV UTF-8" in refusal(b'[{"caseRef": "A/1"}]', name)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/cases.csv", "cases.csv"),
        ("/etc/cases.csv", "cases.csv"),
        ("C:\\Users\\x\\cases.csv", "cases.csv"),
        ("ca\r\nSet-Cookie: x\r\nses.csv", "caSet-Cookie: xses.csv"),
        ("ca\u202eses\u200b.csv", "cases.csv"),
    ],
)
def test_a_files_name_is_made_plain(name, plain):
    with held_incoming(name, [b"a"], 1) as file:
        assert file.name == plain


@pytest.mark.parametrize(
    "start",
    [b"%PDF-1.7", b"MZ\x90", b"\x7fELF", b"\x1f\x8b", b"  <html>", b"{\\rtf1", b"Rar!", b"\x89PNG", b"#!/bin/sh"],
)
@pytest.mark.parametrize("name", ["cases.csv", "cases.xlsx"])
def test_another_kind_of_file_under_a_good_name_is_refused(name, start):
    assert "not an extract" in refusal(start + b"\n", name)


def test_a_protected_or_old_workbook_is_refused():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    assert "Excel's old format" in refusal(ole)
    assert "protected by a password. Save" in refusal(ole + "EncryptedPackage".encode("utf-16-le"))


def test_a_workbook_called_csv_and_csv_called_a_workbook_are_refused():
    assert "ends in .csv" in refusal(workbook(f"<row>{cell('A2', 'x')}</row>"), "cases.csv")
    assert "ends in .xlsx" in refusal(b"a,b\n", "cases.xlsx")


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("scrutiny_app.files.reading_incoming.MOST_BYTES", 10)
    path = tmp_path / "cases.csv"
    path.write_bytes(b"a,b\n" * 3)
    with pytest.raises(Refused, match="is larger than"), open_incoming(path):
        pass


@pytest.mark.parametrize("path", ["missing.csv", "."])
def test_a_path_that_is_no_file_is_refused(tmp_path, path):
    with pytest.raises(Refused), open_incoming(tmp_path / path):
        pass


def test_more_columns_than_any_extract_has_are_refused():
    assert "more than 500 columns" in said_of(b"," * 600 + b"x\n")


def test_a_look_says_how_far_it_has_come():
    data = extract(*({} for _ in range(6000)))
    shares: list[float] = []
    with held_incoming("cases.csv", [data], len(data)) as file:
        assert look(file, progress=shares.append).cases.rows == 6000
    assert 0 < shares[0] <= 1


def written(rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def test_a_heading_over_two_columns_of_which_one_is_known_is_refused():
    twice = [[*HEADINGS, HEADINGS[0]], ["x"] * (len(HEADINGS) + 1)]
    assert "stands over several columns" in said_of(written(twice))
