"""The action tracker: the actions of a year's rounds, with those of their words that the panel may read.

An action that was sent back or opened again has a turn for each time that it was asked, in order: what was asked, what
was answered.
"""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy.orm import Session

from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.following import ActionKind, ActionStep, Words
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.people import ROLE_TITLES, Role
from scrutiny_app.domain.tracker_paper import Tracked, Turn
from scrutiny_app.domain.what_came import Came
from scrutiny_app.models.people import User
from scrutiny_app.services.actions import actions_for
from scrutiny_app.services.followed import Followed
from scrutiny_app.services.proof_waiting import proof_written
from scrutiny_app.services.replies import replies_in
from scrutiny_app.services.turns import Begun, asked_in, turns_begun


def tracked_over(session: Session, over: OverRounds, *, by: User) -> list[Tracked]:
    """List the actions of these rounds that a person may see, by the day on which each is due, closed ones last."""
    titles = {one.round_id: one.report.title for one in over.held}
    found = [one for one in actions_for(session, by=by) if one.round.id in titles]
    written = proof_written(session, titles)
    return [
        Tracked(
            number=one.row.id,
            kind=ActionKind(one.row.kind),
            owner=ROLE_TITLES[Role(one.owner.role)],
            turns=turns_of(one, written[one.row.id]),
            came=Came(titles[one.round.id], one.state, one.due_on),
            sent_back=one.sent_back,
        )
        for one in found
    ]


def turns_of(action: Followed, proofs: Collection[datetime] = ()) -> tuple[Turn, ...]:
    """Tell an action's turns, with the times at which proof was written, which the panel may not read yet."""
    begun, given = turns_begun(action), [*replies_in(action.words)]
    turns = []
    for request, turn in zip(asked_in(action.words, begun), begun, strict=True):
        replies = [reply.text for reply, of in given if of is request and (request or turn is begun[-1])]
        turns.append(
            Turn(
                asked=request.text if request else "",
                again=turn.by,
                response=replies[-1] if replies else "",
                answered_on=_day(action, ActionStep.ANSWERED, turn),
                closed_on=_day(action, ActionStep.CLOSED, turn),
                proof=any(turn.holds(one.given_at) for one in action.words if one.kind == Words.PROOF),
                proof_waits=any(turn.holds(at) for at in proofs),
            )
        )
    return tuple(turns)


def _day(action: Followed, step: ActionStep, turn: Begun) -> date | None:
    times = [deed.done_at for deed in action.deeds if deed.step == step and turn.holds(deed.done_at)]
    return times[-1].astimezone(LONDON).date() if times else None
