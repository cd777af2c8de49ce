"""One case before one member: read on the left, judged on the right."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import REACHED_TITLES, RESULT_TITLES
from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.domain.grading import (
    CANNOT_GRADE,
    CANNOT_GRADE_MEANING,
    CANNOT_GRADE_TITLE,
    CHOICES,
    GRADE_MEANINGS,
    GRADE_TITLES,
    SEVERITY_TITLES,
    STAGE_TITLES,
    THEME_TITLES,
    GradeIncomplete,
    GradeStage,
)
from scrutiny_app.domain.voting import in_words as votes_in_words
from scrutiny_app.services import conflicts, grading, meetings, reading_on, reading_releases, withholding
from scrutiny_app.services.grading import GradedElsewhere, GradingEnded
from scrutiny_app.services.meetings import Outcome
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.my_rounds import MyCase
from scrutiny_app.services.reading_releases import CaseRead
from scrutiny_app.web import errors
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.explaining import Explainer
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.forms.withholding import ReportForm
from scrutiny_app.web.judging import Judging, check_nameless, keep_as_draft
from scrutiny_app.web.naming_asked import NamesAsked
from scrutiny_app.web.reading_styles import SIZES, SPACINGS, chosen_style
from scrutiny_app.web.refusals import RefusalsTold

if TYPE_CHECKING:
    from scrutiny_app.models.grades import Grade
    from scrutiny_app.models.people import User

bp = Blueprint("panel_cases", __name__, url_prefix="/panel/cases")
WORDS: dict[str, Any] = {
    "cannot_grade": CANNOT_GRADE,
    "cannot_grade_title": CANNOT_GRADE_TITLE,
    "choice_titles": CHOICES,
    "choice_meanings": {**GRADE_MEANINGS, CANNOT_GRADE: CANNOT_GRADE_MEANING},
    "grade_titles": GRADE_TITLES,
    "stage_titles": STAGE_TITLES,
    "theme_titles": THEME_TITLES,
    "severity_titles": SEVERITY_TITLES,
    "result_titles": RESULT_TITLES,
    "reached_titles": REACHED_TITLES,
    "votes_in_words": votes_in_words,
}
READ_ON = {GradeStage.WITH_CHECKS: "reading_on.ask_checks", GradeStage.WITH_LATER: "reading_on.ask_later"}


@bp.get("/<reference>")
@requires(Permission.READ_RELEASED_CASE)
def show(reference: str) -> ResponseReturnValue:
    """Show the case, and the form to grade it or, once revealed, what the panel made of it."""
    return _page(reference)


@bp.post("/<reference>")
@requires(Permission.GRADE_CASE)
def grade(reference: str) -> ResponseReturnValue:
    """Keep the member's grade and go on to the next case, or answer with what they wrote still on the page."""
    given = Judging.sent(request.form, reference)
    form = given.form
    if not form.validate():
        return _refused(reference, given)
    try:
        check_nameless(given, reference)
        kept, following = _keep(reference, given)
    except NamesAsked as named:
        return _refused(reference, given, named=named)
    except GradeIncomplete as refusal:
        form.form_errors.append(refusal.message)
        return _refused(reference, given)
    except (Overtaken, GradingEnded) as refusal:
        form.form_errors.append(refusal.message)
        return _page(reference, given, elsewhere=isinstance(refusal, GradedElsewhere)), 409
    flash(_kept_in_words(reference, kept), "success")
    if request.form.get("then", "on") == "on" and (stage := _next_to_read(reference)):
        return redirect(url_for(READ_ON[stage], reference=reference.upper()))
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
        content = reading_releases.read_case(session, reference, by=signed_in_user()).content
    form = ReportForm().offer(content, withholding.FACTS)
    with RefusalsTold(partial(refuse, form.texts)):
        form.validate()
        with transaction() as session:
            withholding.report(session, reference, form.texts.data or [], by=signed_in_user())
        flash(
            f"Thank you. {reference} is withheld from everybody, and the force has been told. It comes back by itself "
            "when it has been put right.",
            "success",
        )
        return redirect(url_for("my_cases.index"))
    return _page(reference, report_form=form)


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


def _keep(reference: str, given: Judging) -> tuple["Grade", MyCase | None]:
    user, form = signed_in_user(), given.form
    with transaction() as session:
        mine, case = find_my_case(session, reference, user)
        kept = grading.give_grade(
            session,
            reference,
            version=form.seen,
            grade=form.judged,
            observations=form.observations(),
            comment=form.comment.data or "",
            missing=form.missing.data or "",
            answers=given.answers(mine.round.questions),
            filled_from=form.filled_from,
            by=user,
        )
    following = mine.next_after(case.place)
    return kept, following if following != case else None


def _next_to_read(reference: str) -> GradeStage | None:
    with reading() as session:
        return reading_on.next_to_read(session, reference, by=signed_in_user())


def _kept_in_words(reference: str, kept: "Grade") -> str:
    if kept.stage != GradeStage.AS_DECIDED:
        return f"Your second thought on case {reference} is kept beside your grade, which stands as it was."
    return f"Your {'grade of' if kept.grade else 'answer on'} case {reference} is saved."


def _refused(reference: str, given: Judging, *, named: NamesAsked | None = None) -> str:
    """Give the form back as it was sent, and have the draft be the same: it may hold what was taken out since."""
    with suppress(Overtaken):  # another tab's judgement, or the close, leaves no draft
        keep_as_draft(reference, request.form)
    return _page(reference, given, named=named)


def _read(reference: str, user: "User") -> tuple[CaseRead, Outcome | None]:
    """Read a case beside other writers, and record that it was read if it still stands so; else read it again."""
    while True:
        with reading() as session:
            read = reading_releases.look_at_case(session, reference, by=user)
            outcome = meetings.outcome_of(session, read.mine, read.case, by=user) if read.case.revealed_at else None
        with transaction() as session:
            if reading_releases.record_read(session, read, with_spread=outcome is not None, by=user):
                return read, outcome


def _page(
    reference: str,
    given: Judging | None = None,
    *,
    named: NamesAsked | None = None,
    elsewhere: bool = False,
    report_form: ReportForm | None = None,
) -> str:
    user = signed_in_user()
    read, outcome = _read(reference, user)
    may_grade = allows(user.role, Permission.GRADE_CASE)
    judging = (given or Judging.of(read)).as_of(read.stage) if may_grade else given
    return render_template(
        "panel_cases/show.html",
        forms=[report_form] if report_form else [],
        read=read,
        may_grade=may_grade,
        unsaved=given is not None and not read.may_change,
        elsewhere=elsewhere,
        named=named,
        judging=judging,
        form=judging.form if judging else None,
        asked=judging.asked(read.mine.round.questions) if judging else [],
        report_form=report_form,
        explainer=Explainer(read.content),
        sizes=SIZES,
        spacings=SPACINGS,
        style=chosen_style(),
        outcome=outcome,
        earlier=() if read.may_change else read.earlier,
        **WORDS,
    )
