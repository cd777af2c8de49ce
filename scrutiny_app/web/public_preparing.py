"""Preparing a public report: its words are looked through, a worker prepares it, and a page says so meanwhile."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.public_lines import LineKind, NamesSomebody, lines_of
from scrutiny_app.domain.public_report import tables_in
from scrutiny_app.services import public_asking, public_reports
from scrutiny_app.services.public_reports import Prepared, find_report
from scrutiny_app.services.public_words import words_for, words_offered
from scrutiny_app.services.publishing import Scan
from scrutiny_app.services.trail import now
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.filters import british_date
from scrutiny_app.web.forms.public_reports import PrepareForm, WordsForm

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.publishing import PublicReport
    from scrutiny_app.models.rounds import Round

STUCK = timedelta(minutes=10)  # after which perhaps no worker runs
_SOON = timedelta(seconds=10)


def new(scan: Scan | None) -> ResponseReturnValue:
    """Prepare the first version of a report: its rounds first, then which of their words it prints."""
    by, form = signed_in_user(), PrepareForm()
    with reading() as db:
        told = public_reports.rounds_to_tell(db, by)
        asked = _asked(db, told) if request.method == "GET" else [one.id for one in told]
        words = words_offered(db, [one for one in told if one.id in asked][: public_reports.MOST_ROUNDS])
        form.offer(told, words, _about(db, told, by))
        form.suggest(asked)
    if request.method == "GET" and not asked:
        return render_template("public_desk/rounds.html", form=form)
    if not form.validate_on_submit():
        return render_template("public_desk/new.html", form=form)
    rounds = [int(one) for one in form.rounds.data or ()]
    wanted: dict[str, Any] = {"tables": form.tables.data or (), "lines": form.lines(), "least": int(form.least.data)}
    try:
        return _prepare(rounds, form.title.data or "", wanted, scan)
    except NotYours:
        raise
    except NamesSomebody as found:
        form.point_at(found)
        return render_template("public_desk/new.html", form=form)
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return render_template("public_desk/new.html", form=form)


def _asked(db: Session, told: "list[Round]") -> list[int]:
    """Give the rounds that the address asks for, or the only one that there is or that no report tells."""
    named = {*request.args.getlist("round", type=int), *request.args.getlist("rounds", type=int)}
    if asked := [one.id for one in told if one.id in named]:
        return asked
    left = [one.id for one in (told if len(told) == 1 else public_reports.not_told(db, told))]
    return left if len(left) == 1 else []


def words(report_id: int, scan: Scan | None) -> ResponseReturnValue:
    """Choose a report's words, which makes a new version of it."""
    by, form = signed_in_user(), WordsForm()
    with reading() as db:
        before = find_report(db, report_id, by).row
        form.offer_words(words_for(db, before))
        if request.method == "GET":
            _fill(form, before)
    if not form.validate_on_submit():
        return render_template("public_desk/words.html", form=form, report=before)
    try:
        return _prepare(before.rounds, before.title, _as_before(before, form), scan)
    except NotYours:
        raise
    except NamesSomebody as found:
        form.point_at(found)
        return render_template("public_desk/words.html", form=form, report=before)
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return render_template("public_desk/words.html", form=form, report=before)


def preparing(preparation_id: int) -> ResponseReturnValue:
    """Show how far a worker has come with a report; go on to it once it is there."""
    with reading() as db:
        asked = public_asking.preparation(db, preparation_id, signed_in_user())
        if asked.report_id:
            flash(_ATTACKED if "again" in asked.wanted else _DONE, "success")
            return redirect(url_for(".show", report_id=asked.report_id))
        waited = now() - asked.asked_at
        again = url_for(".preparing", preparation_id=asked.id) if not asked.done_at and waited < STUCK else ""
        return render_template("public_desk/preparing.html", asked=asked, again=again, seconds=seconds_after(waited))


def seconds_after(waited: timedelta | None) -> int:
    """Say after how many seconds a page looks again for what a worker prepares: most is there at once."""
    return 3 if waited and waited > _SOON else 1


def _prepare(round_ids: list[int], title: str, wanted: dict[str, Any], scan: Scan | None) -> ResponseReturnValue:
    """Ask a worker for a report; on the force's side its words are looked through for names first."""
    by = signed_in_user()
    with reading() as db:
        _, force = public_reports.told_by(db, round_ids, by)
        if scan:
            public_asking.check_words(db, force, round_ids, title, wanted["lines"], scan)
    with transaction() as db:
        asked = public_asking.ask(db, round_ids, title, **wanted, by=by).id
    return redirect(url_for(".preparing", preparation_id=asked))


_ATTACKED = "Its numbers were attacked together with all published since, and give nothing away. You may publish it."
_DONE = "Prepared. It now stands on the home page of the chair and the registrar, to be approved."


def _as_before(row: "PublicReport", form: WordsForm) -> dict[str, Any]:
    least = row.content["hidden_below"]
    return {"tables": tables_in(row.content), "lines": form.lines(), "least": least, "before": row}


def _fill(form: WordsForm, before: "PublicReport") -> None:
    lines = lines_of(before.content)
    form.chosen.data = [one.digest for one in lines]
    form.introduction.data = "\n".join(one.text for one in lines if one.kind is LineKind.INTRODUCTION)


def _about(db: Session, told: "list[Round]", by: "User") -> dict[int, str]:
    """Say of each round whose cases it is of, and in which reports it stands already."""
    found = public_reports.told_already(db, told, by)
    return {one.id: ". ".join([_period(one), *map(_where, found[one.id])]) for one in told}


def _period(round_: "Round") -> str:
    return f"Cases finalised {british_date(round_.period_from)} to {british_date(round_.period_to)}"


def _where(report: Prepared) -> str:
    if "published" not in report.steps:
        return f"In “{report.row.title}”, which is on its way"
    gone = ", withdrawn since" if "withdrawn" in report.steps else ""
    return f"Published in “{report.row.title}” on {british_date(report.steps['published'].done_at)}{gone}"
