"""One case before one member: read on the left, judged on the right."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import RESULT_TITLES
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.grading import (
    GRADE_MEANINGS,
    GRADE_TITLES,
    SEVERITY_TITLES,
    THEME_TITLES,
    Grade,
    GradeIncomplete,
)
from scrutiny_app.services import conflicts, grading, meetings, withholding
from scrutiny_app.services.grading import CaseRead, GradingEnded
from scrutiny_app.services.my_cases import MyCase, find_my_case
from scrutiny_app.web import errors
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.forms.judging import GradeForm, ticked
from scrutiny_app.web.forms.withholding import ReportForm

bp = Blueprint("panel_cases", __name__, url_prefix="/panel/cases")


@bp.get("/<reference>")
@requires(Permission.READ_RELEASED_CASE)
def show(reference: str) -> ResponseReturnValue:
    """Show the case, and the form to grade it or, once revealed, what the panel made of it."""
    return _page(reference)


@bp.post("/<reference>")
@requires(Permission.GRADE_CASE)
def grade(reference: str) -> ResponseReturnValue:
    """Keep the member's grade and go on to the next case, or answer with what they wrote still on the page."""
    form = GradeForm()
    if not form.validate():
        return _page(reference, form)
    try:
        following = _keep(reference, form)
    except GradeIncomplete as refusal:
        form.form_errors.append(refusal.message)
        return _page(reference, form)
    except (Overtaken, GradingEnded) as refusal:
        form.form_errors.append(refusal.message)
        return _page(reference, form), 409
    flash(f"Your grade of case {reference} is saved.", "success")
    if following is None or request.form.get("then") == "later":
        return redirect(url_for("my_cases.index"))
    return redirect(url_for(".show", reference=following.reference))


@bp.post("/<reference>/abstain")
@requires(Permission.GRADE_CASE)
def abstain(reference: str) -> ResponseReturnValue:
    """Keep that the member gives no grade."""
    with transaction() as session:
        grading.abstain(session, reference, by=signed_in_user())
    flash(f"You give no grade on case {reference}.", "success")
    return redirect(url_for("my_cases.index"))


@bp.post("/<reference>/conflict")
@requires(Permission.DECLARE_CONFLICT)
def declare_conflict(reference: str) -> ResponseReturnValue:
    """Take the case away from a person who recognises it."""
    with transaction() as session:
        conflicts.declare_conflict(session, reference, by=signed_in_user())
    flash(
        "You have stepped back from that case. It is gone from your pages, and nothing of yours on it counts.",
        "success",
    )
    return redirect(url_for("my_cases.index"))


@bp.post("/<reference>/withhold")
@requires(Permission.READ_RELEASED_CASE)
def report(reference: str) -> ResponseReturnValue:
    """Take a case that identifies somebody away from everybody."""
    with transaction() as session:
        content = grading.read_case(session, reference, by=signed_in_user()).content
    form = ReportForm().offer(content, withholding.FACTS)
    try:
        form.validate()
        with transaction() as session:
            withholding.report(session, reference, form.texts.data or [], by=signed_in_user())
    except (NotYours, Overtaken):
        raise
    except Refused as refusal:
        refuse(form.texts, refusal.message)
        return _page(reference, report_form=form)
    flash(
        f"Thank you. {reference} is withheld from everybody, and the force has been told. It comes back by itself when "
        "it has been put right.",
        "success",
    )
    return redirect(url_for("my_cases.index"))


@bp.errorhandler(NotYours)
def gone(refusal: NotYours) -> ResponseReturnValue:
    """Tell a reader from whom a case was taken while they had it open; for anyone else there is no such case."""
    reference = (request.view_args or {}).get("reference", "")
    with reading() as session:
        withheld = withholding.is_withheld_from(session, reference, by=signed_in_user())
    if not withheld:
        return errors.refused(refusal)
    told = {"reference": reference.upper(), "tried": request.method == "POST"}
    return render_template("panel_cases/withheld.html", **told), 409


def _keep(reference: str, form: GradeForm) -> MyCase | None:
    user = signed_in_user()
    with transaction() as session:
        grading.give_grade(
            session,
            reference,
            version=form.seen,
            grade=Grade(form.grade.data),
            observations=form.observations(),
            comment=form.comment.data or "",
            by=user,
        )
        mine, case = find_my_case(session, reference, user)
    return mine.next_after(case.place)


def _page(reference: str, form: GradeForm | None = None, *, report_form: ReportForm | None = None) -> str:
    user = signed_in_user()
    with transaction() as session:
        read = grading.read_case(session, reference, by=user)
        outcome = meetings.read_outcome(session, reference, by=user) if read.case.revealed_at else None
    may_grade = allows(user.role, Permission.GRADE_CASE)
    report_form = report_form or ReportForm(formdata=None).offer(read.content, withholding.FACTS)
    return render_template(
        "panel_cases/show.html",
        forms=[report_form],
        read=read,
        outcome=outcome,
        may_grade=may_grade,
        unsaved=form is not None and not read.may_change,
        form=form or (_own(read) if may_grade else None),
        report_form=report_form,
        grade_titles=GRADE_TITLES,
        grade_meanings=GRADE_MEANINGS,
        theme_titles=THEME_TITLES,
        severity_titles=SEVERITY_TITLES,
        result_titles=RESULT_TITLES,
    )


def _own(read: CaseRead) -> GradeForm:
    """Fill the form with the member's own newest grade."""
    if read.own is None or read.own.grade is None:
        return GradeForm()
    return GradeForm(grade=read.own.grade, comment=read.own.comment, **ticked(read.own.observations))
