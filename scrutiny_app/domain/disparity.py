"""Disparity: whether the panel found inappropriate disposals more often in one group of people than in all others.

Each group is held against all others of its kind as a relative rate with its interval, beside how many eligible cases
were of it. Where samples were out of proportion, cases carry their weights and count for as many as their spread is
worth (Kish 1965). So many comparisons find something by chance alone, so the share of false alarms among those marked
is held to 5 % (Benjamini and Hochberg 1995). Officers are no group.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from scrutiny_app.domain.statistics import weighted_relative_rate

LEAST = 10  # graded cases that a group needs to be shown by itself
FALSE_ALARMS = 0.05
NOT_RECORDED = ""


class Kind(StrEnum):
    """What groups people are told apart by."""

    SEX = "sex"
    AGE_GROUP = "age_group"
    ETHNICITY = "ethnicity"
    AREA = "area"


KIND_TITLES = {
    Kind.SEX: "Sex",
    Kind.AGE_GROUP: "Child or adult",
    Kind.ETHNICITY: "Ethnicity",
    Kind.AREA: "Area",
}


@dataclass(frozen=True)
class Graded:
    """One graded case of a random round: its groups, whether it was inappropriate, how many cases it stands for."""

    groups: Mapping[Kind, str]
    inappropriate: bool
    weight: Fraction


@dataclass(frozen=True)
class Group:
    """One group against all others: counts as they are, and the relative rate with its interval, or why there is none.

    `eligible` counts the group's cases in the frames; of cases with nothing recorded (not `recorded`) there are counts
    and no comparison. `chance` is how often a difference as great would come about
    were there none, and `marked` says whether it stands after all comparisons are taken together.
    """

    kind: Kind
    code: str
    pooled: tuple[str, ...]
    eligible: int
    graded: int
    found: int
    rate: tuple[float, float, float] | None
    chance: float | None
    marked: bool = False
    recorded: bool = True


@dataclass(frozen=True)
class Disparity:
    """What was compared: the groups of every kind, all graded cases with those inappropriate, and all eligible."""

    groups: tuple[Group, ...]
    graded: int
    found: int
    eligible: int
    weighted: bool
    compared: int


def disparity(cases: Sequence[Graded], eligible: Mapping[Kind, Mapping[str, int]], least: int = LEAST) -> Disparity:
    """Compare the groups of every kind, from random rounds' graded cases and the eligible counted by group."""
    drafts = [one for kind in Kind for one in _groups(kind, cases, eligible.get(kind, {}), least)]
    chances = [one.chance for one in drafts if one.chance is not None]
    limit = benjamini_hochberg(chances, FALSE_ALARMS)
    marked = tuple(_marked(one, limit) for one in drafts)
    found = sum(one.inappropriate for one in cases)
    every = max((sum(one.values()) for one in eligible.values()), default=0)
    weighted = len({one.weight for one in cases}) > 1
    return Disparity(marked, len(cases), found, every, weighted, len(chances))


def benjamini_hochberg(chances: Iterable[float], share: float) -> float:
    """Give the greatest chance that still stands when so great a share of what stands may be false; 0 where none."""
    ordered = sorted(chances)
    kept = [one for place, one in enumerate(ordered, 1) if one <= share * place / len(ordered)]
    return max(kept, default=0.0)


def fisher(a: int, n: int, b: int, m: int) -> float:
    """Give the chance of a table at least as unlikely as a of n against b of m (Fisher's exact test, two-sided)."""
    found, every = a + b, n + m
    ways = [math.comb(n, k) * math.comb(m, found - k) for k in range(max(0, found - m), min(n, found) + 1)]
    seen = math.comb(n, a) * math.comb(m, b)
    return float(Fraction(sum(one for one in ways if one <= seen), math.comb(every, found)))


def _groups(kind: Kind, cases: Sequence[Graded], eligible: Mapping[str, int], least: int) -> list[Group]:
    """Compare the groups of one kind; those too small are pooled, and the pool itself must be large enough."""
    by_code: dict[str, list[Graded]] = defaultdict(list)
    for case in (case for case in cases if kind in case.groups):
        by_code[case.groups[kind] or NOT_RECORDED].append(case)
    codes = sorted({*by_code, *eligible} - {NOT_RECORDED})
    small = tuple(code for code in codes if len(by_code[code]) < least)
    shown: list[tuple[str, tuple[str, ...], list[Graded], int]] = [
        (code, (), by_code[code], eligible.get(code, 0)) for code in codes if code not in small
    ]
    if small:
        together = [case for code in small for case in by_code[code]]
        shown.append(("", small, together, sum(eligible.get(code, 0) for code in small)))
    known = [case for code in codes for case in by_code[code]]
    found = [_group(kind, code, pooled, ours, known, base, least) for code, pooled, ours, base in shown]
    return [*found, *_not_recorded(kind, by_code[NOT_RECORDED], eligible.get(NOT_RECORDED, 0))]


def _not_recorded(kind: Kind, ours: Sequence[Graded], base: int) -> list[Group]:
    """Count the cases with nothing recorded, where there are any."""
    found = sum(case.inappropriate for case in ours)
    one = Group(kind, NOT_RECORDED, (), base, len(ours), found, None, None, recorded=False)
    return [one] if ours or base else []


def _group(
    kind: Kind,
    code: str,
    pooled: tuple[str, ...],
    ours: Sequence[Graded],
    known: Sequence[Graded],
    base: int,
    least: int,
) -> Group:
    ids = {id(case) for case in ours}
    others = [case for case in known if id(case) not in ids]
    found = sum(case.inappropriate for case in ours)
    if len(ours) < least or len(others) < least:
        return Group(kind, code, pooled, base, len(ours), found, None, None)
    (a, n), (b, m) = _worth(ours), _worth(others)
    rate = weighted_relative_rate(float(a), float(n), float(b), float(m))
    chance = fisher(*_whole(a, n), *_whole(b, m)) if rate else None
    return Group(kind, code, pooled, base, len(ours), found, rate, chance)


def _worth(cases: Sequence[Graded]) -> tuple[Fraction, Fraction]:
    """Give how many of these cases are inappropriate, of how many that they are worth; without weights, themselves."""
    total = sum((one.weight for one in cases), Fraction(0))
    squares = sum((one.weight**2 for one in cases), Fraction(0))
    worth = total**2 / squares
    share = sum((one.weight for one in cases if one.inappropriate), Fraction(0)) / total
    return share * worth, worth


def _whole(found: Fraction, of: Fraction) -> tuple[int, int]:
    """Round to whole cases, for a test that counts them; what was seen, and what was not, is never rounded away."""
    every = max(1, int(of))
    return max(0, min(max(round(found), int(found > 0)), every - int(found < of))), every


def _marked(one: Group, limit: float) -> Group:
    if one.chance is None or one.chance > limit or not limit:
        return one
    return Group(**{**vars(one), "marked": True})
