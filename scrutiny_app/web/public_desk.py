"""Where a public report is prepared, read line by line, approved, published and withdrawn: alike on both sides.

Only the force's side hands in a scan, since the panel's is never told who is in a case.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.public_lines import LINE_TITLES, LineKind, lines_of
from scrutiny_app.domain.public_report import tables_in
from scrutiny_app.files.public_page import page
from scrutiny_app.services import public_reports, publishing
from scrutiny_app.services.public_reports import find_report
from scrutiny_app.services.publishing import STEP_OF, Scan
from scrutiny_app.web.access import is_fresh, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.public_reports import PrepareForm, WithdrawForm, WordsForm

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.publishing import PublicReport

READ = (Permission.PREPARE_PUBLIC, Permission.APPROVE_PUBLIC)


def index() -> ResponseReturnValue:
    """List the reports that were prepared on a person's rounds."""
    by = signed_in_user()
    with reading() as db:
        found = public_reports.reports_for(db, by)
        return render_template("public_desk/index.html", found=found, may_prepare=_may_prepare(by))


def new() -> ResponseReturnValue:
    """Prepare the first version of a report."""
    by, form = signed_in_user(), PrepareForm()
    with reading() as db:
        form.offer(public_reports.rounds_to_tell(db, by))
    if not form.validate_on_submit():
        return render_template("public_desk/new.html", form=form)
    try:
        with transaction() as db:
            report_id = public_reports.prepare(
                db,
                [int(one) for one in form.rounds.data or ()],
                form.title.data or "",
                tables=form.tables.data or (),
                least=int(form.least.data),
                by=by,
            ).id
    except NotYours:
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return render_template("public_desk/new.html", form=form)
    flash("Prepared. Choose its words, then let others approve it.", "success")
    return redirect(url_for(".show", report_id=report_id))


def show(report_id: int, *, scans: bool, withdraw_form: WithdrawForm | None = None) -> ResponseReturnValue:
    """Show how a version stands, each line of its words, and what may be done next."""
    by, form = signed_in_user(), withdraw_form or WithdrawForm(formdata=None)
    with reading() as db:
        prepared = find_report(db, report_id, by)
        chose = by.id in public_reports.preparers(db, prepared.row)
        return render_template(
            "public_desk/show.html",
            prepared=prepared,
            scans=scans,
            chose=chose,
            may_prepare=_may_prepare(by),
            my_step=STEP_OF.get(Role(by.role)),
            titles=LINE_TITLES,
            form=form,
            is_fresh=is_fresh(),
        )


def preview(report_id: int) -> ResponseReturnValue:
    """Show a version as it would be published."""
    with reading() as db:
        row = find_report(db, report_id, signed_in_user()).row
        return Response(page(row.content, css=url_for("public_site.file", report_file="public.css"), draft=True))


def words(report_id: int) -> ResponseReturnValue:
    """Choose a report's words, which makes a new version of it."""
    by, form = signed_in_user(), WordsForm()
    with reading() as db:
        before = find_report(db, report_id, by).row
        form.offer(public_reports.words_for(db, before))
        if request.method == "GET":
            _fill(form, before)
    if not form.validate_on_submit():
        return render_template("public_desk/words.html", form=form, report=before)
    try:
        with transaction() as db:
            row = find_report(db, report_id, by).row
            report_id = _anew(db, row, form, by).id
    except NotYours:
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return render_template("public_desk/words.html", form=form, report=before)
    flash("This is a new version of the report. Every line that is new must be approved.", "success")
    return redirect(url_for(".show", report_id=report_id))


def approve_line(report_id: int, scan: Scan | None) -> ResponseReturnValue:
    """Approve one line of a report's words."""
    return _do(report_id, "The line is approved.", publishing.approve_line, scan)


def approve(report_id: int, scan: Scan | None) -> ResponseReturnValue:
    """Approve a version as chair or as registrar."""
    return _do(report_id, "You have approved this version.", publishing.approve, scan)


def publish(report_id: int, scan: Scan | None) -> ResponseReturnValue:
    """Publish a version."""
    return _do(report_id, "Published. Anybody can read it.", publishing.publish, scan)


def withdraw(report_id: int, *, scans: bool) -> ResponseReturnValue:
    """Withdraw a published version, with the reason."""
    form = WithdrawForm()
    if not form.validate():
        return show(report_id, scans=scans, withdraw_form=form)
    with transaction() as db:
        publishing.withdraw(db, report_id, form.reason.data or "", by=signed_in_user())
    flash("Withdrawn. A note stands in its place.", "success")
    return redirect(url_for(".show", report_id=report_id))


def _do(report_id: int, done: str, deed: Callable[..., None], scan: Scan | None) -> ResponseReturnValue:
    """Do one deed on a version or on a line of it, named by the digest that was read; say why where it is refused."""
    try:
        with transaction() as db:
            deed(db, report_id, request.form.get("digest", ""), scan=scan, by=signed_in_user())
    except NotYours:
        raise
    except Refused as refusal:
        flash(refusal.message, "important")
    else:
        flash(done, "success")
    return redirect(url_for(".show", report_id=report_id))


def _anew(db: Session, row: "PublicReport", form: WordsForm, by: "User") -> "PublicReport":
    return public_reports.prepare(
        db,
        row.rounds,
        row.title,
        tables=tables_in(row.content),
        lines=form.lines(),
        least=row.content["hidden_below"],
        before=row,
        by=by,
    )


def _fill(form: WordsForm, before: "PublicReport") -> None:
    lines = lines_of(before.content)
    form.chosen.data = [one.digest for one in lines]
    form.introduction.data = "\n".join(one.text for one in lines if one.kind is LineKind.INTRODUCTION)


def _may_prepare(by: "User") -> bool:
    return allows(Role(by.role), Permission.PREPARE_PUBLIC)
