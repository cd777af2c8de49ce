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
from scrutiny_app.services.replies import replies_in


def tracked_over(session: Session, over: OverRounds, *, by: User) -> list[Tracked]:
    """List the actions of these rounds that a person may see, by the day on which each is due, closed ones last."""
    titles = {one.round_id: one.report.title for one in over.held}
    return [
        Tracked(
            number=one.row.id,
            kind=ActionKind(one.row.kind),
            asked=asked.text if (asked := _asked(one.words)) else "",
            response=_reply(one.words),
            came=Came(titles[one.round.id], one.state, one.due_on),
        )
        for one in actions_for(session, by=by)
        if one.round.id in titles
    ]


def _asked(words: Sequence[ActionWords]) -> ActionWords | None:
    return next((one for one in reversed(words) if one.kind == Words.TASK), None)


def _reply(words: Sequence[ActionWords]) -> str:
    """Give the newest reply to what is asked now: what was answered before is no answer to what is asked anew."""
    now_asked = _asked(words)
    return next((reply.text for reply, asked in reversed([*replies_in(words)]) if asked is now_asked), "")
