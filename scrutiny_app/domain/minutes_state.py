"""Whether minutes are a draft or stand as they are: who approved them, when, and at which meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Approved:
    """When minutes were approved, by whom, and when the meeting began at which they were."""

    at: datetime
    by: str
    meeting_at: datetime


def state_in_words(one: Approved | None, when: Callable[[datetime], str]) -> str:
    """Say whether minutes are a draft, or who approved them and when."""
    if one is None:
        return "Draft, made from what was recorded. The panel approves it at its next meeting."
    return f"Approved by {one.by} on {when(one.at)}, at the meeting that was due to begin {when(one.meeting_at)}."
