"""The national picture's sentences and tables, the same on its page and in its workbook."""

from collections.abc import Iterator
from datetime import date

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.agreement import alike_words
from scrutiny_app.domain.collating import MEASURE, National, Part, Place, Pool
from scrutiny_app.domain.grading import THEME_TITLES, Theme
from scrutiny_app.domain.national_funnels import FLAG_TITLES, Flag, Funnel
from scrutiny_app.domain.national_return import (
    AGE_CODES,
    COUNTED,
    DISPOSAL_CODES,
    GRADED,
    LEAST_RATED,
    STEPS,
    counted_title,
    line_title,
)
from scrutiny_app.domain.national_sums import Between
from scrutiny_app.domain.report_tables import Cell, Table
from scrutiny_app.domain.statistics import clopper_pearson, wilson_mean
from scrutiny_app.domain.suppressing import ALL

NATION = "All forces"
SELECTION_TITLES = {"random": "Cases drawn at random", "targeted": "Cases that were chosen"}
NOT_GIVEN = "Not given"
_HIDDEN = ", whatever is hidden"
OF_GRADED = "Inappropriate, of graded (95% interval)"
RESULT_CODES = tuple(result.value for result in Result)


def summary(national: National) -> list[str]:
    """Say in a few sentences what was put together and what was found."""
    first, last = national.period
    returns, forces = len(national.returns), len(national.forces)
    said = [
        f"{_many(returns, 'return')} of {_many(forces, 'force')}, on disposals from {_day(first)} to {_day(last)}.",
    ]
    for part in national.parts:
        pool = part.nation
        graded, found = pool.count(GRADED), pool.count(MEASURE)
        how = "drawn at random" if part.selection == "random" else "that were chosen, not left to chance"
        said.append(
            f"Of {pool.sample:,} cases {how}, panels graded {words(graded)} and found {words(found)} "
            f"inappropriate{_in_brackets(found, graded) if part.selection == 'random' else ''}."
        )
    return said


def estimated(pool: Pool) -> str:
    """Say what the returns' own estimates come to for all eligible cases of their frames."""
    guess = pool.estimate
    if guess is None:
        return NOT_GIVEN
    some = f", from {guess.returns:,} of {pool.returns:,} returns" if guess.returns < pool.returns else ""
    return f"{guess.share:.1%} ({guess.low:.1%} to {guess.high:.1%}){some}"


def forces(part: Part, funnel: Funnel | None) -> Table:
    """Tabulate the forces side by side, in the order of the alphabet, and all of them together."""
    flags = {point.force: FLAG_TITLES[point.flag] for point in funnel.points} if funnel else {}
    header = ("Force", "Returns", "Cases read", *map(counted_title, RESULT_CODES), *_share_headings(part), "Funnel")
    rows = [(name, *_counts(pool), *_shares(part, pool), flags.get(name, "")) for name, pool in with_nation(part)]
    return Table("Forces side by side", header if funnel else header[:-1], _cut(rows, bool(funnel)), tuple(range(1, 8)))


def breakdown(part: Part) -> Table:
    """Tabulate all forces' counts by disposal and age group."""
    header = ("Disposal", "Age group", *map(counted_title, COUNTED), *_share_headings(part)[:1])
    rows: list[tuple[Cell, ...]] = []
    for place in places(part.nation):
        counts = [words(part.nation.count(code, place)) for code in COUNTED]
        share = share_words(part.nation.count(MEASURE, place), part.nation.count(GRADED, place))
        row = (line_title(place[0], "disposal"), line_title(place[1], "age_group"), *counts, share)
        rows.append(row[: len(header)])
    return Table("By disposal and age group", header, tuple(rows), tuple(range(2, 9)))


def places(pool: Pool) -> Iterator[Place]:
    """Give the disposals and age groups that a pool has cases of, in their order, totals last."""
    every = [(disposal, age) for disposal in (*DISPOSAL_CODES, ALL) for age in (*AGE_CODES, ALL)]
    return (place for place in every if place in pool.lines)


def funnel(made: Funnel) -> Table:
    """Tabulate what a funnel shows."""
    rows = [
        (one.force, words(one.graded), words(one.found), share_words(one.found, one.graded), FLAG_TITLES[one.flag])
        for one in made.points
        if one.graded.high
    ]
    header = ("Force", "Graded", "Inappropriate", OF_GRADED, "Funnel")
    return Table(made.title, header, tuple(rows), (1, 2))


def not_drawn(made: Funnel) -> list[str]:
    """Say which forces have no place on a funnel's chart, and why."""
    whys = {
        Flag.MAY: "Counts that are hidden leave their place open",
        Flag.FEW: f"Fewer than {LEAST_RATED} cases were graded",
    }
    named = {flag: [point.force for point in made.points if point.flag is flag] for flag in whys}
    said = [f"Not drawn. {whys[flag]}: {', '.join(forces)}." for flag, forces in named.items() if forces]
    if not made.share.known:
        said.append("The share of all forces is a range, because every return hides counts here.")
    return said


def themes(part: Part) -> Table:
    """Tabulate in how many cases panels observed each theme, and in how many forces."""
    rows: list[tuple[Cell, ...]] = []
    for theme in sorted(Theme, key=lambda one: -sum(_theme(part.nation, one)[0])):
        cases, serious = _theme(part.nation, theme)
        seen = [_theme(pool, theme)[0] for pool in part.forces.values()]
        forces_ = Between(sum(one.low > 0 for one in seen), sum(one.high > 0 for one in seen))
        rows.append((THEME_TITLES[theme], words(cases), words(serious), words(forces_)))
    header = ("Theme", "Cases", "Of them serious", "Forces")
    return Table("What panels observed", header, tuple(rows), (1, 2, 3))


