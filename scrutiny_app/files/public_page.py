"""A public report as a static page that needs no sign-in, no script and nothing from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from scrutiny_app.domain import public_tables as tables
from scrutiny_app.domain.agreeing import GRADED_RESULTS
from scrutiny_app.domain.public_lines import LINE_TITLES, LineKind
from scrutiny_app.domain.public_method import limits, method
from scrutiny_app.domain.public_report import digest_of
from scrutiny_app.files.charts import Interval, intervals, stacked_bars
from scrutiny_app.files.standing_page import style_of, written

TEMPLATES = Path(__file__).parents[2] / "templates" / "public"
CSS, PAGE, DATA, TABLE = "public.css", "index.html", "report.json", "report.csv"
_SAID_ALONE = (LineKind.REMARK, LineKind.GOOD_PRACTICE, LineKind.LEARNING)

Content = Mapping[str, Any]


def page(content: Content, *, css: str, files: str = "", current: str = "", draft: Markup | None = None) -> bytes:
    """Write a report's page; `css` and `files` lead to the style sheet and the data, `current` to a newer version.

    A `draft` is what stands above and below one that is not published.
    """
    return _written(
        "report.html",
        content=content,
        css=css,
        files=files,
        current=current,
        draft=draft,
        digest=digest_of(content),
        period=tables.period_words(content),
        summary=tables.summary(content),
        parts=[_part(part) for part in content["parts"]],
        said=[(LINE_TITLES[kind], _lines(content, kind)) for kind in _SAID_ALONE],
        introduction=_lines(content, LineKind.INTRODUCTION),
        replies=list(_replies(content)),
        methods=[method(one) for part in content["parts"] for one in part["rounds"]],
        limits=limits(content),
    )


def withdrawn(title: str, force: str, version: int, on: date, *, css: str) -> bytes:
    """Write the note that stands where a report was withdrawn."""
    return _written("withdrawn.html", title=title, force=force, version=version, on=tables.day_words(on), css=css)


def index(forces: Mapping[str, Sequence[Mapping[str, str]]]) -> bytes:
    """List published reports by force: of each its title, address, period and what else is to be said."""
    return _written("index.html", forces=forces, css=CSS)


def style_sheet() -> bytes:
    """Give the pages' style sheet."""
    return style_of(TEMPLATES / CSS)


def _part(part: Content) -> dict[str, Any]:
    made = (tables.rounds(part), *tables.breakdown(part), tables.themes(part))
    return {
        "name": part["selection"],
        "title": tables.PART_TITLES[part["selection"]],
        "random": part["selection"] == "random",
        "results": tables.results(part),
        "charts": [Markup(chart) for chart in _charts(part)],  # noqa: S704  our own SVG, escaped by ElementTree
        "tables": [one for one in made if one.rows and not tables.tells_nothing(one)],
        "hidden": [one.title for one in made if one.rows and tables.tells_nothing(one)],
    }


def _charts(part: Content) -> list[str]:
    title = tables.PART_TITLES[part["selection"]]
    rows = [(one["title"], one["results"]) for one in part["rounds"]]
    rows = [("All rounds", part["results"]), *rows] if len(rows) > 1 else rows
    grades = [one.value for one in GRADED_RESULTS]
    known = [(label, [counts[one] for one in grades]) for label, counts in rows]
    known = [(label, counts) for label, counts in known if all(isinstance(count, int) for count in counts)]
    found = []
    if known:
        said = "; ".join(f"{label}: {', '.join(map(str, counts))}" for label, counts in known)
        series = [tables.SHORT[one] for one in grades]
        found.append(stacked_bars(f"{title}: results", f"{', '.join(series)}. {said}.", series, known))
    if part["shares"]:
        shown = [_interval(one) for one in part["shares"] if one["result"] in grades]
        said = "; ".join(f"{one.label} {one.share:.0%}, {one.low:.0%} to {one.high:.0%}, {one.counts}" for one in shown)
        found.append(intervals("Share of all eligible cases, with its range", f"{said}.", shown))
    return found


def _interval(one: Content) -> Interval:
    counts = f"{one['cases']} of {one['of']}"
    return Interval(tables.SHORT[one["result"]], one["share"], one["low"], one["high"], counts)


def _lines(content: Content, kind: LineKind) -> list[str]:
    return [one["text"] for one in content["lines"] if one["kind"] == kind]


def _replies(content: Content) -> Iterator[tuple[str, list[str]]]:
    """Put under each request the replies that answer it."""
    replies = [one for one in content["lines"] if one["kind"] == LineKind.DID]
    for request in _lines(content, LineKind.SAID):
        yield request, [one["text"] for one in replies if one.get("answers") == request]


def _written(name: str, **shown: Any) -> bytes:
    return written(TEMPLATES, name, **shown)
