from random import Random

import pytest

from scrutiny_app.files import reading_pieces
from scrutiny_app.files.reading_package import DAMAGED
from tests.unit.files.hostile_parts import ROW, STRINGS, parts_with_strings, with_big_part
from tests.unit.files.reading_files import cells, chunks, refusal
from tests.unit.files.test_reading_types import styled
from tests.unit.files.workbooks import cell, heading_row, packed, parts, sheet, workbook


@pytest.mark.parametrize("place", ["XFD1048576", "XFD2", "ZZ1048576"])
def test_a_cell_in_the_far_corner_of_a_sheet_exhausts_nothing(place):
    row = "".join(filter(str.isdigit, place))
    far = f'<row r="{row}">{cell(place, "x")}</row>'
    assert len(packed(parts(sheet(far)))) < 2000
    assert "more than 500 columns" in refusal(workbook(far))


def test_a_cell_far_below_is_only_a_row():
    far = f'<row r="2">{cell("A2", "x")}</row><row r="1048576">{cell("SF1048576", "x")}</row>'
    assert [number for number, _ in cells(workbook(far))] == [1, 2, 1048576]


@pytest.mark.parametrize("empty", ['<row r="{}"/>', '<row r="{}"></row>', "<row/>", '<row r="{0}"><c r="A{0}"/></row>'])
def test_a_million_empty_rows_are_no_rows(empty):
    data = workbook("".join(empty.format(number) for number in range(2, 1_000_002)))
    assert "no rows" in refusal(data)


@pytest.mark.parametrize(
    "blank", ['<row r="{}"/>', "<row/>", '<row r="{}"><c t="inlineStr"><is><t></t></is></c></row>']
)
@pytest.mark.parametrize("last", ["<v>1</v>", "<is><t><![CDATA[x]]></t></is>", "<is><r><t>x</t></r></is>"])
def test_a_row_among_thousands_of_blank_ones_is_found_where_it_stands(monkeypatch, blank, last):
    monkeypatch.setattr(reading_pieces, "BLOCK", 4096)
    kind = ' t="inlineStr"' if "<is>" in last else ""
    before = "".join(blank.format(number) for number in range(2, 3000))
    after = "".join(blank.format(number) for number in range(3001, 5000))
    rows = cells(workbook(f'{before}<row r="3000"><c{kind}>{last}</c></row>{after}<row><c><v>2</v></c></row>'))
    assert [number for number, _ in rows] == [1, 3000, 5000]


def test_a_sheet_full_of_formulas_is_refused():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>1</f></c></row>' for n in range(2, 200_010))
    assert "full of formulas" in refusal(workbook(rows))


def test_a_sheet_full_of_merged_cells_is_refused():
    merged = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(2, 30_000))
    page = sheet(heading_row() + ROW).replace("</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>")
    assert "full of merged cells" in refusal(packed(parts(page)))


def test_areas_merged_over_each_other_are_refused():
    merged = "".join(f'<mergeCell ref="A{n}:B{n + 20_000}"/>' for n in range(2, 602))
    page = sheet(heading_row() + ROW).replace("</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>")
    assert "lie over each other" in refusal(packed(parts(page)))


def test_an_area_merged_over_the_whole_sheet_costs_nothing():
    merged = '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    page = sheet(heading_row() + ROW).replace("</sheetData>", f"</sheetData>{merged}")
    (chunk,) = chunks(packed(parts(page)))
    assert chunk.total == len(chunk.cases) == 0
    assert [note.row for note in chunk.notes if "heading over the rows" in note.found] == [
        2
    ]  # told, and not lost unsaid


def test_a_sheet_wider_than_any_extract_is_refused():
    assert "more than 500 columns" in refusal(workbook(f'<row r="2">{cell("AAA2", "x")}</row>'))


@pytest.mark.parametrize("apart", [1, 1999])
def test_a_few_cells_far_apart_exhaust_nothing(apart):
    numbers = range(2, 1_048_576, apart) if apart > 1 else range(2, 40_000)
    far = "".join(f'<row r="{n}"><c r="SF{n}"><v>1</v></c></row>' for n in numbers)
    near = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="SF{n}"><v>1</v></c></row>' for n in numbers)
    assert "blank cells" in refusal(workbook(near if apart > 1 else far))


def test_formulas_that_do_not_say_their_place_are_counted_no_further_than_a_sheet_is_wide():
    assert "more than 500 columns" in refusal(workbook(f'<row r="2">{"<c><f>1</f></c>" * 30_000}</row>'))


