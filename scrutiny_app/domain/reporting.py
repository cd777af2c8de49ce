"""The report of a round: what was found, in how many cases, and how far that can be said of all that were eligible.

Every number of a report is reckoned here, once; pages, documents and workbooks only lay it out. Results that are not
grades are counted apart, and a sample that was not left to chance gets counts and no range.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from scrutiny_app.domain.agreeing import GRADED_RESULTS, RESULT_TITLES, Result
from scrutiny_app.domain.agreement import Agreement
from scrutiny_app.domain.cases import DISPOSALS
from scrutiny_app.domain.crossing import name_stratum
from scrutiny_app.domain.grading import FAULTS, THEME_TITLES, Observation, Severity, Theme
from scrutiny_app.domain.round_method import Method
from scrutiny_app.domain.statistics import hypergeometric, stratified_exact
from scrutiny_app.domain.weighing import for_figures

SOUND = (Result.APPROPRIATE, Result.OBSERVATIONS)
SOUND_TITLE = "Appropriate, with or without observations"
UNGRADED_RESULTS = tuple(result for result in Result if result not in GRADED_RESULTS)


@dataclass(frozen=True)
class Reviewed:
    """One case with its signed result: the reference that the panel knows it by, codes of its kind, its remarks.

    `drawn_from` is the stratum that it was drawn from, where whoever counts may know that.
    """

    reference: str
    disposal: str
    offence_group: str
    age_group: str | None
    result: Result
    observations: tuple[Observation, ...] = ()
    remarks: str = ""
    drawn_from: str | None = None

    def stratum(self, strata: Sequence[str]) -> str | None:
        """Give the stratum that the case was drawn from, or None where its release does not tell (an area)."""
        if self.drawn_from is not None:
            return self.drawn_from
        told = {"disposal": self.disposal, "offence_group": self.offence_group, "age_group": self.age_group}
        return name_stratum([told[name] for name in strata]) if told.keys() >= set(strata) else None


@dataclass(frozen=True)
class Estimate:
    """A share of all eligible cases and its interval of 95 %, each from 0 to 1; weighted by stratum where need be."""

    share: float
    low: float
    high: float
    weighted: bool

    @property
    def range(self) -> str:
        """Write the interval, saying where weights make it, and the share, differ from what the bare counts give."""
        return f"{self.low:.0%} to {self.high:.0%}{', weighted' if self.weighted else ''}"


@dataclass(frozen=True)
class Line:
    """One result: its count, the cases that it is a count of, and what that says of all eligible ones, if anything."""

    code: str
    title: str
    cases: int
    of: int
    estimate: Estimate | None

    @property
    def counts(self) -> str:
        """Write the counts, saying so where a share beside them is weighted and not simply theirs."""
        return f"{self.cases} of {self.of}{', weighted' if self.estimate and self.estimate.weighted else ''}"

    @property
    def words(self) -> str:
        """Write the counts with their interval, such as "16 of 20 (58% to 92%)"."""
        counts = f"{self.cases} of {self.of}"
        if self.estimate is None:
            return counts
        return f"{counts} ({self.estimate.range})"


@dataclass(frozen=True)
class ThemeLine:
    """In how many cases the panel made an observation of a theme, and in how many of those it was serious."""

    theme: Theme
    title: str
    cases: int
    serious: int


@dataclass(frozen=True)
class RoundReport:
    """A round whose every case has a signed finding.

    `hidden` are the references that this reader is not shown because a conflict of theirs stands; they are counted.
    `entries` and `head` are the trail's length and newest digest when the last finding was signed. `reckoned` are the
    estimates by line that the force's side made for the panel, which is not told from which stratum a case came.
    `superseded` counts signed findings whose place another took; the one that stands is in `reviewed`. `agreed` tells
    how far members’ private grades were alike.
    """

    title: str
    force: str
    panel: str
    method: Method
    reviewed: tuple[Reviewed, ...]
    signed_on: date
    entries: int
    head: str
    hidden: frozenset[str] = frozenset()
    reckoned: Mapping[str, Estimate] = field(default_factory=dict)
    superseded: int = 0
    agreed: Agreement | None = None

    @cached_property
    def graded(self) -> tuple[Reviewed, ...]:
        """Give the cases that have one of the three grades."""
        return tuple(one for one in self.reviewed if one.result in GRADED_RESULTS)

    @cached_property
    def why_no_range(self) -> str | None:
        """Say why nothing is estimated for all eligible cases, or None where it is."""
        return None if self.reckoned else why_no_range(self.method, self.graded)

    @cached_property
    def grades(self) -> tuple[Line, ...]:
        """Count each grade among the graded cases."""
        return tuple(self._line(result, RESULT_TITLES[result], (result,)) for result in GRADED_RESULTS)

    @cached_property
    def sound(self) -> Line:
        """Count the graded cases that were appropriate, with or without observations."""
        return self._line("sound", SOUND_TITLE, SOUND)

    @cached_property
    def ungraded(self) -> tuple[Line, ...]:
        """Count, among all that were reviewed, each result that is not a grade."""
        counts = self._counts(self.reviewed)
        every = len(self.reviewed)
        return tuple(Line(one, RESULT_TITLES[one], counts[one], every, None) for one in UNGRADED_RESULTS)

    @cached_property
    def by_disposal(self) -> tuple[tuple[str, dict[Result, int]], ...]:
        """Count every result by disposal, as (its title, its counts), in the order of the disposals."""
        groups = [(d.title, [one for one in self.reviewed if one.disposal == d.code]) for d in DISPOSALS]
        return tuple((title, self._counts(cases)) for title, cases in groups if cases)

    @cached_property
    def themes(self) -> tuple[ThemeLine, ...]:
        """Count the cases in which each fault was observed, the most frequent first; a case counts once a theme."""
        lines = [self._theme(theme) for theme in FAULTS]
        return tuple(sorted((line for line in lines if line.cases), key=lambda line: (-line.cases, -line.serious)))

    @cached_property
    def good_practice(self) -> tuple[Reviewed, ...]:
        """Give the cases in which the panel saw good practice."""
        return tuple(one for one in self.reviewed if any(seen.severity is Severity.GOOD for seen in one.observations))

    @property
    def listed(self) -> tuple[Reviewed, ...]:
        """Give the cases that this reader may see one by one."""
        return tuple(one for one in self.reviewed if one.reference not in self.hidden)

    def _line(self, code: str, title: str, results: Collection[Result]) -> Line:
        found = sum(one.result in results for one in self.graded)
        if self.why_no_range:
            return Line(code, title, found, len(self.graded), None)
        known = self.reckoned.get(code) or estimate(self.method, self.graded, results)
        return Line(code, title, found, len(self.graded), known)

    def _theme(self, theme: Theme) -> ThemeLine:
        seen = [[one.severity for one in case.observations if one.theme is theme] for case in self.reviewed]
        serious = sum(Severity.SERIOUS in severities for severities in seen)
        return ThemeLine(theme, THEME_TITLES[theme], sum(map(bool, seen)), serious)

    @staticmethod
    def _counts(cases: Collection[Reviewed]) -> dict[Result, int]:
        return {result: sum(one.result is result for one in cases) for result in Result}


def why_no_range(method: Method, graded: Collection[Reviewed]) -> str | None:
    """Say in a sentence why a sample says nothing of the cases outside it, or None where it does."""
    if method.drawn >= method.eligible:
        return "Every eligible case was drawn, so there is nothing to estimate: the counts are of these cases alone."
    if method.targeted:
        return "The cases were chosen and not left to chance, so their counts say nothing of other cases."
    if not graded:
        return "No case was graded."
    if method.proportionate:
        return None
    strata = {one.stratum(method.strata) for one in graded}
    if None in strata:
        return (
            "The strata's shares were out of proportion, and from which stratum a case came is kept from the panel. "
            "The ranges are reckoned on the force's side, when somebody there opens this report."
        )
    if any(name not in strata for name, one in method.accounts.items() if one.standing or one.looked_at < one.cases):
        return "The strata's shares were out of proportion, and one stratum has no graded case."
    return None


def estimate(method: Method, graded: Collection[Reviewed], results: Collection[Result]) -> Estimate:
    """Estimate for all eligible cases how many have one of the results, from graded ones that were drawn at random.

    By the exact hypergeometric interval; weighted by stratum where the strata's shares were not in proportion.
    """
    found = [one for one in graded if one.result in results]
    if method.proportionate:
        interval = hypergeometric(len(found), len(graded), method.eligible)
        low, high = (cases / method.eligible for cases in interval)
        return Estimate(len(found) / len(graded), low, high, weighted=False)
    strata = for_figures(method.accounts, _by_stratum(method, graded), _by_stratum(method, found))
    share, low, high = stratified_exact(strata)
    # What was seen is certain: no fewer cases can have the result than were found, and no more than were not ruled out.
    eligible = sum(cases for cases, _, _ in strata)
    least, most = len(found) / eligible, 1 - (len(graded) - len(found)) / eligible
    return Estimate(share, max(low, least), min(high, most), weighted=True)


def _by_stratum(method: Method, cases: Collection[Reviewed]) -> Counter[str]:
    return Counter(one.stratum(method.strata) or "" for one in cases)
