"""Letters on the force's side: which there are, each one's words, and its sending."""

from typing import TYPE_CHECKING, Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import RESULT_TITLES
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.learning import ADDRESSEE_TITLES, LETTER_STATE_TITLES, LONGEST_LETTER, Addressee, shaped
from scrutiny_app.services import learning, right_of_reply, rounds
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, reading, transaction

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrutiny_app.services.addressing import DueLetter
    from scrutiny_app.services.learning import OpenLetter

bp = Blueprint("letters", __name__, url_prefix="/force")
ONE = f"/letters/<int:finding_id>/<any({', '.join(Addressee)}):addressee>"
WORDS = {"states": LETTER_STATE_TITLES, "addressees": ADDRESSEE_TITLES, "results": RESULT_TITLES}


class LetterForm(FlaskForm):
    """A letter's words, and which version of it they were written over."""

    text = TextAreaField(
        "The letter",
        [InputRequired("A letter needs words: write some"), Length(max=LONGEST_LETTER)],
        description="Plain text. Keep it kind. Name no panel member, and say nothing of how individual members graded "
        "or of any escalation. A short line on its own becomes a heading; lines that begin with “- ” become a list.",
    )
    stamp = HiddenField()


@bp.get("/letters")
@requires(Permission.READ_FEEDBACK)
def index() -> ResponseReturnValue:
    """List the rounds whose findings are to be told, and how far their letters have come."""
    with reading() as db:
        counted = learning.letters_by_round(db, by=signed_in_user())
    return render_template("letters/index.html", counted=counted)


@bp.get("/rounds/<int:round_id>/letters", endpoint="round")
@requires(Permission.READ_FEEDBACK)
def of_round(round_id: int) -> ResponseReturnValue:
    """List one round's letters, with whom each is for."""
    with transaction() as db:
        found = rounds.find_round(db, round_id, signed_in_user())
        due = learning.letters_due(db, found, key=case_key(), by=signed_in_user())
    return render_template("letters/round.html", round=found, due=due, may_write=_may_write(), **WORDS)


@bp.get(ONE)
@requires(Permission.READ_FEEDBACK)
def edit(finding_id: int, addressee: str) -> ResponseReturnValue:
    """Show one letter: to be edited and sent, or as it was sent, with what came back."""
    opened = _read(finding_id, addressee)
    return _page(opened, LetterForm(formdata=None, text=opened.words.text, stamp=opened.due.stamp))


@bp.post(ONE)
@requires(Permission.WRITE_FEEDBACK)
def save(finding_id: int, addressee: str) -> ResponseReturnValue:
    """Keep a letter's words."""
    return _keep(finding_id, addressee, learning.edit_letter, "Kept. It has not been sent yet.")


@bp.post(f"{ONE}/send")
@requires(Permission.WRITE_FEEDBACK)
def send(finding_id: int, addressee: str) -> ResponseReturnValue:
    """Send a letter in the words given."""
    return _keep(finding_id, addressee, learning.send_letter, "Sent.")


@bp.post("/replies/<int:reply_id>/panel")
@requires(Permission.WRITE_FEEDBACK)
def put_before_panel(reply_id: int) -> ResponseReturnValue:
    """Let a reply join its case, to be checked before the panel reads it."""
    with transaction() as db:
        received = right_of_reply.put_before_panel(db, reply_id, key=case_key(), by=signed_in_user())
        case_id = received.round_case_id
    flash("The reply has joined the case, redacted by the machine. Check it; then a second person approves.", "success")
    return redirect(url_for("redactions.show", round_case_id=case_id))


def _keep(finding_id: int, addressee: str, deed: "Callable[..., DueLetter]", done: str) -> ResponseReturnValue:
    form = LetterForm()
    if form.validate_on_submit():
        words, given = form.text.data or "", {"stamp": form.stamp.data or "", "key": case_key(), "by": signed_in_user()}
        try:
            with transaction() as db:
                due = deed(db, finding_id, Addressee(addressee), words, **given)
        except NotYours:
            raise
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash(f"{ADDRESSEE_TITLES[due.addressee]}’s letter on {due.case.place.reference}: {done}", "success")
            return redirect(url_for(".round", round_id=due.case.round.id))
    opened = _read(finding_id, addressee)
    form.stamp.data = opened.due.stamp  # a second try is made over the version that is shown beside it
    return _page(opened, form)


def _read(finding_id: int, addressee: str) -> "OpenLetter":
    with transaction() as db:
        return learning.read_letter(db, finding_id, Addressee(addressee), key=case_key(), by=signed_in_user())


def _page(opened: "OpenLetter", form: LetterForm) -> ResponseReturnValue:
    shown: dict[str, Any] = {"parts": shaped(opened.words.text), "may_write": _may_write() and not opened.due.sent}
    with reading() as db:
        put = right_of_reply.put_already(db, [answer.reply.id for answer in opened.answers])
    shown |= {"put": put, "may_put": _may_write()}
    return render_template("letters/edit.html", opened=opened, due=opened.due, form=form, **shown, **WORDS)


def _may_write() -> bool:
    return allows(signed_in_user().role, Permission.WRITE_FEEDBACK)
