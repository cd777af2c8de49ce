"""How far members agreed before they spoke, as a round's report tells it: of all cases together, never of one."""

from scrutiny_app.domain.agreement import Agreement, Figure
from scrutiny_app.domain.report_tables import Cell, Table
from scrutiny_app.domain.reporting import RoundReport

LEAST_CASES = 10  # of fewer, a figure for all of them would tell the grades of one
TITLE = "How far members agreed before discussion"
PERCENT = ("Low", "High", "Pairs alike", "Pairs")
NOT_GIVEN = f"Not given: it needs {LEAST_CASES} cases or more that two members or more graded before discussion."


def agreement(report: RoundReport) -> Table:
    """Tabulate each figure with how many cases it rests on and what it means; no row where too few were graded."""
    rows = [(one.name, one.words, told.cases, one.means) for told in _told(report) for one in told.figures]
    return Table(TITLE, ("Figure", "Value", "Cases", "What it means"), tuple(rows), (2,))


def agreement_in_figures(report: RoundReport) -> Table:
    """Tabulate the same in figures."""
    rows: list[tuple[Cell, ...]] = [
        (one.name, one.value, *percent_in_figures(one), told.cases, one.means)
        for told in _told(report)
        for one in told.figures
    ]
    return Table(TITLE, ("Figure", "Value", *PERCENT, "Cases", "What it means"), tuple(rows), (1, 2, 3, 4, 5, 6))


def percent_in_figures(one: Figure) -> tuple[Cell, ...]:
    """Give the ends of a percentage's range and its counts, as PERCENT heads them; nothing for another figure."""
    return (*one.reach, one.alike, one.pairs) if one.reach else (None,) * len(PERCENT)


def about_agreement(report: RoundReport) -> str:
    """Say what the figures rest on and cannot tell, or why there are none."""
    for told in _told(report):
        alike = f"In {told.unanimous} of {told.cases} cases, all who graded gave the same grade. "
        return (
            f"{alike}They graded alone and were shown no one else’s grade until the chair revealed them. {told.caution}"
        )
    return NOT_GIVEN


def agreement_words(found: Agreement) -> str:
    """Give the figures in one line, or why there are none."""
    if found.cases < LEAST_CASES:
        return NOT_GIVEN
    told = "; ".join(f"{one.name}: {one.words}" for one in found.figures)
    return f"{told}; of {found.cases} cases"


def _told(report: RoundReport) -> list[Agreement]:
    return [report.agreed] if report.agreed and report.agreed.cases >= LEAST_CASES else []
