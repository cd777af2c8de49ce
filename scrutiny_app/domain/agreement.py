"""How far a panel's private grades agree, before anybody spoke: three figures, each with what it rests on and means.

Percent agreement is what everybody understands. Krippendorff's alpha takes off what chance alone would give, and
collapses where nearly all grades are the same; Gwet's AC1 does not. None of them says that the panel is right.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import comb

from scrutiny_app.domain.agreeing import GRADED_RESULTS, Result
from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.spreads import Spread
from scrutiny_app.domain.statistics import gwet_ac1, krippendorff_alpha, observed_agreement, wilson_mean

FEW = 30  # cases; below, another meeting's figure may well be quite another
STEADY, TENTATIVE = 0.8, 0.667  # Krippendorff's own marks for conclusions, and for tentative ones
LOPSIDED = 0.8  # of all grades the same: from here on alpha misleads
STEPS = {grade: step for step, grade in enumerate(Grade)}
AC1_MEANS = (
    "Agreement beyond chance, reckoned so that it stays steady where nearly all grades are the same. 1 is full "
    "agreement on these cases, 0 no more than chance."
)
# What each figure means whatever its value, for a table that has no room beside it.
MEANINGS = (
    "Percent agreement: how often two members who graded the same case gave the same grade, each case counting alike, "
    "with its range of 95% and the pairs of grades that were the same.",
    "Krippendorff’s alpha: what is left of that once chance is taken off, with the grades as names and in their order. "
    f"At {STEADY} or above members judged alike beyond chance; below {TENTATIVE}, too differently for one of them to "
    "stand for the others. Where nearly all grades are the same it falls however well members agree: read AC1 then.",
    f"Gwet’s AC1: {AC1_MEANS[0].lower()}{AC1_MEANS[1:]}",
    "None of them says that the panel is right, and of few cases each may be quite different at the next meeting.",
)


@dataclass(frozen=True)
class Figure:
    """One coefficient: None where it is not defined, and then `means` says why.

    A percentage has its interval (`reach`) and its counts: of so many `pairs` of grades of one case so many `alike`.
    """

    name: str
    value: float | None
    means: str
    reach: tuple[float, float] | None = None
    alike: int = 0
    pairs: int = 0

    @property
    def words(self) -> str:
        """Write it: a percentage never without its interval and its counts."""
        if self.value is None:
            return "Not defined"
        if self.reach is None:
            return f"{self.value:.2f}"
        return alike_words(self.value, self.reach, f"{self.alike:,} of {self.pairs:,} pairs")


@dataclass(frozen=True)
class Agreement:
    """How far the grades of some cases agree: the cases that two or more graded, the grades in them, the figures."""

    cases: int
    grades: int
    unanimous: int
    figures: tuple[Figure, ...]
    caution: str


def agreement(spreads: Collection[Spread]) -> Agreement:
    """Reckon how far the private grades of some revealed cases agree; no figure depends on who gave which."""
    units = [_unit(spread) for spread in spreads]
    units = [unit for unit in units if len(unit) > 1]
    ratings = _as_raters(units)
    flat = [step for unit in units for step in unit]
    lopsided = bool(flat) and max(flat.count(step) for step in set(flat)) / len(flat) >= LOPSIDED
    return Agreement(
        cases=len(units),
        grades=len(flat),
        unanimous=sum(len(set(unit)) == 1 for unit in units),
        figures=(
            _percent(units, observed_agreement(ratings)),
            _alpha("Krippendorff’s alpha, grades as names", krippendorff_alpha(ratings, "nominal"), lopsided),
            _alpha("Krippendorff’s alpha, grades in their order", krippendorff_alpha(ratings, "ordinal"), lopsided),
            _ac1(gwet_ac1(ratings, categories=len(Grade))),
        ),
        caution=_caution(len(units)),
    )


@dataclass(frozen=True)
class Own:
    """How one member's grades sat with the panel's findings; `ungraded` counts findings that are no grade."""

    same: int
    kinder: int
    harder: int
    ungraded: int

    @property
    def compared(self) -> int:
        """Count the grades that a finding could be compared with."""
        return self.same + self.kinder + self.harder


def sit(pairs: Collection[tuple[Grade, Result]]) -> Own:
    """Compare one member's grades with the findings on the same cases."""
    graded = [(STEPS[grade], STEPS[Grade(result.value)]) for grade, result in pairs if result in GRADED_RESULTS]
    return Own(
        same=sum(mine == panels for mine, panels in graded),
        kinder=sum(mine < panels for mine, panels in graded),
        harder=sum(mine > panels for mine, panels in graded),
        ungraded=len(pairs) - len(graded),
    )


def _unit(spread: Spread) -> list[int]:
    return [STEPS[grade] for grade in Grade for _ in range(spread.counts[grade])]


def _as_raters(units: list[list[int]]) -> list[list[int | None]]:
    """Lay units out as the statistics want them, one list a rater; which of them gave a grade changes no figure."""
    most = max(map(len, units), default=0)
    return [[unit[place] if place < len(unit) else None for unit in units] for place in range(most)]


def alike_words(share: float, reach: tuple[float, float], counts: str) -> str:
    """Write how often pairs of grades were alike, with the interval and the counts."""
    return f"{share:.0%} ({reach[0]:.0%} to {reach[1]:.0%}), {counts}"


def _percent(units: list[list[int]], share: float | None) -> Figure:
    if share is None:
        return Figure("Percent agreement", None, "Not defined: no case was graded by two members or more.")
    pairs = sum(comb(len(unit), 2) for unit in units)
    alike = sum(comb(unit.count(step), 2) for unit in units for step in set(unit))
    means = "How often two members who graded the same case gave the same grade, each case counting alike."
    return Figure("Percent agreement", share, means, wilson_mean(share, len(units)), alike, pairs)


def _alpha(name: str, value: float | None, lopsided: bool) -> Figure:
    if value is None:
        return Figure(name, None, "Not defined: the grades do not vary, so there is nothing that chance could explain.")
    if value == 1:
        means = "1, full agreement: on every one of these cases all who graded gave the same grade."
    elif lopsided:
        means = (
            "Nearly all grades are the same, and then this figure falls however well members agree: read AC1 beside it."
        )
    elif value >= STEADY:
        means = "At or above 0.8: beyond chance, members judged these cases alike."
    elif value >= TENTATIVE:
        means = "Between 0.667 and 0.8: members judged these cases alike beyond chance, but not enough to lean on."
    elif value > 0:
        means = "Below 0.667: members judged these cases too differently for one of them to stand for the others."
    else:
        means = "At or below 0: members agreed on these cases no more than chance would have made them."
    return Figure(name, value, means)


def _ac1(value: float | None) -> Figure:
    if value is None:
        return Figure("Gwet’s AC1", None, "Not defined: no case was graded by two members or more.")
    return Figure("Gwet’s AC1", value, AC1_MEANS)


def _caution(cases: int) -> str:
    if not cases:
        return "There is nothing to compare yet: no case was graded by two members or more."
    if cases < FEW:
        return (
            f"{cases} {'case is' if cases == 1 else 'cases are'} too few to say how well this panel agrees in general: "
            "the figures tell of these cases alone, and the next meeting’s may be quite different."
        )
    return f"The figures rest on {cases} cases. They tell how alike members judged, not whether they judged rightly."
