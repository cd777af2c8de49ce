import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_app.domain.errors import Refused
from tests.unit.files.reading_files import cells, chunks, looked, refusal
from tests.unit.files.test_reading_types import styled
from tests.unit.files.workbooks import RELATION, cell, heading_row, packed, parts, sheet, workbook

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
ROW = f'<row r="2">{cell("A2", "x")}</row>'
MEGABYTE = 2**20


def with_part(name, content="x", **others):
    return packed({**parts(sheet(heading_row() + ROW)), name: content, **others})


def with_big_part(name, pieces):
    """Pack a workbook whose part of that name is given piece by piece, so that a test needs little memory."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for other, content in parts(sheet(heading_row() + ROW)).items():
            if other != name:
                package.writestr(other, content)
        with package.open(name, "w", force_zip64=True) as part:
            for piece in pieces:
                part.write(piece)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("xl/vbaProject.bin", "macros"),
        ("xl/macrosheets/sheet1.xml", "macros"),
        ("xl/embeddings/oleObject1.bin", "embedded files"),
        ("xl/activeX/activeX1.xml", "active controls"),
        ("xl/externalLinks/externalLink1.xml", "links to other files"),
        ("xl/connections.xml", "links to other data"),
    ],
)
def test_a_workbook_with_more_than_cells_is_refused(name, holds):
    assert f"holds {holds}" in refusal(with_part(name))


def test_macros_under_the_name_of_a_plain_workbook_are_refused():
    kind = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    assert "holds macros" in refusal(with_part("[Content_Types].xml", kind))


@pytest.mark.parametrize(
    "formula", ["cmd|'/c calc'!A1", 'cmd|"/c calc"!A1', "DDE(&quot;cmd&quot;;&quot;a&quot;)|x!y", "MSEXCEL|'\\x'!''"]
)
def test_a_formula_that_starts_another_program_is_refused(formula):
    row = f'<row r="2"><c r="A2"><f>{formula}</f><v>1</v></c></row>'
    assert "start other programs" in refusal(workbook(row))


def test_a_formula_with_a_bar_in_its_words_is_a_formula_like_any_other():
    row = '<row r="2"><c r="A2"><f>Sheet1!A1&amp;"a|b"</f><v>1</v></c></row>'
    assert refusal(workbook(row)) == ""


@pytest.mark.parametrize("kind", ["externalLinkPath", "oleObject", "attachedTemplate", "image", "worksheet"])
def test_a_link_to_something_outside_is_refused(kind):
    link = f'<Relationship Id="rId9" Type="{RELATION}/{kind}" Target="http://example.org/x" TargetMode="External"/>'
    related = f"<Relationships>{link}</Relationships>"
    assert "links to other files" in refusal(with_part("xl/worksheets/_rels/sheet1.xml.rels", related))


def test_a_link_that_a_reader_may_click_on_is_let_be():
    link = f'<Relationship Id="r" Type="{RELATION}/hyperlink" Target="mailto:a@example.org" TargetMode="External"/>'
    assert refusal(with_part("xl/worksheets/_rels/sheet1.xml.rels", f"<Relationships>{link}</Relationships>")) == ""


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/etc/evil.xml", "xl/../../evil", "xl\\..\\..\\evil.xml", "C:/x.xml", "xl/a\u202eb.xml"]
)
def test_a_part_with_a_path_out_of_the_package_or_a_name_that_lies_is_refused(name):
    assert "damaged" in refusal(with_part(name, "<x/>"))


def test_a_part_that_is_a_link_is_refused():
    file = io.BytesIO(workbook(""))
    with zipfile.ZipFile(file, "a") as package:
        link = zipfile.ZipInfo("xl/media/image1")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")
    assert "damaged" in refusal(file.getvalue())


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml"])
def test_a_part_that_is_there_twice_is_refused(name):
    file = io.BytesIO(workbook(ROW))
    with zipfile.ZipFile(file, "a") as package:
        package.writestr(name, sheet(heading_row()))
    assert "damaged" in refusal(file.getvalue())


STRINGS = "xl/sharedStrings.xml"
PARTS = ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels", "docProps/core.xml", "[Content_Types].xml"]


@pytest.mark.parametrize("part", [*PARTS, STRINGS, "xl/styles.xml", "xl/comments1.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("before", ["", "<!-- <a> -->", f"<!-- {'x' * 70_000} -->", "<?pi x?>"])
def test_a_document_type_in_any_part_is_refused(part, before):
    contents = {"docProps/core.xml": "<x/>", "xl/comments1.xml": "<comments/>", **_parts_with_strings()}
    declaration, _, rest = contents[part].rpartition("?>")
    said = refusal(packed({**contents, part: f"{declaration}{'?>' if declaration else ''}{before}{DOCTYPE}{rest}"}))
    assert "document type" in said or "damaged" in said


def _parts_with_strings():
    with zipfile.ZipFile(io.BytesIO(styled(heading_row() + ROW, strings="<si><t>x</t></si>"))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-7", "cp037"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_document_type_hidden_by_its_encoding_is_refused(encoding, part):
    contents = {name: content.encode() for name, content in parts(sheet(heading_row())).items()}
    contents[part] = (f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE}<x/>').encode(encoding)
    said = refusal(packed(contents))
    assert "damaged" in said or "document type" in said


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused():
    data = with_part("xl/media/a", "a" * 40_000_000)
    assert "unpack to far more" in refusal(data)


def test_a_sheet_that_unpacks_to_three_hundred_megabytes_is_refused():
    data = with_big_part("xl/worksheets/sheet1.xml", (b" " * MEGABYTE for _ in range(314)))
    assert len(data) < 2 * MEGABYTE
    assert "unpack to far more" in refusal(data)


def test_ten_gigabytes_said_or_meant_are_refused():
    file = io.BytesIO(workbook(ROW))
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("xl/media/a", b"a")
    data = bytearray(file.getvalue())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 0xFFFFFFF0)
    assert "unpack to far more" in refusal(bytes(data))


def test_ten_gigabytes_behind_a_small_size_exhaust_nothing():
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = deflate.compress(b" " * MEGABYTE) + deflate.flush(zlib.Z_FULL_FLUSH)
    once = deflate.compress(b" " * MEGABYTE) + deflate.flush(zlib.Z_FULL_FLUSH)
    stream = body + once * 10_000 + deflate.flush()
    plain = packed(parts(sheet(heading_row() + ROW)))
    with zipfile.ZipFile(io.BytesIO(plain)) as package:
        others = {name: package.read(name) for name in package.namelist() if "sheet1" not in name}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in others.items():
            package.writestr(name, content)
        package.writestr("xl/worksheets/sheet1.xml", stream)
    data = bytearray(file.getvalue())
    for magic, method_at, size_at in ((b"PK\x03\x04", 8, 22), (b"PK\x01\x02", 10, 24)):
        at = data.rindex(magic)
        data[at + method_at : at + method_at + 2] = struct.pack("<H", 8)
        data[at + size_at : at + size_at + 4] = struct.pack("<I", 5000)
    assert refusal(bytes(data))


def test_a_directory_that_lies_about_sizes_exhausts_nothing():
    content = sheet(heading_row() + f'<row r="2">{cell("A2", "a" * 60_000_000)}</row>')
    honest = packed(parts(content))
    assert refusal(honest.replace(struct.pack("<I", len(content)), struct.pack("<I", 2000)))


def test_a_directory_of_a_million_parts_is_refused_before_it_is_read():
    data = bytearray(workbook(""))
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", 50_000_000)
    assert "far more parts" in refusal(bytes(data))


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


def test_thousands_of_sheets_are_refused():
    assert "unpack to far more" in refusal(packed(parts(*(sheet("") for _ in range(1100)))))
    contents = parts(sheet(heading_row()))
    many = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(40_000))
    contents["xl/workbook.xml"] = contents["xl/workbook.xml"].replace("<sheets>", f"<sheets>{many}")
    assert "more than 200 sheets" in refusal(packed(contents))


def test_a_sheet_whose_part_is_missing_or_is_another_sheets_is_refused():
    contents = parts(sheet(heading_row() + ROW), sheet(heading_row()))
    twice = contents["xl/_rels/workbook.xml.rels"].replace("sheet2.xml", "sheet1.xml")
    assert "damaged" in refusal(packed({**contents, "xl/_rels/workbook.xml.rels": twice}))
    del contents["xl/worksheets/sheet2.xml"]
    assert "damaged" in refusal(packed(contents))


def test_a_protected_package_is_refused():
    data = bytearray(workbook(""))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert "password" in refusal(bytes(data))


def test_a_part_packed_in_a_way_that_workbooks_never_are_is_refused():
    file = io.BytesIO(workbook(ROW))
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("xl/media/a", b"a" * 100, zipfile.ZIP_LZMA)
    assert "damaged" in refusal(file.getvalue())


@pytest.mark.parametrize("cut", [30, 200, 700, -30])
def test_a_cut_off_workbook_is_refused(cut):
    assert "damaged" in refusal(workbook(ROW)[:cut])


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("word/document.xml", "a Word document"),
        ("xl/workbook.bin", "a binary workbook"),
        ("content.xml", "an OpenDocument file"),
        ("notes.txt", "a zip of other files"),
    ],
)
def test_a_zip_of_something_else_is_called_what_it_is(part, kind):
    assert kind in refusal(packed({part: "<x/>"}))


def test_a_sheet_full_of_formulas_is_refused():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>1</f></c></row>' for n in range(2, 200_010))
    assert "full of formulas" in refusal(workbook(rows))


def test_a_sheet_full_of_merged_cells_is_refused():
    merged = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(2, 30_000))
    page = sheet(heading_row() + ROW).replace("</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>")
    assert "full of merged cells" in refusal(packed(parts(page)))


def test_an_area_merged_over_the_whole_sheet_costs_nothing():
    merged = '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    page = sheet(heading_row() + ROW).replace("</sheetData>", f"</sheetData>{merged}")
    (chunk,) = chunks(packed(parts(page)))
    assert chunk.total == len(chunk.rejected) == 1


def test_a_sheet_wider_than_any_extract_is_refused():
    assert "more than 500 columns" in refusal(workbook(f'<row r="2">{cell("AAA2", "x")}</row>'))


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


@pytest.mark.parametrize("number", ["1", "-1", "99999999999", "x", ""])
def test_a_shared_string_that_is_not_there_is_refused(number):
    row = f'<row r="2"><c r="A2" t="s"><v>{number}</v></c></row>'
    data = styled(heading_row() + row, strings="<si><t>only</t></si>")
    assert "damaged" in refusal(data) or number == ""


def test_strings_that_are_said_to_be_a_hundred_million_cost_what_they_are():
    data = styled(heading_row() + ROW, strings="<si><t>only</t></si>").replace(b'count="9"', b'count="9"')
    contents = _parts_with_strings()
    contents[STRINGS] = contents[STRINGS].replace('count="9"', 'count="100000000" uniqueCount="100000000"')
    assert data
    assert refusal(packed(contents)) == ""


def test_rich_text_nested_without_end_exhausts_nothing():
    contents = _parts_with_strings()
    deep = "<r>" * 200_000 + "<t>x</t>" + "</r>" * 200_000
    contents[STRINGS] = contents[STRINGS].replace("<si><t>x</t></si>", f"<si>{deep}</si>")
    assert refusal(packed(contents)) in ("",) or "damaged" in refusal(packed(contents))


def test_a_million_number_formats_are_refused():
    contents = _parts_with_strings()
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
        '<row r="2"><c r="A7"><v>1</v></c></row>',
        '<row r="2"><c r="A2" t="zz"><v>1</v></c></row>',
        '<row r="2"><c r="$A$2"><v>1</v></c></row>',
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


ODD = [b"<", b">", b"&", b"]]>", b"\0", b"<row>", b"</row>", b'"', b"\xff", b"<c/>", b""]
GOOD = styled(
    heading_row() + '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>46000</v></c></row>',
    strings="<si><t>one</t></si>",
)
UNPACKED = {name: zipfile.ZipFile(io.BytesIO(GOOD)).read(name) for name in zipfile.ZipFile(io.BytesIO(GOOD)).namelist()}


def read_or_refused(data, name="cases.xlsx"):
    try:
        return isinstance(looked(data, name).cases.rows, int)
    except Refused as refused:
        return bool(refused.message)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400), st.booleans())
def test_random_bytes_are_read_or_refused(data, as_zip):
    assert read_or_refused((b"PK\x03\x04" if as_zip else b"") + data)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.integers(0, 3))
def test_a_workbook_with_some_bytes_changed_is_read_or_refused(at, byte, more):
    assert read_or_refused(GOOD[:at] + bytes([byte]) * more + GOOD[at + 1 :])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(UNPACKED)), st.data())
def test_a_workbook_with_part_of_a_part_changed_is_read_or_refused(part, data):
    content = UNPACKED[part]
    at = data.draw(st.integers(0, len(content)))
    inserted = data.draw(
        st.sampled_from([b"<", b">", b"&", b"]]>", b"\0", b"<row>", b"</row>", b'"', b"\xff", b"<c/>", b""])
    )
    cut = data.draw(st.integers(0, 20))
    assert read_or_refused(packed({**UNPACKED, part: content[:at] + inserted + content[at + cut :]}))
