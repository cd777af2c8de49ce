"""The two forms of a national return: the restricted one from a round's report, the public one from the restricted.

The public form prints the headline counts of a sample of ten or more, whatever they are, and hides small numbers
below them as public reports do, attacked together with all that was published before. Which lines a return lists
tells something too: it lists fewer, or none, where that would narrow what is hidden. What could be reckoned back to
a hidden count is left out of it: the strata's sizes, and estimates that are weighted by them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import TypeGuard

from msgspec.structs import replace

from scrutiny_app.domain.agreeing import GRADED_RESULTS, Result
from scrutiny_app.domain.besieging import Name, Range
from scrutiny_app.domain.grading import Grade, Severity, Theme
from scrutiny_app.domain.national_cells import HEADLINE, THEME, always_printed, cells, certified, serious
from scrutiny_app.domain.national_return import (
    AGE_CODES,
    COUNTED,
    DISPOSAL_CODES,
    LEAST_RATED,
    NOT_KNOWN,
    TOTAL,
    Agreement,
    Counts,
    Estimate,
    Known,
    Line,
    Method,
    Period,
    Return,
    Stratum,
    ThemeCount,
    Timing,
    Undone,
    low,
)
from scrutiny_app.domain.public_cells import State, within
from scrutiny_app.domain.public_forms import FORMS, BreakdownForm, is_breakdown
from scrutiny_app.domain.public_hiding import fullest_of
from scrutiny_app.domain.public_report import Printing
from scrutiny_app.domain.reporting import Reviewed, RoundReport
from scrutiny_app.domain.statistics import gwet_ac1, krippendorff_alpha, observed_agreement
from scrutiny_app.domain.suppressing import ALL, LEAST, Publication

FIGURES = 4  # decimals of a share or coefficient; the public form has two
_PUBLIC_FIGURES = 2
_BREAKDOWNS = (*FORMS[:2], None)  # crossed; disposals and ages each alone; none
_ALONE = State(0, 0, 0)  # of a return that nothing was published before


def restricted(report: RoundReport, agreement: Agreement, timeliness: Iterable[Timing]) -> Return:
    """Make the exact return of a round whose every case has a signed finding."""
    method = report.method
    strata = [
        Stratum(name=n, frame=a.cases, looked_at=a.looked_at, standing=a.standing)
        for n, a in sorted(method.accounts.items())
    ]
    return Return(
        schema="scrutiny-national-return",
        version=1,
        form="restricted",
        force=report.force,
        period=Period(from_=method.period_from, to=method.period_to),
        signed_on=report.signed_on,
        selection="targeted" if method.targeted else "random",
        frame=method.eligible,
        sample=len(report.reviewed),
        method=Method(
            algorithm=method.algorithm,
            draw_id=method.draw_id,
            frame_digest=method.frame_digest,
            stratified_by=list(method.strata),
            floor=method.floor,
            proportionate=method.proportionate,
            strata=strata,
        ),
        undone=_undone(report),
        hidden_below=None,
        results=_counts(report.reviewed),
        breakdown=_breakdown(report.reviewed),
        themes=[_theme(theme, report.reviewed) for theme in Theme],
        estimates=_estimates(report),
        agreement=agreement,
        timeliness=list(timeliness),
        trail_head=report.head,
    )


def public(exact: Return, least: int = LEAST, earlier: Collection[Publication] = (), state: State = _ALONE) -> Return:
    """Make the public form of an exact return, hiding counts from 1 to below `least`.

    `earlier` is all that was published of its round, whose findings stand in this `state`. Raises GivesAway where
    hidden numbers could be worked out in every form of the breakdown.
    """
    rated = low(exact.results.graded) >= LEAST_RATED
    printings = [_printing(exact, state.key, form) for form in _BREAKDOWNS]
    always = always_printed(cells(exact))
    # A small number that earlier reports printed is known to all, and stands here as a range of itself alone.
    shown = {
        name[1:]: Range(count, count) if _is_small(count, least) and name[1:] not in always else count
        for name, count in fullest_of(printings, earlier, least).items()
    }
    return replace(
        exact,
        form="public",
        method=replace(exact.method, strata=[]),
        hidden_below=least,
        results=_as_counts(shown, HEADLINE),
        breakdown=list(_lines_shown(exact, shown)),
        themes=[
            replace(one, cases=_as_count(shown[THEME, one.theme, TOTAL]), serious=_as_count(shown[serious(one.theme)]))
            for one in exact.themes
        ],
        estimates=[_rounded(one) for one in exact.estimates if rated and not one.weighted],
        agreement=_rounded_agreement(exact.agreement),
        timeliness=timings_shown(exact.timeliness),
    )


def timings_shown(timeliness: Iterable[Timing]) -> list[Timing]:
    """Give each step's median as the public form has it: of too few there is none."""
    return [one if one.n >= LEAST_RATED else replace(one, median_days=None) for one in timeliness]


