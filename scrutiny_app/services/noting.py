"""Noting: what is written down at a meeting for its minutes, and the meeting's end."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import MeetingEnded, NoteStruck, NoteWritten
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.planning_meetings import has_begun
from scrutiny_app.models.meetings import Meeting, MeetingNote, StruckNote
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.convening import awaited_meeting, live_meeting, require_chair
from scrutiny_app.services.my_cases import find_my_case, has_conflict
from scrutiny_app.services.seated_names import seated_name
from scrutiny_app.services.trail import now

LONGEST_NOTE = 2000  # characters


class NoteRefused(Refused):
    """A note that says nothing, too much, or who."""


def write_note(session: Session, round_: Round, text: str, *, reference: str = "", by: User) -> MeetingNote:
    """Keep a note for the minutes, on a case, naming nobody, or on none; one person's same twice is once."""
    meeting, text = live_meeting(session, round_), text.strip()
    if awaited_meeting(session, round_):
        raise NoteRefused("The meeting has not begun, so there is nothing to minute yet. Keep the note until it has.")
    case_id = find_my_case(session, reference, by)[1].id if reference else None
    if not text:
        raise NoteRefused("Write the note, or leave it.")
    if len(text) > LONGEST_NOTE:
        raise NoteRefused(f"The note is longer than {LONGEST_NOTE:,} characters: shorten it.")
    if case_id and (name := seated_name(session, round_, text)):
        raise NoteRefused(f"A note on a case names nobody: take out {name}.")
    struck = set(session.scalars(struck_ids()))
    for kept in notes_of(session, [meeting.id]):
        if kept.id not in struck and (kept.round_case_id, kept.text, kept.written_by) == (case_id, text, by.id):
            return kept
    note = MeetingNote(meeting_id=meeting.id, round_case_id=case_id, text=text, written_by=by.id, written_at=now())
    session.add(note)
    session.flush()
    trail.record(session, NoteWritten(round_.id, meeting.id, note.id), by=by)
    return note


def strike_note(session: Session, round_: Round, note_id: int, *, by: User) -> None:
    """Strike a note of a round's meeting out: its words are shown nowhere any more; twice is once."""
    note = session.get(MeetingNote, note_id)
    if note is None or note.meeting_id not in {one.id for one in meetings_of(session, round_)}:
        raise NotYours
    if note.round_case_id is not None and session.scalar(select(has_conflict(note.round_case_id, by.id))):
        raise NotYours
    if session.get(StruckNote, note_id) is None:
        session.add(StruckNote(note_id=note_id, struck_by=by.id, struck_at=now()))
        trail.record(session, NoteStruck(round_.id, note.meeting_id, note_id), by=by)


def struck_ids() -> Select[int]:
    """Select the notes (by id) that were struck out."""
    return select(StruckNote.note_id)


def end_meeting(session: Session, round_: Round, *, by: User) -> Meeting:
    """End a round's meeting: the room's screen goes dark, and its minutes can be read."""
    meeting = meeting_to_end(session, round_, by=by)
    meeting.ended_at, meeting.showing_id, meeting.showing_since = now(), None, None
    trail.record(session, MeetingEnded(round_.id, meeting.id), by=by)
    return meeting


def meeting_to_end(session: Session, round_: Round, *, by: User) -> Meeting:
    """Give the meeting that a person may end now; raise Refused where there is none, or before it has begun."""
    if by.role == Role.CHAIR:
        require_chair(session, round_, by)
    meeting = live_meeting(session, round_)
    if not has_begun(meeting.starts_at, now()):
        raise Refused("This meeting has not begun, so it is not ended. Move it to when it was held, or cancel it.")
    return meeting


def notes_of(session: Session, meetings: Collection[int]) -> list[MeetingNote]:
    """List the notes of some meetings (by id) in the order in which they were written."""
    query = select(MeetingNote).where(MeetingNote.meeting_id.in_(meetings)).order_by(MeetingNote.id)
    return list(session.scalars(query))


class NoteSeen(NamedTuple):
    """A note as one person reads it: the reference of its case, or none, and when it was struck out, if it was."""

    id: int
    of: str
    text: str
    struck_at: datetime | None


def notes_seen(session: Session, meeting: Meeting, *, by: User) -> list[NoteSeen]:
    """Give a meeting's notes that one person may read; of one that was struck out, that it was."""
    query = select(MeetingNote.id, RoundCase.reference, MeetingNote.text, StruckNote.struck_at)
    query = query.select_from(MeetingNote).outerjoin(StruckNote, StruckNote.note_id == MeetingNote.id)
    query = query.outerjoin(RoundCase, RoundCase.id == MeetingNote.round_case_id)
    hidden = has_conflict(MeetingNote.round_case_id, by.id)  # type: ignore[arg-type]  # on no case there is none
    query = query.where(MeetingNote.meeting_id == meeting.id, ~hidden).order_by(MeetingNote.id)
    return [NoteSeen(id_, of or "", "" if struck else text, struck) for id_, of, text, struck in session.execute(query)]


def meetings_of(session: Session, round_: Round) -> list[Meeting]:
    """List a round's meetings in their order, without those that were cancelled."""
    query = select(Meeting).where(Meeting.round_id == round_.id, Meeting.cancelled_at.is_(None))
    return list(session.scalars(query.order_by(Meeting.starts_at, Meeting.id)))
