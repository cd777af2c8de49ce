"""What opened a round's first meeting as its panel saw it then: open cases, what was passed on, and earlier notes."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from scrutiny_app.domain.agreeing import ESCALATION_TITLES, RESULT_TITLES, Result
from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.following import ActionState, ActionStep, Words, state_after
from scrutiny_app.domain.minutes import NOTED
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.models.actions import Action, ActionDeed
from scrutiny_app.models.findings import Escalation, Finding, Signature
from scrutiny_app.models.meetings import Meeting, MeetingNote
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.carrying_over import OPEN
from scrutiny_app.services.escalating import taken_back_ids, words_shown
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.noting import struck_ids

UNRELEASED = "an action of the force’s, the words of which are not released."


def arisen(session: Session, round_: Round, at: datetime, *, by: User | None) -> tuple[str, ...]:
    """Tell in sentences what earlier rounds had left open at a moment, but for cases hidden from a reader.

    What has been taken back since is left out, as it is everywhere.
    """
    if round_.opened_at is None or round_.panel_id is None:
        return ()
    earlier = (Round.panel_id == round_.panel_id, Round.opened_at < round_.opened_at)
    seen: tuple[ColumnElement[bool], ...] = (*earlier, RoundCase.withdrawn_at.is_(None))
    if by is not None and by.role in PANEL_ROLES:
        seen = (*seen, ~has_conflict(RoundCase.id, by.id))
    told = (*_open(session, seen, at), *_passed_on(session, seen, at))
    return (*told, *_asked(session, earlier, at, by), *_noted(session, earlier, at))


def _open(session: Session, seen: tuple[ColumnElement[bool], ...], at: datetime) -> Iterator[str]:
    stood = select(func.max(Finding.id)).join(Signature).where(Signature.signed_at < at).group_by(Finding.round_case_id)
    query = select(Finding, RoundCase.reference, Round.title).join(RoundCase, RoundCase.id == Finding.round_case_id)
    query = query.join(Round, Round.id == RoundCase.round_id).where(
        Finding.id.in_(stood), Finding.result.in_(OPEN), *seen
    )
    for finding, reference, title in session.execute(query.order_by(RoundCase.id)).unique():
        yield f"Case {reference} of “{title}” came back: {RESULT_TITLES[Result(finding.result)]}."


def _passed_on(session: Session, seen: tuple[ColumnElement[bool], ...], at: datetime) -> Iterator[str]:
    query = select(Escalation, RoundCase.reference).join(RoundCase, RoundCase.id == Escalation.round_case_id)
    query = query.join(Round, Round.id == RoundCase.round_id).where(Escalation.raised_at < at, *seen)
    found = session.execute(query.where(Escalation.id.not_in(taken_back_ids())).order_by(Escalation.id)).all()
    closed = _closed(session, Action.escalation_id, [one.id for one, _ in found], at)
    for one, reference in found:
        if one.id not in closed:
            yield f"Passed on and not closed: case {reference}, {ESCALATION_TITLES[Route(one.route)]}: {one.note}"


def _asked(session: Session, earlier: tuple[ColumnElement[bool], ...], at: datetime, by: User | None) -> Iterator[str]:
    """Give the actions asked of a force and not closed at a moment, in the words that the panel may read."""
    query = select(Action, Round.title, RoundCase.reference).join(Round, Round.id == Action.round_id)
    query = query.outerjoin(Finding, Finding.id == Action.finding_id)
    query = query.outerjoin(RoundCase, RoundCase.id == Finding.round_case_id)
    query = query.where(*earlier, Action.escalation_id.is_(None), Action.set_at < at)
    if by is not None and by.role in PANEL_ROLES:
        query = query.where(or_(RoundCase.id.is_(None), ~has_conflict(RoundCase.id, by.id)))
    found = session.execute(query.order_by(Action.due_on, Action.id)).all()
    ids = [action.id for action, _, _ in found]
    closed, told = _closed(session, Action.id, ids, at), defaultdict[int, list[str]](list)
    for one in session.scalars(words_shown(ids)):
        if one.kind == Words.TASK:
            told[one.action_id].append(one.text)
    for action, title, reference in found:
        if action.id not in closed:
            of = f" on case {reference}" if reference else ""
            yield f"Asked{of} in “{title}” and not closed: {' '.join(told[action.id]) or UNRELEASED}"


def _closed(session: Session, by: InstrumentedAttribute[Any], ids: Collection[int], at: datetime) -> set[int]:
    """Say of which of these, actions or what they follow by its ids, the action was closed at a moment."""
    query = select(by, ActionDeed.step).join(Action, Action.id == ActionDeed.action_id).order_by(ActionDeed.id)
    steps = defaultdict[int, list[ActionStep]](list)
    for one, step in session.execute(query.where(by.in_(ids), ActionDeed.done_at < at)):
        steps[one].append(ActionStep(step))
    return {one for one, taken in steps.items() if state_after(taken) is ActionState.CLOSED}


def _noted(session: Session, earlier: tuple[ColumnElement[bool], ...], at: datetime) -> Iterator[str]:
    """Give what was noted on no case at the meetings of the round before."""
    before = (
        select(Round.id).where(*earlier).order_by(Round.opened_at.desc(), Round.id.desc()).limit(1).scalar_subquery()
    )
    query = select(MeetingNote.text).join(Meeting, Meeting.id == MeetingNote.meeting_id)
    query = query.where(Meeting.round_id == before, MeetingNote.round_case_id.is_(None), MeetingNote.written_at < at)
    for text in session.scalars(query.where(MeetingNote.id.not_in(struck_ids())).order_by(MeetingNote.id)):
        yield f"{NOTED}{text}"
