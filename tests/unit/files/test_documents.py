"""Documents: British English, real headings and tables, and nothing of whoever or whatever wrote them."""

import io
import zipfile

from docx import Document
from docx.oxml.ns import qn

from scrutiny_app.files.documents import Grid, Heading, Paragraph, write_document

BLOCKS = [
    Heading("Results"),
    Paragraph("Two cases."),
    Paragraph("A point", point=True),
    Grid("Cases", ("Case", "Count"), [("NP-1", "1"), ("NP-2", "12,345")], numeric=(1,), widths=(8, 4)),
]


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write_document("A report", BLOCKS))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_same_words_give_the_same_bytes():
    assert write_document("A report", BLOCKS) == write_document("A report", BLOCKS)


def test_headings_paragraphs_and_points_bear_their_styles():
    document = Document(io.BytesIO(write_document("A report", BLOCKS)))
    styles = {one.text: one.style.name for one in document.paragraphs if one.text and one.style}
    assert styles == {
        "A report": "Title",
        "Results": "Heading 1",
        "Two cases.": "Normal",
        "A point": "List Bullet",
        "Cases": "Caption",
    }


def test_a_table_repeats_its_header_and_breaks_no_row():
    table = Document(io.BytesIO(write_document("A report", BLOCKS))).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Case", "Count"],
        ["NP-1", "1"],
        ["NP-2", "12,345"],
    ]
    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [True, False, False]
    assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)


def test_its_language_is_british_english_throughout():
    written = parts()
    assert b'w:val="en-GB"' in written["word/styles.xml"]
    assert not any(b'w:val="en-US"' in content for content in written.values())


def test_it_carries_no_thumbnail_comment_custom_part_author_or_other_programs_name():
    written = parts()
    assert not [name for name in written if name.startswith(("customXml", "docProps/thumbnail", "word/comments"))]
    assert b"python-docx" not in b"".join(written.values())
    assert b"Microsoft Macintosh" not in b"".join(written.values())
    assert (
        b"<dc:creator></dc:creator>" in written["docProps/core.xml"] or b"<dc:creator/>" in written["docProps/core.xml"]
    )
    assert b"2000-01-01T00:00:00Z" in written["docProps/core.xml"]


def test_characters_that_a_document_cannot_hold_are_replaced():
    written = write_document("Bell \x07", [Paragraph("Null \x00 in words")])
    assert [one.text for one in Document(io.BytesIO(written)).paragraphs] == ["Bell \ufffd", "Null \ufffd in words"]


def test_words_over_a_table_stay_with_it_and_its_title_stands_once():
    found = Grid("Findings", ("Case",), [("NP-1",)])
    blocks = [Paragraph("A panel."), Heading("Findings"), Paragraph("It cannot reopen a case."), found]
    read = Document(io.BytesIO(write_document("Minutes", blocks)))
    assert [one.text for one in read.paragraphs].count("Findings") == 1
    kept = {one.text: one.paragraph_format.keep_with_next for one in read.paragraphs}
    assert (kept["It cannot reopen a case."], kept["A panel."]) == (True, None)


def _held(rows: int) -> list[bool | None]:
    grid = Grid("Numbers", ("Name", "Cases"), [("North", str(number)) for number in range(rows)])
    table = Document(io.BytesIO(write_document("A", [grid]))).tables[0]
    return [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]


def test_a_short_table_stands_on_one_page_and_of_a_long_one_no_row_stands_alone():
    assert _held(4) == [True] * 4 + [None]
    long = _held(30)
    assert (long[:3], long[-3:]) == ([True, True, None], [None, True, None])
