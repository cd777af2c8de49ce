from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.cells import MERGED_CELL
from scrutiny_app.domain.faults import Fault
from scrutiny_app.files.reading import FACET_NAMES
from tests.extracts import as_written
from tests.making import record
from tests.unit.files.reading_files import cells, chunks, looked, refusal
from tests.unit.files.workbooks import HEADINGS, cell, heading_row, packed, parts, sheet, workbook

VICTIMS = [field.name for field in FIELDS if field.name.startswith("victim_")]


def good(number, **changes):
    whole = record(case_number=f"NM/{number}/26") | changes
    return [as_written(field, whole[field.name]) for field in FIELDS]


def book(*rows, above=()):
    made = Workbook()
    for row in (*above, HEADINGS, *rows):
        made.active.append(row)
    return made


def saved(made):
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def noted(chunk, fault):
    return [(note.row, note.column) for note in chunk.notes if note.code == fault]


def test_rows_become_cases_and_keep_the_numbers_that_excel_shows():
    made = book(good(1), [], good(2), above=[["Out of court resolutions"], []])
    (chunk,) = chunks(saved(made))
    assert [(case.row, case.case_number) for case in chunk.cases] == [(4, "NM/1/26"), (6, "NM/2/26")]
    assert (chunk.number, chunk.first_row, chunk.last_row, chunk.total, chunk.share) == (0, 4, 6, 2, 1.0)


def test_a_hidden_row_is_dropped_listed_and_counts_in_no_total():
    made = book(good(1), good(2), good(3))
    made.active.row_dimensions[3].hidden = True
    (chunk,) = chunks(saved(made))
    assert [case.case_number for case in chunk.cases] == ["NM/1/26", "NM/3/26"]
    assert chunk.total == 2
    assert noted(chunk, Fault.HIDDEN_ROW) == [(3, "the whole row")]


def test_a_hidden_column_is_dropped_and_listed():
    made = book(good(1, area="Secret"))
    made.active.column_dimensions["D"].hidden = True
    data = saved(made)
    (chunk,) = chunks(data)
    assert b"Secret" not in bytes(chunk.cases[0].record)
    assert chunk.cases[0].facets[FACET_NAMES.index("area")] is None
    assert noted(chunk, Fault.HIDDEN_COLUMN) == [(1, "Area")]
    assert "Area" not in [column.heading for column in looked(data).cases.columns]


def test_every_cell_of_a_merged_area_is_broken():
    made = book(good(1), good(2), good(3))
    made.active.merge_cells("D2:D3")
    (chunk,) = chunks(saved(made))
    assert [row.row for row in chunk.rejected] == [2, 3]
    assert chunk.rejected[0].cells[3] == MERGED_CELL
    assert {problem.found for problem in chunk.problems} == {"part of merged cells"}


def test_a_merged_title_above_the_headings_breaks_nothing():
    made = book(good(1), above=[["Out of court resolutions"]])
    made.active.merge_cells("A1:H1")
    (chunk,) = chunks(saved(made))
    assert len(chunk.cases) == 1


def test_a_comment_is_dropped_and_listed_with_its_row():
    made = book(good(1))
    made.active["D2"].comment = Comment("see the other file", "x")
    (chunk,) = chunks(saved(made))
    assert noted(chunk, Fault.COMMENT) == [(2, "Area")]
    assert b"see the other" not in bytes(chunk.cases[0].record)


def test_the_sheet_with_the_headings_is_read_and_the_others_are_listed():
    cover, hidden = sheet(f'<row r="1">{cell("A1", "Notes for the reader")}</row>'), sheet(heading_row())
    wanted = sheet(heading_row() + f'<row r="2">{cell("A2", "x")}</row>')
    data = packed(parts(hidden, cover, wanted, cover, states=("hidden", "visible", "visible", "veryHidden")))
    seen = looked(data)
    assert seen.cases.name == "Sheet3"
    assert [said.split("”")[0] for said in seen.left_out] == [
        "The sheet “Sheet1",
        "The sheet “Sheet4",
        "The sheet “Sheet2",
    ]
    (chunk,) = chunks(data)
    assert sorted(noted(chunk, Fault.UNREAD_SHEET)) == [(1, f"sheet “Sheet{n}”") for n in (1, 2, 4)]


