"""What is asked about a drawn case, and what came: the lead's page, and that of whoever is asked."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.received import RECEIVED_TITLES, Received
from scrutiny_app.files.attachments_one import read_one
from scrutiny_app.services import asking, later_texts
from scrutiny_app.services.completeness import missing_items
from scrutiny_app.services.rounds import find_round_case
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.forms.asking import AnswerForm, AskForm, ReceiveForm, TextForm
from scrutiny_app.web.refusals import RefusalsTold
from scrutiny_app.web.uploads import content_of, takes_one_file

bp = Blueprint("asking", __name__, url_prefix="/force")


@bp.get("/redactions/<int:round_case_id>/requests")
@requires(Permission.ASK_FOR_INFORMATION)
def of_case(round_case_id: int) -> ResponseReturnValue:
    """Show what a drawn case lacks, what was asked, and what came."""
    return _of_case(round_case_id)


@bp.post("/redactions/<int:round_case_id>/requests")
@requires(Permission.ASK_FOR_INFORMATION)
def ask(round_case_id: int) -> ResponseReturnValue:
    """Ask somebody for what is missing."""
    form = AskForm()
    with transaction() as db:
        _, case = find_round_case(db, round_case_id, signed_in_user())
        form.offer(asking.people_to_ask(db, signed_in_user()), missing_items(db, case, case_key()))
    if not form.validate_on_submit():
        return _of_case(round_case_id, ask_form=form)
    try:
        with transaction() as db:
            asking.ask(
                db,
                case,
                asked_of=int(form.asked_of.data),
                items=form.items.data or [],
                words=form.words.data or "",
                due_on=form.due_on.data,
                key=case_key(),
                by=signed_in_user(),
            )
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _of_case(round_case_id, ask_form=form)
    flash("Asked. They find it on their home page.", "success")
    return redirect(url_for(".of_case", round_case_id=round_case_id))


@bp.post("/redactions/<int:round_case_id>/received")
@requires(Permission.ASK_FOR_INFORMATION)
@takes_one_file
def receive(round_case_id: int) -> ResponseReturnValue:
    """Keep a text that was handed to the lead."""
    form = ReceiveForm()
    if form.validate_on_submit():
        with RefusalsTold(form.form_errors.append):
            text = _text(form)
            with transaction() as db:
                _, case = find_round_case(db, round_case_id, signed_in_user())
                kind = Received(form.kind.data)
                later_texts.receive(
                    db, case, kind, text, at_the_time=form.at_the_time, key=case_key(), by=signed_in_user()
                )
            flash("Received, and redacted by the machine. Check it before the panel reads it.", "success")
            return redirect(url_for(".of_case", round_case_id=round_case_id))
    return _of_case(round_case_id, receive_form=form)


@bp.post("/requests/<int:request_id>/take-back")
@requires(Permission.ASK_FOR_INFORMATION)
def take_back(request_id: int) -> ResponseReturnValue:
    """Close a request that needs no answer any more."""
    with transaction() as db:
        row = asking.take_back(db, request_id, by=signed_in_user())
    flash("Taken back.", "success")
    return redirect(url_for(".of_case", round_case_id=row.round_case_id))


@bp.get("/requests")
@requires(Permission.ANSWER_REQUEST)
def mine() -> ResponseReturnValue:
    """List what a person is asked."""
    with transaction() as db:
        asked = asking.requests_to(db, key=case_key(), by=signed_in_user())
    return render_template("requests/index.html", asked=asked, today=today_in_london())


@bp.route("/requests/<int:request_id>", methods=["GET", "POST"])
@requires(Permission.ANSWER_REQUEST)
@takes_one_file
def answer(request_id: int) -> ResponseReturnValue:
    """Show what a person is asked, and keep their answer."""
    form = AnswerForm()
    if form.validate_on_submit():
        with RefusalsTold(form.form_errors.append):
            text = _text(form)
            with transaction() as db:
                asking.answer(db, request_id, text, at_the_time=form.at_the_time, key=case_key(), by=signed_in_user())
            flash("Thank you. Your answer has been sent.", "success")
            return redirect(url_for(".mine"))
    with transaction() as db:
        asked = asking.find_request(db, request_id, key=case_key(), by=signed_in_user())
    return render_template("requests/answer.html", one=asked, form=form, today=today_in_london())


def _text(form: TextForm) -> str:
    """Give what was typed, or what the file that was sent says; both make one text."""
    sent = form.file.data
    said = read_one(sent.filename or "", content_of(sent)).text if sent else ""
    return "\n\n".join(part for part in ((form.text.data or "").strip(), said) if part)


def _of_case(
    round_case_id: int, *, ask_form: AskForm | None = None, receive_form: ReceiveForm | None = None
) -> ResponseReturnValue:
    with transaction() as db:
        round_, case = find_round_case(db, round_case_id, signed_in_user())
        lacking = missing_items(db, case, case_key())
        asked = asking.requests_about(db, case, key=case_key())
        came = later_texts.received_texts(db, case)
        if ask_form is None:
            officer = asking.officer_in(db, case, key=case_key(), by=signed_in_user())
            ask_form = AskForm(formdata=None, asked_of=str(officer.id) if officer else "")
            ask_form.offer(asking.people_to_ask(db, signed_in_user()), lacking)
    receive_form = receive_form or ReceiveForm(formdata=None)
    return render_template(
        "requests/case.html",
        forms=[ask_form, receive_form],
        round=round_,
        case=case,
        lacking=lacking,
        asked=asked,
        came=came,
        ask_form=ask_form,
        receive_form=receive_form,
        titles=RECEIVED_TITLES,
        today=today_in_london(),
    )