def _theme(pool: Pool, theme: Theme) -> tuple[Between, Between]:
    return pool.themes.get(theme, (Between(0, 0), Between(0, 0)))


def years(part: Part) -> Table:
    """Tabulate financial years."""
    rows: tuple[tuple[Cell, ...], ...]
    header = ("Year from April", "Returns", "Cases read", "Graded", "Inappropriate", *_share_headings(part))
    rows = tuple(
        (year, pool.returns, pool.sample, words(pool.count(GRADED)), words(pool.count(MEASURE)), *_shares(part, pool))
        for year, pool in part.years.items()
    )
    return Table("Year by year", header, rows, (1, 2, 3, 4))


def agreement(part: Part) -> Table:
    """Tabulate how far members agreed in private."""
    header = ("Force", "Cases", "Returns", "Agreed", "AC1", "Alpha", "Returns with an alpha")
    rows: list[tuple[Cell, ...]] = []
    for name, pool in with_nation(part):
        one = pool.agreement
        figures = [NOT_GIVEN if figure is None else f"{figure:.2f}" for figure in (one.ac1, one.alpha)]
        agreed = NOT_GIVEN
        if one.observed is not None:
            agreed = alike_words(one.observed, wilson_mean(one.observed, one.cases), f"of {one.cases:,} cases")
        rows.append((name, one.cases, one.returns, agreed, *figures, one.alphas))
    return Table("How far members agreed before discussion", header, tuple(rows), (1, 2, 4, 5, 6))


def timeliness(part: Part) -> Table:
    """Tabulate how long each step took, in days, and of how many."""
    rows: list[tuple[Cell, ...]] = []
    for name, pool in with_nation(part):
        steps = [pool.timeliness[step] for step in STEPS]
        rows.append((name, *(NOT_GIVEN if one.days is None else f"{one.days:,.0f} (of {one.n:,})" for one in steps)))
    return Table("Days that each step took", ("Force", *STEPS.values()), tuple(rows), (1, 2, 3, 4))


def undone(national: National) -> Table:
    """Tabulate what was undone in draws."""
    rows: list[tuple[Cell, ...]] = []
    for name in (*national.forces, NATION):
        ours = [one.undone for one in national.returns if name in (one.force, NATION)]
        fields = ("voids", "begun_again", "replacements", "left_empty")
        rows.append((name, len(ours), *(sum(getattr(one, field) for one in ours) for field in fields)))
    header = ("Force", "Returns", "Draws made void", "Begun again before dice", "Cases replaced", "Places left empty")
    return Table("What was undone in draws", header, tuple(rows), (1, 2, 3, 4, 5))


def left_out(national: National) -> Table:
    """List the files that were left out, and why."""
    return Table("Files that were left out", ("File", "Why"), national.left_out)


def share_words(found: Between, graded: Between) -> str:
    """Write the share of counts with its interval; a range that holds both where counts are hidden."""
    if not graded.low:
        return NOT_GIVEN if graded.high else ""
    if graded.low < LEAST_RATED:
        return f"{NOT_GIVEN}: fewer than {LEAST_RATED}"
    low, high = interval(found, graded)
    if found.known and graded.known:
        return f"{found.low / graded.low:.1%} ({low:.1%} to {high:.1%})"
    return f"{low:.1%} to {high:.1%}{_HIDDEN}"


def interval(found: Between, graded: Between) -> tuple[float, float]:
    """Give the interval of 95 % that holds whatever the hidden counts are (Clopper and Pearson 1934 at both ends)."""
    least, most = int(graded.low), int(graded.high)
    return clopper_pearson(int(found.low), most)[0], clopper_pearson(min(int(found.high), least), least)[1]


def words(count: Between) -> str:
    """Write a count, or what it may be."""
    return f"{count.low:,}" if count.known else f"{count.low:,} to {count.high:,}"


def with_nation(part: Part) -> Iterator[tuple[str, Pool]]:
    """Give each force and, after them, all of them together."""
    yield from part.forces.items()
    yield NATION, part.nation


def _counts(pool: Pool) -> tuple[Cell, ...]:
    return pool.returns, pool.sample, *(words(pool.count(code)) for code in RESULT_CODES)


def _share_headings(part: Part) -> tuple[str, ...]:
    return (OF_GRADED, "Estimated for all eligible (95% interval)") if part.selection == "random" else ()


def _shares(part: Part, pool: Pool) -> tuple[str, ...]:
    if part.selection != "random":
        return ()
    return share_words(pool.count(MEASURE), pool.count(GRADED)), estimated(pool)


def _cut(rows: list[tuple[Cell, ...]], whole: bool) -> tuple[tuple[Cell, ...], ...]:
    return tuple(row if whole else row[:-1] for row in rows)


def _in_brackets(found: Between, graded: Between) -> str:
    said = share_words(found, graded)
    if not said or said.startswith(NOT_GIVEN):
        return ""
    share, hidden, _ = said.partition(_HIDDEN)
    return f": {share}, a 95% interval{' that holds whatever the hidden counts are' if hidden else ''}"


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
