import io
import struct
import zipfile

import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading import read_extract
from tests.unit.files.workbooks import cell, heading_row, packed, parts, sheet, workbook

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


def refusal(data):
    with pytest.raises(Refused) as refused:
        list(read_extract("cases.xlsx", data).rows)
    return refused.value.message


def with_part(name, content="x"):
    return packed({**parts(sheet(heading_row())), name: content})


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


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil.xml", "xl/../../evil", "xl\\..\\..\\evil.xml"])
def test_a_part_with_a_path_out_of_the_package_is_refused(name):
    assert "damaged" in refusal(with_part(name, "<x/>"))


def test_a_part_that_is_a_link_is_refused():
    file = io.BytesIO(workbook(""))
    with zipfile.ZipFile(file, "a") as package:
        link = zipfile.ZipInfo("xl/media/image1")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")
    assert "damaged" in refusal(file.getvalue())


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels", "docProps/core.xml"])
def test_a_document_type_in_any_part_is_refused(part):
    contents = {"docProps/core.xml": "<x/>", **parts(sheet(heading_row()))}
    declaration, _, rest = contents[part].rpartition("?>")
    assert "document type" in refusal(
        packed({**contents, part: f"{declaration}{'?>' if declaration else ''}{DOCTYPE}{rest}"})
    )


def test_a_document_type_hidden_by_its_encoding_is_refused():
    contents = {name: content.encode() for name, content in parts(sheet(heading_row())).items()}
    contents["xl/workbook.xml"] = (DOCTYPE + "<x/>").encode("utf-16")
    assert "damaged" in refusal(packed(contents))


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused():
    assert "unpack to far more" in refusal(with_part("xl/media/a", "a" * 40_000_000))


def test_a_directory_that_lies_about_sizes_exhausts_nothing():
    honest = packed(parts(sheet(heading_row() + f'<row r="2">{cell("A2", "a" * 60_000_000)}</row>')))
    size = struct.pack("<I", len(sheet(heading_row() + f'<row r="2">{cell("A2", "a" * 60_000_000)}</row>')))
    assert refusal(honest.replace(size, struct.pack("<I", 2000)))


def test_two_cells_at_opposite_corners_of_a_sheet_exhaust_nothing():
    far = f'<row r="1048576">{cell("XFD1048576", "x")}</row>'
    assert len(packed(parts(sheet(far)))) < 2000
    assert "more memory or time" in refusal(workbook(far))


def test_a_million_empty_rows_are_read_or_refused_at_once():
    empty = "".join(f'<row r="{number}"/>' for number in range(2, 1_000_002))
    data = workbook(empty)
    assert list(read_extract("cases.xlsx", data).rows) == []


def test_thousands_of_sheets_are_refused():
    assert "unpack to far more" in refusal(packed(parts(*(sheet("") for _ in range(1100)))))
    contents = parts(sheet(heading_row()))
    many = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(40_000))
    contents["xl/workbook.xml"] = contents["xl/workbook.xml"].replace("<sheets>", f"<sheets>{many}")
    assert "more than 200 sheets" in refusal(packed(contents))


def test_a_protected_package_is_refused():
    data = bytearray(workbook(""))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert "password" in refusal(bytes(data))


@pytest.mark.parametrize("cut", [30, 200, 700, -30])
def test_a_cut_off_workbook_is_refused(cut):
    assert "damaged" in refusal(workbook(f'<row r="2">{cell("A2", "x")}</row>')[:cut])


def test_a_zip_of_something_else_is_refused():
    assert "damaged" in refusal(packed({"report.docx": "x"}))


def test_a_sheet_full_of_formulas_is_refused():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>1</f></c></row>' for n in range(2, 200_010))
    assert "full of formulas" in refusal(workbook(rows))


def test_a_sheet_wider_than_any_extract_is_refused():
    assert "more than 500 columns" in refusal(workbook(f'<row r="2">{cell("ZZZ2", "x")}</row>'.replace("ZZZ", "AAA")))
