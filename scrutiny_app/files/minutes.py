"""The minutes of a round's meetings as a document, a PDF and a workbook: the same parts as the page."""

from collections.abc import Callable, Iterator
from datetime import datetime

from scrutiny_app.domain.minutes import Minutes, parts
from scrutiny_app.domain.minutes_state import state_in_words
from scrutiny_app.files.documents import Block, Grid, Heading, Paragraph, write_document
from scrutiny_app.files.report_pdf import write_report
from scrutiny_app.files.writing import Sheet, write_workbook


def minutes_document(minutes: Minutes, when: Callable[[datetime], str]) -> bytes:
    """Write the minutes as a document; the same minutes give the same bytes."""
    return write_document(_title(minutes), [Paragraph(_under(minutes)), *_told(minutes, when)])


def minutes_pdf(minutes: Minutes, when: Callable[[datetime], str]) -> bytes:
    """Write the minutes as a tagged PDF; raise Refused where it cannot be set."""
    return write_report(_title(minutes), _under(minutes), list(_told(minutes, when)))


def minutes_workbook(minutes: Minutes, when: Callable[[datetime], str]) -> bytes:
    """Write the minutes' tables as sheets of a workbook, with their sentences on the last."""
    told = list(parts(minutes, when))
    sheets = [Sheet(part.heading, part.table.header, part.table.rows) for part in told if part.table]
    words = [(part.heading, sentence) for part in told for sentence in part.words]
    about = [
        ("Title", _title(minutes)),
        ("Of", _under(minutes)),
        ("State", state_in_words(minutes.approved, when)),
        *words,
    ]
    return write_workbook([*sheets, Sheet("In words", ("Part", "Words"), about)])


def _title(minutes: Minutes) -> str:
    return f"Minutes: {minutes.title}"


def _under(minutes: Minutes) -> str:
    return f"{minutes.panel}. {minutes.force}."


def _told(minutes: Minutes, when: Callable[[datetime], str]) -> Iterator[Block]:
    yield Paragraph(state_in_words(minutes.approved, when))
    for part in parts(minutes, when):
        yield Heading(part.heading)
        yield from (Paragraph(words) for words in part.words)
        if part.table:
            yield Grid(part.heading, part.table.header, part.table.rows)
