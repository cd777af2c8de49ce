"""How far graders of the same cases agree, as it is and beyond what chance would give.

A figure that is not defined is None, never a convenient 0 or 1; ratings that no graders could give raise ValueError.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from numbers import Integral

Ratings = Sequence[Sequence[int | None]]


def observed_agreement(ratings: Ratings) -> float | None:
    """Give the share of pairs of graders of one unit who agree, averaged over units; one list a rater, None missing."""
    shares = [_pairs_agreeing(unit) for unit in _units(ratings) if len(unit) > 1]
    return sum(shares) / len(shares) if shares else None


def krippendorff_alpha(ratings: Ratings, level: str = "nominal") -> float | None:
    """Give Krippendorff's alpha (2011): one list a rater, one entry a unit, None missing; nominal, ordinal or interval.

    None where it is not defined: no unit was graded twice, or every grade is the same.
    """
    units = [unit for unit in _units(ratings) if len(unit) > 1]
    counts = Counter(grade for unit in units for grade in unit)
    if level != "nominal" and any(isinstance(grade, str) for grade in counts):
        raise ValueError(f"grades in words have no {level} distance: give numbers, None where missing")
    distance = _distance(level, counts)
    observed = sum(distance(c, d) / (len(unit) - 1) for unit in units for c in unit for d in unit)
    expected = sum(counts[c] * counts[d] * distance(c, d) for c in counts for d in counts)
    return 1 - (counts.total() - 1) * observed / expected if expected else None


def gwet_ac1(ratings: Ratings, categories: int | None = None) -> float | None:
    """Give Gwet's AC1 (2008): one list a rater, one entry a unit, None missing; None where no unit was graded twice.

    It depends on how many categories graders could choose from: those seen, and at least two, unless told.
    """
    agreement = observed_agreement(ratings)
    if agreement is None:
        return None
    units = [unit for unit in _units(ratings) if unit]
    seen = {grade for unit in units for grade in unit}
    choices = max(2, len(seen)) if categories is None else categories
    if choices < max(2, len(seen)):
        raise ValueError("there are more categories in the ratings than graders could choose from")
    usual = [sum(unit.count(grade) / len(unit) for unit in units) / len(units) for grade in seen]
    by_chance = sum(share * (1 - share) for share in usual) / (choices - 1)
    return (agreement - by_chance) / (1 - by_chance)


def fleiss_kappa(counts: Sequence[Sequence[int]]) -> float | None:
    """Give Fleiss's kappa (1971) from one row of category counts a subject; None where every grade is the same."""
    raters = sum(counts[0]) if counts else 0
    if raters < 2 or any(sum(row) != raters or len(row) != len(counts[0]) or min(row) < 0 for row in counts):
        raise ValueError("every subject needs the same categories and the same number of ratings, two at least")
    if not all(isinstance(count, Integral) for row in counts for count in row):
        raise ValueError("ratings are counted in whole numbers")
    total = len(counts) * raters
    agreement = sum(count * (count - 1) for row in counts for count in row) / (total * (raters - 1))
    columns: list[int] = [sum(column) for column in zip(*counts, strict=True)]
    if max(columns) == total:
        return None
    by_chance = sum((column / total) ** 2 for column in columns)
    return (agreement - by_chance) / (1 - by_chance)


def _units(ratings: Ratings) -> list[list[int]]:
    """Turn one list a rater into one list a unit, without the missing."""
    if not all(_is_list(rows) for rows in (ratings, *(ratings if _is_list(ratings) else ()))):
        raise ValueError("give one list a rater, with one entry a unit")
    if len({len(rater) for rater in ratings}) > 1:
        raise ValueError("every rater needs one entry a unit, None where they gave none")
    given = [grade for rater in ratings for grade in rater if grade is not None]
    numbers = [isinstance(grade, int | float) and math.isfinite(grade) for grade in given]
    if not all(numbers) and not all(isinstance(grade, str) for grade in given):
        raise ValueError("every grade of every rater is a number, or every one a word; None where they gave none")
    return [[grade for grade in unit if grade is not None] for unit in zip(*ratings, strict=True)]


def _is_list(rows: object) -> bool:
    return isinstance(rows, Sequence) and not isinstance(rows, str | bytes)


def _pairs_agreeing(unit: list[int]) -> float:
    return sum(count * (count - 1) for count in Counter(unit).values()) / (len(unit) * (len(unit) - 1))


def _distance(level: str, counts: Counter[int]) -> Callable[[int, int], float]:
    """Give Krippendorff's squared difference between two grades at a level of measurement."""
    if level == "nominal":
        return lambda c, d: float(c != d)
    if level == "interval":
        return lambda c, d: float(c - d) ** 2
    if level != "ordinal":
        raise ValueError(f"{level!r} is not nominal, ordinal or interval")
    # Grades stand as far apart as the ratings that lie between the middles of their ranks.
    place, below = {}, 0.0
    for grade in sorted(counts):
        place[grade] = below + counts[grade] / 2
        below += counts[grade]
    return lambda c, d: (place[c] - place[d]) ** 2
