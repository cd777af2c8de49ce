"""Releases that are taken away because they may identify somebody, and what the force decides about that.

A personal-data breach that is likely to put anyone at risk is notified to the Information Commissioner without undue
delay and, where feasible, not later than 72 hours after the controller became aware of it: Data Protection Act 2018,
section 67(1). The clock is shown from the moment that a release is taken away, whoever did it.
"""

from datetime import datetime, timedelta
from enum import StrEnum

NOTIFY_WITHIN = timedelta(hours=72)
LONGEST_REASON = 2_000  # characters


class WithheldBy(StrEnum):
    """Who took a release away; programs read these words, so they never change."""

    REPORTED = "reported"
    RECALLED = "recalled"


class Decision(StrEnum):
    """What the force decides on a possible personal-data breach."""

    NOTIFIED = "notified"
    RECORDED = "recorded"
    NO_BREACH = "no_breach"


WITHHELD_TITLES = {
    WithheldBy.REPORTED: "A reader said that somebody can be identified",
    WithheldBy.RECALLED: "The force recalled it",
}
DECISION_TITLES = {
    Decision.NOTIFIED: "A breach, notified to the Information Commissioner",
    Decision.RECORDED: "A breach that puts nobody at risk: kept on record, not notified",
    Decision.NO_BREACH: "No breach: nobody can be identified",
}


def deadline(since: datetime) -> datetime:
    """Give the moment by which a breach is to be notified."""
    return since + NOTIFY_WITHIN


def left(since: datetime, at: datetime) -> str:
    """Say in words how much of the 72 hours is left, in whole hours begun, or that they are over."""
    remaining = deadline(since) - at
    if remaining <= timedelta(0):
        return "The 72 hours are over"
    hours = -(-remaining // timedelta(hours=1))
    return "1 hour left of 72" if hours == 1 else f"{hours} hours left of 72"
