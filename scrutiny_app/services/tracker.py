"""The action tracker: the actions of a year's rounds, with those of their words that the panel may read.

An action that was opened again has a turn for each time that it was asked: what was asked, what was answered, in order.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.following import ActionKind, ActionStep, Words
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.people import ROLE_TITLES, Role
from scrutiny_app.domain.tracker_paper import Tracked, Turn
from scrutiny_app.domain.what_came import Came
from scrutiny_app.models.actions import ActionWords
from scrutiny_app.models.people import User
from scrutiny_app.services.actions import Followed, actions_for
from scrutiny_app.services.replies import replies_in


def tracked_over(session: Session, over: OverRounds, *, by: User) -> list[Tracked]:
    """List the actions of these rounds that a person may see, by the day on which each is due, closed ones last."""
    titles = {one.round_id: one.report.title for one in over.held}
    return [
        Tracked(
            number=one.row.id,
            kind=ActionKind(one.row.kind),
            owner=ROLE_TITLES[Role(one.owner.role)],
            turns=turns_of(one),
            came=Came(titles[one.round.id], one.state, one.due_on),
        )
        for one in actions_for(session, by=by)
        if one.round.id in titles
    ]


def turns_of(action: Followed) -> tuple[Turn, ...]:
    """Tell an action's turns: the first, and another from each time that it was opened again."""
    begun = [action.row.set_at, *(deed.done_at for deed in action.deeds if deed.step == ActionStep.REOPENED)]
    asked = _asked(action.words, begun)
    given = [*replies_in(action.words)]
    turns = []
    for nth, start in enumerate(begun):
        end = begun[nth + 1] if nth + 1 < len(begun) else None
        request = asked[nth]
        replies = [reply.text for reply, of in given if of is request and (request or nth == len(begun) - 1)]
        turns.append(
            Turn(
                asked=request.text if request else "",
                response=replies[-1] if replies else "",
                answered_on=_day(action, ActionStep.ANSWERED, start, end),
                closed_on=_day(action, ActionStep.CLOSED, start, end),
                proof=any(_within(one.given_at, start, end) for one in action.words if one.kind == Words.PROOF),
            )
        )
    return tuple(turns)


def _asked(words: Sequence[ActionWords], begun: Sequence[datetime]) -> list[ActionWords | None]:
    """Give what each turn asks: the panel's own words by their time, the force's where a turn before has none yet."""
    found: list[ActionWords | None] = [None for _ in begun]
    tasks = [one for one in words if one.kind == Words.TASK]
    for one in sorted(tasks, key=lambda one: one.text_id is not None):
        open_then = [nth for nth, start in enumerate(begun) if start <= one.given_at]
        free = [nth for nth in open_then if found[nth] is None]
        if one.text_id is None and open_then:
            found[open_then[-1]] = one
        elif free:
            found[free[0]] = one
    return found


def _day(action: Followed, step: ActionStep, start: datetime, end: datetime | None) -> date | None:
    times = [deed.done_at for deed in action.deeds if deed.step == step and _within(deed.done_at, start, end)]
    return times[-1].astimezone(LONDON).date() if times else None


def _within(at: datetime, start: datetime, end: datetime | None) -> bool:
    return start <= at and (end is None or at < end)
