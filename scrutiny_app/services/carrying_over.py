"""Carrying over: what earlier rounds of a panel left open stands first at its next meeting.

A case comes back by itself while its standing finding is *more information* or *not agreed*, and once when a reply to
its finding has been released. It stays a case of its
first round: a new finding supersedes the old one there, and the next round's figures never count it.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.following import ActionState
from scrutiny_app.domain.releasing import Text, from_json
from scrutiny_app.models.findings import Escalation, Finding
from scrutiny_app.models.meetings import Meeting, MeetingNote
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.actions import actions_for
from scrutiny_app.services.agreeing import newest_findings
from scrutiny_app.services.escalating import escalations
from scrutiny_app.services.followed import Followed
from scrutiny_app.services.my_cases import my_round
from scrutiny_app.services.my_rounds import MyCase
from scrutiny_app.services.noting import struck_ids
from scrutiny_app.services.replies_arising import replied_to
from scrutiny_app.services.standing_findings import standing_findings

OPEN = (Result.MORE_INFORMATION, Result.NOT_AGREED)
ANSWERED = "The force has answered what the panel asked, and the panel has read its answer."
DISCUSSED_AGAIN = "The panel did not agree at its earlier meeting and has discussed the case again."
REASONS = {Result.MORE_INFORMATION: ANSWERED, Result.NOT_AGREED: DISCUSSED_AGAIN}


@dataclass(frozen=True)
class Carried:
    """One case of an earlier round that comes back: what stands, what is drafted, and what the force answered."""

    round: Round
    case: MyCase
    finding: Finding
    pending: Finding | None
    answer: tuple[Text, ...]


@dataclass(frozen=True)
class Arising:
    """What earlier meetings left: cases that come back, what was passed on or asked and is not closed, and notes."""

    carried: list[Carried]
    escalated: list[tuple[str, Escalation]]
    asked: list[Followed]
    notes: list[str]

    def __bool__(self) -> bool:
        return bool(self.carried or self.escalated or self.asked or self.notes)


def matters_arising(session: Session, round_: Round, *, by: User) -> Arising:
    """Give what opens the agenda of a round's meeting, as one person of its panel may see it.

    What was noted on no case is the panel's round before this one; what was passed on or asked is any earlier one's.
    """
    earlier = _earlier(session, round_)
    carried = [one for before in earlier for one in _carried(session, before, round_, by)]
    if not earlier:
        return Arising(carried, [], [], [])
    followed = [one for before in earlier for one in actions_for(session, by=by, round_=before)]
    closed = {one.row.escalation_id for one in followed if one.state is ActionState.CLOSED}
    passed_on = [pair for before in earlier for pair in _passed_on(session, before, by) if pair[1].id not in closed]
    asked = [one for one in followed if one.row.escalation_id is None and one.state is not ActionState.CLOSED]
    return Arising(carried, passed_on, asked, _notes(session, earlier[0]))


def _passed_on(session: Session, round_: Round, by: User) -> list[tuple[str, Escalation]]:
    references = {case.id: case.reference for case in my_round(session, round_, by).cases}
    raised = escalations(session, list(references))
    return [(references[case], one) for case, ones in raised.items() for one in ones]


def reason_for(finding: Finding) -> str:
    """Give the reason that a new finding on a carried case starts with."""
    return REASONS.get(Result(finding.result), "")


def _earlier(session: Session, round_: Round) -> list[Round]:
    if round_.opened_at is None or round_.panel_id is None:
        return []
    query = select(Round).where(Round.panel_id == round_.panel_id, Round.opened_at < round_.opened_at)
    return list(session.scalars(query.order_by(Round.opened_at.desc(), Round.id.desc())))


def _carried(session: Session, round_: Round, onto: Round, by: User) -> list[Carried]:
    open_ids = select(RoundCase.id).join(Finding, Finding.round_case_id == RoundCase.id)
    open_ids = open_ids.where(RoundCase.round_id == round_.id, Finding.result.in_(OPEN)).limit(1)
    replied = replied_to(session, round_, onto)
    if session.scalar(open_ids) is None and not replied:  # most rounds left nothing open, and need no more looks
        return []
    cases = my_round(session, round_, by).cases
    standing = standing_findings(session, [case.id for case in cases])
    back = [case for case in cases if case.id in standing and (standing[case.id].result in OPEN or case.id in replied)]
    newest = newest_findings(session, [case.id for case in back])
    return [
        Carried(
            round_,
            case,
            standing[case.id],
            newest[case.id] if newest[case.id].signature is None else None,
            answer=_answer(session, case, standing[case.id]),
        )
        for case in back
    ]


def _answer(session: Session, case: MyCase, finding: Finding) -> tuple[Text, ...]:
    """Give the texts that came after the decision, where the case was released anew after its finding was signed."""
    release = session.get_one(Release, case.release_id)
    if finding.signature is None or release.approved_at <= finding.signature.signed_at:
        return ()
    return from_json(release.content).later_texts


def _notes(session: Session, round_: Round) -> list[str]:
    from_meetings = select(MeetingNote.text).join(Meeting, Meeting.id == MeetingNote.meeting_id)
    query = from_meetings.where(Meeting.round_id == round_.id, MeetingNote.round_case_id.is_(None))
    query = query.where(MeetingNote.id.not_in(struck_ids()))
    return list(session.scalars(query.order_by(MeetingNote.id)))
