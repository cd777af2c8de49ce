"""A report's sentences and tables, the same in a page, a document and a workbook."""

from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.agreeing import RESULT_TITLES, Result, in_words
from scrutiny_app.domain.cases import title_of
from scrutiny_app.domain.framing import EXCLUSION_TITLES, ExclusionReason
from scrutiny_app.domain.reporting import Line, Reviewed, RoundReport, estimate
from scrutiny_app.domain.round_method import Method
from scrutiny_app.domain.rounds import strata_title, stratum_title

Cell = str | int | float | date | None

CANNOT_REOPEN = (
    "The panel looks back for learning: it cannot reopen a case or change its outcome, "
    "and this tool never writes to a case's own record."
)
NOTHING_SAID = "The panel added no remarks of its own to its results."


@dataclass(frozen=True)
class Table:
    """One table: its title, the words over its columns, its rows, and which columns (from 0) hold numbers."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()

    @property
    def words(self) -> list[list[str]]:
        """Give the rows as they are read: thousands apart."""
        return [[_written(cell) for cell in row] for row in self.rows]


def result_lines(report: RoundReport) -> tuple[Line, ...]:
    """Give every counted result in the order in which a report states them."""
    return (*report.grades, report.sound, *report.ungraded)


def results(report: RoundReport) -> Table:
    """Tabulate the results in words: counts, and the range for all eligible cases where there is one."""
    header = ("Result", "Cases", "Of", f"Share of {_whole(report.method)}, and range")
    rows = tuple((line.title, line.cases, line.of, _share(report, line)) for line in result_lines(report))
    return Table("Results", header, rows, (1, 2))


def results_in_figures(report: RoundReport) -> Table:
    """Tabulate the results in figures, for a workbook: shares are from 0 to 1."""
    header = ("Result", "Cases", "Of", "Estimated share of eligible cases", "Low", "High")
    rows: list[tuple[Cell, ...]] = []
    for line in result_lines(report):
        known = line.estimate
        figures = (known.share, known.low, known.high) if known else (None, None, None)
        rows.append((line.title, line.cases, line.of, *figures))
    return Table("Results", header, tuple(rows), (1, 2, 3, 4, 5))


def by_disposal(report: RoundReport) -> Table:
    """Tabulate every result by disposal, in counts."""
    rows: list[tuple[Cell, ...]] = [
        (title, *counts.values(), sum(counts.values())) for title, counts in report.by_disposal
    ]
    totals = [sum(counts[result] for _, counts in report.by_disposal) for result in Result]
    rows.append(("All", *totals, sum(totals)))
    header = ("Disposal", *(title.partition(":")[0] for title in RESULT_TITLES.values()), "All")
    return Table("Results by disposal", header, tuple(rows), tuple(range(1, len(header))))


def themes(report: RoundReport) -> Table:
    """Tabulate the faults observed, in cases, and after them good practice."""
    rows: list[tuple[Cell, ...]] = [(line.title, line.cases, line.serious) for line in report.themes]
    rows.append(("Good practice", len(report.good_practice), 0))
    return Table("Themes", ("Theme", "Cases", "Of which serious"), tuple(rows), (1, 2))


def cases(report: RoundReport) -> Table:
    """Tabulate the cases one by one, by the references that the panel knows."""
    rows = tuple((one.reference, *kind_of(one), RESULT_TITLES[one.result]) for one in report.listed)
    return Table("Cases", ("Reference", "Disposal", "Offence group", "Result"), rows)


def cases_with_remarks(report: RoundReport) -> Table:
    """Tabulate the cases one by one with the panel's own remarks on each, for a workbook."""
    plain = cases(report)
    rows = tuple((*row, one.remarks) for row, one in zip(plain.rows, report.listed, strict=True))
    return Table(plain.title, (*plain.header, "The panel’s remarks"), rows)


def remarks(report: RoundReport) -> Table:
    """Tabulate what the panel agreed to say of a case, where it said something."""
    rows = tuple((one.reference, RESULT_TITLES[one.result], one.remarks) for one in report.listed if one.remarks)
    return Table("What the panel said", ("Reference", "Result", "Remarks"), rows)


def strata(report: RoundReport) -> Table:
    """Tabulate how many cases were eligible and how many drawn, by stratum."""
    method = report.method
    rows: list[tuple[Cell, ...]] = [
        (stratum_title(method.strata, stratum), one.cases, one.standing, one.looked_at - one.standing)
        for stratum, one in method.accounts.items()
    ]
    struck = sum(one.looked_at - one.standing for one in method.accounts.values())
    rows.append(("All", method.eligible, method.drawn, struck))
    frame = "In the frame" if struck else "Eligible"
    header = (strata_title(method.strata).capitalize(), frame, "In the sample", "Taken out")
    return Table("Eligible and drawn", header, tuple(rows), (1, 2, 3))


def about(report: RoundReport) -> tuple[tuple[str, str], ...]:
    """State whose report it is, as pairs of a label and its words."""
    return (("Round", report.title), ("Force", report.force), ("Panel", report.panel))


def method(report: RoundReport) -> Table:
    """Tabulate how the cases were chosen."""
    return Table("Method", ("What", "How"), facts(report))


