"""What a sample can and cannot say: intervals, rates, sample sizes and agreement between graders.

Intervals are of 95 %. A share is from 0 to 1, never a percentage. A figure that is not defined is None, never a
convenient 0 or 1; input that no sample could give raises ValueError.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable
from numbers import Integral
from statistics import NormalDist

from scrutiny_app.domain.raters import Ratings as Ratings
from scrutiny_app.domain.raters import fleiss_kappa as fleiss_kappa
from scrutiny_app.domain.raters import gwet_ac1 as gwet_ac1
from scrutiny_app.domain.raters import krippendorff_alpha as krippendorff_alpha
from scrutiny_app.domain.raters import observed_agreement as observed_agreement

TAIL = 0.025
Z = NormalDist().inv_cdf(1 - TAIL)


def wilson(k: int, n: int) -> tuple[float, float]:
    """Give the score interval of the share behind k of n, where the population is large or unknown (Wilson 1927)."""
    _check_sample(k, n)
    return wilson_mean(k / n, n)


def wilson_mean(mean: float, n: int) -> tuple[float, float]:
    """Give the score interval of the mean of n values from 0 to 1.

    It is that of as many plain yes and no, which spread at least as widely about the same mean, so it is never too
    narrow for that.
    """
    spread = Z * Z / n
    middle = mean + spread / 2
    reach = Z * math.sqrt(mean * (1 - mean) / n + spread / (4 * n))
    low, high = (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)
    return (0.0 if mean == 0 else low, 1.0 if mean == 1 else high)


def clopper_pearson(k: int, n: int) -> tuple[float, float]:
    """Give the exact binomial interval of the share behind k of n (Clopper and Pearson 1934)."""
    _check_sample(k, n)
    return _exact(k, n)


def _exact(k: float, n: float) -> tuple[float, float]:
    from scipy.special import betaincinv  # imported here because it would slow every start by a quarter of a second

    low = 0.0 if k == 0 else float(betaincinv(k, n - k + 1, TAIL))
    high = 1.0 if k == n else float(betaincinv(k + 1, n - k, 1 - TAIL))
    return low, high


def hypergeometric(k: int, n: int, population: int) -> tuple[int, int]:
    """Give the fewest and most cases of the whole population that k of n drawn could plausibly come from.

    Exact, by inverting the hypergeometric test with half the error on each side; the main interval for a frame.
    """
    _check_sample(k, n, population)
    return population - _most_plausible(n - k, n, population), _most_plausible(k, n, population)


def stratified(strata: Iterable[tuple[int, int, int]]) -> tuple[float, float, float]:
    """Give the share and its interval from strata of (N cases, n drawn, k found), each weighted by its N.

    A stratum with one case drawn of several has no spread of its own and is merged with the smallest other. Where no
    stratum shows any spread, the strata's exact bounds, added up, stand in for an interval of no width.
    """
    merged = _merge_single(strata)
    total = sum(cases for cases, _, _ in merged)
    share = variance = 0.0
    for cases, drawn, found in merged:
        weight, rate = cases / total, found / drawn
        share += weight * rate
        if drawn < cases:
            variance += weight**2 * (1 - drawn / cases) * rate * (1 - rate) / (drawn - 1)
    if variance == 0:
        bounds = [hypergeometric(found, drawn, cases) for cases, drawn, found in merged]
        return share, sum(low for low, _ in bounds) / total, sum(high for _, high in bounds) / total
    reach = Z * math.sqrt(variance)
    return share, max(0.0, share - reach), min(1.0, share + reach)


def stratified_exact(strata: Iterable[tuple[int, int, int]]) -> tuple[float, float, float]:
    """Give the share and its interval from strata of (N cases, n drawn, k found), joined from their exact intervals.

    Each stratum's exact hypergeometric reach, weighted by its N, is squared, added and rooted (Zou, Huang and Zhang
    2009), so that a stratum in which nothing was found still says how much it could hide; `stratified` would count it
    as certain.
    """
    known = _known(strata)
    total = sum(cases for cases, _, _ in known)
    share = below = above = 0.0
    for cases, drawn, found in known:
        fewest, most = hypergeometric(found, drawn, cases)
        weight, rate = cases / total, found / drawn
        share += weight * rate
        below += (weight * (rate - fewest / cases)) ** 2
        above += (weight * (most / cases - rate)) ** 2
    return share, max(0.0, share - math.sqrt(below)), min(1.0, share + math.sqrt(above))


def relative_rate(a: int, n: int, b: int, m: int) -> tuple[float, float, float] | None:
    """Give the rate a of n relative to b of m and its interval; None where neither group has any.

    On the log scale (Katz 1978), or where any cell is under 5 exactly, by the binomial split of a + b (Przyborowski
    and Wilenski 1940), which is safe but wide where the rates are high. With b = 0 the rate and its high end are
    infinite, and only the low end says anything.
    """
    _check_sample(a, n)
    _check_sample(b, m)
    return _relative_rate(a, n, b, m)


def weighted_relative_rate(a: float, n: float, b: float, m: float) -> tuple[float, float, float] | None:
    """Give `relative_rate` of cases that carry weights, counted as parts of as many as they are worth (Kish 1965)."""
    if not (0 <= a <= n and 0 <= b <= m and n > 0 and m > 0):
        raise ValueError(f"no two groups have {a} of {n} and {b} of {m}")
    return _relative_rate(a, n, b, m)


def _relative_rate(a: float, n: float, b: float, m: float) -> tuple[float, float, float] | None:
    if a + b == 0:
        return None
    rate = _odds(a, b) * m / n
    if min(a, n - a, b, m - b) < 5:
        low, high = _exact(a, a + b)
        return rate, _odds(low, 1 - low) * m / n, _odds(high, 1 - high) * m / n
    reach = math.exp(Z * math.sqrt(1 / a - 1 / n + 1 / b - 1 / m))
    return rate, rate / reach, rate * reach


def chance_of_seeing(faults: int, n: int, population: int) -> float:
    """Give the chance that a random n of the population hold at least one of its faults."""
    _check_sample(faults, population)
    _check_sample(0, n, population)
    few, many = sorted((faults, n))
    return 1 - math.prod((population - many - seen) / (population - seen) for seen in range(few))


def discovery_size(population: int, faults: int, confidence: float = 0.95) -> int:
    """Give the smallest sample that sees at least one of the population's faults with the given confidence."""
    if not 0 < confidence < 1 or faults < 1:
        raise ValueError("there must be a fault to see, and the confidence must lie between 0 and 1")
    sizes = range(1, population + 1)
    return sizes[bisect_left(sizes, confidence, key=lambda n: chance_of_seeing(faults, n, population))]


