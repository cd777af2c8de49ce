"""Figures over rounds: a year of one panel's meetings about one force, told together and meeting by meeting.

Random rounds alone are pooled, each with the weight of the cases that it was drawn from; targeted ones are counted
apart. A case counts once, in its first round, with the finding that stands on it.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from scrutiny_app.domain.agreeing import GRADED_RESULTS, RESULT_TITLES, Result
from scrutiny_app.domain.funnels import funnel_limits
from scrutiny_app.domain.grading import FAULTS, THEME_TITLES, Severity, Theme
from scrutiny_app.domain.reporting import SOUND_TITLE, Estimate, Line, Reviewed, RoundReport

INAPPROPRIATE = Result.INAPPROPRIATE


@dataclass(frozen=True)
class Held:
    """A round with its report, by the day on which the last of its cases was first signed."""

    round_id: int
    on: date
    report: RoundReport

    @property
    def targeted(self) -> bool:
        """Say whether its cases were chosen."""
        return self.report.method.targeted

    def line(self, code: str) -> Line:
        """Give the count of one grade, or of the sound ones together."""
        return next(one for one in (*self.report.grades, self.report.sound) if one.code == code)


@dataclass(frozen=True)
class Place:
    """A meeting's count of inappropriate cases against the fewest and most that would not surprise."""

    held: Held
    found: int
    graded: int
    fewest: int
    most: int

    @property
    def flag(self) -> str:
        """Say where the count lies."""
        if self.found > self.most:
            return "Above the limits"
        return "Below the limits" if self.found < self.fewest else "Within the limits"


@dataclass(frozen=True)
class ThemeOver:
    """In how many cases of each meeting a fault was observed, in order, and in how many in all it was serious."""

    title: str
    cases: tuple[int, ...]
    serious: int

    @property
    def total(self) -> int:
        """Count the cases of all meetings."""
        return sum(self.cases)


@dataclass(frozen=True)
class OverRounds:
    """The meetings of one panel about one force from one day to another, oldest first; `unfinished` are left out."""

    panel: str
    force: str
    first: date
    last: date
    held: tuple[Held, ...]
    unfinished: tuple[str, ...] = field(default=())

    @cached_property
    def random(self) -> tuple[Held, ...]:
        """Give the rounds that were left to chance."""
        return tuple(one for one in self.held if not one.targeted)

    @cached_property
    def targeted(self) -> tuple[Held, ...]:
        """Give the rounds whose cases were chosen."""
        return tuple(one for one in self.held if one.targeted)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Pool each grade, and the sound ones together, over the random rounds."""
        titles = {str(result): RESULT_TITLES[result] for result in GRADED_RESULTS} | {"sound": SOUND_TITLE}
        return tuple(pooled(self.random, code, title) for code, title in titles.items())

    def line(self, code: str) -> Line:
        """Give one of the pooled lines."""
        return next(one for one in self.lines if one.code == code)

    @cached_property
    def reviewed(self) -> int:
        """Count the cases that the random rounds reviewed."""
        return sum(len(one.report.reviewed) for one in self.random)

    @cached_property
    def ungraded(self) -> tuple[Line, ...]:
        """Count each result that is not a grade over the random rounds."""
        counts = Counter(case.result for one in self.random for case in one.report.reviewed)
        apart = [result for result in Result if result not in GRADED_RESULTS]
        return tuple(Line(one, RESULT_TITLES[one], counts[one], self.reviewed, None) for one in apart)

    @cached_property
    def without_range(self) -> tuple[Held, ...]:
        """Give the random rounds whose counts say nothing of other cases, so that the pool has no range."""
        return tuple(one for one in self.random if one.report.graded and _known(one, "sound") is None)

    @cached_property
    def overlapping(self) -> bool:
        """Say whether a case could have been eligible at two of the meetings."""
        periods = sorted((one.report.method.period_from, one.report.method.period_to) for one in self.random)
        return any(after[0] <= before[1] for before, after in pairwise(periods))

    @cached_property
    def funnel(self) -> tuple[Place, ...]:
        """Hold each random round's inappropriate cases against exact limits around the share of them all."""
        counted = [(one, one.line(INAPPROPRIATE)) for one in self.random if one.report.graded]
        graded = sum(line.of for _, line in counted)
        share = sum(line.cases for _, line in counted) / graded if graded else 0
        return tuple(
            Place(one, line.cases, line.of, *funnel_limits(line.of, share)) for one, line in counted if len(counted) > 1
        )

    @cached_property
    def themes(self) -> tuple[ThemeOver, ...]:
        """Count each fault over the random rounds, the most frequent first."""
        found = [self._theme(theme) for theme in FAULTS]
        return tuple(sorted((one for one in found if one.total), key=lambda one: (-one.total, -one.serious, one.title)))

    @cached_property
    def good_practice(self) -> tuple[int, ...]:
        """Count the cases with good practice at each random round."""
        return tuple(len(one.report.good_practice) for one in self.random)

    def year_to(self, held: Held) -> "OverRounds":
        """Give the rolling year that ends with one of the meetings."""
        first = year_before(held.on)
        kept = tuple(one for one in self.held if first <= one.on <= held.on)
        return OverRounds(self.panel, self.force, first, held.on, kept)

    def _theme(self, theme: Theme) -> ThemeOver:
        seen = [[_severities(case, theme) for case in one.report.reviewed] for one in self.random]
        cases = tuple(sum(map(bool, one)) for one in seen)
        return ThemeOver(THEME_TITLES[theme], cases, sum(Severity.SERIOUS in case for one in seen for case in one))


def pooled(held: Sequence[Held], code: str, title: str) -> Line:
    """Pool one line over random rounds: counts added, and the share with its range where every round has one.

    Each round stands for the cases that it was drawn from. The rounds' exact ranges, weighted by those cases, are
    squared, added and rooted (Zou, Huang and Zhang 2009), as strata of one round are.
    """
    graded = [one for one in held if one.report.graded]
    lines = [one.line(code) for one in graded]
    found, of = sum(line.cases for line in lines), sum(line.of for line in lines)
    known = [_known(one, code) for one in graded]
    parts = [one for one in known if one is not None]
    if not parts or len(parts) < len(known):
        return Line(code, title, found, of, None)
    if len(parts) == 1:
        return Line(code, title, found, of, parts[0][1])
    total = sum(cases for cases, _ in parts)
    share = sum(cases / total * one.share for cases, one in parts)
    below = math.hypot(*(cases / total * (one.share - one.low) for cases, one in parts))
    above = math.hypot(*(cases / total * (one.high - one.share) for cases, one in parts))
    estimate = Estimate(share, max(0.0, share - below), min(1.0, share + above), weighted=True)
    return Line(code, title, found, of, estimate)


def year_before(last: date) -> date:
    """Give the first day of the year that ends on a day."""
    day = last + timedelta(1)
    return day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else date(day.year - 1, 3, 1)


def _known(held: Held, code: str) -> tuple[int, Estimate] | None:
    """Give how many cases a round stands for and what is known of them, or None where nothing is."""
    method, line = held.report.method, held.line(code)
    if line.estimate:
        return method.stands_for, line.estimate
    if method.targeted or method.drawn < method.eligible or not line.of:
        return None
    # Every case was drawn: what is not known is only what ungraded ones would have been.
    least, most = line.cases / method.drawn, 1 - (line.of - line.cases) / method.drawn
    return method.drawn, Estimate(line.cases / line.of, least, most, weighted=False)


def _severities(case: Reviewed, theme: Theme) -> list[Severity]:
    return [one.severity for one in case.observations if one.theme is theme]
