"""Approving minutes: a draft stands from the panel's next meeting on, and is corrected by a dated note alone."""

import json
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import MinutesApproved, MinutesCorrected
from scrutiny_app.domain.minutes_kept import as_json
from scrutiny_app.domain.planning_meetings import has_begun
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.minutes import MinutesApproval, MinutesCorrection
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.convening import may_chair, require_chair, round_of
from scrutiny_app.services.minutes import draft_minutes, is_ready
from scrutiny_app.services.minutes_approved import corrections_of
from scrutiny_app.services.noting import LONGEST_NOTE, NoteRefused, meetings_of
from scrutiny_app.services.planning_meetings import references_of
from scrutiny_app.services.remarks import find_references
from scrutiny_app.services.seated_names import seated_name
from scrutiny_app.services.trail import now


class Approving(NamedTuple):
    """What one person may do about a round's minutes: approve them as they are (`seen`) or why not, or correct them."""

    may_approve: bool
    why_not: str
    seen: str
    may_correct: bool


def approving(session: Session, round_: Round, *, by: User) -> Approving:
    """Say what a person may do about a round's minutes; nobody but a chair may do anything."""
    if not allows(by.role, Permission.APPROVE_MINUTES):
        return Approving(False, "", "", False)
    if session.get(MinutesApproval, round_.id):
        return Approving(False, "", "", may_chair(session, round_, by))
    why_not = _why_not(session, round_, by)
    return Approving(not why_not, why_not, "" if why_not else _digest(_whole(session, round_)), False)


def approve_minutes(session: Session, round_: Round, *, seen: str, by: User) -> MinutesApproval:
    """Keep a round's minutes as they are from now on; twice is once.

    Raises Refused before the panel's next meeting or while a case is not signed, and Overtaken where they are no
    longer what the approver read.
    """
    if kept := session.get(MinutesApproval, round_.id):
        return kept
    if why_not := _why_not(session, round_, by):
        raise Refused(why_not)
    content = _whole(session, round_)
    if seen != _digest(content):
        raise Overtaken("These minutes have changed since you opened them. Read them once more, and approve them then.")
    meeting = next_meeting(session, round_)
    if meeting is None:
        raise ValueError("no meeting at which the minutes could be approved")
    kept = MinutesApproval(
        round_id=round_.id, meeting_id=meeting.id, content=content, approved_by=by.id, approved_at=now()
    )
    session.add(kept)
    trail.record(session, MinutesApproved(round_.id, meeting.id), by=by)
    return kept


def write_correction(session: Session, round_: Round, text: str, *, by: User) -> MinutesCorrection:
    """Keep a dated note on approved minutes; the same twice is kept once. Where it tells of a case it names nobody."""
    text = text.strip()
    require_chair(session, round_, by)
    if session.get(MinutesApproval, round_.id) is None:
        raise Refused("These minutes are still a draft: put right what was recorded, and they change with it.")
    if not text:
        raise NoteRefused("Write what is put right.")
    if len(text) > LONGEST_NOTE:
        raise NoteRefused(f"The correction is longer than {LONGEST_NOTE:,} characters: shorten it.")
    of_case = find_references(text) or any(one in text.upper() for one in references_of(session, round_))
    if of_case and (name := seated_name(session, round_, text)):
        raise NoteRefused(f"A correction that tells of a case names nobody: take out {name}.")
    if kept := next((one for one in corrections_of(session, round_) if one.text == text), None):
        return kept
    note = MinutesCorrection(round_id=round_.id, text=text, written_by=by.id, written_at=now())
    session.add(note)
    session.flush()
    trail.record(session, MinutesCorrected(round_.id, note.id), by=by)
    return note


def next_meeting(session: Session, round_: Round) -> Meeting | None:
    """Give the panel's first meeting of another round that began after this round's last one did; None before it."""
    last = max((one.starts_at for one in meetings_of(session, round_)), default=None)
    if last is None:
        return None
    query = select(Meeting).join(Round, Round.id == Meeting.round_id)
    query = query.where(Round.panel_id == round_.panel_id, Round.id != round_.id)
    query = query.where(Meeting.cancelled_at.is_(None), Meeting.starts_at > last)
    found = session.scalar(query.order_by(Meeting.starts_at, Meeting.id).limit(1))
    return found if found is not None and has_begun(found.starts_at, now()) else None


def unapproved(session: Session, round_: Round, *, by: User) -> list[Round]:
    """List the panel's other rounds whose minutes a person may approve now, oldest first."""
    approved = select(MinutesApproval.round_id)
    query = select(Round).where(Round.panel_id == round_.panel_id, Round.id != round_.id, Round.id.not_in(approved))
    earlier = session.scalars(query.where(Round.opened_at.is_not(None)).order_by(Round.opened_at, Round.id))
    return [one for one in earlier if not _why_not(session, one, by)]


def _why_not(session: Session, round_: Round, by: User) -> str:
    """Say what keeps a chair from approving a round's minutes now; nothing where they may."""
    if not is_ready(session, round_):
        return "There are no minutes yet."
    unsigned = rounds.count_cases(session, round_) - rounds.count_signed(session, round_)
    if unsigned:
        cases = "1 case is" if unsigned == 1 else f"{unsigned} cases are"
        return f"{cases} not signed yet: what the panel finds belongs in these minutes. Sign first."
    meeting = next_meeting(session, round_)
    if meeting is None:
        return "The panel approves them at its next meeting, which has not begun."
    if not may_chair(session, round_of(session, meeting), by):
        return "Whoever chairs the meeting at which they are approved does so."
    return ""


def _whole(session: Session, round_: Round) -> dict[str, Any]:
    """Give a round's minutes as they would be kept."""
    return as_json(draft_minutes(session, round_, by=None))


def _digest(content: dict[str, Any]) -> str:
    """Give what changes whenever the minutes would."""
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