def test_ten_million_cells_in_a_row_are_refused():
    data = with_big_part(
        "xl/worksheets/sheet1.xml",
        [sheet("").partition("</sheetData>")[0].encode() + b'<row r="1">', *[b"<c><v>1</v></c>" * 100_000] * 100],
    )
    assert refusal(data)


def test_a_row_without_an_end_is_refused():
    start = sheet("").partition("</sheetData>")[0].encode() + b'<row r="1"><c t="inlineStr"><is><t>'
    noise = bytes(range(32, 60)) + bytes(range(63, 127))
    data = with_big_part("xl/worksheets/sheet1.xml", [start, *[noise.replace(b"<", b"") * 20_000] * 25])
    assert refusal(data)


@pytest.mark.parametrize("number", ["1", "-1", "0_0", "99999999999", "9" * 4000, "9" * 5000, "x"])
def test_a_shared_string_that_is_not_there_is_refused(number):
    row = f'<row r="2"><c r="A2" t="s"><v>{number}</v></c></row>'
    data = styled(heading_row() + row, strings="<si><t>only</t></si>")
    assert "damaged" in refusal(data)


def test_strings_that_are_said_to_be_a_hundred_million_cost_what_they_are():
    contents = parts_with_strings()
    contents[STRINGS] = contents[STRINGS].replace('count="9"', 'count="100000000" uniqueCount="100000000"')
    assert refusal(packed(contents)) == ""


def test_a_text_of_a_million_runs_is_refused_as_longer_than_excel_can_hold():
    row = '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'
    data = styled(heading_row() + row, strings=f"<si>{'<r><t>x</t></r>' * 1_000_000}</si>")
    assert "a text longer than Excel can hold" in refusal(data)


def test_many_sheets_that_begin_with_far_too_long_a_row_are_refused_for_that():
    long = sheet(f'<row r="2"><c r="A2" t="inlineStr"><is><t>{"z " * 9_000_000}</t></is></c></row>')
    noise = Random(1).randbytes(6 * 2**20)  # so that the file is large enough for its parts
    assert "a row longer than Excel can hold" in refusal(packed({**parts(*[long] * 12), "xl/media/noise": noise}))


def test_rich_text_nested_without_end_exhausts_nothing():
    contents = parts_with_strings()
    deep = "<r>" * 200_000 + "<t>x</t>" + "</r>" * 200_000
    contents[STRINGS] = contents[STRINGS].replace("<si><t>x</t></si>", f"<si>{deep}</si>")
    assert refusal(packed(contents)) in ("", DAMAGED)


def test_a_million_number_formats_are_refused():
    contents = parts_with_strings()
    many = "<cellXfs>" + '<xf numFmtId="0"/>' * 1_000_000 + "</cellXfs>"
    contents["xl/styles.xml"] = f"<styleSheet>{many}</styleSheet>"
    assert "styles" in refusal(packed(contents))


def test_a_cell_with_a_hundred_thousand_attributes_exhausts_nothing():
    many = "".join(f' a{n}="1"' for n in range(100_000))
    assert refusal(workbook(f'<row r="2"><c{many} r="A2"><v>1</v></c></row>')) is not None


@pytest.mark.parametrize("rows", ['<row r="3"/><row r="2"/>', '<row r="2"/><row r="2"/>', '<row r="1048577"/>'])
def test_rows_out_of_order_are_refused(rows):
    assert "do not stand in order" in refusal(workbook(rows))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c r="A2" t="zz"><v>1</v></c></row>',
        '<row r="2"><c r="A2" t="inlineStr"><is><t>&bogus;</t></is></c></row>',
        '<row r="2"><c r="A2"><v>1</v></row>',
    ],
)
def test_a_piece_that_does_not_hold_together_is_refused(rows):
    assert "damaged" in refusal(workbook(rows))


@pytest.mark.parametrize("rows", ["<c><v>1</v></c>", "words", "<rows/>", "<!-- x -->"])
def test_a_sheet_that_holds_something_else_than_rows_is_refused(rows):
    page = sheet(rows)
    assert "save it anew" in refusal(packed(parts(page)))


def test_a_formula_out_of_its_place_is_refused_rather_than_missed():
    assert "save it anew" in refusal(workbook('<row r="2"><c r="A2"><v>1</v><f>1</f></c></row>'))
