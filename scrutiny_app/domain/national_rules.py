"""What must be true of a national return beyond its schema: its counts add up, and its form is what it says it is."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from unicodedata import category

from scrutiny_app.domain.agreeing import GRADED_RESULTS, Result
from scrutiny_app.domain.national_return import (
    COUNTED,
    LEAST_RATED,
    TOTAL,
    Counts,
    Known,
    Line,
    Return,
    high,
    line_title,
    low,
)
from scrutiny_app.domain.suppressing import ALL

Sized = tuple[Counts, str]
_UNSEEN = frozenset({"Cf", "Cn", "Co", "Cs", "Zl", "Zp"})  # Unicode's categories; they would make one name two
_STEP_OF_CASES = "disposal_to_finding"  # the others are of letters and actions, of which a case may have several


def faults_of(made: Return) -> list[str]:
    """Say in sentences what is contradictory in one return; an empty list is a sound one."""
    return [fault for check in CHECKS for fault in check(made)]


def _names(made: Return) -> Iterator[str]:
    if any(category(letter) in _UNSEEN for letter in made.force + made.method.draw_id):
        yield "its force’s name or its draw’s has a character that nobody can see"


def _dates(made: Return) -> Iterator[str]:
    if made.period.from_ > made.period.to:
        yield "its period ends before it begins"
    if made.signed_on < made.period.from_:
        yield "its findings were signed before its period began"


def _sizes(made: Return) -> Iterator[str]:
    if made.sample > made.frame:
        yield "its sample is larger than its frame"
    if not made.sample:
        yield "its sample holds no case"
    if made.results.total != made.sample:
        yield "its results are not of as many cases as its sample holds"
    strata = made.method.strata
    if strata and (sum(one.frame for one in strata), sum(one.standing for one in strata)) != (made.frame, made.sample):
        yield "its strata do not add up to its frame and its sample"
    if any(not one.standing <= one.looked_at <= one.frame for one in strata):
        yield "a stratum has more cases than it could"


def _form(made: Return) -> Iterator[str]:
    every = [(place, count) for place, count in _counts(made)]
    if any(low(count) > high(count) for _, count in every):
        yield "a range ends before it begins"
    if any(isinstance(count, tuple) and high(count) > made.sample for _, count in every):
        yield "a range reaches beyond the cases of its sample"
    if made.form == "restricted":
        if made.hidden_below is not None or any(isinstance(count, tuple) for _, count in every):
            yield "it calls itself restricted, which is exact, and hides counts"
        return
    if made.hidden_below is None or made.method.strata:
        yield "it calls itself public and does not say what it hides, or tells the sizes of its strata"
        return
    shown = made.sample >= LEAST_RATED
    if any(
        isinstance(count, int) and 0 < count < made.hidden_below
        for place, count in every
        if place != f"all {TOTAL}" and not (shown and place.startswith("all "))
    ):
        yield f"it calls itself public and prints a count below {made.hidden_below}"
    if shown and any(isinstance(made.results.of(code), tuple) for code in COUNTED):
        yield f"it hides a headline count of a sample of {LEAST_RATED} or more"


def _sums(made: Return) -> Iterator[str]:
    for counts, where in [(made.results, "all cases"), *((one.counts, _where(one)) for one in made.breakdown)]:
        graded = [counts.of(result.value) for result in GRADED_RESULTS]
        rest = [counts.of(result.value) for result in Result if result not in GRADED_RESULTS]
        if not _agree(counts.graded, graded) or not _agree(counts.total, [counts.graded, *rest]):
            yield f"the counts of {where} do not add up"


def _breakdown(made: Return) -> Iterator[str]:
    lines = {(one.disposal, one.age_group): one.counts for one in made.breakdown}
    if len(lines) < len(made.breakdown) or (ALL, ALL) in lines:
        yield "its breakdown names a line twice"
        return
    if made.form == "public" and not lines:
        return  # it tells none, so that what it hides stays hidden
    crossed = made.form == "restricted" or any(ALL not in place for place in lines)
    lines[ALL, ALL] = made.results
    for (disposal, age), counts in lines.items():
        if not crossed and (disposal, age) != (ALL, ALL):
            continue
        if disposal == ALL and not _adds_up(counts, [c for (d, a), c in lines.items() if d != ALL and a == age]):
            yield f"its disposals do not add up to the total of {line_title(age, 'age_group').lower()} ages"
        if age == ALL and not _adds_up(counts, [c for (d, a), c in lines.items() if a != ALL and d == disposal]):
            yield f"its age groups do not add up to the total of “{line_title(disposal, 'disposal')}”"
        if ALL not in (disposal, age) and not {(disposal, ALL), (ALL, age)} <= lines.keys():
            yield "its breakdown lacks a total"


def _themes(made: Return) -> Iterator[str]:
    if any(many > 1 for many in Counter(one.theme for one in made.themes).values()):
        yield "a theme is counted twice"
    if any(low(one.serious) > high(one.cases) or low(one.cases) > made.sample for one in made.themes):
        yield "a theme has more cases than it could"


def _figures(made: Return) -> Iterator[str]:
    if made.estimates and made.selection == "targeted":
        yield "its cases were chosen and not left to chance, and it estimates a share of all"
    if any(not one.low <= one.share <= one.high for one in made.estimates):
        yield "an estimate lies outside its own interval"
    if any(many > 1 for many in Counter(one.result for one in made.estimates).values()):
        yield "a share is estimated twice"
    if any(many > 1 for many in Counter(one.step for one in made.timeliness).values()):
        yield "a step is timed twice"
    if any(one.median_days is not None and not one.n for one in made.timeliness):
        yield "it gives a median of nothing"
    if any(one.step == _STEP_OF_CASES and one.n > made.sample for one in made.timeliness):
        yield "a step is timed over more cases than its sample holds"
    if made.agreement.cases > made.sample or made.agreement.grades < 2 * made.agreement.cases:
        yield "its members’ agreement is of more cases than it could be"


CHECKS: Sequence[Callable[[Return], Iterable[str]]] = (
    _names,
    _dates,
    _sizes,
    _form,
    _sums,
    _breakdown,
    _themes,
    _figures,
)


def _counts(made: Return) -> Iterator[tuple[str, Known]]:
    yield from ((f"all {code}", made.results.of(code)) for code in COUNTED)
    for one in made.breakdown:
        yield from ((code, one.counts.of(code)) for code in COUNTED)
    for theme in made.themes:
        yield from ((theme.theme, theme.cases), (theme.theme, theme.serious))


def _where(line: Line) -> str:
    return f"“{line_title(line.disposal, 'disposal')}”, {line_title(line.age_group, 'age_group').lower()} ages"


def _adds_up(total: Counts, parts: list[Counts]) -> bool:
    return all(_agree(total.of(code), [part.of(code) for part in parts]) for code in COUNTED)


def _agree(total: Known, parts: list[Known]) -> bool:
    return sum(map(low, parts)) <= high(total) and low(total) <= sum(map(high, parts))
