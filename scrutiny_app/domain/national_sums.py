"""Figures over several national returns: what their estimates, agreements and medians come to together."""

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from scrutiny_app.domain.national_return import GRADED, Return


class Between(NamedTuple):
    """A figure that is not known further than this; both ends are the same where it is known."""

    low: float
    high: float

    @property
    def known(self) -> bool:
        """Say whether nothing of it is hidden."""
        return self.low == self.high


@dataclass(frozen=True)
class Guess:
    """A share of all eligible cases in some frames, with its interval of 95 %, and in how many returns it is stated."""

    share: float
    low: float
    high: float
    returns: int
    eligible: int


@dataclass(frozen=True)
class Averaged:
    """Agreement over returns, each weighing as many cases as it has; `alphas` counts where alpha is defined."""

    cases: int
    returns: int
    observed: float | None
    ac1: float | None
    alpha: float | None
    alphas: int


@dataclass(frozen=True)
class Typical:
    """The middle one of the returns' medians, each weighing as many as it is of: `n` in all."""

    n: int
    returns: int
    days: float | None


def estimate_over(returns: Collection[Return], result: str) -> Guess | None:
    """Join the estimates of those returns that make one, each weighing its frame; None where none does.

    The intervals' reaches, weighted, are squared, added and rooted (Zou, Huang and Zhang 2009). Of a frame that was
    read whole nothing need be guessed.
    """
    stated = [(one.frame, *known) for one in returns if (known := _estimate(one, result))]
    total = sum(frame for frame, *_ in stated)
    share = below = above = 0.0
    for frame, middle, low_end, high_end in stated:
        weight = frame / total
        share += weight * middle
        below += (weight * (middle - low_end)) ** 2
        above += (weight * (high_end - middle)) ** 2
    reach = max(0.0, share - math.sqrt(below)), min(1.0, share + math.sqrt(above))
    return Guess(min(share, 1.0), *reach, len(stated), total) if stated else None


def _estimate(one: Return, result: str) -> tuple[float, float, float] | None:
    if one.selection == "targeted":
        return None
    for estimate in one.estimates:
        if estimate.result == result:
            return estimate.share, estimate.low, estimate.high
    found, graded = one.results.of(result), one.results.of(GRADED)
    if one.frame == one.sample and isinstance(found, int) and isinstance(graded, int) and graded:
        return (found / graded,) * 3
    return None


def agreement_over(returns: Collection[Return]) -> Averaged:
    """Average how far members agreed, weighing each return by its cases."""
    ours = [one.agreement for one in returns if one.agreement.observed is not None]
    return Averaged(
        cases=sum(one.cases for one in ours),
        returns=len(ours),
        observed=_mean([(one.cases, one.observed) for one in ours]),
        ac1=_mean([(one.cases, one.ac1) for one in ours]),
        alpha=_mean([(one.cases, one.alpha) for one in ours]),
        alphas=sum(one.alpha is not None for one in ours),
    )


def typical_over(returns: Collection[Return], step: str) -> Typical:
    """Give the middle one of the returns' medians of a step."""
    timed = [one for back in returns for one in back.timeliness if one.step == step]
    ours = sorted((one.median_days, one.n) for one in timed if one.median_days is not None)
    total = sum(n for _, n in ours)
    passed = 0
    for days, n in ours:
        passed += n
        if 2 * passed >= total:
            return Typical(total, len(ours), days)
    return Typical(0, 0, None)


def _mean(figures: list[tuple[int, float | None]]) -> float | None:
    known = [(weight, figure) for weight, figure in figures if figure is not None]
    total = sum(weight for weight, _ in known)
    return math.fsum(weight * figure for weight, figure in known) / total if total else None
