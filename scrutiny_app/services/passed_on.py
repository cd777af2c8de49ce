"""What the panel passed on, and who of the force follows it: nobody whose own case it is, for it may be about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import OriginalRead
from scrutiny_app.domain.following import ActionKind
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.models.actions import Action
from scrutiny_app.models.findings import Escalation, EscalationTakenBack, Finding
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.actions import add_action, give_words, possible_owners
from scrutiny_app.services.addressing import parts_in
from scrutiny_app.services.dossiers import CaseKey, open_dossier
from scrutiny_app.services.escalating import taken_back_ids
from scrutiny_app.services.redactions import pick_of
from scrutiny_app.services.rounds import in_round


@dataclass(frozen=True)
class Owners:
    """Who may follow what was passed on, and whose case it is, who may not, each with their first part in it."""

    may: list[User]
    of_case: list[tuple[User, Addressee]]


def to_follow(session: Session, round_: Round) -> Sequence[tuple[Escalation, str]]:
    """List what the panel passed on and nobody follows yet, each with the reference of its case."""
    followed = select(Action.escalation_id).where(Action.escalation_id.is_not(None))
    query = select(Escalation, RoundCase.reference).join(RoundCase, Escalation.round_case_id == RoundCase.id)
    query = query.where(
        *in_round(round_), Escalation.id.not_in(followed), Escalation.id.not_in(taken_back_ids())
    ).order_by(Escalation.id)
    return [(one, reference) for one, reference in session.execute(query)]


def owners_of(session: Session, round_: Round, escalation: Escalation, *, key: CaseKey, by: User) -> Owners:
    """Tell who may follow a matter and who may not; recorded as a look into the original, which says whose it is."""
    pick = pick_of(session, session.get_one(RoundCase, escalation.round_case_id))
    trail.record(session, OriginalRead(pick.case_id, pick.dossier_version, alarmed=False), by=by)
    record = open_dossier(session, pick.case_id, pick.dossier_version, key)
    owners = possible_owners(session, round_, by)
    of_case = [(one, parts[0]) for one in owners if (parts := parts_in(record, one))]
    theirs = {one.id for one, _ in of_case}
    return Owners([one for one in owners if one.id not in theirs], of_case)


def follow(
    session: Session, round_: Round, escalation_id: int, *, owner_id: int, due_on: date, key: CaseKey, by: User
) -> Action:
    """Follow something that the panel passed on, in the panel's words; raise Refused or Overtaken."""
    escalation = session.get(Escalation, escalation_id)
    if escalation is None or not is_of_round(session, round_, escalation):
        raise NotYours
    if session.get(EscalationTakenBack, escalation.id) or session.scalar(
        select(Action.id).where(Action.escalation_id == escalation.id)
    ):
        raise Overtaken("This is followed already, or the panel has taken it back; nothing more was done.")
    owners = owners_of(session, round_, escalation, key=key, by=by)
    if owner_id in {one.id for one, _ in owners.of_case}:
        raise Refused("This is a case of theirs, and it may be about them. Choose somebody else.")
    kind = ActionKind.RECODE if escalation.route == Route.RECODE else ActionKind.ESCALATION
    owner = next((one for one in owners.may if one.id == owner_id), None)
    action = add_action(session, round_, kind, owner, due_on, escalation_id=escalation.id, by=by)
    give_words(session, action, escalation.note, by=session.get_one(User, escalation.raised_by))
    return action


def is_of_round(session: Session, round_: Round, one: Finding | Escalation | None) -> bool:
    """Say whether a finding, or something that was passed on, is of a case of the round."""
    if one is None:
        return False
    query = select(RoundCase.id).where(RoundCase.id == one.round_case_id, *in_round(round_))
    return session.scalar(query) is not None
