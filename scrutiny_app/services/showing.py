"""Showing: the case that a meeting talks about is put up on the room's screen, and everybody seated may follow it.

The room's screen holds no more than each of those in the room may read by themselves: nothing of who or how many before
the reveal, nothing of a case that the reader is kept from, and no draft but one that the chair put up as saved.
"""

from dataclasses import dataclass
from hashlib import sha256
from json import loads

from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.checking import Checked
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import CaseShown, DraftShown, SpreadRead
from scrutiny_app.domain.spreads import SecondThoughts, Spread
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.agreeing import newest_findings
from scrutiny_app.services.chairing import meeting_at_hand
from scrutiny_app.services.checking import checks_of
from scrutiny_app.services.convening import live_meeting, require_chair
from scrutiny_app.services.my_cases import find_my_case, my_round
from scrutiny_app.services.my_rounds import MyCase
from scrutiny_app.services.spreads import as_revealed
from scrutiny_app.services.standing_findings import standing_findings
from scrutiny_app.services.trail import now


@dataclass(frozen=True)
class Shown:
    """What the room sees. `kept_back` says that the case which is up is none of the reader's.

    `finding` is the signed one that stands; `draft` is saved and not signed, where the chair put its words up.
    """

    round: Round
    meeting: Meeting | None
    case: MyCase | None = None
    of: Round | None = None
    kept_back: bool = False
    spread: Spread | None = None
    second: tuple[SecondThoughts, ...] = ()
    checks: Checked | None = None
    finding: Finding | None = None
    draft: Finding | None = None

    @property
    def elapsed(self) -> int:
        """Count the whole seconds since the case was put up."""
        since = self.meeting.showing_since if self.meeting else None
        return max(0, int((now() - since).total_seconds())) if since else 0

    @property
    def revision(self) -> str:
        """Give what changes whenever the screen would, and tells nothing by itself."""
        return sha256(repr(self._state()).encode()).hexdigest()[:16]

    def _state(self) -> tuple[object, ...]:
        meeting: tuple[object, ...] = ()
        if self.meeting:
            since = self.meeting.showing_since
            meeting = (self.meeting.id, self.meeting.ended_at is None, since.isoformat() if since else "")
        finding = [one.id if one else 0 for one in (self.finding, self.draft)]
        case = (self.case.id, self.case.revealed_at is None) if self.case else ()
        return (meeting, case, self.kept_back, self.spread is None, finding)


def put_up(session: Session, round_: Round, reference: str, *, by: User) -> Meeting:
    """Put a case on the room's screen, or take it off where no reference is given; the same again restarts nothing."""
    require_chair(session, round_, by)
    meeting = live_meeting(session, round_)
    case_id = find_my_case(session, reference, by)[1].id if reference else None
    if reference and not _belongs(session, round_, case_id):
        raise NotYours
    if meeting.showing_id != case_id:
        meeting.showing_id, meeting.showing_since = case_id, now() if case_id else None
        meeting.showing_draft = False
        trail.record(session, CaseShown(round_.id, meeting.id, case_id), by=by)
    return meeting


def show_draft(session: Session, round_: Round, reference: str, *, on: bool, by: User) -> Meeting:
    """Put the words of a case's finding as they are saved on the room's screen with the case, or take them off.

    What is saved has passed the check for names; each later save shows too. Raises Refused where nothing is drafted.
    """
    meeting = put_up(session, round_, reference, by=by)
    case_id = meeting.showing_id
    if on and (case_id is None or _draft(session, case_id) is None):
        raise Refused("There is no finding on this case that is saved and not signed, so the room was shown none.")
    if meeting.showing_draft != on:
        meeting.showing_draft = on
        trail.record(session, DraftShown(round_.id, meeting.id, case_id if on else None), by=by)
    return meeting


def look(session: Session, round_: Round, *, by: User) -> Shown:
    """Give what the room's screen shows one person; nothing is recorded, so that a screen can ask again and again."""
    meeting = meeting_at_hand(session, round_)
    if meeting is None or meeting.ended_at is not None or meeting.showing_id is None:
        return Shown(round_, meeting)
    place = session.get_one(RoundCase, meeting.showing_id)
    of = session.get_one(Round, place.round_id)
    case = next((one for one in my_round(session, of, by).cases if one.id == place.id), None)
    if case is None:
        return Shown(round_, meeting, kept_back=True)
    may = case.revealed_at is not None and allows(by.role, Permission.READ_SPREAD)
    revealed = as_revealed(session, [case.id])[case.id] if may else None
    return Shown(
        round_,
        meeting,
        case,
        of,
        spread=revealed.spread if revealed else None,
        second=revealed.second if revealed else (),
        checks=checks_of(session, [case.release_id]).get(case.release_id) if may else None,
        finding=standing_findings(session, [case.id]).get(case.id) if may else None,
        draft=_draft(session, case.id) if may and meeting.showing_draft else None,
    )


def shown_at(session: Session, meeting: Meeting, *, by: User) -> Shown:
    """Give what is up at a meeting."""
    return look(session, session.get_one(Round, meeting.round_id), by=by)


def record_look(session: Session, shown: Shown, *, by: User) -> None:
    """Record that a person read the spread on the room's screen, once for each time that the case was put up."""
    if shown.spread is None or shown.case is None or shown.of is None or shown.meeting is None:
        return
    events = [SpreadRead.__name__]
    actor = trail.actor_code(by)
    last = next(iter(trail.newest(session, most=1, actor=actor, round_id=shown.of.id, events=events)), None)
    event = SpreadRead(shown.of.id, shown.case.id)
    since = shown.meeting.showing_since
    if last is None or since is None or last.at < since or loads(last.facts)["round_case_id"] != shown.case.id:
        trail.record(session, event, by=by)


def _draft(session: Session, case_id: int) -> Finding | None:
    """Give the newest version of a case's finding unless it is signed."""
    newest = newest_findings(session, [case_id]).get(case_id)
    return newest if newest is not None and newest.signature is None else None


def _belongs(session: Session, round_: Round, case_id: int | None) -> bool:
    """Say whether a case is one of the round's, or of an earlier round of its panel."""
    place = session.get_one(RoundCase, case_id)
    of = session.get_one(Round, place.round_id)
    if of.id == round_.id:
        return True
    opened = of.opened_at is not None and round_.opened_at is not None and of.opened_at < round_.opened_at
    return opened and of.panel_id == round_.panel_id
