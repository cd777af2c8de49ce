"""A letter as a document for somebody who cannot sign in: DOCX, or a tagged PDF (PDF/UA-1).

It holds the letter's words and nothing else; the same words give the same bytes.
"""

from collections.abc import Iterator

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.learning import Draft, Shaped, shaped
from scrutiny_app.domain.rerouting import DocumentForm
from scrutiny_app.files.documents import Block, Heading, Paragraph, write_document
from scrutiny_app.files.pack_pdf import drawable
from scrutiny_app.files.typesetting import typeset

_MOST_SECONDS = 30


def letter_document(words: Draft, form: DocumentForm) -> bytes:
    """Write a letter in the form asked for."""
    return _docx(words) if form is DocumentForm.DOCX else _pdf(words)


def _docx(words: Draft) -> bytes:
    return write_document(words.heading, (block for part in shaped(words.text) for block in _blocks(part)))


def _blocks(part: Shaped) -> Iterator[Block]:
    if part.kind == "heading":
        yield Heading(part.lines[0])
    elif part.kind == "points":
        yield from (Paragraph(line, point=True) for line in part.lines)
    else:
        yield Paragraph("\n".join(part.lines))


def _pdf(words: Draft) -> bytes:
    parts = [{"kind": part.kind, "lines": [drawable(line) for line in part.lines]} for part in shaped(words.text)]
    written = typeset("letter", {"heading": drawable(words.heading), "parts": parts}, seconds=_MOST_SECONDS)
    if not written.startswith(b"%PDF"):
        raise Refused("The PDF could not be set. Hand the letter over as a Word document instead.")
    return written
