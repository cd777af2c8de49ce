"""Each kind of attached file: the words that one sees are read, and what is dropped is listed."""

import re
import shutil

import openpyxl
import pytest
from openpyxl.comments import Comment

from scrutiny_app.files.attachments_found import Found, Refusal
from scrutiny_app.files.attachments_kinds import read_file
from tests.attached import (
    WORDS,
    mail,
    paragraph,
    pdf,
    plain_run,
    said,
    saved,
    scan,
    scanned,
    stream,
    word,
    word_of,
    workbook,
    zipped,
)


def read(name: str, data: bytes) -> Found:
    return read_file(name, data, ocr=False)


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        read(name, data)
    return str(refused.value)


def test_a_pdf_is_read_page_by_page():
    found = read("a.pdf", pdf(said(WORDS), said("And that was all.")))
    assert found.text == f"{WORDS}\n\nAnd that was all."
    assert (found.kind, found.state, found.left_out) == ("document", "read", ())


def test_words_drawn_invisibly_are_dropped_and_counted():
    found = read("a.pdf", pdf(said(WORDS) + said("Secret", at=(72, 600), mode=3)))
    assert "Secret" not in found.text
    assert "6 hidden characters" in found.left_out


def test_words_off_the_page_are_dropped_and_counted():
    found = read("a.pdf", pdf(said(WORDS) + said("Secret", at=(72, 3000))))
    assert found.text == WORDS
    assert "6 hidden characters" in found.left_out


def test_words_without_colour_are_dropped():
    clear = said("Secret", at=(72, 600))
    drawn = f"{said(WORDS)} q /Clear gs {clear} Q"
    found = read("a.pdf", pdf(drawn, resources="/ExtGState << /Clear << /ca 0 /CA 0 >> >>"))
    assert found.text == WORDS


def test_a_pdfs_comments_metadata_scripts_forms_and_files_are_dropped_and_listed():
    note = b"<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (Secret note) >>"
    field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V (Secret field) /Rect [10 30 90 50] >>"
    file = stream(b"Secret file", "/Type /EmbeddedFile")
    catalog = (
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
        "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> "
        "/EmbeddedFiles << /Names [(x) << /Type /Filespec /F (x) /EF << /F 12 0 R >> >>] >> >>"
    )
    made = pdf(
        said(WORDS), page="/Annots [10 0 R 11 0 R]", extra=(note, field, file), catalog=catalog, info="/Author (Secret)"
    )
    found = read("a.pdf", made)
    assert found.text == WORDS
    assert found.left_out == ("1 comment", "1 form field", "1 script", "1 embedded file", "metadata")


def test_a_scan_is_marked_where_it_cannot_be_read():
    found = read("a.pdf", scan(under=said("Secret", mode=3)))
    assert (found.kind, found.text, found.state) == ("scan", "", "image, not read")
    assert "page 1: image, not read" in found.left_out


def test_a_scanned_page_among_others_is_marked_at_its_place():
    drawn = "q 595 0 0 842 0 0 cm /Im1 Do Q"
    picture = stream(
        b"\x80" * 4, "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    found = read("a.pdf", pdf(said(WORDS), drawn, resources="/XObject << /Im1 10 0 R >>", extra=(picture,)))
    assert found.text == f"{WORDS}\n\n(Page 2: image, not read)"
    assert (found.kind, found.state) == ("document", "read")


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_a_scan_is_read_by_ocr_where_it_is_installed():
    found = read_file("a.pdf", scanned(WORDS), ocr=True)
    assert found.text.casefold() == WORDS.casefold()  # it may take a capital for a small letter
    assert (found.kind, found.state) == ("scan", "read")
    assert "page 1: read by OCR, may hold mistakes" in found.left_out


def test_an_encrypted_pdf_is_refused():
    data = pdf(said(WORDS)).replace(
        b"trailer << ",
        b"trailer << /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"00" * 32
        + b"> /U <"
        + b"00" * 32
        + b"> >> ",
    )
    assert re.search("password|encrypted", refusal("a.pdf", data))


def test_a_word_document_is_read_with_its_tables():
    found = read("a.docx", word(WORDS, "More."))
    assert found.text == f"{WORDS}\nMore."
    table = "<w:tbl><w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in "ab") + "</w:tr></w:tbl>"
    assert read("a.docx", word_of(paragraph(WORDS) + table + paragraph("End"))).text == f"{WORDS}\na\tb\nEnd"


def test_tracked_deletions_are_dropped_and_insertions_kept_and_both_listed():
    body = paragraph(
        "He ",
        "<w:del><w:r><w:delText>hit</w:delText></w:r></w:del>",
        f"<w:ins>{plain_run('pushed')}</w:ins>",
        f"<w:moveFrom>{plain_run('gone')}</w:moveFrom>",
        " her.",
    )
    found = read("a.docx", word_of(body))
    assert found.text == "He pushed her."
    assert found.left_out == ("2 tracked deletions", "tracked changes: 1 kept as they are seen")


def test_hidden_text_is_dropped_whether_marked_or_by_its_style():
    styles = '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    styles += '<w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
    body = paragraph(
        WORDS,
        plain_run("Secret", "<w:vanish/>"),
        plain_run("Secret", '<w:rStyle w:val="Own"/>'),
        plain_run(" Shown.", '<w:vanish w:val="0"/>'),
    )
    found = read("a.docx", word_of(body, styles=styles))
    assert found.text == f"{WORDS} Shown."
    assert found.left_out == ("2 pieces of hidden text",)


def test_headers_notes_and_text_boxes_are_read_and_comments_are_not():
    box = f"<mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('Boxed')}</w:txbxContent></mc:Choice>"
    box += f"<mc:Fallback><w:txbxContent>{paragraph('Boxed')}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    found = read(
        "a.docx",
        word_of(
            paragraph(WORDS, f"<w:r>{box}</w:r>"),
            header1=paragraph("Top"),
            footer1=paragraph("Bottom"),
            footnotes='<w:footnote w:type="separator">'
            f"{paragraph('x')}</w:footnote><w:footnote>{paragraph('Note')}</w:footnote>",
            comments=f"<w:comment>{paragraph('Secret')}</w:comment>",
        ),
    )
    assert [line for line in found.text.split("\n") if line] == ["Top", WORDS, "Boxed", "Note", "Bottom"]
    assert found.left_out == ("1 comment",)


