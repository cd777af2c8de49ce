"""The national picture as static pages that need no sign-in, no script and nothing from elsewhere."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from scrutiny_app.domain import national_tables as tables
from scrutiny_app.domain.collating import National, Part
from scrutiny_app.domain.national_funnels import Funnel, funnels_of
from scrutiny_app.domain.national_words import LIMITS, METHOD
from scrutiny_app.domain.report_tables import Table
from scrutiny_app.files.national_chart import funnel_chart
from scrutiny_app.files.national_data import as_data
from scrutiny_app.files.national_workbook import workbook
from scrutiny_app.files.standing_page import style_of, written

TEMPLATES, CSS = Path(__file__).parents[2] / "templates" / "national", "national.css"


def write_pages(national: National, folder: Path) -> list[str]:
    """Write the page, its style sheet, and the same figures as a workbook and as data; give the files' names."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "index.html": page(national),
        CSS: style_of(TEMPLATES / CSS),
        "national.xlsx": workbook(national),
        "national.json": as_data(national),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return list(files)


def page(national: National) -> bytes:
    """Write the page itself."""
    return written(
        TEMPLATES,
        "index.html",
        css=CSS,
        summary=tables.summary(national),
        parts=[_part(part) for part in national.parts],
        undone=tables.undone(national),
        left_out=tables.left_out(national),
        method=METHOD,
        limits=LIMITS,
        returns=len(national.returns),
        public=sum(one.form == "public" for one in national.returns),
    )


def _part(part: Part) -> dict[str, Any]:
    funnels = funnels_of(part) if part.selection == "random" else []
    pooled = next((one for one in funnels if one.place == ("all", "all")), None)
    return {
        "name": part.selection,
        "title": tables.SELECTION_TITLES[part.selection],
        "random": part.selection == "random",
        "pooled": _drawn(pooled) if pooled else None,
        "strata": [_drawn(one) for one in funnels if one is not pooled],
        "forces": tables.forces(part, pooled),
        "tables": _tables(part),
    }


def _tables(part: Part) -> list[Table]:
    made = (tables.breakdown, tables.themes, tables.years, tables.agreement, tables.timeliness)
    return [one(part) for one in made]


def _drawn(funnel: Funnel) -> dict[str, Any]:
    chart = Markup(funnel_chart(funnel)) if funnel.drawn else None  # noqa: S704  our own SVG, escaped by ElementTree
    return {"title": funnel.title, "chart": chart, "notes": tables.not_drawn(funnel), "table": tables.funnel(funnel)}
