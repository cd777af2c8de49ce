"""Leaving unsaid: a letter goes out only without what it must not tell, or with the finding's own words meant so."""

from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.following import ActionState, ActionStep, state_after
from scrutiny_app.domain.leaving_unsaid import escalation_told, passing_hinted, sentences_with
from scrutiny_app.domain.telling_spreads import spread_told
from scrutiny_app.models.actions import Action, ActionDeed
from scrutiny_app.models.findings import Escalation
from scrutiny_app.models.panels import Panel
from scrutiny_app.services.addressing import Case, DueLetter
from scrutiny_app.services.dossiers import CaseKey, open_dossier
from scrutiny_app.services.escalating import taken_back_ids
from scrutiny_app.services.seated_names import is_said, mentions


class SaysTooMuch(Refused):
    """Words that a letter must not have; `asked` are the sentences, by digest, whose words may be meant."""

    def __init__(self, message: str, asked: Collection[str] = ()) -> None:
        super().__init__(message)
        self.asked = tuple(sorted(asked))


def check_words(session: Session, due: DueLetter, text: str, *, key: CaseKey, confirmed: Collection[str]) -> None:
    """Raise SaysTooMuch where a letter names a member, tells a spread, or mentions what was passed on.

    Sentences that were asked about and `confirmed` may have what they had then; any other is asked about anew.
    """
    if spread := spread_told(text):
        raise SaysTooMuch(
            f"A letter does not say how many of the panel thought what: write “{spread[0]}” in another way."
        )
    doubts = [*_names(session, due, text, key), *_passed_on(session, due.case, text)]
    unasked = [(words, why) for words, why in doubts if not sentences_with(text, words) <= set(confirmed)]
    if unasked:
        asked = {one for words, _ in doubts for one in sentences_with(text, words)}
        raise SaysTooMuch(f"{' '.join(why for _, why in unasked)} Take it out, or tick that it may stand.", asked)


def _names(session: Session, due: DueLetter, text: str, key: CaseKey) -> Iterator[tuple[str, str]]:
    """Tell of names that may stand: those that are plain words too, the force's, or in the finding already."""
    case = due.case
    record = open_dossier(session, case.pick.case_id, case.pick.dossier_version, key)
    officers = [record[name] or "" for name in ("officer_name", "decision_maker_name", "supervisor_name")]
    panel = session.get_one(Panel, case.round.panel_id).name
    said = text.replace(panel, " ").replace(case.round.force, " ")
    for name, is_ordinary in mentions(session, case.round, said, [*officers, due.to.name if due.to else ""]):
        if not (is_ordinary or is_said(name, f"{case.round.force} \n {panel} \n {_own_words(case)}")):
            raise SaysTooMuch(f"A letter names no panel member: take out “{name}”.")
        yield name, f"“{name}” may name somebody on the panel."


def _passed_on(session: Session, case: Case, text: str) -> Iterator[tuple[str, str]]:
    """Tell of words that may stand: those of the finding itself, and of a referral that the case may have had."""
    told = escalation_told(text, _notes(session, case.place.id))
    if ours := [words for words in told if words not in escalation_told(_own_words(case), told)]:
        raise SaysTooMuch(f"A letter never mentions that a case was passed on: take out “{ours[0]}”.")
    for words in told:
        yield words, f"The words “{words}” are in the panel’s finding, but may tell that the case was passed on."
    for words in passing_hinted(text):
        if not any(one in words for one in told):
            yield words, f"“{words}” may tell that the panel passed the case on."


def _own_words(case: Case) -> str:
    return " \n ".join([case.finding.remarks, *(one.text for one in case.finding.observations)])


def has_open_escalation(session: Session, round_case_id: int) -> bool:
    """Say whether a case was passed on and whoever follows it has not closed it."""
    raised = select(Escalation.id).where(Escalation.round_case_id == round_case_id)
    raised = raised.where(Escalation.id.not_in(taken_back_ids()))
    return any(not _closed(session, one) for one in session.scalars(raised))


def _closed(session: Session, escalation_id: int) -> bool:
    query = select(ActionDeed.step).join(Action, Action.id == ActionDeed.action_id).order_by(ActionDeed.id)
    steps = session.scalars(query.where(Action.escalation_id == escalation_id))
    return state_after([ActionStep(step) for step in steps]) is ActionState.CLOSED


def _notes(session: Session, round_case_id: int) -> list[str]:
    return list(session.scalars(select(Escalation.note).where(Escalation.round_case_id == round_case_id)))