def test_a_fields_instruction_is_dropped():
    field = "<w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe</w:instrText></w:r>"
    found = read("a.docx", word_of(paragraph(WORDS, field)))
    assert found.text == WORDS
    assert found.left_out == ("1 field's instruction",)


@pytest.mark.parametrize("part", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/activeX1.xml"])
def test_a_document_that_holds_more_than_words_is_refused(part):
    made = zipped({"word/document.xml": "<a/>", part: "<a/>"})
    assert "It holds" in refusal("a.docx", made)


def test_declared_entities_are_refused():
    bomb = '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'
    assert "document type" in refusal("a.docx", zipped({"word/document.xml": bomb}))
    assert "document type" in refusal("a.xlsx", zipped({"xl/workbook.xml": bomb}))


def test_text_is_read_in_each_encoding_that_windows_writes():
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert read("a.txt", "Café – 12 £\r\nnext".encode(encoding)).text == "Café – 12 £\nnext"


@pytest.mark.parametrize("data", [b"caf\xc3\xa9 caf\xe9", b"\x81\x8d", b"a\0b", b"\xff\xfea"])
def test_text_that_could_only_be_guessed_at_is_refused(data):
    assert refusal("a.txt", data)


def test_a_text_is_made_plain():
    assert read("a.txt", "e\u0301\u202e\u0007 x\r\n\r\n\r\n\r\ny".encode()).text == "é x\n\ny"


def test_an_email_is_read_as_its_headers_and_words():
    found = read("a.eml", bytes(mail(Cc="pat@example.org", Date="Mon, 01 Jun 2026 10:00:00 +0000")))
    assert found.text.startswith("From: wendeline@example.org\nTo: desk@example.org\nCc: pat@example.org\nDate: ")
    assert found.text.endswith(f"Subject: What happened\n\n{WORDS}")
    assert found.kind == "e-mail"


def test_what_is_attached_to_an_email_is_listed_and_not_read():
    message = mail()
    message.add_attachment(b"Secret", maintype="application", subtype="pdf", filename="Garside.pdf")
    found = read("a.eml", bytes(message))
    assert "Secret" not in found.text
    assert found.left_out == ("1 attachment inside it",)


def test_hidden_parts_of_an_emails_page_are_dropped_and_counted():
    page = f"""<html><head><title>T</title><style>p {{}}</style></head><body><p>{WORDS}</p>
    <div style="display: none">Secret <b>too</b></div><p hidden>Secret</p><span style='font-size:0px'>Secret</span>
    <script>x()</script>
    <table><tr><td>a</td><td>b</td></tr></table><img src="http://example.org/x"></body></html>"""
    found = read("a.eml", bytes(mail(None, html=page)))
    assert "Secret" not in found.text
    assert found.text.endswith(f"{WORDS}\n\na\tb")
    assert found.left_out == ("3 hidden parts", "1 image")


def test_a_workbook_is_read_as_lines_of_cells():
    found = read("a.xlsx", saved(workbook(("Item", "Price"), ("Lamp", 12.5), (None, 3.0))))
    assert found.text == "Sheet Sheet\nItem\tPrice\nLamp\t12.5\n\t3"
    assert found.kind == "workbook"


def test_hidden_sheets_rows_columns_and_cells_are_dropped_and_listed():
    made = workbook(("Shown", "Secret", "x"), ("Secret",), ("End", None, "Secret"))
    sheet = made.active
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[2].hidden = True
    sheet["C3"].number_format = ";;;"
    sheet["A1"].comment = Comment("Secret", "Secret")
    made.create_sheet("Secret").sheet_state = "veryHidden"
    found = read("a.xlsx", saved(made))
    assert found.text == "Sheet Sheet\nShown\tx\nEnd"
    left_out = ("1 hidden sheet", "1 hidden row", "1 hidden column", "1 hidden cell", "1 comment", "metadata")
    assert found.left_out == left_out


def test_a_workbook_with_a_cell_far_away_is_refused():
    made = openpyxl.Workbook()
    made.active["A1"] = made.active["XFD1048576"] = "x"
    assert "far below" in refusal("a.xlsx", saved(made))


def test_a_text_past_the_limit_is_refused():
    assert "200,000 characters" in refusal("a.txt", b"word " * 60_000)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"plain words"),
        ("a.txt", pdf(said(WORDS))),
        ("a.docx", saved(workbook(("x",)))),
        ("a.pdf", b"<html>"),
        ("a.txt", b"MZ\x90"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.docx", zipped({"b.txt": "x"})),
        ("a.docm", word(WORDS)),
        ("a.jpg", b"\xff\xd8\xff"),
        ("noending", b"words"),
        ("a.txt", b""),
        ("a.eml", b"no headers"),
        ("a.txt", b" \n "),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(name, data):
    assert refusal(name, data)
