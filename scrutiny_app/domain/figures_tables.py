"""The tables of figures over rounds, each in words for a page and in bare numbers for a workbook."""

from collections.abc import Iterable, Iterator
from datetime import date

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.agreement import Agreement
from scrutiny_app.domain.figures import Held, OverRounds
from scrutiny_app.domain.papers import Shown
from scrutiny_app.domain.report_agreement import PERCENT, percent_in_figures
from scrutiny_app.domain.report_tables import Cell, Table
from scrutiny_app.domain.reporting import Line

MOST_COLUMNS = 6  # meetings side by side on a page; a workbook has them all
NOT_ESTIMATED = "Not estimated"
NO_BREAK = "\u00a0"
Rows = tuple[tuple[Cell, ...], ...]


def results(over: OverRounds) -> Shown:
    """Tabulate the random rounds' results together."""
    lines = (*over.lines, *over.ungraded)
    words: Rows = tuple((one.title, one.cases, one.of, range_words(one, over.ungraded)) for one in lines)
    bare: Rows = tuple((one.title, one.cases, one.of, *bare_range(one)) for one in lines)
    table = Table("Results of the year", ("Result", "Cases", "Of", "Share of eligible cases, and range"), words, (1, 2))
    header = ("Result", "Cases", "Of", "Estimated share of eligible cases", "Low", "High")
    return Shown("results", table, Table(table.title, header, bare, (1, 2, 3, 4, 5)))


def meetings(over: OverRounds, every: OverRounds | None = None) -> Shown:
    """Tabulate the random rounds meeting by meeting, each with the rolling year that ends with it, and their sum."""
    words: list[tuple[Cell, ...]] = []
    bare: list[tuple[Cell, ...]] = []
    for one in over.random:
        wrong = one.line(Result.INAPPROPRIATE)
        year = (every or over).year_to(one).line(Result.INAPPROPRIATE)
        graded = (len(one.report.graded), *(line.cases for line in one.report.grades))
        words.append((signed(one), *graded, range_words(wrong), f"{range_words(year)}, {year.cases} of {year.of}"))
        counted = (one.report.title, one.on, one.report.method.stands_for, len(one.report.reviewed))
        bare.append((*counted, *graded, *bare_range(wrong), year.cases, year.of, *bare_range(year)))
    whole = over.line(Result.INAPPROPRIATE)
    sums = (whole.of, *(over.line(code).cases for code in GRADES))
    words.append(("All", *sums, range_words(whole), "–"))
    bare.append(("All", None, *_bases(over), *sums, *bare_range(whole), None, None, None, None, None))
    header = ("Round, signed", "Graded", *GRADE_HEADS, "Of which inappropriate", "In the year to then")
    counts = ("Round", "Signed", "Eligible", "Reviewed", "Graded", *GRADE_HEADS, "Share", "Low", "High")
    heads = (*counts, *(f"{name} of the year" for name in ("Inappropriate", "Graded", "Share", "Low", "High")))
    table = Table("Round by round", header, tuple(words), (1, 2, 3, 4))
    return Shown("meetings", table, Table(table.title, heads, tuple(bare), tuple(range(2, 16))))


def funnel(over: OverRounds) -> Shown:
    """Tabulate each meeting's inappropriate cases against the limits of chance."""
    rows: Rows = tuple(
        (one.held.report.title, one.graded, one.found, f"{one.fewest} to {one.most}", one.flag) for one in over.funnel
    )
    bare: Rows = tuple(
        (one.held.report.title, one.graded, one.found, one.fewest, one.most, one.flag) for one in over.funnel
    )
    title = "Inappropriate cases and the limits of chance"
    table = Table(title, ("Round", "Graded", "Inappropriate", "Limits", "Where it lies"), rows, (1, 2))
    heads = ("Round", "Graded", "Inappropriate", "Fewest", "Most", "Where it lies")
    return Shown("funnel", table, Table(title, heads, bare, (1, 2, 3, 4)))


def themes(over: OverRounds) -> Shown:
    """Tabulate faults and good practice by meeting, in cases: the latest on a page, all of them in a workbook."""
    rows = [(one.title, one.cases, one.serious) for one in over.themes]
    good = over.good_practice
    lines = [*rows, ("Good practice", good, 0)]
    titles = tuple(one.report.title for one in over.random)
    title = f"Themes: in how many of {over.reviewed:,} cases"
    words: Rows = tuple((name, *cases[-MOST_COLUMNS:], sum(cases), serious) for name, cases, serious in lines)
    bare: Rows = tuple((name, *cases, sum(cases), over.reviewed, serious) for name, cases, serious in lines)
    shown = titles[-MOST_COLUMNS:]
    tail = ("All", "Of which serious")
    table = Table(title, ("Theme", *shown, *tail), words, tuple(range(1, len(shown) + 3)))
    heads = ("Theme", *titles, "All", "Of", "Of which serious")
    return Shown("themes", table, Table("Themes", heads, bare, tuple(range(1, len(heads)))))


def targeted(over: OverRounds) -> Shown:
    """Tabulate the rounds whose cases were chosen: counts of those cases alone."""
    rows: Rows = tuple(
        (one.report.title, day(one.on), len(one.report.graded), *(line.cases for line in one.report.grades))
        for one in over.targeted
    )
    table = Table("Targeted rounds, counted apart", ("Round", "Signed", "Graded", *GRADE_HEADS), rows, (2, 3, 4, 5))
    return Shown("targeted", table)


GRADES = (Result.APPROPRIATE, Result.OBSERVATIONS, Result.INAPPROPRIATE)
GRADE_HEADS = ("Appropriate", "With observations", "Inappropriate")


def range_words(line: Line, apart: tuple[Line, ...] = ()) -> str:
    """Write what a count says of all eligible cases, with its range; never a share without one."""
    if line in apart:
        return "Counted apart"
    known = line.estimate
    return f"{known.share:.0%} ({known.range})" if known else NOT_ESTIMATED


def bare_range(line: Line) -> tuple[float | None, float | None, float | None]:
    """Give a line's share and range as a workbook holds them, from 0 to 1."""
    known = line.estimate
    return (known.share, known.low, known.high) if known else (None, None, None)


def day(on: date) -> str:
    """Write a day, the month in short."""
    return f"{on.day} {on:%b %Y}"


def _bases(over: OverRounds) -> tuple[int, int]:
    return sum(one.report.method.stands_for for one in over.random), over.reviewed


def signed(held: Held) -> str:
    """Name a round with the day on which the last of its cases was signed; the day is never parted over lines."""
    return f"{held.report.title}, {day(held.on).replace(' ', NO_BREAK)}"


def agreement(found: Iterable[tuple[Held, Agreement]]) -> Shown:
    """Tabulate how far the private grades of each round agreed."""
    ours = [(one.report.title, agreed) for one, agreed in found if agreed.cases]
    rows: Rows = tuple(
        (title, one.cases, one.unanimous, *(figure.words for figure in one.figures)) for title, one in ours
    )
    bare: Rows = tuple((title, one.cases, one.unanimous, *_figures(one)) for title, one in ours)
    others = ("Alpha, as names", "Alpha, in order", "Gwet’s AC1")
    head = ("Round", "Cases", "Unanimous", "Percent agreement")
    title = "Agreement of the private grades"
    table = Table(title, (*head, *others), rows, (1, 2, 4, 5, 6))
    return Shown("agreement", table, Table(title, (*head, *PERCENT, *others), bare, tuple(range(1, 11))))


def _figures(found: Agreement) -> Iterator[Cell]:
    for one in found.figures:
        yield one.value
        if one is found.figures[0]:
            yield from percent_in_figures(one)
