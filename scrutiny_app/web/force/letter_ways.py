"""A letter that is not simply sent: held, handed over as a document, acknowledged on somebody's behalf, or ended."""

from functools import partial
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.rerouting import DocumentForm, Ended
from scrutiny_app.files.letter_documents import letter_document
from scrutiny_app.services import rerouting
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.attached import attached
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.force import letters
from scrutiny_app.web.forms.letters import EndForm, LetterForm, ReadForm

bp = Blueprint("letter_ways", __name__, url_prefix=f"/force{letters.ONE}")
TYPES = {
    DocumentForm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DocumentForm.PDF: "application/pdf",
}
TOLD = "The letter has ended. The supervisor’s letter says so: read it, and send it."
UNTOLD = "The letter has ended. No supervisor’s letter is left to say so: tell them yourself."


@bp.post("/hold")
@requires(Permission.WRITE_FEEDBACK)
def hold(finding_id: int, addressee: str) -> ResponseReturnValue:
    """Hold a letter, or let it go again."""
    held, of = request.form.get("held") != "", _of()
    with transaction() as db:
        rerouting.hold_letter(db, finding_id, Addressee(addressee), held=held, **of)
    flash("Held. It is not sent until you let it go." if held else "No longer held. It has not been sent.", "success")
    return _back(finding_id, addressee)


@bp.post("/hand-over")
@requires(Permission.WRITE_FEEDBACK)
def hand_over(finding_id: int, addressee: str) -> ResponseReturnValue:
    """Keep that a letter goes as a document, in the words given."""
    form = DocumentForm.PDF if request.form.get("as") == DocumentForm.PDF else DocumentForm.DOCX
    deed = partial(rerouting.hand_over, form=form, confirmed=LetterForm().let_stand)
    return letters.keep_words(finding_id, addressee, deed, "Handed over. Download the document, and give it to them.")


@bp.get("/document")
@requires(Permission.READ_FEEDBACK)
def document(finding_id: int, addressee: str) -> ResponseReturnValue:
    """Give the document of a letter that was handed over."""
    of = _of()
    try:
        with transaction() as db:
            _, words, form = rerouting.handed_document(db, finding_id, Addressee(addressee), **of)
    except rerouting.NotHanded as refusal:
        flash(refusal.message)
        return _back(finding_id, addressee)
    return attached(letter_document(words, form), f"letter-{finding_id}-{addressee}.{form}", TYPES[form])


@bp.post("/read")
@requires(Permission.WRITE_FEEDBACK)
def acknowledge(finding_id: int, addressee: str) -> ResponseReturnValue:
    """Keep on their behalf that somebody read the letter that was handed to them."""
    form, of = ReadForm(), _of()
    if form.validate_on_submit() and form.read_on.data:
        try:
            with transaction() as db:
                said = (form.read_on.data, form.words.data or "")
                rerouting.acknowledge_for(db, finding_id, Addressee(addressee), *said, **of)
        except (NotYours, Overtaken, rerouting.NotHanded):
            raise
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("Kept: they have read this letter.", "success")
            return _back(finding_id, addressee)
    return letters.page(letters.read(finding_id, addressee), LetterForm(formdata=None), read_form=form)


@bp.post("/end")
@requires(Permission.WRITE_FEEDBACK)
def end(finding_id: int, addressee: str) -> ResponseReturnValue:
    """End a letter whose reader has left the force or is long absent."""
    form, of = EndForm(), _of()
    if form.validate_on_submit():
        with transaction() as db:
            done = rerouting.end_letter(db, finding_id, Addressee(addressee), Ended(form.why.data), **of)
        flash(TOLD if done.supervisor_told else UNTOLD, "success")
        return _back(finding_id, addressee)
    opened = letters.read(finding_id, addressee)
    words = LetterForm(formdata=None, text=opened.words.text, stamp=opened.due.stamp)
    return letters.page(opened, words, end_form=form)


def _of() -> dict[str, Any]:
    return {"key": case_key(), "by": signed_in_user()}


def _back(finding_id: int, addressee: str) -> ResponseReturnValue:
    return redirect(url_for("letters.edit", finding_id=finding_id, addressee=addressee))
