"""What came of the findings of a year's rounds, counted for whoever reads its report: no case stands in it."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.following import ActionStep, state_after
from scrutiny_app.domain.what_came import Came
from scrutiny_app.models.actions import Action, ActionDeed


def came_of(session: Session, over: OverRounds) -> list[Came]:
    """List the actions of the rounds with how each stands and the day on which it is due, as last moved."""
    titles = {one.round_id: one.report.title for one in over.held}
    found = session.scalars(select(Action).where(Action.round_id.in_(titles)).order_by(Action.id)).all()
    deeds: dict[int, list[ActionDeed]] = defaultdict(list)
    query = select(ActionDeed).where(ActionDeed.action_id.in_([one.id for one in found])).order_by(ActionDeed.id)
    for deed in session.scalars(query):
        deeds[deed.action_id].append(deed)
    return [
        Came(
            titles[one.round_id],
            state_after([ActionStep(deed.step) for deed in deeds[one.id]]),
            next((deed.due_on for deed in reversed(deeds[one.id]) if deed.due_on), one.due_on),
        )
        for one in found
    ]
