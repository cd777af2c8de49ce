"""Escalating: passing a case on, apart from its grade. No letter mentions it.

Its words are kept as they were written. Taken back with a reason, they are shown nowhere any more.
"""

from collections.abc import Collection

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import EscalationRaised, EscalationTakenBack
from scrutiny_app.models import findings
from scrutiny_app.models.actions import Action, ActionWords
from scrutiny_app.models.findings import Escalation
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.agreeing import find_revealed
from scrutiny_app.services.seated_names import seated_name
from scrutiny_app.services.trail import now

LONGEST_NOTE = 1000  # characters


class EscalationUnexplained(Refused):
    """A case passed on without saying for what."""


def escalate(session: Session, reference: str, *, route: Route, note: str, by: User) -> Escalation:
    """Pass a revealed case on with a note; the same twice is kept once."""
    mine, case, _ = find_revealed(session, reference, by)
    note = _written(note, "Say in the note what they are asked to look at.")
    if name := seated_name(session, mine.round, note):
        raise EscalationUnexplained(f"Name nobody: take out {name}.")
    for kept in escalations(session, [case.id])[case.id]:
        if (kept.route, kept.note) == (route, note):
            return kept

    raised = Escalation(round_case_id=case.id, route=route, note=note, raised_by=by.id, raised_at=now())
    session.add(raised)
    session.flush()
    trail.record(session, EscalationRaised(mine.round.id, case.id, raised.id, route.value), by=by)
    return raised


def escalations(session: Session, cases: Collection[int]) -> dict[int, list[Escalation]]:
    """Give what each of the cases (by id) was passed on for and was not taken back, oldest first."""
    found: dict[int, list[Escalation]] = {case: [] for case in cases}
    query = select(Escalation).where(Escalation.round_case_id.in_(cases), Escalation.id.not_in(taken_back_ids()))
    query = query.order_by(Escalation.id)
    for one in session.scalars(query):
        found[one.round_case_id].append(one)
    return found


def take_back(session: Session, reference: str, escalation_id: int, *, reason: str, by: User) -> None:
    """Take back what a case was passed on for, for a reason; twice is once. Raises NotYours for another case's."""
    mine, case, _ = find_revealed(session, reference, by)
    raised = session.get(Escalation, escalation_id)
    if raised is None or raised.round_case_id != case.id:
        raise NotYours
    reason = _written(reason, "Say why it is taken back.")
    if name := seated_name(session, mine.round, reason):
        raise EscalationUnexplained(f"Name nobody: take out {name}.")
    if session.get(findings.EscalationTakenBack, raised.id) is not None:
        return
    session.add(findings.EscalationTakenBack(escalation_id=raised.id, taken_back_by=by.id, taken_back_at=now()))
    digest = trail.keep_reason(session, reason)
    trail.record(session, EscalationTakenBack(mine.round.id, case.id, raised.id, digest), by=by)


def taken_back_ids() -> Select[int]:
    """Select the ids of what was passed on and then taken back."""
    return select(findings.EscalationTakenBack.escalation_id)


def void_actions() -> Select[int]:
    """Select the ids of the actions that follow what was taken back."""
    return select(Action.id).where(Action.escalation_id.in_(taken_back_ids()))


def words_shown(actions: Collection[int]) -> Select[ActionWords]:
    """Select the words of some actions (by id), oldest first, without those of what was taken back."""
    query = select(ActionWords).where(ActionWords.action_id.in_(actions), ActionWords.action_id.not_in(void_actions()))
    return query.order_by(ActionWords.id)


def _written(text: str, missing: str) -> str:
    text = text.strip()
    if not text:
        raise EscalationUnexplained(missing)
    if len(text) > LONGEST_NOTE:
        raise EscalationUnexplained(f"This is longer than {LONGEST_NOTE:,} characters: shorten it.")
    return text
