"""A return's counts by their cells' names, and what anybody knows of such counts without being told."""

from collections.abc import Collection, Mapping
from math import inf

from scrutiny_app.domain.agreeing import GRADED_RESULTS, Result
from scrutiny_app.domain.besieging import Name, Relation
from scrutiny_app.domain.crossing import facets_of
from scrutiny_app.domain.grading import Severity, Theme
from scrutiny_app.domain.national_return import COUNTED, GRADED, LEAST_RATED, NOT_KNOWN, TOTAL, Return, low
from scrutiny_app.domain.suppressing import ALL, crossed

HEADLINE: Name = (ALL, ALL)
THEME = "theme"


def cells(made: Return) -> dict[Name, int]:
    """Give every count of an exact return by its name: its disposal, age group and result, or its theme."""
    lines = [(HEADLINE, made.results), *(((one.disposal, one.age_group), one.counts) for one in made.breakdown)]
    counts: dict[Name, int] = {(*place, code): low(line.of(code)) for place, line in lines for code in COUNTED}
    for one in made.themes:
        counts[THEME, one.theme, TOTAL] = low(one.cases)
        counts[serious(one.theme)] = low(one.serious)
    return counts


def relations(
    names: Collection[Name], perhaps: Collection[Name] = (), sure: Collection[Name] | None = None
) -> list[Relation]:
    """State what anybody knows of a return's counts: totals, that a line listed has a case, and what themes mean.

    Lines that are there `perhaps` may have no case, and where the `sure` ones are told, all others neither.
    """
    listed = list(dict.fromkeys(name[:2] for name in names if name[0] != THEME))
    lines = [*listed, *perhaps]
    found = []
    for code in COUNTED:
        found += crossed([(*line, code) for line in lines])
    for line in lines:
        graded: dict[Name, float] = dict.fromkeys(((*line, result.value) for result in GRADED_RESULTS), 1)
        rest: dict[Name, float] = {(*line, result.value): 1 for result in Result if result not in GRADED_RESULTS}
        found.append(Relation({(*line, GRADED): -1, **graded}))
        found.append(Relation({(*line, TOTAL): -1, (*line, GRADED): 1, **rest}))
        is_sure = line in (listed if sure is None else sure) and line != HEADLINE
        found.append(Relation({(*line, TOTAL): 1}, 1 if is_sure else 0, inf))
    every, sound = (*HEADLINE, TOTAL), (*HEADLINE, Result.APPROPRIATE.value)
    for theme in Theme:
        found.append(Relation({(THEME, theme, TOTAL): 1, serious(theme): -1}, 0, inf))
        # A case that was found appropriate without observations has no fault.
        faulty = {every: 1, sound: -1} if theme is not Theme.GOOD_PRACTICE else {every: 1}
        found.append(Relation({**faulty, (THEME, theme, TOTAL): -1}, 0, inf))
    return found


def certified(exact: Return, counts: Mapping[Name, int]) -> dict[Name, int]:
    """Give the totals that the draw's certificate tells, where its strata are disposals or age groups or both."""
    facets = exact.method.stratified_by
    if not facets or not set(facets) <= {"disposal", "age_group"}:
        return {}
    told: dict[Name, int] = {}
    for stratum in exact.method.strata:
        ours = dict(zip(facets, facets_of(stratum.name), strict=True))
        place = (ours.get("disposal", ALL) or ALL, ours.get("age_group", ALL) or NOT_KNOWN)
        told[*place, TOTAL] = stratum.standing
    # What was released may differ from what was drawn; then the certificate tells nothing of these counts.
    return {name: count for name, count in told.items() if counts.get(name) == count}


def always_printed(counts: Mapping[Name, int]) -> set[Name]:
    """Name the counts that are printed whatever they are: the sample's size, and of ten cases or more the headline."""
    headline: set[Name] = {(*HEADLINE, code) for code in COUNTED}
    return headline if counts[*HEADLINE, TOTAL] >= LEAST_RATED else {(*HEADLINE, TOTAL)}


def serious(theme: str) -> Name:
    """Name the count of a theme's cases in which it was serious."""
    return THEME, theme, Severity.SERIOUS.value
