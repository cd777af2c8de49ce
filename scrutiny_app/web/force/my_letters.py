"""An officer's own letters, and a supervisor's team's: read, acknowledged, answered."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.learning import LETTER_STATE_TITLES, reply_with, shaped
from scrutiny_app.services import my_letters
from scrutiny_app.services.waiting_actions import to_answer
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.forms.letters import ReplyForm
from scrutiny_app.web.what_follows import NextStep, step

bp = Blueprint("my_letters", __name__, url_prefix="/force/my-letters")


@bp.get("")
@requires(Permission.READ_OWN_LETTERS)
def index() -> ResponseReturnValue:
    """List a person's letters, and their team's."""
    with transaction() as db:
        letters = my_letters.my_letters(db, key=case_key(), by=signed_in_user())
    return render_template("my_letters/index.html", letters=letters, states=LETTER_STATE_TITLES)


@bp.get("/<int:letter_id>")
@requires(Permission.READ_OWN_LETTERS)
def show(letter_id: int) -> ResponseReturnValue:
    """Show one letter, and the replies to it."""
    return _page(letter_id, ReplyForm())


@bp.post("/<int:letter_id>/acknowledge")
@requires(Permission.ANSWER_LETTER)
def acknowledge(letter_id: int) -> ResponseReturnValue:
    """Keep that a person has read their letter, and with it any words that stand in the reply's box."""
    form = ReplyForm()
    if form.said:
        return _answer(letter_id, form)
    with transaction() as db:
        my_letters.acknowledge(db, letter_id, by=signed_in_user())
    flash("Thank you. It is noted that you have read this letter.", "success")
    return redirect(url_for(".show", letter_id=letter_id))


@bp.post("/<int:letter_id>/reply")
@requires(Permission.ANSWER_LETTER)
def reply(letter_id: int) -> ResponseReturnValue:
    """Keep a person's reply."""
    return _answer(letter_id, ReplyForm())


def _answer(letter_id: int, form: ReplyForm) -> ResponseReturnValue:
    if form.validate_on_submit():
        try:
            with transaction() as db:
                text = reply_with(form.text.data or "", form.next_time.data or "")
                my_letters.reply(db, letter_id, text, key=case_key(), by=signed_in_user())
        except NotYours:
            raise
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("Your reply has been sent. Thank you.", "success")
            return redirect(url_for(".show", letter_id=letter_id))
    return _page(letter_id, form)


def _page(letter_id: int, form: ReplyForm) -> ResponseReturnValue:
    with transaction() as db:
        mine, answers = my_letters.read_my_letter(db, letter_id, key=case_key(), by=signed_in_user())
        following = _next(db, letter_id) if mine.letter.acknowledged_at or not mine.own else None
    shown = {"following": following, "parts": shaped(mine.words.text), "state": LETTER_STATE_TITLES[mine.state]}
    return render_template("my_letters/show.html", mine=mine, answers=answers, form=form, **shown)


def _next(db: Session, letter_id: int) -> NextStep | None:
    """Give a person's next letter to read, or else the first action that is theirs to answer."""
    by = signed_in_user()
    letters = [one for one in my_letters.waiting_ids(db, by=by) if one != letter_id]
    if letters:
        return step("my_letters.show", f"read your next letter ({len(letters)} to acknowledge)", letter_id=letters[0])
    own = to_answer(db, by=by)
    return step("actions.show", "answer the action that you own", action_id=own[0].row.id) if own else None
