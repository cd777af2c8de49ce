"""What a sample could show, told before anything is frozen: likely intervals, the chance of seeing a fault, sizes.

All of it supposes that faults are spread over the strata as the cases are; where they sit in one stratum alone, the
chance of seeing them is another. The figures are for planning: a report reckons from what was found.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scrutiny_app.domain.allocation import DEFAULT_FLOOR, FrameTooSmall, allocate, most_places
from scrutiny_app.domain.statistics import Z, chance_of_seeing, hypergeometric, stratified_exact

LIKELY_RATES = (Fraction(1, 20), Fraction(1, 10), Fraction(1, 5))  # of cases inappropriate: suppositions, shown as such
RARE_SHARES = (Fraction(1, 20), Fraction(1, 10))  # of cases with a fault that the sample should not miss
MARGIN = Fraction(1, 10)
CONFIDENCE = 0.95

Counts = Mapping[str, int]


@dataclass(frozen=True)
class Outlook:
    """Were `rate` of all cases at fault, the sample would hold about `found`, and the report would say `low` to `high`.

    Both are shares of the whole frame; None where the shares are out of proportion and a stratum has no place.
    """

    rate: Fraction
    found: int
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Prospects:
    """All that the planner shows of one allocation; `chances` by the share of cases that have the fault."""

    outlooks: tuple[Outlook, ...]
    chances: dict[Fraction, float]
    half_width: float


def prospects(population: Counts, allocation: Counts) -> Prospects:
    """Reckon what a sample of `allocation` from strata of `population` cases could show."""
    return Prospects(
        tuple(outlook(population, allocation, rate) for rate in LIKELY_RATES),
        {share: chance_of_a_fault(population, allocation, share) for share in RARE_SHARES},
        half_width(population, allocation),
    )


def outlook(population: Counts, allocation: Counts, rate: Fraction) -> Outlook:
    """Reckon the interval of 95 % that a report would give, were the likely number found.

    As a report does: exactly, for the sample as one where its shares are in proportion, else joined from the strata.
    """
    drawn, total = sum(allocation.values()), sum(population.values())
    found = _spread_out(allocation, _rounded(drawn * rate))
    if dict(allocation) == allocate(population, drawn, floor=0):
        fewest, most = hypergeometric(sum(found.values()), drawn, total)
        return Outlook(rate, sum(found.values()), fewest / total, most / total)
    strata = [(cases, allocation[name], found[name]) for name, cases in population.items() if cases]
    if not all(places for _, places, _ in strata):
        return Outlook(rate, sum(found.values()), None, None)
    return Outlook(rate, sum(found.values()), *stratified_exact(strata)[1:])


def chance_of_a_fault(population: Counts, allocation: Counts, share: Fraction) -> float:
    """Give the chance that the sample holds at least one case of a fault that this share of all cases has.

    Exact: one less the product of the strata's hypergeometric chances of missing it.
    """
    faults = _spread_out(population, max(1, _rounded(sum(population.values()) * share)))
    # In the population's order, whatever the allocation's, so that equal samples have equal chances to the last bit.
    places = {name: allocation[name] for name, cases in population.items() if cases and allocation[name]}
    missing = (1 - chance_of_seeing(faults[name], drawn, population[name]) for name, drawn in places.items())
    return 1 - math.prod(missing)


def half_width(population: Counts, allocation: Counts) -> float:
    """Give how far the interval of 95 % could reach either way at worst: were half of every stratum at fault.

    Cochran 1977, 5.6, with the finite correction (N - n) / (N - 1) of a share. A stratum without a place errs by up to
    half of itself, and no chance makes up for it, so that is added to the rest and never rooted with it. One with few
    places is told so as well, where that is less than what its chance would add: nothing is further off than that.
    """
    total = sum(population.values())
    known, chance = [], []
    for name, cases in population.items():
        if allocation.get(name, 0):
            known.append(cases / total)
            chance.append(_variance(cases, allocation[name]) * (cases / total) ** 2)
    # Those whose chance is largest for their size come first to be told by their bound: no other choice gives less.
    order = sorted(range(len(known)), key=lambda one: chance[one] / known[one])
    bound, spread, reaches = 0.5, 0.0, [0.5]
    for one in order:
        bound, spread = bound - known[one] / 2, spread + chance[one]
        reaches.append(max(0.0, bound) + Z * math.sqrt(spread))
    return min(reaches)


@dataclass(frozen=True)
class Sharing:
    """By what rule a plan shares its places: the least and most from each, and what shares are in proportion to.

    Without weights that is the strata's cases. A theme drawn more often has more weight, and so needs more in all.
    """

    floor: int = DEFAULT_FLOOR
    cap: int | None = None
    weights: Mapping[str, Fraction | int] | None = None

    def places(self, population: Counts, size: int) -> dict[str, int]:
        """Share so many places."""
        return allocate(population, size, self.floor, self.cap, weights=self.weights)

    def most(self, population: Counts, size: int) -> dict[str, int]:
        """Give the most places that each stratum could have of so many."""
        return most_places(population, size, self.floor, self.cap, self.weights)


def size_for_margin(population: Counts, margin: Fraction = MARGIN, sharing: Sharing = Sharing()) -> int | None:
    """Give the smallest sample, shared by this rule, whose interval reaches at most `margin` either way at worst.

    None where the most from each keeps every sample from it.
    """
    if not 0 < margin < 1:
        raise ValueError("the margin must lie between 0 and 1")
    return _smallest(population, sharing, lambda allocation: half_width(population, allocation) <= margin)


def size_for_fault(
    population: Counts, share: Fraction, confidence: float = CONFIDENCE, sharing: Sharing = Sharing()
) -> int | None:
    """Give the smallest sample, shared by this rule, that sees a fault of this share so often; None as above."""
    if not 0 < confidence < 1:
        raise ValueError("the confidence must lie between 0 and 1")
    return _smallest(
        population, sharing, lambda allocation: chance_of_a_fault(population, allocation, share) >= confidence
    )


def _smallest(population: Counts, sharing: Sharing, is_enough: Callable[[Counts], bool]) -> int | None:
    """Give the least size whose allocation is enough, where more places in any stratum are never worse.

    A larger sample can be worse than a smaller, because a stratum may lose a place to the others. The most places that
    each could have never fall, so halving finds the first size at which even those are enough; the search then goes up.
    """
    total = sum(cases if sharing.cap is None else min(sharing.cap, cases) for cases in population.values())
    if not total:
        raise FrameTooSmall("There are no cases to draw from. Widen the period or the filters.")
    high = low = max(1, sum(min(sharing.floor, cases) for cases in population.values()))
    while high < total and not is_enough(sharing.most(population, high)):
        low, high = high, min(2 * high, total)
    sizes = range(low, total + 1)
    first = bisect_left(sizes, True, hi=high - low, key=lambda size: is_enough(sharing.most(population, size)))
    return next((size for size in sizes[first:] if is_enough(sharing.places(population, size))), None)


def _variance(cases: int, places: int) -> float:
    """Give the variance of a stratum's share where half of it is at fault; none where all of it is drawn."""
    return (cases - places) / (cases - 1) / (4 * places) if places < cases else 0.0


def _spread_out(counts: Counts, faults: int) -> dict[str, int]:
    """Spread that many faults over the counts in proportion, by largest remainder."""
    return allocate(counts, faults, floor=0) if faults else dict.fromkeys(counts, 0)


def _rounded(number: Fraction) -> int:
    """Round to the nearest whole number, halves up."""
    return math.floor(number + Fraction(1, 2))
