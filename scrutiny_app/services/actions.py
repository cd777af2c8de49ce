"""Actions: what a panel's findings have somebody of the force do, until the chair or the registrar closes it.

This much of them both sides share. The panel reads its own words, and the force's once two people have released them;
what the force wrote before that is in services.action_texts.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import ActionSet, ActionTaken
from scrutiny_app.domain.following import ActionKind, ActionState, ActionStep, Words, check_words
from scrutiny_app.domain.people import PANEL_ROLES, Role
from scrutiny_app.models.actions import Action, ActionDeed, ActionWords
from scrutiny_app.models.findings import Escalation, Finding
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.escalating import void_actions, words_shown
from scrutiny_app.services.followed import Followed
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.seated_names import seated_name
from scrutiny_app.services.trail import now, today_in_london

OWNERS = (Role.LEAD, Role.PREPARER, Role.REGISTRAR, Role.OFFICER, Role.SUPERVISOR)
OWNERS_KNOWN_TO_PANEL = (Role.LEAD, Role.REGISTRAR)
SEES_ALL = (Role.LEAD, Role.PREPARER, Role.REGISTRAR)


def set_by_panel(session: Session, round_: Round, text: str, *, owner_id: int, due_on: date, by: User) -> Action:
    """Set an action in the panel's own words; raise Refused for an owner, a day or words that will not do."""
    text = check_panel_words(session, round_, text, "what the force is asked to do")
    owner = next((one for one in possible_owners(session, round_, by) if one.id == owner_id), None)
    action = add_action(session, round_, ActionKind.TASK, owner, due_on, by=by)
    give_words(session, action, text, by=by)
    return action


def check_panel_words(session: Session, round_: Round, text: str, what: str) -> str:
    """Give words of the panel's own without the space around them; raise Refused for none, too many, or a name."""
    text = check_words(text, what)
    if name := seated_name(session, round_, text):
        raise Refused(f"Name nobody: take out {name}.")
    return text


def give_words(session: Session, action: Action, text: str, kind: Words = Words.TASK, *, by: User) -> None:
    """Keep what an action asks, or what was checked, in the panel's own words: whoever sees it may read them."""
    session.add(ActionWords(action_id=action.id, kind=kind, text=text, written_by=by.id, given_at=now()))
    session.flush()


def add_action(
    session: Session,
    round_: Round,
    kind: ActionKind,
    owner: User | None,
    due_on: date,
    *,
    finding_id: int | None = None,
    escalation_id: int | None = None,
    by: User,
) -> Action:
    """Keep an action without its words, and record it; raise Refused for no owner, or a day that has passed."""
    if owner is None:
        raise Refused("Choose who is to do it from the list.")
    check_day(due_on)
    action = Action(
        force=round_.force,
        kind=kind,
        round_id=round_.id,
        finding_id=finding_id,
        escalation_id=escalation_id,
        owner_id=owner.id,
        due_on=due_on,
        set_by=by.id,
        set_at=now(),
    )
    session.add(action)
    session.flush()
    trail.record(session, ActionSet(round_.id, action.id, kind.value, owner.id), by=by)
    return action


def possible_owners(session: Session, round_: Round, by: User) -> list[User]:
    """List by role and name those of the force who may own an action; the panel chooses among leads and registrars."""
    roles = OWNERS_KNOWN_TO_PANEL if by.role in PANEL_ROLES else OWNERS
    query = select(User).where(User.force == round_.force, User.role.in_(roles), User.disabled_at.is_(None))
    found = session.scalars(query.order_by(User.name, User.id))
    return sorted(found, key=lambda one: roles.index(Role(one.role)))


def actions_for(session: Session, *, by: User, round_: Round | None = None) -> list[Followed]:
    """List the actions that a person may see, by the day on which each is due; those closed come last."""
    query = select(Action).where(_whose(session, by))
    if round_ is not None:
        query = query.where(Action.round_id == round_.id)
    found = _followed(session, session.scalars(query.order_by(Action.id)).all())
    return sorted(found, key=lambda one: (one.state is ActionState.CLOSED, one.due_on, one.row.id))


def open_actions(session: Session, *, only: int | None = None) -> list[Followed]:
    """List the actions of every force (or the one of this id) that wait for their owner's answer, for the worker."""
    query = select(Action).where(Action.id.not_in(void_actions()))
    query = query if only is None else query.where(Action.id == only)
    found = _followed(session, session.scalars(query.order_by(Action.id)).all())
    return [one for one in found if one.state is ActionState.OPEN]


def find_action(session: Session, action_id: int, *, by: User) -> Followed:
    """Find one action that a person may see; raise NotYours for any other."""
    row = session.scalar(select(Action).where(Action.id == action_id, _whose(session, by)))
    if row is None:
        raise NotYours
    return _followed(session, [row])[0]


