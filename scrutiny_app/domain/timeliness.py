"""Timeliness: how many days pass from a disposal to the panel, to feedback, to its being read, to the action's end.

What has not happened yet is not left out, which would make a step look quicker than it is: it counts as having lasted
at least so long (Kaplan and Meier 1958). A quartile that has not been reached yet is not given.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Step(StrEnum):
    """From one moment of a case to the next."""

    PANEL = "panel"
    FEEDBACK = "feedback"
    ACKNOWLEDGED = "acknowledged"
    CLOSED = "closed"


STEP_TITLES = {
    Step.PANEL: "From disposal to the panel’s finding",
    Step.FEEDBACK: "From the finding to feedback sent",
    Step.ACKNOWLEDGED: "From a letter sent to acknowledged",
    Step.CLOSED: "From an action set to its closing",
}


@dataclass(frozen=True)
class Span:
    """One step of one case, letter or action: the day it began, and the day it ended, or None while it lasts."""

    step: Step
    begun: date
    ended: date | None


@dataclass(frozen=True)
class Pace:
    """How long a step takes, in days: of so many begun so many are done, and by when a quarter, half, three quarters.

    `longest` is the longest that is still lasting.
    """

    step: Step
    begun: int
    done: int
    quartiles: tuple[int | None, int | None, int | None]
    longest: int | None


def pace(step: Step, spans: Collection[Span], today: date) -> Pace:
    """Reckon how long a step takes from all that began."""
    ours = [one for one in spans if one.step is step]
    done = [max(0, (one.ended - one.begun).days) for one in ours if one.ended]
    lasting = [max(0, (today - one.begun).days) for one in ours if one.ended is None]
    return Pace(step, len(ours), len(done), quartiles(done, lasting), max(lasting, default=None))


def quartiles(done: Sequence[int], lasting: Sequence[int]) -> tuple[int | None, int | None, int | None]:
    """Give the days by which a quarter, half and three quarters were done; None for what is not reached yet."""
    ends, leaves = Counter(done), Counter(lasting)
    left, still = len(done) + len(lasting), 1.0
    found: list[int] = []
    for day in sorted({*ends, *leaves}):
        still *= 1 - ends[day] / left
        left -= ends[day] + leaves[day]
        while len(found) < 3 and still <= 1 - (len(found) + 1) / 4 + 1e-12:
            found.append(day)
    first, middle, third = [*found, None, None, None][:3]
    return first, middle, third
