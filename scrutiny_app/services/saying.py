"""Saying: at a meeting in writing whoever reads a revealed case says what they think of it, until its last day.

It is kept as a note of the meeting, without a name, and so stands in its minutes.
"""

from typing import NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.domain.meetings import Manner
from scrutiny_app.models.meetings import MeetingNote
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.convening import meeting_for, round_of
from scrutiny_app.services.meetings import Outcome
from scrutiny_app.services.noting import NoteRefused, notes_seen, write_note
from scrutiny_app.services.planning_meetings import PlannedMeeting, describe
from scrutiny_app.services.trail import now


class Said(NamedTuple):
    """What was said in writing on a case, in order; `meeting` is the one in writing that speaks of it, if any does."""

    round: Round
    meeting: PlannedMeeting | None = None
    texts: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Say whether anybody may say more now."""
        return self.meeting is not None and self.meeting.has_begun and self.meeting.is_coming(now())


def said_on(session: Session, outcome: Outcome, *, by: User) -> Said:
    """Give what was said in writing on a revealed case, without what was struck out."""
    round_, finding = outcome.mine.round, outcome.finding
    meeting = meeting_for(session, round_, again=finding is not None and finding.signature is not None)
    if meeting is None or meeting.manner != Manner.WRITING:
        return Said(round_)
    notes = [one for one in notes_seen(session, meeting, by=by) if one.of == outcome.case.reference]
    at = round_of(session, meeting)
    return Said(at, describe(session, meeting, at), tuple(one.text for one in notes if not one.struck_at))


def say(session: Session, outcome: Outcome, text: str, *, by: User) -> MeetingNote:
    """Keep what somebody says on a revealed case; raise NoteRefused where no meeting in writing is under way."""
    said = said_on(session, outcome, by=by)
    if not said.is_open:
        raise NoteRefused("No meeting in writing that speaks of this case is under way, so nothing was kept.")
    return write_note(session, said.round, text, reference=outcome.case.reference, by=by)