def precision_size(population: int, margin: float, share: float = 0.5) -> int:
    """Give the sample that estimates a share to within the margin either way (Cochran 1977, with finite correction)."""
    if population < 1 or not 0 < margin < 1 or not 0 < share < 1:
        raise ValueError("the population must not be empty; the margin and the share must lie between 0 and 1")
    unlimited = Z * Z * share * (1 - share) / margin**2
    return math.ceil(unlimited / (1 + (unlimited - 1) / population))


def _check_sample(k: int, n: int, *population: int) -> None:
    whole = all(isinstance(count, Integral) for count in (k, n, *population))
    if not whole or not 0 <= k <= n or n < 1 or any(n > cases for cases in population):
        raise ValueError(f"no sample has {k} of {n}" + "".join(f" out of {cases}" for cases in population))


def _most_plausible(k: int, n: int, population: int) -> int:
    """Give the most cases in the population under which k or fewer of n drawn would not be surprising."""
    candidates = range(k, population - (n - k) + 1)
    return candidates[bisect_left(candidates, True, key=lambda cases: _is_surprising(k, n, cases, population)) - 1]


def _is_surprising(k: int, n: int, cases: int, population: int) -> bool:
    """Say whether k or fewer of n drawn is in the lowest 1 in 40; in whole numbers wherever rounding could decide."""
    rough = _chance_of_at_most(k, n, cases, population)
    if abs(rough - TAIL) > 1e-6:
        return rough < TAIL
    others = population - cases
    fewest = max(0, n - others)
    ways = at_most = math.comb(cases, fewest) * math.comb(others, n - fewest)
    for found in range(fewest, k):
        ways = ways * (cases - found) * (n - found) // ((found + 1) * (others - n + found + 1))
        at_most += ways
    return 40 * at_most <= math.comb(population, n)


def _chance_of_at_most(k: int, n: int, cases: int, population: int) -> float:
    """Give the chance of k or fewer of n drawn in floating point, right to a part in ten million or better."""
    others = population - cases
    fewest = max(0, n - others)
    if fewest > k:
        return 0.0
    # Downwards from k: the terms shrink towards the tail, so that nothing small is added to before it counts.
    chance = total = math.exp(_log_ways(cases, k) + _log_ways(others, n - k) - _log_ways(population, n))
    for found in range(k, fewest, -1):
        chance *= found * (others - n + found) / ((cases - found + 1) * (n - found + 1))
        total += chance
    return total


def _log_ways(cases: int, chosen: int) -> float:
    return math.lgamma(cases + 1) - math.lgamma(chosen + 1) - math.lgamma(cases - chosen + 1)


def _merge_single(strata: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    merged = _known(strata)
    while single := next((stratum for stratum in merged if stratum[1] == 1 < stratum[0]), None):
        merged.remove(single)
        if not merged:
            raise ValueError("one case drawn of several says nothing of their spread")
        cases, drawn, found = merged.pop(0)
        merged = sorted([*merged, (single[0] + cases, single[1] + drawn, single[2] + found)])
    return merged


def _known(strata: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Give the strata that hold cases, in order; one that no sample could give is an error."""
    known = sorted(stratum for stratum in strata if tuple(stratum) != (0, 0, 0))
    for cases, drawn, found in known:
        _check_sample(found, drawn, cases)
    if not known:
        raise ValueError("there are no cases in any stratum")
    return known


def _odds(ours: float, theirs: float) -> float:
    return ours / theirs if theirs else math.inf
