"""Letters on the force's side: which there are, each one's words, and its sending."""

from functools import partial
from typing import TYPE_CHECKING, Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import RESULT_TITLES
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.learning import (
    ADDRESSEE_TITLES,
    LETTER_STATE_TITLES,
    Addressee,
    LetterState,
    shaped,
)
from scrutiny_app.domain.received import name_of
from scrutiny_app.domain.rerouting import DOCUMENT_TITLES, ENDED_TITLES
from scrutiny_app.services import learning, right_of_reply, rounds
from scrutiny_app.services.leaving_unsaid import SaysTooMuch, has_open_escalation
from scrutiny_app.services.sending_in_turn import may_go, next_to_send
from scrutiny_app.services.sent_letters import with_new_reply
from scrutiny_app.services.standing_findings import stand_no_more
from scrutiny_app.services.superseded_letters import letters_superseded
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, reading, transaction
from scrutiny_app.web.filters import anchor
from scrutiny_app.web.force.what_follows import next_step
from scrutiny_app.web.forms.letters import EndForm, LetterForm, ReadForm
from scrutiny_app.web.what_follows import NextStep, step
from scrutiny_app.web.written import written

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrutiny_app.services.addressing import DueLetter
    from scrutiny_app.services.learning import OpenLetter

bp = Blueprint("letters", __name__, url_prefix="/force")
ONE = f"/letters/<int:finding_id>/<any({', '.join(Addressee)}):addressee>"
WORDS: dict[str, Any] = {
    "states": LETTER_STATE_TITLES,
    "addressees": ADDRESSEE_TITLES,
    "results": RESULT_TITLES,
    "ended": ENDED_TITLES,
    "documents": DOCUMENT_TITLES,
}


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
        superseded = letters_superseded(db, found, key=case_key(), by=signed_in_user())
        following = next_step(db, found, signed_in_user())
    waiting = [one for one in due if may_go(one)] if _may_write() else []
    untouched = sum(one.letter is None for one in waiting)
    shown = {"round": found, "due": due, "may_write": _may_write(), "waiting": waiting, "following": following}
    shown |= {"untouched": untouched}
    return render_template("letters/round.html", superseded=superseded, **shown, **WORDS)


@bp.get(ONE)
@requires(Permission.READ_FEEDBACK)
def edit(finding_id: int, addressee: str) -> ResponseReturnValue:
    """Show one letter: to be edited and sent, or as it was sent, with what came back."""
    opened = read(finding_id, addressee)
    return page(opened, LetterForm(formdata=None, text=opened.words.text, stamp=opened.due.stamp))


@bp.post(ONE)
@requires(Permission.WRITE_FEEDBACK)
def save(finding_id: int, addressee: str) -> ResponseReturnValue:
    """Keep a letter's words."""
    return keep_words(finding_id, addressee, learning.edit_letter, "Kept. It has not been sent yet.", stay=True)


@bp.post(f"{ONE}/send")
@requires(Permission.WRITE_FEEDBACK)
def send(finding_id: int, addressee: str) -> ResponseReturnValue:
    """Send a letter in the words given."""
    send = partial(learning.send_letter, confirmed=LetterForm().let_stand)
    return keep_words(finding_id, addressee, send, "Sent.")


@bp.post("/replies/<int:reply_id>/panel")
@requires(Permission.WRITE_FEEDBACK)
def put_before_panel(reply_id: int) -> ResponseReturnValue:
    """Let a reply join its case, to be checked before the panel reads it."""
    with transaction() as db:
        received = right_of_reply.put_before_panel(db, reply_id, key=case_key(), by=signed_in_user())
        case_id, place = received.round_case_id, anchor(name_of(received.number))
    flash("Only the reply is new, redacted by the machine. Check it here; a second person approves it.", "success")
    return redirect(url_for("redactions.show", round_case_id=case_id, _anchor=place))


def keep_words(
    finding_id: int, addressee: str, deed: "Callable[..., DueLetter]", done: str, *, stay: bool = False
) -> ResponseReturnValue:
    """Do a deed with a letter in its form's words and go on to the next, or show the form again with what is wrong."""
    form, status = LetterForm(), 400
    if form.validate_on_submit():
        words, given = form.text.data or "", {"stamp": form.stamp.data or "", "key": case_key(), "by": signed_in_user()}
        try:
            with transaction() as db:
                due = deed(db, finding_id, Addressee(addressee), words, **given)
        except NotYours:
            raise
        except Refused as refusal:
            form.form_errors.append(refusal.message)
            form.ask(refusal.asked if isinstance(refusal, SaysTooMuch) else ())
            status = 409 if isinstance(refusal, Overtaken) else 400
        else:
            told = f"{ADDRESSEE_TITLES[due.addressee]}’s letter on {due.case.place.reference}: {done}"
            if not (stay or due.state is LetterState.HANDED):
                return go_on(due, told)
            flash(told, "success")
            return redirect(url_for("letters.edit", finding_id=finding_id, addressee=addressee))
    opened = read(finding_id, addressee)
    form.stamp.data = opened.due.stamp  # a second try is made over the version that is shown beside it
    return page(opened, form), status


def go_on(due: "DueLetter", told: str) -> ResponseReturnValue:
    """Go to the next letter that waits to be sent, or to the round's list where none does."""
    with transaction() as db:
        after = next_to_send(db, due.case.round, after=due, key=case_key(), by=signed_in_user())
    if after is None:
        flash(told, "success")
        return redirect(url_for("letters.round", round_id=due.case.round.id))
    flash(f"{told} The next letter to send is below.", "success")
    return redirect(url_for("letters.edit", finding_id=after.case.finding.id, addressee=after.addressee.value))


def read(finding_id: int, addressee: str) -> "OpenLetter":
    """Open one letter, for its page."""
    with transaction() as db:
        return learning.read_letter(db, finding_id, Addressee(addressee), key=case_key(), by=signed_in_user())


def page(opened: "OpenLetter", form: LetterForm, **forms: Any) -> str:
    """Show one letter with what may be done with it; words that no form of it holds any more are given back."""
    due, may_write = opened.due, _may_write()
    shown: dict[str, Any] = {"parts": shaped(opened.words.text)}
    with reading() as db:
        superseded = bool(stand_no_more(db, [due.case.finding.id]))
        put = right_of_reply.put_already(db, [answer.reply.id for answer in opened.answers])
        shown |= {"passed_on": may_write and has_open_escalation(db, due.case.place.id)}
    shown |= {"superseded": superseded, "may_write": may_write and not due.closed and not superseded}
    shown |= {"put": put, "may_put": may_write, "end_form": EndForm(), "read_form": ReadForm()}
    shown["following"] = _after_reading(due) if due.gone else None
    holds = shown["may_write"] and not due.same_as
    shown |= {"lost": written() if form.form_errors and not holds else [], "forms": list(forms.values())}
    return render_template("letters/edit.html", opened=opened, due=due, form=form, **(shown | forms), **WORDS)


def _after_reading(due: "DueLetter") -> NextStep | None:
    """Give the round's next reply that this person has not read, or else what is next after the round."""
    round_, by = due.case.round, signed_in_user()
    with reading() as db:
        left = [one for one in with_new_reply(db, round_, by=by) if due.letter is None or one.id != due.letter.id]
        if not left:
            return next_step(db, round_, by)
        place: dict[str, Any] = {"finding_id": left[0].finding_id, "addressee": left[0].addressee, "_anchor": "replies"}
        return step("letters.edit", f"read the next new reply ({len(left)} left)", **place)


def _may_write() -> bool:
    return allows(signed_in_user().role, Permission.WRITE_FEEDBACK)
