"""A letter as a document: its words and nothing else, the same bytes for the same words."""

import io
import zipfile

import pytest
from docx import Document

from scrutiny_app.domain.learning import Draft
from scrutiny_app.domain.rerouting import DocumentForm
from scrutiny_app.files.letter_documents import letter_document

WORDS = Draft(
    "On 42NM/1/26", "Dear colleague,\n\nWhat the panel found\n\nIt was #right[.]\n\n- Ask first.\n- Ask again."
)


def test_the_word_document_holds_headings_points_and_paragraphs():
    document = Document(io.BytesIO(letter_document(WORDS, DocumentForm.DOCX)))
    styles = {(part.style.name if part.style else "", part.text) for part in document.paragraphs}
    assert ("Heading 1", "What the panel found") in styles
    assert ("List Bullet", "Ask first.") in styles
    assert document.core_properties.author == ""


@pytest.mark.parametrize("form", DocumentForm)
def test_the_same_words_give_the_same_bytes(form):
    assert letter_document(WORDS, form) == letter_document(WORDS, form)


def test_the_pdf_is_tagged_and_takes_markup_for_words():
    written = letter_document(WORDS, DocumentForm.PDF)
    assert written.startswith(b"%PDF")
    assert b"/StructTreeRoot" in written or b"/ObjStm" in written


def test_the_word_document_is_a_zip_without_a_picture():
    with zipfile.ZipFile(io.BytesIO(letter_document(WORDS, DocumentForm.DOCX))) as kept:
        assert not [name for name in kept.namelist() if "media" in name or "thumbnail" in name]
