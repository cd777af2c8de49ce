"""Figures as a page, as files, and each of their tables by itself: the same on both sides but for who may read what."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.annual import annual_paper
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.figures_paper import rounds_paper
from scrutiny_app.domain.figures_tables import agreement
from scrutiny_app.domain.papers import Paper
from scrutiny_app.files.papers import draw, paper_document, paper_pdf, paper_workbook, table_csv, table_workbook
from scrutiny_app.files.report_pdf import PDF
from scrutiny_app.files.writing import XLSX
from scrutiny_app.services import figures
from scrutiny_app.services.annual_told import told_of
from scrutiny_app.services.figures import Choice, Gathered, choices
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.asked import row_number
from scrutiny_app.web.attached import attached
from scrutiny_app.web.current import transaction
from scrutiny_app.web.forms.figures import FiguresForm

if TYPE_CHECKING:
    from scrutiny_app.models.people import User

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRITERS = {"pdf": (paper_pdf, PDF), "docx": (paper_document, DOCX), "xlsx": (paper_workbook, XLSX)}
TABLE_WRITERS = {"csv": (table_csv, "text/csv"), "xlsx": (table_workbook, XLSX)}
TITLES = {
    "rounds": "Figures over rounds",
    "annual": "Annual report",
    "disparity": "Disparity",
    "timeliness": "Timeliness",
    "tracker": "Action tracker",
    "registrar": "The registrar’s report",
}
Gather = Callable[..., Gathered]
Make = Callable[[Session, OverRounds, OverRounds], Paper]


class Way(NamedTuple):
    """One of the kinds of figures that a reader may go to."""

    endpoint: str
    what: str


def answer(what: str, make: Make, *, gather: Gather, ways: tuple[Way, ...]) -> ResponseReturnValue:
    """Answer with figures in the form that the address asks for."""
    by = signed_in_user()
    form, table = request.args.get("form", "page"), request.args.get("table")
    with transaction() as session:
        every, asked, chosen = _gathered(session, gather, by)
        if chosen is None or not chosen.held:
            return _nothing(what, asked, every, ways)
        paper = make(session, chosen, every.every if every else chosen)
        if form != "page" and (form not in (TABLE_WRITERS if table else WRITERS) or (table or "") not in _names(paper)):
            abort(404)
        figures.record_reading(session, what, form, table=table, by=by)
    if form == "page":
        return _page(what, paper, asked, ways)
    return _table(paper, table, form) if table else _file(paper, form)


def rounds(session: Session, over: OverRounds, every: OverRounds) -> Paper:
    """Make the figures over rounds."""
    return rounds_paper(over, every, agreement(figures.agreed_by_round(session, over.held)))


def annual(session: Session, over: OverRounds, every: OverRounds, *, whole: bool = False) -> Paper:
    """Make the annual report; the force's side reads the `whole` of what it teaches."""
    told = told_of(session, over, whole=whole, by=signed_in_user())
    return annual_paper(over, every, agreement(figures.agreed_by_round(session, over.held)), told)


def _gathered(session: Session, gather: Gather, by: "User") -> tuple[Gathered | None, FiguresForm, OverRounds | None]:
    """Gather what is asked for: one panel's rounds about one force, in the year up to one of its meetings."""
    offered, asked = choices(session, by=by), FiguresForm(request.args)
    choice = _choice(offered)
    if choice is None:
        return None, asked, None
    found = gather(session, choice, by=by)
    asked.offer(offered, choice, [one.on for one in found.held])
    return found, asked, _asked_of(found, asked)


def _asked_of(found: Gathered, asked: FiguresForm) -> OverRounds:
    if asked.april:
        return found.year_from_april(asked.april, today_in_london())
    return found.year_to(asked.last) if asked.last else found.every


def _choice(offered: list[Choice]) -> Choice | None:
    panel, force = row_number("panel"), request.args.get("force")
    named = [one for one in offered if panel in (None, one.panel_id) and force in (None, one.force)]
    if not named and offered:
        abort(404)
    return named[0] if named else None


def _names(paper: Paper) -> set[str]:
    return {"", *paper.tables}


def _nothing(what: str, asked: FiguresForm, found: Gathered | None, ways: tuple[Way, ...]) -> ResponseReturnValue:
    waiting = found.unfinished if found else ()
    return render_template("figures/nothing.html", title=TITLES[what], asked=asked, waiting=waiting, ways=_ways(ways))


def _page(what: str, paper: Paper, asked: FiguresForm, ways: tuple[Way, ...]) -> ResponseReturnValue:
    given: dict[str, Any] = {name: request.args[name] for name in ("panel", "force", "until") if name in request.args}
    return render_template(
        "figures/show.html",
        what=what,
        paper=paper,
        asked=asked,
        ways=_ways(ways, given),
        draw=draw,
        file=lambda form, table=None: url_for(request.endpoint or "", form=form, table=table, **given),
        kind=lambda part: type(part).__name__,
    )


def _ways(ways: tuple[Way, ...], given: dict[str, Any] | None = None) -> list[tuple[str, str, bool]]:
    return [
        (url_for(one.endpoint, **(given or {})), TITLES[one.what], one.endpoint == request.endpoint) for one in ways
    ]


def _file(paper: Paper, form: str) -> Response:
    write, media_type = WRITERS[form]
    return attached(write(paper), f"{paper.name}.{form}", media_type)


def _table(paper: Paper, table: str, form: str) -> Response:
    write, media_type = TABLE_WRITERS[form]
    return attached(write(paper.tables[table], paper.shows), f"{paper.name}-{table}.{form}", media_type)
