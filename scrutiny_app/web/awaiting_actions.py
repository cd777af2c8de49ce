"""The answered actions that wait to be closed, by round, as the home pages of both sides put them."""

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import NamedTuple

from scrutiny_app.services.followed import Followed
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.web.awaiting import TO_DO, Task
from scrutiny_app.web.filters import british_date


class ToClose(NamedTuple):
    """A round (its id), the first of its actions to close (its id), and the line without its link."""

    round_id: int
    first: int
    task: Task


def to_close(waiting: Collection[Followed]) -> Iterator[ToClose]:
    """Tell of each round how many of its actions wait to be closed, and by when the first was to be answered."""
    by_round = sorted(waiting, key=lambda one: (one.round.id, one.due_on, one.row.id))
    for round_id, group in groupby(by_round, key=lambda one: one.round.id):
        ours = list(group)
        what = "an answered action, or send it back" if len(ours) == 1 else f"{len(ours)} answered actions"
        due = british_date(ours[0].due_on)
        when = "was due by" if ours[0].due_on < today_in_london() else "is due by"
        hint = f"{ours[0].round.title}: {'it' if len(ours) == 1 else 'the first'} {when} {due}"
        yield ToClose(
            round_id, ours[0].row.id, {"text": f"Close {what}", "hint": hint, "deed": "Read the answer"} | TO_DO
        )
