"""Reading on: the policy checks, and then what came later, each asked about once more before it is shown."""

from contextlib import suppress
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.domain.grading import GRADE_TITLES, GradeStage
from scrutiny_app.services import reading_on
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.judging import keep_as_draft
from scrutiny_app.web.panel.panel_cases import gone

bp = Blueprint("reading_on", __name__, url_prefix="/panel/cases")
bp.register_error_handler(NotYours, gone)
_PAGES = {
    GradeStage.WITH_CHECKS: "panel_cases/read_checks.html",
    GradeStage.WITH_LATER: "panel_cases/read_later.html",
}


@bp.get("/<reference>/checks")
@requires(Permission.GRADE_CASE)
def ask_checks(reference: str) -> ResponseReturnValue:
    """Ask a member who has just graded whether to read the policy checks now; else lead back to the case."""
    return _ask(reference, GradeStage.WITH_CHECKS)


@bp.get("/<reference>/later")
@requires(Permission.GRADE_CASE)
def ask_later(reference: str) -> ResponseReturnValue:
    """Ask a member whether to read what came later now; else lead back to the case."""
    return _ask(reference, GradeStage.WITH_LATER)


@bp.post("/<reference>/checks")
@requires(Permission.GRADE_CASE)
def read_checks(reference: str) -> ResponseReturnValue:
    """Ask once more, keeping what they had begun, and then show a member what the policy checks say."""
    if asked := _asked_first(reference):
        return _page(asked, GradeStage.WITH_CHECKS)
    with transaction() as session:
        reading_on.read_checks(session, reference, by=signed_in_user())
    return redirect(url_for("panel_cases.show", reference=reference.upper(), _anchor="checks"))


@bp.post("/<reference>/later")
@requires(Permission.GRADE_CASE)
def read_later(reference: str) -> ResponseReturnValue:
    """Ask once more, keeping what they had begun, and then show a member what came after the decision."""
    if asked := _asked_first(reference):
        return _page(asked, GradeStage.WITH_LATER)
    with transaction() as session:
        reading_on.read_later(session, reference, by=signed_in_user())
    return redirect(url_for("panel_cases.show", reference=reference.upper(), _anchor="later"))


def _ask(reference: str, stage: GradeStage) -> ResponseReturnValue:
    with reading() as session:
        is_next = reading_on.next_to_read(session, reference, by=signed_in_user()) is stage
    if is_next and (asked := _asked(reference)):
        return _page(asked, stage)
    return redirect(url_for("panel_cases.show", reference=reference.upper()))


def _page(asked: dict[str, Any], stage: GradeStage) -> str:
    return render_template(_PAGES[stage], **asked, grade_titles=GRADE_TITLES)


def _asked_first(reference: str) -> dict[str, Any] | None:
    """Give what the page shows that asks a member whether they are sure; None where they are, or may not read on."""
    if request.form.get("sure") == "y":
        return None
    with suppress(Overtaken):
        keep_as_draft(reference, request.form)
    return _asked(reference)


def _asked(reference: str) -> dict[str, Any] | None:
    with reading() as session:
        asked = reading_on.may_read_on(session, reference, by=signed_in_user())
    return asked._asdict() if asked else None
