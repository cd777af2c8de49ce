"""The minutes of a round: read, approved, corrected, and a note of theirs struck out."""

from dataclasses import dataclass

from scrutiny_app.domain.events.event import Event


@dataclass(frozen=True)
class MinutesRead(Event):
    round_id: int
    meeting_id: int
    form: str


@dataclass(frozen=True)
class MinutesApproved(Event):
    """A round's minutes were approved; the meeting is the one at which the panel did so."""

    round_id: int
    meeting_id: int


@dataclass(frozen=True)
class MinutesCorrected(Event):
    round_id: int
    correction_id: int


@dataclass(frozen=True)
class NoteStruck(Event):
    round_id: int
    meeting_id: int
    note_id: int
