"""Funnels: how far a sample's count may lie from what is usual before it is worth asking why.

A small sample strays far by chance alone, so sides are never ranked: each is held against limits that are as wide as
its own number of cases makes them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

ROOM = 1.05  # how far a funnel reaches beyond the side of the most cases
MOST_STEPS = 120  # sizes at which a funnel's limits are reckoned
SURPRISE = 0.001  # the tail beyond which a count is flagged: 0.1 % and 99.9 %


class Lies(StrEnum):
    """Where a side that can be drawn lies."""

    WITHIN = "within"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True)
class Mark:
    """One side on a funnel: the least and most found and graded, and where that lies, `said` in words."""

    name: str
    found: tuple[float, float]
    graded: tuple[float, float]
    lies: Lies
    said: str

    @property
    def known(self) -> bool:
        """Say whether neither count is a range."""
        return self.found[0] == self.found[1] and self.graded[0] == self.graded[1]


@dataclass(frozen=True)
class Plot:
    """A funnel to be drawn: the share of all, each side's mark, and the lowest and highest usual share by size.

    `usual` are the words on the line of that share, which is the mean of the sides by their cases.
    """

    title: str
    description: str
    share: tuple[float, float]
    marks: tuple[Mark, ...]
    limits: tuple[tuple[int, float, float], ...]
    names_all: bool = True
    usual: str = "All together"


@lru_cache(maxsize=10_000)
def funnel_limits(n: int, share: float, tail: float = SURPRISE) -> tuple[int, int]:
    """Give the fewest and most of n that would not be surprising if the true share were this one.

    Exact, by the binomial distribution: fewer than the fewest, or more than the most, comes about with a chance of at
    most `tail`. A chart of these limits over n is a funnel (Spiegelhalter 2005).
    """
    from scipy.special import bdtr  # imported here because it would slow every start by a quarter of a second

    if n < 1 or not 0 <= share <= 1 or not 0 < tail < 0.5:
        raise ValueError("there must be a sample, a share from 0 to 1, and a tail between 0 and one half")
    at_most = [float(chance) for chance in bdtr(range(n + 1), n, share)]
    at_least = [1.0, *(float(chance) for chance in bdtr(range(n), n, 1 - share)[::-1])]
    fewest = next(k for k in range(n + 1) if at_most[k] > tail)
    most = next(k for k in range(n, -1, -1) if at_least[k] > tail)
    return fewest, most


def limits_by_size(most: int, low: float, high: float) -> Iterator[tuple[int, float, float]]:
    """Give limits as shares for sizes up to the most, around a true share that lies between two."""
    step = max(1, most // MOST_STEPS)
    for n in sorted({*range(1, most + 1, step), most}):
        yield n, funnel_limits(n, low)[0] / n, funnel_limits(n, high)[1] / n
