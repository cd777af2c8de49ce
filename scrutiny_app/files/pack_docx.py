"""Writing one reader's copy of the pack as a DOCX: the same bytes for the same cases and marks."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from scrutiny_app.domain.packs import BLANK_MEANINGS, TAG_MEANINGS, Marks, Pack, PackedCase
from scrutiny_app.domain.releasing import Fact, Item
from scrutiny_app.files import pack_words as words
from scrutiny_app.files.documents import Block, Grid, Heading, Paragraph, write_document
from scrutiny_app.files.writing_rows import ZIP_EPOCH

if TYPE_CHECKING:
    from docx.document import Document

_TWO, _FOUR = (6.2, 10.4), (1.2, 2.9, 6.2, 6.3)  # widths of columns, in cm
_COMMENT_LINES = 4
_BOX = "\N{BALLOT BOX}"


def write_docx(pack: Pack, marks: Marks, *, grading: bool) -> bytes:
    """Write a copy; `grading` leaves room for its reader's grades."""
    return _marked(write_document(words.title_for(pack), _blocks(pack, marks, grading=grading)), marks)


def _blocks(pack: Pack, marks: Marks, *, grading: bool) -> Iterator[Block]:
    yield from map(Paragraph, words.opening(pack, marks))
    contents = [
        (str(case.place), case.content.reference, words.disposal(case), words.offence_group(case))
        for case in pack.cases
    ]
    yield Grid(words.CONTENTS, words.CONTENTS_COLUMNS, contents, widths=_FOUR)
    yield Heading(words.GLOSSARY)
    yield Paragraph(words.GLOSSARY_OPENING)
    yield Grid("Tags", words.TAGS_COLUMNS, TAG_MEANINGS, widths=_TWO)
    yield Grid(words.BLANKS, words.BLANKS_COLUMNS, BLANK_MEANINGS, widths=_TWO)
    for case in pack.cases:
        yield from _case(pack, case)
        if grading:
            yield from _room(case)


def _case(pack: Pack, case: PackedCase) -> Iterator[Block]:
    content = case.content
    yield Heading(words.heading_of(case))
    yield Paragraph(words.under(pack, case))
    yield Grid(words.FACTS, words.FACTS_COLUMNS, _rows(content.facts), widths=_TWO)
    moments = [(moment.what, moment.when) for moment in content.timeline]
    yield Grid(words.TIMELINE, words.TIMELINE_COLUMNS, moments, widths=_TWO)
    for text in content.texts:
        yield Heading(words.headed(text), level=2)
        yield from map(Paragraph, words.paragraphs(words.shown(text)))
    yield Heading(words.COMPLETENESS, level=2)
    yield Paragraph(words.found(case))
    yield Grid("On record", words.COMPLETENESS_COLUMNS, _rows(content.completeness), widths=_TWO)


def _rows(rows: Iterable[Fact | Item]) -> Sequence[tuple[str, str]]:
    return [(row.label, words.shown(row)) for row in rows]


def _room(case: PackedCase) -> Iterator[Block]:
    yield Heading(f"{words.GRADE} {case.content.reference}", level=2)
    for grade in words.grades(grading=True):
        yield Paragraph(f"{_BOX} {grade}")
    yield Paragraph(words.COMMENT)
    for _ in range(_COMMENT_LINES):
        yield Paragraph("_" * 75)


def _marked(written: bytes, marks: Marks) -> bytes:
    """Put the marks at the head of every page, and begin each heading of the first level on a new one."""
    from docx import Document  # at the point of use: it slows the start of a web process
    from docx.shared import Pt

    document = Document(io.BytesIO(written))
    header = document.sections[0].header.paragraphs[0]
    header.add_run(f"{marks.line} · for its reader only").font.size = Pt(9)
    _keep_together(document)
    document.styles["Heading 1"].paragraph_format.page_break_before = True
    return _packed(document)


def _keep_together(document: "Document") -> None:
    """Keep the room for a grade on one page."""
    inside = False
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name in ("Heading 1", "Heading 2"):
            inside = paragraph.text.startswith(words.GRADE)
        paragraph.paragraph_format.keep_with_next = True if inside else paragraph.paragraph_format.keep_with_next


def _packed(document: "Document") -> bytes:
    """Pack a document without the moments at which its parts were written."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, ZIP_EPOCH), old.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
