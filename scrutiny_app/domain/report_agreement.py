"""How far members agreed before they spoke, as a round's report tells it: of all cases together, never of one."""

from scrutiny_app.domain.agreement import Agreement
from scrutiny_app.domain.report_tables import Cell, Table
from scrutiny_app.domain.reporting import RoundReport

LEAST_CASES = 10  # of fewer, a figure for all of them would tell the grades of one
TITLE = "How far members agreed before discussion"
NOT_GIVEN = f"Not given: it needs {LEAST_CASES} cases or more that two members or more graded before discussion."


def agreement(report: RoundReport) -> Table:
    """Tabulate each figure with how many cases it rests on and what it means; no row where too few were graded."""
    rows = [
        (one.name, coefficient(one.name, one.value), told.cases, one.means)
        for told in _told(report)
        for one in told.figures
    ]
    return Table(TITLE, ("Figure", "Value", "Cases", "What it means"), tuple(rows), (1, 2))


def agreement_in_figures(report: RoundReport) -> Table:
    """Tabulate the same in figures."""
    rows: list[tuple[Cell, ...]] = [
        (one.name, one.value, told.cases, one.means) for told in _told(report) for one in told.figures
    ]
    return Table(TITLE, ("Figure", "Value", "Cases", "What it means"), tuple(rows), (1, 2))


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
    told = "; ".join(f"{one.name}: {coefficient(one.name, one.value)}" for one in found.figures)
    return f"{told}; of {found.cases} cases"


def _told(report: RoundReport) -> list[Agreement]:
    return [report.agreed] if report.agreed and report.agreed.cases >= LEAST_CASES else []


def coefficient(name: str, value: float | None) -> str:
    """Write a figure of agreement: the one of percent as a percentage."""
    if value is None:
        return "Not defined"
    return f"{value:.0%}" if name.startswith("Percent") else f"{value:.2f}"
