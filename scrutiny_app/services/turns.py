"""An action's turns: the first, and one from each time that it was sent back or opened again; and what each asks."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from scrutiny_app.domain.following import ASKED_AGAIN, ActionStep, Words
from scrutiny_app.models.actions import ActionWords
from scrutiny_app.services.followed import Followed


class Begun(NamedTuple):
    """When a turn began, until when it lasted, and by which step: None for the first."""

    at: datetime
    until: datetime | None
    by: ActionStep | None

    def holds(self, at: datetime) -> bool:
        """Say whether something was done in this turn."""
        return self.at <= at and (self.until is None or at < self.until)


def turns_begun(action: Followed) -> list[Begun]:
    """List an action's turns, oldest first."""
    again = [(deed.done_at, ActionStep(deed.step)) for deed in action.deeds if deed.step in ASKED_AGAIN]
    begun: list[tuple[datetime, ActionStep | None]] = [(action.row.set_at, None), *again]
    ends = [at for at, _ in begun[1:]] + [None]
    return [Begun(at, end, step) for (at, step), end in zip(begun, ends, strict=True)]


def asked_in(words: Sequence[ActionWords], turns: Sequence[Begun]) -> list[ActionWords | None]:
    """Give what each turn asks: the panel's own words by their time, the force's where a turn before has none yet."""
    found: list[ActionWords | None] = [None for _ in turns]
    tasks = [one for one in words if one.kind == Words.TASK]
    for one in sorted(tasks, key=lambda one: one.text_id is not None):
        open_then = [nth for nth, turn in enumerate(turns) if turn.at <= one.given_at]
        free = [nth for nth in open_then if found[nth] is None]
        if one.text_id is None and open_then:
            found[open_then[-1]] = one
        elif free:
            found[free[0]] = one
    return found


def told_to_panel(action: Followed) -> list[tuple[ActionWords, ActionStep | None]]:
    """Give what the panel may read of an action in order, each reason with the step that it was given for."""
    turns = turns_begun(action)
    begins = {one.id: turn.by for one, turn in zip(asked_in(action.words, turns), turns, strict=True) if one}
    return [(one, begins.get(one.id)) for one in action.words]


def step_before(action: Followed, at: datetime) -> ActionStep | None:
    """Give the step by which an action had been asked last at a time; None where it was the first asking."""
    return [turn.by for turn in turns_begun(action) if turn.at <= at or turn.by is None][-1]
