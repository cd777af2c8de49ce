"""Sharing a sample's places among the strata of a frame, exactly and the same for whoever works it out again.

All of it is whole numbers: a share is a quotient and a remainder over one common total, so nothing is ever rounded.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt, lcm

from scrutiny_app.domain.errors import Refused

DEFAULT_FLOOR = 2
MOST_TIMES = 100
_MILLION = 10**6


class SampleTooSmall(Refused):
    """A sample with fewer places than its strata have already been promised."""


class FrameTooSmall(Refused):
    """A sample larger than the frame, or its caps, can fill."""


class UnusableMultiplier(Refused):
    """A theme that would be sampled less, not more, or beyond all proportion."""


def allocate(
    population: Mapping[str, int],
    size: int,
    floor: int = DEFAULT_FLOOR,
    cap: int | None = None,
    earlier: Mapping[str, int] | None = None,
    weights: Mapping[str, Fraction | int] | None = None,
) -> dict[str, int]:
    """Share `size` places among strata of `population` cases, in proportion, by largest remainder in exact rationals.

    No stratum gets fewer than `floor` places (or all its cases) nor more than `cap`. A growing sample passes its
    `earlier` shares, which no stratum then falls below. `weights`, all above nought, replace the strata's sizes as
    what the shares are in proportion to. Refuses a size that cannot be kept within those bounds.
    """
    quotas = _quotas(population, size, floor, cap, earlier or {}, weights or population)
    shares = {name: quota.whole for name, quota in quotas.items()}
    # Text sorts by code point, which is also the order of its UTF-8 bytes.
    by_claim = sorted(quotas, key=lambda name: (-quotas[name].rest, -population[name], name))
    for name in by_claim[: size - sum(shares.values())]:
        shares[name] += 1
    return {name: shares.get(name, 0) for name in sorted(population)}


def most_places(
    population: Mapping[str, int],
    size: int,
    floor: int = DEFAULT_FLOOR,
    cap: int | None = None,
    weights: Mapping[str, Fraction | int] | None = None,
) -> dict[str, int]:
    """Give the most places that each stratum could have in a sample of `size` or fewer: its exact share, rounded up.

    Unlike the shares themselves, which may fall by one as a sample grows (the Alabama paradox), these never fall.
    """
    quotas = _quotas(population, size, floor, cap, {}, weights or population)
    return {name: quota.whole + (quota.rest > 0) for name, quota in quotas.items()}


def spread(found: int, graded: int) -> int:
    """Give the millionths of S = sqrt(p(1 - p)), cut off after the last, with p = (found + 1) / (graded + 2).

    Laplace's p, not found / graded: a stratum in which nothing was found before is not one without spread, and one
    that was never graded has the widest, 500,000. By hand: `scale=6; sqrt((found+1)*(graded-found+1))/(graded+2)` in
    bc; the square root of a whole number and one division, each cut off, come to the same as cutting off at the end.
    """
    if not 0 <= found <= graded:
        raise ValueError("of the cases graded, the ones found must be from none to all")
    return isqrt(_MILLION**2 * (found + 1) * (graded - found + 1)) // (graded + 2)


def neyman_weights(population: Mapping[str, int], grades: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """Weigh each stratum N_h S_h (Neyman 1934), for `allocate`; S_h from earlier (found, graded), as `spread` gives it.

    Strata that grades more alike need fewer places for the same precision. Grades of strata not in the frame are
    passed over; a stratum without any counts as (0, 0).
    """
    return {name: count * spread(*grades.get(name, (0, 0))) for name, count in population.items()}


def over_sample(
    weights: Mapping[str, Fraction | int], strata: Collection[str], times: Fraction | int
) -> dict[str, Fraction]:
    """Give the strata of a theme `times` their weight, for `allocate`; the other strata keep theirs.

    `weights` are the strata's sizes or Neyman's. What is drawn more often counts for less: see `weighing`.
    """
    if not 1 <= times <= MOST_TIMES:
        raise UnusableMultiplier(
            f"A theme can be drawn from 1 to {MOST_TIMES} times as often as the rest. Change that."
        )
    if not set(strata) <= weights.keys():
        raise ValueError("the theme's strata must be among those weighed")
    return {name: Fraction(weight) * (times if name in strata else 1) for name, weight in weights.items()}


@dataclass(frozen=True)
class _Quota:
    """A stratum's exact share: whole places, and what remains in parts of a total that all shares have in common."""

    whole: int
    rest: int