def _is_small(count: int | Range, least: int) -> TypeGuard[int]:
    return isinstance(count, int) and 0 < count < least


def _printing(exact: Return, place: str, form: BreakdownForm | None) -> Printing:
    """Gather the counts of a return with its breakdown in one form, or without."""
    counts = cells(exact)
    told = {name: count for name, count in counts.items() if not is_breakdown(name) or (form and form.tells(name))}
    always = within(place, dict.fromkeys(always_printed(counts))).keys()
    # The draw's certificate is public, and may tell how many were drawn of each disposal or age group.
    return Printing(within(place, told), frozenset(always), within(place, certified(exact, counts)), {})


def _lines_shown(exact: Return, shown: Mapping[Name, int | Range]) -> Iterator[Line]:
    for one in exact.breakdown:
        if (one.disposal, one.age_group, TOTAL) in shown:
            yield replace(one, counts=_as_counts(shown, (one.disposal, one.age_group)))


def agreement_of(cases: Collection[Mapping[Grade, int]]) -> Agreement:
    """Reckon how far members agreed, from how many gave each grade to each case."""
    order = list(Grade)
    units = [[order.index(grade) for grade, many in one.items() for _ in range(many)] for one in cases]
    # Neither figure asks which member gave a grade, so a case's grades may stand in any order.
    raters = [list(rater) for rater in zip_longest(*units)]
    return Agreement(
        cases=sum(len(unit) > 1 for unit in units),
        grades=sum(len(unit) for unit in units if len(unit) > 1),
        observed=_rounded_share(observed_agreement(raters)),
        ac1=_rounded_share(gwet_ac1(raters, categories=len(order))),
        alpha=_rounded_share(krippendorff_alpha(raters)),
    )


def _undone(report: RoundReport) -> Undone:
    undone = report.method.undone
    return Undone(
        voids=undone.voids,
        begun_again=undone.begun_again,
        replacements=undone.replacements,
        left_empty=undone.left_empty,
    )


def _counts(cases: Collection[Reviewed]) -> Counts:
    by_result = {result.value: sum(one.result is result for one in cases) for result in Result}
    graded = sum(by_result[result.value] for result in GRADED_RESULTS)
    return Counts(**by_result, graded=graded, total=len(cases))


def _breakdown(cases: Collection[Reviewed]) -> list[Line]:
    places = [(disposal, age) for disposal in (*DISPOSAL_CODES, ALL) for age in (*AGE_CODES, ALL)]
    found = []
    for disposal, age in places:
        ours = [one for one in cases if disposal in (ALL, one.disposal) and age in (ALL, one.age_group or NOT_KNOWN)]
        if ours and (disposal, age) != HEADLINE:
            found.append(Line(disposal=disposal, age_group=age, counts=_counts(ours)))
    return found


def _theme(theme: Theme, cases: Collection[Reviewed]) -> ThemeCount:
    seen = [{one.severity for one in case.observations if one.theme is theme} for case in cases]
    return ThemeCount(
        theme=theme.value, cases=sum(map(bool, seen)), serious=sum(Severity.SERIOUS in one for one in seen)
    )


def _estimates(report: RoundReport) -> list[Estimate]:
    known = [(line.code, line.estimate) for line in (*report.grades, report.sound) if line.estimate]
    return [
        Estimate(
            result=str(code),
            share=round(one.share, FIGURES),
            low=round(one.low, FIGURES),
            high=round(one.high, FIGURES),
            weighted=one.weighted,
        )
        for code, one in known
    ]


def _as_counts(shown: Mapping[Name, int | tuple[int, float]], place: Name) -> Counts:
    return Counts(**{code: _as_count(shown[*place, code]) for code in COUNTED})


def _as_count(shown: int | tuple[int, float]) -> Known:
    return shown if isinstance(shown, int) else (shown[0], int(shown[1]))


def _rounded(one: Estimate) -> Estimate:
    share, least, most = (round(figure, _PUBLIC_FIGURES) for figure in (one.share, one.low, one.high))
    return replace(one, share=share, low=least, high=most)


def _rounded_agreement(one: Agreement) -> Agreement:
    if one.cases < LEAST_RATED:
        return replace(one, observed=None, ac1=None, alpha=None)
    figures = {name: getattr(one, name) for name in ("observed", "ac1", "alpha")}
    return replace(one, **{name: figure and round(figure, _PUBLIC_FIGURES) for name, figure in figures.items()})


def _rounded_share(figure: float | None) -> float | None:
    return None if figure is None else round(figure, FIGURES)