def facts(report: RoundReport) -> tuple[tuple[str, str | int], ...]:
    """State how the cases were chosen, as pairs of a label and its words or its figure."""
    method = report.method
    left_out = [f"{EXCLUSION_TITLES[ExclusionReason(why)]}: {count}" for why, count in method.exclusions.items()]
    return (
        ("Cases finalised", f"{_day(method.period_from)} to {_day(method.period_to)}"),
        *method.filters.items(),
        ("Eligible (the frame)", method.eligible),
        ("Left out of the frame", "; ".join(left_out) or "None"),
        ("Held against the force’s own totals", method.totals.words if method.totals else "No totals were entered"),
        ("Numbers named from outside the frame", method.check.words),
        ("Drawn", method.drawn),
        ("Kind of sample", "Targeted, not random" if method.targeted else "Random"),
        ("Shared out by", shared_words(method)),
        ("Way of drawing", method.algorithm),
        ("Draw", method.draw_id),
        ("Digest of the frame (SHA-256)", method.frame_digest),
        ("Dice", method.dice),
        ("Draws made void", method.undone.voids),
        ("Draws begun again before any dice", method.undone.begun_again),
        ("Cases replaced", method.undone.replacements),
        ("Places left empty", method.undone.left_empty),
        ("Signed findings superseded since", report.superseded),
        ("Last finding signed", _day(report.signed_on)),
        ("Entries on the trail at that moment", report.entries),
        ("Head of the trail (SHA-256)", report.head),
    )


def summary(report: RoundReport) -> str:
    """Say in one sentence what was found."""
    graded, sound = len(report.graded), report.sound
    said = f"Of {_cases(len(report.reviewed))} reviewed, the panel graded {graded}. "
    if not graded:
        return said.strip()
    faulty = report.grades[-1]
    return said + f"It found {sound.words} appropriate, with or without observations, and {faulty.words} inappropriate."


def what_it_shows(report: RoundReport) -> tuple[str, ...]:
    """Say what so many cases can and cannot show."""
    method = report.method
    if report.why_no_range:
        if method.targeted:
            apart = "No percentage or range is given, and these counts are never added to those of a random sample."
            return report.why_no_range, apart
        return report.why_no_range, "No percentage or range is given: the plain counts say what the panel saw."
    graded = len(report.graded)
    eligible, whole = method.stands_for, _whole(method)
    unseen = int(estimate(method, report.graded, ()).high * eligible + 1e-9)  # as the range of a result never seen
    return (
        f"The percentages in brackets are of {whole} eligible cases. Had the panel read every one, the "
        "share would very likely lie in that range: a range so made misses the truth about once in twenty times.",
        f"{_cases(graded).capitalize()} can miss what is rare: a fault that none of them showed could still be present "
        f"in up to {unseen:,} of the {eligible:,}.",
        "Groups within the sample, such as one disposal, are too small to be compared: their counts say what was seen.",
    )


def limits(report: RoundReport) -> tuple[str, ...]:
    """Name what bounds the findings."""
    found = [
        "The panel read what was on record when the decision was made, with names and other identifiers taken out.",
        "A fair draw from an incomplete list proves nothing: eligible cases are those that the force's extract held.",
    ]
    if absent := report.method.check.absent:
        found.append(
            f"Of {report.method.check.named:,} numbers that were named from outside the list, {absent:,} "
            f"{'was' if absent == 1 else 'were'} absent from it: what else is absent cannot be known."
        )
    apart = [f"{line.cases} {line.title.lower()}" for line in report.ungraded if line.cases]
    if apart:
        found.append(f"Results that are not grades are counted apart ({in_words(apart)}) and are in no percentage.")
    if any(line.estimate and line.estimate.weighted for line in report.grades):
        found.append(
            "Some strata had more than their share of the sample. Each case therefore carries its stratum's weight "
            "in the percentages, which differ from what the bare counts would give."
        )
    if report.method.stands_for != report.method.eligible:
        found.append(
            f"Cases that were drawn and found ineligible show that others of the {report.method.eligible:,} in the "
            f"frame are so too. By the cases looked at, about {report.method.stands_for:,} are eligible: the "
            "percentages are of those."
        )
    if report.hidden:
        left_out = f"{_cases(len(report.hidden))} {'is' if len(report.hidden) == 1 else 'are'} left out of your list"
        found.append(f"Because of a conflict of interest, {left_out}; all are counted.")
    return (*found, CANNOT_REOPEN)


def _whole(method: Method) -> str:
    return f"{'about' if method.struck else 'all'} {method.stands_for:,}"


def _written(cell: Cell) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, date):
        return _day(cell)
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def kind_of(case: Reviewed) -> tuple[str, str]:
    """Name a case's disposal and offence group."""
    return title_of("disposal", case.disposal), title_of("offence_group", case.offence_group)


def _share(report: RoundReport, line: Line) -> str:
    """Write what a count says of all eligible cases, with its range."""
    if line in report.ungraded:
        return "Counted apart"
    known = line.estimate
    return f"{known.share:.0%} ({known.range})" if known else "Not estimated"


def _cases(count: int) -> str:
    return f"{count:,} case" if count == 1 else f"{count:,} cases"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def shared_words(method: Method) -> str:
    """Say how the sample was shared among its strata."""
    how = "in proportion" if method.in_proportion else "by weights that the certificate gives"
    return f"{strata_title(method.strata).capitalize()}, {how}, at least {method.floor} from each"
