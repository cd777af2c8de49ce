"""Reading an extract: a look at its headings, or its cases, by a program of its own that a hostile file can exhaust.

What the file is goes by its content, and a file that is not what it says is refused. The program is given the file as
an open descriptor and is told on standard input what is wanted; nothing personal stands in its arguments.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from typing import cast

import msgspec

from scrutiny_app.domain.batches import FACET_NAMES, FoundCase
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.looking import ConditionsSeen, Look
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.files.reading_ahead import ahead
from scrutiny_app.files.reading_answers import Answer, ChunkEnd, Looked, Refusal, Request, Rows, Share, Wanted
from scrutiny_app.files.reading_incoming import Incoming, held_incoming, open_incoming
from scrutiny_app.files.reading_rejected import (
    CONDITIONS,
    PEOPLE,
    RejectedRow,
    rejected_from_json,
    rejected_to_json,
    unwritten_row,
)
from scrutiny_app.files.sandbox import Program, Stopped

CHUNK = 5000  # rows
_PROGRAM = "scrutiny_app.files.reading_child"
_MOST_SECONDS = 3600  # on the clock, and a second more for every so many bytes; the program's own limits are stricter
_BYTES_A_SECOND = 200_000
_STOPPED = (
    "The file could not be read: it is damaged, or asks for more memory or time than its size should need. "
    "Copy the rows into a new workbook, with nothing far below or beside them, and import that."
)
_decode = msgspec.msgpack.Decoder(Answer).decode


@dataclass(frozen=True)
class Order:
    """Which rows are wanted, how they are mapped, and how many chunks of them are not sent: they are held already.

    `mark` makes a record's fingerprint: it is made while others wait for the database.
    """

    mapping: Mapping
    sheet: str
    heading_row: int
    parties_sheet: str | None
    force: str
    today: date
    chunk: int = CHUNK
    skip: int = 0
    mark: Callable[[bytes], str] = lambda record: ""
    conditions: ConditionsSeen | None = None
    together: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    numbered_by: tuple[str, str] | None = None
    pointed: int = 0
    organised: tuple[str, ...] = ()
    confirmed: bool = False
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadChunk:
    """Some rows: `number` counts from 0, `total` is of the rows that count, `notes` reject nothing.

    `prints` are the fingerprints of the cases' records.
    """

    number: int
    first_row: int
    last_row: int
    total: int
    share: float
    cases: list[FoundCase]
    prints: list[str]
    problems: list[Problem]
    rejected: list[RejectedRow]
    notes: list[Problem]

    def rejected_as_json(self) -> bytes:
        """Give the rejected rows as bytes to be sealed."""
        return rejected_to_json(self.rejected)


def look(incoming: Incoming, rows: int | None = None, progress: Callable[[float], None] | None = None) -> Look:
    """Look at all of a file's rows, or at the first few where `rows` is 0; raise Refused where it cannot be read.

    Whoever looks at the first few goes on to read the file: the program that has it open is kept for that.
    """
    found = None
    for answer in _answers(
        incoming, Request(incoming.name, incoming.size, rows, sought=incoming.sought), keeping=rows == 0
    ):
        if isinstance(answer, Share) and progress:
            progress(answer.share)
        elif isinstance(answer, Looked):
            found = answer.look
    if found is None:
        raise Refused(_STOPPED)
    return found


def read_cases(incoming: Incoming, order: Order) -> Iterator[ReadChunk]:
    """Yield a file's rows, chunk by chunk; raise Refused, at once or while reading, where it cannot be trusted."""
    return ahead(_chunks(incoming, order))


def _chunks(incoming: Incoming, order: Order) -> Generator[ReadChunk, None, None]:
    wanted = msgspec.convert(order, Wanted, from_attributes=True)
    rows = Rows([], [], [], [])
    for answer in _answers(incoming, Request(incoming.name, incoming.size, wanted=wanted)):
        if isinstance(answer, Rows):
            rows.cases += answer.cases
            rows.problems += answer.problems
            rows.rejected += answer.rejected
            rows.notes += answer.notes
        elif isinstance(answer, ChunkEnd):
            yield _chunk(answer, rows, order.mark)
            rows = Rows([], [], [], [])


def _chunk(end: ChunkEnd, rows: Rows, mark: Callable[[bytes], str]) -> ReadChunk:
    prints = [mark(cast("bytes", case.record)) for case in rows.cases]
    rejected = [unwritten_row(*row) for row in rows.rejected]
    where = (end.number, end.first_row, end.last_row, end.total, end.share)
    return ReadChunk(*where, rows.cases, prints, rows.problems, rejected, rows.notes)


def _answers(incoming: Incoming, request: Request, *, keeping: bool = False) -> Iterator[Answer]:
    """Yield what the program answers; raise Refused where it refuses, or dies."""
    program = incoming.open_in.pop() if incoming.open_in else Program(_PROGRAM, incoming.file.fileno())
    order = msgspec.json.encode(request)
    seconds = _MOST_SECONDS + incoming.size // _BYTES_A_SECOND
    with ExitStack() as held:
        held.callback(program.close)
        coming = held.enter_context(closing(program.answers(order, seconds=seconds)))
        try:
            for frame in coming:
                answer = _decode(frame)
                if isinstance(answer, Refusal):
                    raise Refused(answer.said)
                yield answer
        except (Stopped, msgspec.DecodeError):
            raise Refused(_STOPPED) from None
        if keeping:
            held.pop_all()
            incoming.open_in.append(program)


__all__ = [
    "CONDITIONS",
    "FACET_NAMES",
    "PEOPLE",
    "FoundCase",
    "Incoming",
    "Order",
    "ReadChunk",
    "RejectedRow",
    "held_incoming",
    "look",
    "open_incoming",
    "read_cases",
    "rejected_from_json",
]
