"""Leaving unsaid: a letter goes out only without what it must not tell, or with the finding's own words meant so."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.following import ActionState, ActionStep, state_after
from scrutiny_app.domain.leaving_unsaid import escalation_told, spread_told
from scrutiny_app.models.actions import Action, ActionDeed
from scrutiny_app.models.findings import Escalation
from scrutiny_app.services.addressing import Case
from scrutiny_app.services.my_cases import name_in_words


class SaysTooMuch(Refused):
    """Words that a letter must not have; `confirmable` where they are the finding's own and may be meant."""

    def __init__(self, message: str, *, confirmable: bool = False) -> None:
        super().__init__(message)
        self.confirmable = confirmable


def check_words(session: Session, case: Case, text: str, *, confirmed: bool) -> None:
    """Raise SaysTooMuch where a letter names a member, tells a spread, or mentions what was passed on."""
    if name := name_in_words(session, case.round, text):
        raise SaysTooMuch(f"A letter names no panel member: take out {name}.")
    if spread := spread_told(text):
        raise SaysTooMuch(
            f"A letter does not say how many of the panel thought what: write “{spread[0]}” in another way."
        )
    told = escalation_told(text, _notes(session, case.place.id))
    own = " \n ".join([case.finding.remarks, *(one.text for one in case.finding.observations)])
    if ours := [words for words in told if words not in escalation_told(own, told)]:
        raise SaysTooMuch(f"A letter never mentions that a case was passed on: take out “{ours[0]}”.")
    if told and not confirmed:
        raise SaysTooMuch(
            f"The words “{told[0]}” are in the panel’s finding, but may tell that the case was passed on. Take them "
            "out, or tick that they may stand.",
            confirmable=True,
        )


def has_open_escalation(session: Session, round_case_id: int) -> bool:
    """Say whether a case was passed on and whoever follows it has not closed it."""
    raised = select(Escalation.id).where(Escalation.round_case_id == round_case_id)
    return any(not _closed(session, one) for one in session.scalars(raised))


def _closed(session: Session, escalation_id: int) -> bool:
    query = select(ActionDeed.step).join(Action, Action.id == ActionDeed.action_id).order_by(ActionDeed.id)
    steps = session.scalars(query.where(Action.escalation_id == escalation_id))
    return state_after([ActionStep(step) for step in steps]) is ActionState.CLOSED


def _notes(session: Session, round_case_id: int) -> list[str]:
    return list(session.scalars(select(Escalation.note).where(Escalation.round_case_id == round_case_id)))
