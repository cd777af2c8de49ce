"""The action tracker: the actions of a year's rounds, with those of their words that the panel may read."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.following import ActionKind, Words
from scrutiny_app.domain.tracker_paper import Tracked
from scrutiny_app.domain.what_came import Came
from scrutiny_app.models.actions import ActionWords
from scrutiny_app.models.people import User
from scrutiny_app.services.actions import actions_for


def tracked_over(session: Session, over: OverRounds, *, by: User) -> list[Tracked]:
    """List the actions of these rounds that a person may see, by the day on which each is due, closed ones last."""
    titles = {one.round_id: one.report.title for one in over.held}
    return [
        Tracked(
            number=one.row.id,
            kind=ActionKind(one.row.kind),
            asked=_newest(one.words, Words.TASK),
            response=_newest(_since_asked(one.words), Words.RESPONSE),
            came=Came(titles[one.round.id], one.state, one.due_on),
        )
        for one in actions_for(session, by=by)
        if one.round.id in titles
    ]


def _since_asked(words: Sequence[ActionWords]) -> Sequence[ActionWords]:
    """Give the words since an action was asked for anew, whose earlier answers are to what was asked before."""
    asked = [place for place, one in enumerate(words) if one.kind == Words.TASK]
    return words[asked[-1] :] if len(asked) > 1 else words


def _newest(words: Sequence[ActionWords], kind: Words) -> str:
    return next((one.text for one in reversed(words) if one.kind == kind), "")
