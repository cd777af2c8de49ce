"""A round's report: its chart, and each of its tables by the name that its file has."""

from scrutiny_app.domain import report_tables as tables
from scrutiny_app.domain.agreeing import RESULT_TITLES
from scrutiny_app.domain.papers import Chart, ChartKind, Shown
from scrutiny_app.domain.report_agreement import agreement, agreement_in_figures
from scrutiny_app.domain.reporting import RoundReport


def results_chart(report: RoundReport) -> Chart:
    """Draw the results of each disposal as a bar; results that nothing got are left out."""
    seen = [result for result in RESULT_TITLES if any(counts[result] for _, counts in report.by_disposal)]
    rows = tuple((title, tuple(counts[result] for result in seen)) for title, counts in report.by_disposal)
    described = "One bar a disposal, as long as its cases are many. The table below holds the same numbers."
    return Chart(ChartKind.BARS, "Results by disposal", described, tuple(RESULT_TITLES[one] for one in seen), rows)


def report_shown(report: RoundReport) -> dict[str, Shown]:
    """Give each table of a report by its name."""
    shown = (
        Shown("results", tables.results(report), tables.results_in_figures(report)),
        Shown("disposals", tables.by_disposal(report)),
        Shown("themes", tables.themes(report)),
        Shown("remarks", tables.remarks(report)),
        Shown("agreement", agreement(report), agreement_in_figures(report)),
        Shown("strata", tables.strata(report)),
        Shown("method", tables.method(report)),
        Shown("cases", tables.cases_with_remarks(report)),
    )
    return {one.name: one for one in shown}
