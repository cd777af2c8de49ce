"""The pack as a DOCX: marked on every page, neutral, the same bytes anywhere, and readable in an office suite."""

import io
import shutil
import subprocess
import zipfile

import pytest
from docx import Document

from scrutiny_app.files.pack_docx import write_docx
from tests.unit.files import packed
from tests.unit.files.packed import HOSTILE, MARKS, pack, pages
from tests.wants import lacks


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_docx(pack(), MARKS, grading=True)


@pytest.fixture(scope="module")
def document(written):
    return Document(io.BytesIO(written))


def test_every_page_bears_the_marks(document):
    (section,) = document.sections
    assert section.header.paragraphs[0].text.startswith("Reader R-0042 · copy K7QM-2X9D · return or destroy by")
    assert not section.different_first_page_header_footer
    assert not document.settings.odd_and_even_pages_header_footer


def test_each_case_has_its_heading_on_a_new_page(document):
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == ["What the tags and blanks mean", "Case 1: NP-00001", "Case 2: NP-00002"]
    assert document.styles["Heading 1"].paragraph_format.page_break_before


def test_tables_have_header_rows_that_repeat(document):
    assert document.tables
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in document.tables)


def test_metadata_is_neutral(document):
    told = document.core_properties
    assert (told.author, told.last_modified_by, told.comments, told.language) == ("", "", "", "en-GB")
    assert (told.created.year, told.title) == (2000, "Cases for scrutiny: Round of April to June 2026")


def test_its_parts_tell_no_moment(written):
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_words_stay_words():
    paragraphs = Document(io.BytesIO(write_docx(pack(1, words=HOSTILE), MARKS, grading=False))).paragraphs
    assert HOSTILE in [one.text for one in paragraphs]


def test_there_is_room_for_a_grade_for_those_alone_who_grade(document):
    assert "Your grade of case NP-00001" in [one.text for one in document.paragraphs]
    others = Document(io.BytesIO(write_docx(pack(), MARKS, grading=False)))
    assert not [one.text for one in others.paragraphs if one.text.startswith("Your grade")]


def test_the_same_cases_and_marks_give_the_same_bytes_in_another_process(written):
    assert packed.in_another_process("scrutiny_app.files.pack_docx.write_docx") == written


def test_libreoffice_opens_it_with_its_marks_on_every_page(written, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        lacks("LibreOffice")
    (tmp_path / "pack.docx").write_bytes(written)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), "pack.docx"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, timeout=120)
    shown = pages((tmp_path / "pack.pdf").read_bytes())
    assert len(shown) >= 4
    assert all("copy K7QM-2X9D" in page for page in shown)
