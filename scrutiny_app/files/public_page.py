"""A public report as a static page that needs no sign-in, no script and nothing from elsewhere."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from scrutiny_app.domain import public_tables as tables
from scrutiny_app.domain.public_lines import LINE_TITLES, LineKind
from scrutiny_app.domain.public_method import limits, method
from scrutiny_app.domain.public_paper import (
    ABOUT,
    NO_ANSWER,
    NOT_CHANCE,
    NOT_SHOWN,
    SAID_ALONE,
    SEALS,
    charts,
    lines_of,
    replies,
    tables_of,
)
from scrutiny_app.domain.public_report import digest_of
from scrutiny_app.files.papers import draw
from scrutiny_app.files.standing_page import style_of, written

TEMPLATES = Path(__file__).parents[2] / "templates" / "public"
CSS, PAGE, DATA, TABLE = "public.css", "index.html", "report.json", "report.csv"
PDF, DOCUMENT, WORKBOOK = "report.pdf", "report.docx", "report.xlsx"
SENTENCES = {"about": ABOUT, "not_chance": NOT_CHANCE, "seals": SEALS, "not_shown": NOT_SHOWN, "no_answer": NO_ANSWER}

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
        said=[(LINE_TITLES[kind], lines_of(content, kind)) for kind in SAID_ALONE],
        introduction=lines_of(content, LineKind.INTRODUCTION),
        replies=list(replies(content)),
        methods=[method(one) for part in content["parts"] for one in part["rounds"]],
        limits=limits(content),
        sentences=SENTENCES,
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
    told, hidden = tables_of(part)
    return {
        "name": part["selection"],
        "title": tables.PART_TITLES[part["selection"]],
        "random": part["selection"] == "random",
        "results": tables.results(part),
        "charts": [Markup(draw(chart)) for chart in charts(part)],  # noqa: S704  our own SVG, escaped by ElementTree
        "tables": told,
        "hidden": hidden,
    }


def _written(name: str, **shown: Any) -> bytes:
    return written(TEMPLATES, name, **shown)
