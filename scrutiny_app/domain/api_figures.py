"""Internal figures as a program reads them: the very numbers of the round's report, in plain names and flat rows."""

from typing import Any

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.reporting import Line, RoundReport

Row = dict[str, Any]


def round_row(round_id: int, report: RoundReport) -> Row:
    """Give what a round is: from how many cases it was drawn, how, and which finding was signed last."""
    method = report.method
    return {
        "round_id": round_id,
        "title": report.title,
        "force": report.force,
        "panel": report.panel,
        "period_from": method.period_from.isoformat(),
        "period_to": method.period_to.isoformat(),
        "targeted": method.targeted,
        "eligible": method.eligible,
        "drawn": method.drawn,
        "reviewed": len(report.reviewed),
        "graded": len(report.graded),
        "superseded": report.superseded,
        "signed_on": report.signed_on.isoformat(),
        "draw_id": method.draw_id,
        "frame_digest": method.frame_digest,
        "trail_entries": report.entries,
        "trail_head": report.head,
    }


def result_rows(round_id: int, report: RoundReport) -> list[Row]:
    """Give the count of each result with its base and, where something may be said of all eligible cases, its range."""
    lines = (*report.grades, report.sound, *report.ungraded)
    return [{"round_id": round_id, "targeted": report.method.targeted} | _line(line) for line in lines]


def year_rows(round_id: int, over: OverRounds) -> list[Row]:
    """Give the pooled count of each result over the random rounds of the year that ends with a round."""
    year = {
        "round_id": round_id,
        "force": over.force,
        "panel": over.panel,
        "first": over.first.isoformat(),
        "last": over.last.isoformat(),
        "rounds": len(over.random),
        "targeted_rounds": len(over.targeted),
        "reviewed": over.reviewed,
    }
    return [year | _line(line) for line in (*over.lines, *over.ungraded)] if over.random else []


def disposal_rows(round_id: int, report: RoundReport) -> list[Row]:
    """Give the count of each result within each disposal."""
    return [
        {"round_id": round_id, "disposal": title, "result": result.value, "cases": counts[result]}
        for title, counts in report.by_disposal
        for result in Result
    ]


def theme_rows(round_id: int, report: RoundReport) -> list[Row]:
    """Give in how many cases each theme was observed, and in how many of those it was serious."""
    base = len(report.reviewed)
    return [
        {"round_id": round_id, "theme": line.theme.value, "title": line.title, "cases": line.cases, "of": base}
        | {"serious": line.serious}
        for line in report.themes
    ]


def _line(line: Line) -> Row:
    known = line.estimate
    return {
        "result": str(line.code),
        "title": line.title,
        "cases": line.cases,
        "of": line.of,
        "share": known.share if known else None,
        "low": known.low if known else None,
        "high": known.high if known else None,
        "weighted": known.weighted if known else None,
    }
