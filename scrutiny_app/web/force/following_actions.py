"""How a round's actions stand, for whoever follows the round: to be answered, made ready for the panel, closed."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.following import ActionState
from scrutiny_app.domain.people import Role
from scrutiny_app.services import actions, waiting_actions
from scrutiny_app.services.followed import Followed
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.services.whose_turn import MINE, NOBODYS, Turn, people_of, turn_of
from scrutiny_app.services.words_waiting import not_released, words_waiting
from scrutiny_app.web.force.steps import link_to
from scrutiny_app.web.force.stretches import Stretch

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round

EDITORS = (Role.LEAD, Role.PREPARER)
NAME = "Actions"


def of_actions(session: Session, round_: "Round", user: "User") -> Stretch:
    """Tell how the actions stand, and whose step is next: first the reader's own."""
    found = actions.actions_for(session, by=user, round_=round_)
    page = link_to("actions.of_round", round_id=round_.id) or link_to("actions.index")
    if not found:
        may = allows(user.role, Permission.SET_ACTION)
        return Stretch(NAME, "None set", href=page, deed="Set one" if may else "See")
    told, left = _told(found), any(one.state is not ActionState.CLOSED for one in found)
    if mine := _mine(session, found, round_, user):
        action_id, part, deed = mine
        href = link_to("actions.show", action_id=action_id)
        return Stretch(NAME, told, True, MINE, f"{href}#{part}", deed)
    turn = _theirs(session, found, round_, user) if left else NOBODYS
    return Stretch(NAME, told, left, turn, page, "See the actions")


def _told(found: list[Followed]) -> str:
    late, states = len(actions.overdue(found, today_in_london())), [one.state for one in found]
    apart = ((sum(one.sent_back for one in found), "sent back"), (late, "overdue"))
    of_them = ", ".join(f"{count} {what}" for count, what in apart if count)
    counts = [
        (states.count(ActionState.OPEN), "to be answered" + (f" ({of_them})" if of_them else "")),
        (states.count(ActionState.ANSWERED), "answered, to be closed or sent back"),
        (states.count(ActionState.CLOSED), "closed"),
    ]
    return "; ".join(f"{count} {what}" for count, what in counts if count)


def _mine(session: Session, found: list[Followed], round_: "Round", user: "User") -> tuple[int, str, str] | None:
    """Give the first action that waits for this reader, the part of its page where it does, and what is to be done."""
    for one in waiting_actions.answerable(found, user):
        return one.row.id, "answer", f"Answer action {one.row.id}" + (" again" if one.sent_back else "")
    for action_id in words_waiting(session, by=user, round_=round_):
        return action_id, "words", f"Make action {action_id} ready for the panel"
    for one in waiting_actions.closable(found, user):
        return one.row.id, "decide", f"Close action {one.row.id}, or send it back"
    return None


def _theirs(session: Session, found: list[Followed], round_: "Round", user: "User") -> Turn:
    """Name who answers, then who makes the words ready, then who closes: the first of these for whom anything waits."""
    if owners := {one.owner.id: one.owner for one in found if one.state is ActionState.OPEN}:
        return turn_of(owners.values(), user)
    unread = {one.row.id for one in found if one.state is not ActionState.CLOSED}
    writers = {writer.id for action_id, writer in not_released(session, round_.force, round_) if action_id in unread}
    if writers:
        editors = people_of(session, round_, *EDITORS)
        return turn_of([one for one in editors if one.id not in writers] or editors, user)
    return turn_of(people_of(session, round_, Role.REGISTRAR, Role.CHAIR), user)
