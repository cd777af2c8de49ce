"""Where a public report is prepared, read line by line, approved, published and withdrawn: alike on both sides.

Only the force's side hands in a scan, since the panel's is never told who is in a case.
"""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.public_lines import LINE_TITLES, NamesSomebody, PublicLine
from scrutiny_app.files.public_page import page
from scrutiny_app.services import public_approving, public_asking, public_reports, public_sending_back, publishing
from scrutiny_app.services.public_figures import PublishedSince
from scrutiny_app.services.public_reports import find_report
from scrutiny_app.services.publishing import STEP_OF, Scan
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.public_reports import SendBackForm, WithdrawForm

if TYPE_CHECKING:
    from scrutiny_app.models.people import User

READ = (Permission.PREPARE_PUBLIC, Permission.APPROVE_PUBLIC)


def index() -> ResponseReturnValue:
    """List the reports that were prepared on a person's rounds."""
    by = signed_in_user()
    with reading() as db:
        found, asked = public_reports.reports_for(db, by), public_asking.under_way(db, by)
        return render_template("public_desk/index.html", found=found, asked=asked, may_prepare=_may_prepare(by))


def show(
    report_id: int,
    *,
    scans: bool,
    withdraw_form: WithdrawForm | None = None,
    back_form: SendBackForm | None = None,
    naming: Collection[str] = (),
) -> ResponseReturnValue:
    """Show how a version stands, each line of its words, and what may be done next; `naming` lines were refused."""
    by, form = signed_in_user(), withdraw_form or WithdrawForm(formdata=None)
    with reading() as db:
        return render_template(
            "public_desk/show.html",
            scans=scans,
            titles=LINE_TITLES,
            form=form,
            back_form=back_form or SendBackForm(formdata=None),
            naming=naming,
            **_standing(db, report_id, by),
        )


def preview(report_id: int) -> ResponseReturnValue:
    """Show a version as it would be published, with the way back and what this person may do with it."""
    with reading() as db:
        given = _standing(db, report_id, signed_in_user())
        bar = Markup(render_template("public_desk/bar.html", **given))  # noqa: S704  our own template, which escapes
        css = url_for("public_site.file", report_file="public.css")
        return Response(page(given["prepared"].row.content, css=css, draft=bar))


def approve_lines(report_id: int, scan: Scan | None, *, scans: bool) -> ResponseReturnValue:
    """Approve the ticked lines of a report's words; one that identifies somebody is refused, and it alone."""
    ticked = request.form.getlist("line")
    naming: tuple[PublicLine, ...] = ()
    try:
        with transaction() as db:
            naming = publishing.approve_lines(db, report_id, ticked, scan=scan, by=signed_in_user())
    except NotYours:
        raise
    except Refused as refusal:
        flash(refusal.message, "important")
    else:
        approved = len(set(ticked)) - len(naming)
        flash("1 line is approved." if approved == 1 else f"{approved} lines are approved.", "success")
    if naming:
        return show(report_id, scans=scans, naming={one.digest for one in naming})
    return redirect(url_for(".show", report_id=report_id))


def approve(report_id: int, scan: Scan | None) -> ResponseReturnValue:
    """Approve a version as chair or as registrar."""
    try:
        with transaction() as db:
            public_approving.approve_all(db, report_id, request.form.get("digest", ""), scan=scan, by=signed_in_user())
    except NotYours:
        raise
    except NamesSomebody as found:
        _send_back(report_id, found)
    except Refused as refusal:
        flash(refusal.message, "important")
    else:
        flash("You have approved this version.", "success")
    return redirect(url_for(".show", report_id=report_id))


def publish(report_id: int, scan: Scan | None) -> ResponseReturnValue:
    """Publish a version; where more was published since it was attacked, have a worker attack it anew first."""
    try:
        return _do(report_id, "Published. Anybody can read it.", publishing.publish, scan)
    except PublishedSince as since:
        with transaction() as db:
            asked = public_asking.ask_again(db, report_id, by=signed_in_user()).id
        flash(since.message, "important")
        return redirect(url_for(".preparing", preparation_id=asked))


def withdraw(report_id: int, *, scans: bool) -> ResponseReturnValue:
    """Withdraw a published version, with the reason."""
    form = WithdrawForm()
    if not form.validate():
        return show(report_id, scans=scans, withdraw_form=form)
    with transaction() as db:
        publishing.withdraw(db, report_id, form.reason.data or "", by=signed_in_user())
    flash("Withdrawn. A note stands in its place.", "success")
    return redirect(url_for(".show", report_id=report_id))


def _send_back(report_id: int, found: NamesSomebody) -> None:
    """Send a version in which somebody can be recognised back at once, so that who prepared it is told where."""
    reason = f"Words under {found.where} hold something that identifies a person. Choose other words."
    with transaction() as db:
        digest = request.form.get("digest", "")
        public_sending_back.send_back(db, report_id, digest, reason, by=signed_in_user())
    flash(f"{reason} The version was sent back to whoever prepared it, who is told so.", "important")


def _do(report_id: int, done: str, deed: Callable[..., None], scan: Scan | None) -> ResponseReturnValue:
    """Do one deed on a version or on a line of it, named by the digest that was read; say why where it is refused."""
    try:
        with transaction() as db:
            deed(db, report_id, request.form.get("digest", ""), scan=scan, by=signed_in_user())
    except (NotYours, PublishedSince):
        raise
    except Refused as refusal:
        flash(refusal.message, "important")
    else:
        flash(done, "success")
    return redirect(url_for(".show", report_id=report_id))


def _standing(db: Session, report_id: int, by: "User") -> dict[str, Any]:
    """Give how a version stands, and what a person may do with it: on its page and beside its preview alike."""
    prepared = find_report(db, report_id, by)
    return {
        "prepared": prepared,
        "chose": by.id in public_reports.preparers(db, prepared.row),
        "may_prepare": _may_prepare(by),
        "my_step": STEP_OF.get(Role(by.role)),
        "unanswered": public_reports.numbers_waiting(db, prepared.row),
    }


def _may_prepare(by: "User") -> bool:
    return allows(Role(by.role), Permission.PREPARE_PUBLIC)
