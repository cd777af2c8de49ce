"""Funnels: how far a sample's count may lie from what is usual before it is worth asking why.

A small sample strays far by chance alone, so sides are never ranked: each is held against limits that are as wide as
its own number of cases makes them.
"""

from functools import lru_cache

SURPRISE = 0.001  # the tail beyond which a count is flagged: 0.1 % and 99.9 %


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