def test_a_column_that_is_not_mapped_is_listed_and_not_loaded():
    made = book([*good(1), "secret"])
    made.active.cell(1, len(HEADINGS) + 1, "Intelligence")
    (chunk,) = chunks(saved(made))
    assert noted(chunk, Fault.NOT_LOADED) == [(1, "Intelligence")]
    assert b"secret" not in bytes(chunk.cases[0].record)


def test_values_beyond_the_last_heading_are_listed():
    (chunk,) = chunks(saved(book([*good(1), "stray"])))
    assert noted(chunk, Fault.NOT_LOADED) == [(1, "columns beyond the last heading")]


@pytest.mark.parametrize("data", [packed(parts(sheet(""))), packed(parts(sheet("<row r='1'/>")))])
def test_a_workbook_without_rows_is_refused(data):
    assert "no visible sheet with rows" in refusal(data)


def test_a_sheet_of_people_joins_the_cases():
    made = book(good(1, **dict.fromkeys(VICTIMS)), good(2))
    people = made.create_sheet("Parties")
    people.append(["Case number", "Role", "Name", "Date of birth"])
    people.append(["NM/1/26", "Victim", "Ash, Mary", date(1990, 1, 2)])
    people.append(["NM/1/26", "Witness", "Birch, Tom", None])
    people.append(["NM/9/26", "Victim", "Nobody, Ned", None])
    data = saved(made)
    assert looked(data).parties.name == "Parties"
    (chunk,) = chunks(data)
    assert b'"victim_1_name":"Ash, Mary"' in bytes(chunk.cases[0].record)
    assert b"Birch, Tom" in bytes(chunk.cases[0].record)
    assert b"Birch, Tom" not in bytes(chunk.cases[1].record)
    assert noted(chunk, Fault.PARTY_WITHOUT_CASE) == [(4, "People: Case number")]


def test_a_person_who_cannot_be_read_makes_the_case_wait():
    made = book(good(1), good(2))
    people = made.create_sheet("Parties")
    people.append(["Case number", "Role", "Name"])
    people.append(["NM/1/26", "Bystander of sorts", "Ash, Mary"])
    chunk, given_back = chunks(saved(made))
    assert [case.case_number for case in chunk.cases] == ["NM/2/26"]
    assert {problem.row for problem in chunk.problems} == {2}
    assert [row.row for row in chunk.rejected] == [2]
    assert [row.cells for row in given_back.rejected] == [
        ["Case number", "Role", "Name"],
        ["NM/1/26", "Bystander of sorts", "Ash, Mary"],
    ]


def test_rows_are_read_whole_wherever_a_piece_ends(monkeypatch):
    data = workbook("".join(f'<row r="{n}">{cell(f"A{n}", f"x{n}")}</row>' for n in range(2, 60)))
    for block in (64, 100, 333):
        monkeypatch.setattr("scrutiny_app.files.reading_pieces.BLOCK", block)
        assert [(number, row[0]) for number, row in cells(data)][1:] == [(n, f"x{n}") for n in range(2, 60)]


def test_what_is_hidden_or_said_in_a_comment_is_told_before_anything_is_loaded():
    made = book(good(1), good(2), good(3))
    made.active.row_dimensions[3].hidden = True
    made.active.column_dimensions["D"].hidden = True
    made.active["A2"].comment = Comment("Look here.", "somebody")
    assert looked(saved(made)).left_out == (
        "The column “Area” is hidden, and is not read.",
        "1 hidden row is not read.",
        "1 comment is not read.",
    )
