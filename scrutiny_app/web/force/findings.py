"""What the panel found, as the force's lead and its registrar see it; and, for the registrar, who graded how."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import ESCALATION_TITLES, REACHED_TITLES, RESULT_TITLES
from scrutiny_app.domain.grading import GRADE_TITLES, SEVERITY_TITLES, THEME_TITLES
from scrutiny_app.domain.people import BODY_TITLES
from scrutiny_app.domain.voting import in_words
from scrutiny_app.services import meetings, minutes, rounds
from scrutiny_app.services.escalating import escalations
from scrutiny_app.services.standing_findings import superseded_findings
from scrutiny_app.web import minutes_answers
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction

bp = Blueprint("findings", __name__, url_prefix="/force")


@bp.get("/rounds/<int:round_id>/findings")
@requires(Permission.READ_SPREAD)
def index(round_id: int) -> ResponseReturnValue:
    """Show how each case stands: to the lead how many grades are in, to others nothing; then spread and finding."""
    user = signed_in_user()
    with transaction() as session:
        round_ = rounds.find_round(session, round_id, user)
        results = meetings.results(session, round_, by=user)
        ids = [one.id for one in results]
        superseded, raised = superseded_findings(session, ids), escalations(session, ids)
        stage, minutes_ready = rounds.stage(session, round_), minutes.is_ready(session, round_)
    return render_template(
        "findings/index.html",
        round=round_,
        stage=stage,
        results=results,
        superseded=superseded,
        raised=raised,
        minutes_ready=minutes_ready,
        reached_titles=REACHED_TITLES,
        escalation_titles=ESCALATION_TITLES,
        votes_in_words=in_words,
        names=allows(user.role, Permission.READ_GRADERS),
        grade_titles=GRADE_TITLES,
        result_titles=RESULT_TITLES,
        theme_titles=THEME_TITLES,
        severity_titles=SEVERITY_TITLES,
    )


@bp.get("/round-cases/<int:round_case_id>/graders")
@requires(Permission.READ_GRADERS)
def graders(round_case_id: int) -> ResponseReturnValue:
    """Show the names behind a case's grades, which raises an alarm on the trail."""
    user = signed_in_user()
    with transaction() as session:
        round_, case = rounds.find_round_case(session, round_case_id, user)
        found = meetings.read_graders(session, round_, case, by=user)
    return render_template(
        "findings/graders.html",
        round=round_,
        case=case,
        graders=found,
        grade_titles=GRADE_TITLES,
        body_titles=BODY_TITLES,
    )


@bp.get("/rounds/<int:round_id>/minutes")
@requires(Permission.READ_MINUTES)
def show_minutes(round_id: int) -> ResponseReturnValue:
    """Show the minutes of a round's meetings."""
    return minutes_answers.page(round_id, document=".minutes_document", back="findings.index")


@bp.get("/rounds/<int:round_id>/minutes.<any(docx, pdf, xlsx):form>")
@requires(Permission.READ_MINUTES)
def minutes_document(round_id: int, form: str) -> ResponseReturnValue:
    """Give the minutes of a round's meetings as a document, a PDF or a workbook."""
    return minutes_answers.file(round_id, form)


@bp.get("/rounds/<int:round_id>/agreement")
@requires(Permission.READ_AGREEMENT)
def agreement(round_id: int) -> ResponseReturnValue:
    """Show how far a round's private grades agree; no figure tells who gave which."""
    return minutes_answers.agreement_page(round_id, back="findings.index")
