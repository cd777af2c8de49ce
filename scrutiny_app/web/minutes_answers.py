"""A round's minutes and agreement in each of their forms: the same on both sides but for the way back."""

from datetime import datetime

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.agreeing import RESULT_TITLES
from scrutiny_app.domain.grading import GRADE_TITLES
from scrutiny_app.domain.minutes import parts
from scrutiny_app.domain.minutes_state import state_in_words
from scrutiny_app.domain.people import GRADING_ROLES
from scrutiny_app.files.minutes import minutes_document, minutes_pdf, minutes_workbook
from scrutiny_app.files.report_pdf import PDF
from scrutiny_app.files.writing import XLSX
from scrutiny_app.services import agreement, rounds
from scrutiny_app.services import minutes as minutes_
from scrutiny_app.services.approving_minutes import approving
from scrutiny_app.services.minutes import Form
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.attached import attached
from scrutiny_app.web.current import transaction
from scrutiny_app.web.figure_answers import DOCX
from scrutiny_app.web.filters import british_datetime

WRITERS = {
    Form.DOCUMENT: (minutes_document, DOCX),
    Form.PDF: (minutes_pdf, PDF),
    Form.WORKBOOK: (minutes_workbook, XLSX),
}


FILE_TITLES = {Form.DOCUMENT: "Word document (DOCX)", Form.PDF: "PDF", Form.WORKBOOK: "Workbook (XLSX)"}


def page(round_id: int, *, document: str, back: str) -> ResponseReturnValue:
    """Answer with a round's minutes as a page; `document` and `back` are endpoints."""
    by = signed_in_user()
    with transaction() as session:
        round_ = rounds.find_round(session, round_id, by)
        minutes = minutes_.read_minutes(session, round_, Form.PAGE, by=by)
        steps = approving(session, round_, by=by)
    return render_template(
        "minutes/show.html",
        minutes=minutes,
        parts=list(parts(minutes, _when)),
        state=state_in_words(minutes.approved, _when),
        steps=steps,
        round_id=round_id,
        files=[(url_for(document, round_id=round_id, form=form.value), title) for form, title in FILE_TITLES.items()],
        back_url=url_for(back, round_id=round_id) if back != "panel_rounds.index" else url_for(back),
    )


def file(round_id: int, form: str) -> ResponseReturnValue:
    """Answer with a round's minutes as a document, a PDF or a workbook."""
    by = signed_in_user()
    with transaction() as session:
        minutes = minutes_.read_minutes(session, rounds.find_round(session, round_id, by), Form(form), by=by)
    write, media_type = WRITERS[Form(form)]
    return attached(write(minutes, _when), f"minutes-{round_id}.{form}", media_type)


def agreement_page(round_id: int, *, back: str) -> ResponseReturnValue:
    """Answer with how far a round's grades agree and, for a member alone, how their own sat with the findings."""
    by = signed_in_user()
    with transaction() as session:
        round_ = rounds.find_round(session, round_id, by)
        found = agreement.read_agreement(session, round_, by=by)
        own = agreement.own_agreement(session, round_, by=by) if by.role in GRADING_ROLES else None
    return render_template(
        "agreement/show.html",
        round=round_,
        agreement=found,
        own=own,
        back_url=url_for(back, round_id=round_id) if back != "panel_rounds.index" else url_for(back),
        grade_titles=GRADE_TITLES,
        result_titles=RESULT_TITLES,
    )


def _when(at: datetime) -> str:
    return str(british_datetime(at))
