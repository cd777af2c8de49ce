"""Sharing a sample's places among the strata of a frame, exactly and the same for whoever works it out again."""

from collections.abc import Mapping
from fractions import Fraction

from scrutiny_app.domain.errors import Refused

DEFAULT_FLOOR = 2


class SampleTooSmall(Refused):
    """A sample with fewer places than its strata have already been promised."""


class FrameTooSmall(Refused):
    """A sample larger than the frame, or its caps, can fill."""


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
    earlier, weights = earlier or {}, weights or population
    if floor < 0 or min(population.values(), default=0) < 0 or not earlier.keys() <= population.keys():
        raise ValueError("counts must not be negative, and earlier shares must be of the population's strata")
    if min((weights[name] for name, count in population.items() if count), default=1) <= 0:
        raise ValueError("every weight must be above nought")
    strata = {name: count for name, count in population.items() if count}
    lows = {name: max(min(floor, count), earlier.get(name, 0)) for name, count in strata.items()}
    highs = {name: count if cap is None else min(cap, count) for name, count in strata.items()}
    _check_bounds(size, lows, highs, total=sum(strata.values()))

    exact = _bounded_shares({name: Fraction(weights[name]) for name in strata}, size, lows, highs)
    shares = {name: int(share) for name, share in exact.items()}
    # Text sorts by code point, which is also the order of its UTF-8 bytes.
    by_claim = sorted(strata, key=lambda name: (shares[name] - exact[name], -strata[name], name))
    for name in by_claim[: size - sum(shares.values())]:
        shares[name] += 1
    return {name: shares.get(name, 0) for name in sorted(population)}


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


def _bounded_shares(
    weights: Mapping[str, Fraction], size: int, lows: Mapping[str, int], highs: Mapping[str, int]
) -> dict[str, Fraction]:
    """Share `size` in proportion to the weights within the bounds, exactly.

    Strata beyond a bound are fixed at it and the rest shared again. Only the side that is further out is fixed on
    each pass: fixing both at once can fix a stratum that the next pass would have brought back within its bounds.
    """
    fixed: dict[str, Fraction] = {}
    while free := weights.keys() - fixed.keys():
        each = (size - sum(fixed.values())) / sum((weights[name] for name in free), Fraction(0))
        shares = {name: each * weights[name] for name in free}
        under = {name: lows[name] - share for name, share in shares.items() if share < lows[name]}
        over = {name: share - highs[name] for name, share in shares.items() if share > highs[name]}
        if not under and not over:
            return fixed | shares
        short, long = sum(under.values()), sum(over.values())
        if short >= long:
            fixed |= {name: Fraction(lows[name]) for name in under}
        if long >= short:
            fixed |= {name: Fraction(highs[name]) for name in over}
    return fixed
