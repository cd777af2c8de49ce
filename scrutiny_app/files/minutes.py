"""The minutes of a round's meetings as a DOCX document: the same parts as the page."""

from collections.abc import Callable, Iterator
from datetime import datetime

from scrutiny_app.domain.minutes import Minutes, parts
from scrutiny_app.files.documents import Block, Grid, Heading, Paragraph, write_document

WIDTHS = {2: (6.6, 10.0), 3: (4.2, 5.2, 7.2), 4: (2.4, 3.6, 3.8, 6.8)}  # in centimetres, by how many columns


def minutes_document(minutes: Minutes, when: Callable[[datetime], str]) -> bytes:
    """Write the minutes as a document; the same minutes give the same bytes."""
    return write_document(f"Minutes: {minutes.title}", _blocks(minutes, when))


def _blocks(minutes: Minutes, when: Callable[[datetime], str]) -> Iterator[Block]:
    yield Paragraph(f"{minutes.panel}. {minutes.force}.")
    for part in parts(minutes, when):
        yield Heading(part.heading)
        yield from (Paragraph(words) for words in part.words)
        if part.table:
            yield Grid(part.heading, part.table.header, part.table.rows, widths=WIDTHS[len(part.table.header)])
