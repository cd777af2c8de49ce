"""Copies of a round's pack, reports and the trail itself."""

from dataclasses import dataclass

from scrutiny_app.domain.events.event import Event


@dataclass(frozen=True)
class PackMade(Event):
    """A copy of a round's released cases was made for a reader; `state` digests what it was made from."""

    round_id: int
    copy_id: int
    reader_id: int
    form: str
    cases: int
    state: str


@dataclass(frozen=True)
class CopyTaken(Event):
    """Somebody got a copy's file."""

    round_id: int
    copy_id: int
    form: str


@dataclass(frozen=True)
class CopyCounted(Event):
    """A copy was counted back in, or was said to be destroyed or lost."""

    round_id: int
    copy_id: int
    fate: str


@dataclass(frozen=True)
class SheetImported(Event):
    """A member sent their grading sheet; `answers` counts the rows that held one."""

    round_id: int
    copy_id: int
    answers: int


@dataclass(frozen=True)
class ReportRead(Event):
    round_id: int
    form: str


@dataclass(frozen=True)
class ReturnMade(Event):
    """A round's national return was written; `digest` is its file's SHA-256."""

    round_id: int
    public: bool
    digest: str
    hidden_below: int | None  # what the public form hides


@dataclass(frozen=True)
class TrailRead(Event):
    """Someone read the trail: all of it, or one round's."""

    round_id: int | None


@dataclass(frozen=True)
class TrailVerified(Event):
    entries: int
    intact: bool
    head: str
