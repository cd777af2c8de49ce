import io
import os
import struct
import zipfile
import zlib

import pytest

from tests.unit.files.hostile_parts import MEGABYTE, ROW, STRINGS, parts_with_strings, with_big_part, with_part
from tests.unit.files.reading_files import refusal
from tests.unit.files.workbooks import MAIN, RELATION, cell, heading_row, packed, parts, sheet, workbook

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


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


PARTS = ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels", "docProps/core.xml", "[Content_Types].xml"]


@pytest.mark.parametrize("part", [*PARTS, STRINGS, "xl/styles.xml", "xl/comments1.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("before", ["", "<!-- <a> -->", f"<!-- {'x' * 70_000} -->", "<?pi x?>"])
def test_a_document_type_in_any_part_is_refused(part, before):
    contents = {"docProps/core.xml": "<x/>", "xl/comments1.xml": "<comments/>", **parts_with_strings()}
    declaration, _, rest = contents[part].rpartition("?>")
    said = refusal(packed({**contents, part: f"{declaration}{'?>' if declaration else ''}{before}{DOCTYPE}{rest}"}))
    assert "document type" in said or "damaged" in said


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


def test_a_part_that_unpacks_to_far_too_much_is_refused_however_large_the_file_around_it():
    contents = parts_with_strings()
    padded = {**contents, "xl/media/a": os.urandom(MEGABYTE)}
    assert refusal(packed(padded)) == ""
    strings = f'<sst xmlns="{MAIN}">{"<si><t>a</t></si>" * 2_500_000}</sst>'
    assert "unpack to far more" in refusal(packed({**padded, STRINGS: strings}))


def test_links_without_end_in_many_parts_are_refused():
    links = f"<Relationships>{'<Relationship/>' * 200_000}</Relationships>"
    many = {f"xl/worksheets/_rels/x{number}.rels": links for number in range(4)}
    assert "unpack to far more" in refusal(packed({**parts(sheet(heading_row() + ROW)), **many}))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
def test_elements_nested_without_end_are_refused(part):
    contents = parts_with_strings()
    head, last, tail = contents[part].rpartition("</")
    assert "damaged" in refusal(packed({**contents, part: head + "<a>" * 500_000 + "</a>" * 500_000 + last + tail}))


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