def _quotas(
    population: Mapping[str, int],
    size: int,
    floor: int,
    cap: int | None,
    earlier: Mapping[str, int],
    weights: Mapping[str, Fraction | int],
) -> dict[str, _Quota]:
    """Give the exact share of every stratum that has any cases, having checked what it was asked for."""
    if floor < 0 or min(population.values(), default=0) < 0:
        raise ValueError("counts must not be negative")
    if any(not 0 <= count <= population.get(name, -1) for name, count in earlier.items()):
        raise ValueError("earlier shares must be of the population's strata, and no larger than they are")
    strata = {name: count for name, count in population.items() if count}
    if min((weights[name] for name in strata), default=1) <= 0:
        raise ValueError("every weight must be above nought")
    lows = {name: max(min(floor, count), earlier.get(name, 0)) for name, count in strata.items()}
    highs = {name: count if cap is None else min(cap, count) for name, count in strata.items()}
    _check_bounds(size, lows, highs, total=sum(strata.values()))
    return _bounded_shares(_whole({name: weights[name] for name in strata}), size, lows, highs)


def _check_bounds(size: int, lows: Mapping[str, int], highs: Mapping[str, int], total: int) -> None:
    least, most = sum(lows.values()), sum(highs.values())
    if size < 1:
        raise SampleTooSmall("The sample must be of at least 1 case. Ask for more.")
    if size > total:
        raise FrameTooSmall(f"The frame has {total} cases and the sample asks for {size}. Ask for {total} or fewer.")
    if tight := [name for name in sorted(lows) if lows[name] > highs[name]]:
        raise FrameTooSmall(
            f"Stratum {tight[0]} must have at least {lows[tight[0]]} cases and may have at most {highs[tight[0]]}. "
            "Lower the floor or raise the cap."
        )
    if size < least:
        raise SampleTooSmall(f"A sample of {size} cannot give every stratum its least share. Ask for {least} or more.")
    if size > most:
        raise FrameTooSmall(
            f"With that cap at most {most} cases can be drawn, not {size}. Raise the cap or ask for fewer."
        )


def _whole(weights: Mapping[str, Fraction | int]) -> dict[str, int]:
    """Bring the weights to whole numbers in the same proportions."""
    common = lcm(*(weight.denominator for weight in weights.values()))
    return {name: weight.numerator * (common // weight.denominator) for name, weight in weights.items()}


def _bounded_shares(
    weights: Mapping[str, int], size: int, lows: Mapping[str, int], highs: Mapping[str, int]
) -> dict[str, _Quota]:
    """Share `size` in proportion to the weights within the bounds, exactly.

    Strata beyond a bound are fixed at it and the rest shared again. Only the side that is further out is fixed on
    each pass: fixing both at once can fix a stratum that the next pass would have brought back within its bounds.
    """
    fixed: dict[str, _Quota] = {}
    free = dict(weights)
    while free:
        left, total = size - sum(quota.whole for quota in fixed.values()), sum(free.values())
        under = {name: gap for name, weight in free.items() if (gap := lows[name] * total - left * weight) > 0}
        over = {name: gap for name, weight in free.items() if (gap := left * weight - highs[name] * total) > 0}
        if not under and not over:
            return fixed | {name: _Quota(*divmod(left * weight, total)) for name, weight in free.items()}
        short, long = sum(under.values()), sum(over.values())
        settled = (
            [(under, lows)] if short > long else [(over, highs)] if long > short else [(under, lows), (over, highs)]
        )
        for names, bounds in settled:
            fixed |= {name: _Quota(bounds[name], 0) for name in names}
            free = {name: weight for name, weight in free.items() if name not in names}
    return fixed
