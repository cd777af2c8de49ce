"""Noting: what is written down at a meeting for its minutes, and the meeting's end."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import MeetingEnded, NoteWritten
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.planning_meetings import has_begun
from scrutiny_app.models.meetings import Meeting, MeetingNote
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.convening import live_meeting, require_chair
from scrutiny_app.services.my_cases import find_my_case, has_conflict
from scrutiny_app.services.seated_names import seated_name
from scrutiny_app.services.trail import now

LONGEST_NOTE = 2000  # characters


class NoteRefused(Refused):
    """A note that says nothing, too much, or who."""


def write_note(session: Session, round_: Round, text: str, *, reference: str = "", by: User) -> MeetingNote:
    """Keep a note for the minutes, on a case or on none; the same twice is kept once. On a case it names nobody."""
    meeting, text = live_meeting(session, round_), text.strip()
    case_id = find_my_case(session, reference, by)[1].id if reference else None
    if not text:
        raise NoteRefused("Write the note, or leave it.")
    if len(text) > LONGEST_NOTE:
        raise NoteRefused(f"The note is longer than {LONGEST_NOTE:,} characters: shorten it.")
    if case_id and (name := seated_name(session, round_, text)):
        raise NoteRefused(f"A note on a case names nobody: take out {name}.")
    for kept in notes_of(session, [meeting.id]):
        if (kept.round_case_id, kept.text) == (case_id, text):
            return kept
    note = MeetingNote(meeting_id=meeting.id, round_case_id=case_id, text=text, written_by=by.id, written_at=now())
    session.add(note)
    session.flush()
    trail.record(session, NoteWritten(round_.id, meeting.id, note.id), by=by)
    return note


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


def notes_seen(session: Session, meeting: Meeting, *, by: User) -> list[tuple[str, str]]:
    """Give a meeting's notes that one person may read, each with its case's reference, or none."""
    query = select(RoundCase.reference, MeetingNote.text).select_from(MeetingNote)
    query = query.outerjoin(RoundCase, RoundCase.id == MeetingNote.round_case_id)
    hidden = has_conflict(MeetingNote.round_case_id, by.id)  # type: ignore[arg-type]  # on no case there is none
    query = query.where(MeetingNote.meeting_id == meeting.id, ~hidden).order_by(MeetingNote.id)
    return [(reference or "", text) for reference, text in session.execute(query)]


def meetings_of(session: Session, round_: Round) -> list[Meeting]:
    """List a round's meetings in their order, without those that were cancelled."""
    query = select(Meeting).where(Meeting.round_id == round_.id, Meeting.cancelled_at.is_(None))
    return list(session.scalars(query.order_by(Meeting.starts_at, Meeting.id)))