def answered_action(session: Session, action_id: int, *, by: User) -> Followed:
    """Find an answered action for somebody who decides on it; raise NotYours, Refused for its owner, or Overtaken."""
    action = others_action(session, action_id, "close it or send it back", by=by)
    if action.state is not ActionState.ANSWERED:
        raise Overtaken("This action does not wait for a decision: it has no new answer, or was decided already.")
    return action


def others_action(session: Session, action_id: int, deed: str, *, by: User) -> Followed:
    """Find an action for somebody who decides on it; raise NotYours, or Refused where they own it themselves."""
    action = find_action(session, action_id, by=by)
    if not allows(by.role, Permission.CLOSE_ACTION):
        raise NotYours
    if action.row.owner_id == by.id:
        raise Refused(f"You own this action, so somebody else must {deed}.")
    return action


def check_read(action: Followed, by: User) -> None:
    """Raise Refused for the chair where no response is released: nobody decides on what they cannot read."""
    if by.role in PANEL_ROLES and action.answer_waits:
        raise Refused("The force’s response has not been released to the panel yet. Decide once you have read it.")


def check_day(due_on: date) -> None:
    """Raise Refused for a day that has passed."""
    if due_on < today_in_london():
        raise Refused("Choose a day from today on by which it is to be answered.")


def take_step(session: Session, action: Action, step: ActionStep, *, due_on: date | None = None, by: User) -> None:
    """Add a step to an action, and record it."""
    session.add(ActionDeed(action_id=action.id, step=step, due_on=due_on, done_by=by.id, done_at=now()))
    session.flush()
    trail.record(session, ActionTaken(action.round_id, action.id, step.value), by=by)


def overdue(actions: Iterable[Followed], today: date) -> list[Followed]:
    """Keep the actions whose day has passed without an answer."""
    return [one for one in actions if one.is_overdue(today)]


def _whose(session: Session, by: User) -> ColumnElement[bool]:
    """Say in SQL which actions a person may see: their force's, their own, or their panel's without their conflicts."""
    if by.role in SEES_ALL:
        return Action.force == by.force
    if by.role not in PANEL_ROLES:
        return (Action.owner_id == by.id) & (Action.force == by.force)
    of_finding = exists().where(Finding.id == Action.finding_id, has_conflict(Finding.round_case_id, by.id))
    of_escalation = exists().where(Escalation.id == Action.escalation_id, has_conflict(Escalation.round_case_id, by.id))
    mine = [round_.id for round_ in rounds.rounds_for(session, by)]
    return Action.round_id.in_(mine) & ~of_finding & ~of_escalation


def _followed(session: Session, rows: Collection[Action]) -> list[Followed]:
    ids = [row.id for row in rows]
    deeds, words = defaultdict[int, list[ActionDeed]](list), defaultdict[int, list[ActionWords]](list)
    for deed in session.scalars(select(ActionDeed).where(ActionDeed.action_id.in_(ids)).order_by(ActionDeed.id)):
        deeds[deed.action_id].append(deed)
    for one in session.scalars(words_shown(ids)):
        words[one.action_id].append(one)
    owners = {one.id: one for one in session.scalars(select(User).where(User.id.in_({row.owner_id for row in rows})))}
    held = {one.id: one for one in session.scalars(select(Round).where(Round.id.in_({row.round_id for row in rows})))}
    of_case = _references(session, rows)
    return [
        Followed(
            row,
            owners[row.owner_id],
            held[row.round_id],
            of_case.get(row.id),
            tuple(deeds[row.id]),
            tuple(words[row.id]),
        )
        for row in rows
    ]


def case_of(session: Session, action: Action) -> RoundCase | None:
    """Give the case that an action is on, or None where it is on the round as a whole."""
    place = None
    if action.finding_id is not None:
        place = session.get_one(Finding, action.finding_id).round_case_id
    elif action.escalation_id is not None:
        place = session.get_one(Escalation, action.escalation_id).round_case_id
    return None if place is None else session.get_one(RoundCase, place)


def _references(session: Session, actions: Collection[Action]) -> dict[int, str]:
    """Give the reference of the case that each action is on, of those that are on one."""
    query = select(Action.id, RoundCase.reference).where(Action.id.in_([one.id for one in actions]))
    query = query.outerjoin(Finding, Finding.id == Action.finding_id)
    query = query.outerjoin(Escalation, Escalation.id == Action.escalation_id)
    of_case = RoundCase.id == func.coalesce(Finding.round_case_id, Escalation.round_case_id)
    return dict(session.execute(query.join(RoundCase, of_case)).all())
