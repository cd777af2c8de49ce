"""Which words that a force gave on an action answer which of what was asked: an action may be opened again."""

from collections.abc import Iterator, Sequence

from scrutiny_app.domain.following import Words
from scrutiny_app.models.actions import ActionWords


def replies_in(words: Sequence[ActionWords]) -> Iterator[tuple[ActionWords, ActionWords | None]]:
    """Give each reply among an action's words with the request that it answers: what was asked last before it.

    A reply that was released before any request was answers the first; None where none is released.
    """
    asked = [one for one in words if one.kind == Words.TASK]
    for one in words:
        if one.kind == Words.RESPONSE:
            before = [task for task in asked if task.given_at <= one.given_at] or asked[:1]
            yield one, before[-1] if before else None
