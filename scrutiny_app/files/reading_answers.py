"""What the program that reads a file is asked, in JSON, and answers, in MessagePack, which looks into no record."""

from datetime import date
from typing import Any

import msgspec

from scrutiny_app.domain.batches import FoundCase
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.looking import ConditionsSeen, Look
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.pointed_headings import Pointed
from scrutiny_app.domain.sheets_sought import NOTHING_SOUGHT, Sought


class Wanted(msgspec.Struct, frozen=True):
    """Which rows are wanted, and how they are mapped.

    Victims' names in `organised` may be organisations': their rows are rejected, unless a person has `confirmed` them.
    Those in `organisations` are, as that person said.
    """

    mapping: Mapping
    sheet: str
    heading_row: int
    parties_sheet: str | None
    force: str
    today: date
    chunk: int
    skip: int
    conditions: ConditionsSeen | None = None
    together: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    numbered_by: tuple[str, str] | None = None
    pointed: int = 0
    organised: tuple[str, ...] = ()
    confirmed: bool = False
    organisations: tuple[str, ...] = ()

    @property
    def headed_at(self) -> Pointed:
        """Say where the headings of the cases stand; in no rows of which anybody has spoken, where they were found."""
        return Pointed(self.sheet, self.heading_row, self.pointed)


class Request(msgspec.Struct, frozen=True):
    """A file's name and size, and what is wanted of it: a look at so many rows (None: at all), or its cases.

    `sought` says of a look which sheets are known or wanted.
    """

    name: str
    size: int
    rows: int | None = None
    wanted: Wanted | None = None
    sought: Sought = NOTHING_SOUGHT

    @property
    def pointed(self) -> Sought:
        """Say what of the file's headings somebody has pointed at, in a look or when its cases are read."""
        return Sought(pointed=self.wanted.headed_at) if self.wanted and self.wanted.pointed else self.sought


class Refusal(msgspec.Struct, tag="refused", array_like=True):
    """The file is not read, and why."""

    said: str


class Share(msgspec.Struct, tag="share", array_like=True):
    """How much has been read."""

    share: float


class Looked(msgspec.Struct, tag="look", array_like=True):
    """What the file holds."""

    look: Look


class Rows(msgspec.Struct, tag="rows", array_like=True):
    """Some of a chunk's rows."""

    cases: list[FoundCase]
    problems: list[Problem]
    rejected: list[tuple[int, list[Any], str]]
    notes: list[Problem]


class ChunkEnd(msgspec.Struct, tag="chunk", array_like=True):
    """A chunk's rows have all been sent."""

    number: int
    first_row: int
    last_row: int
    total: int
    share: float


Answer = Refusal | Share | Looked | Rows | ChunkEnd
