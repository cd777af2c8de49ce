"""Actions on the force's side: set, answered by their owner, made ready for the panel, and closed by the registrar."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.files.attachments_one import read_one
from scrutiny_app.services import action_texts, actions, passed_on
from scrutiny_app.services import action_words_together as together
from scrutiny_app.services.asking_again_with_seal import reopen_by_force, send_back_by_force
from scrutiny_app.services.closing_with_seal import close_by_force
from scrutiny_app.services.rounds import find_round
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.services.whose_turn import in_words
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, reading, transaction
from scrutiny_app.web.force.actions_shown import TITLES, action_page, draft_form, round_page, tasks_of
from scrutiny_app.web.force.what_follows import next_of_all
from scrutiny_app.web.forms.actions import ActionForm, AnswerForm, CloseForm, FollowForm, ReopenForm, SendBackForm
from scrutiny_app.web.fresh_password import requires_fresh
from scrutiny_app.web.refusals import RefusalsTold
from scrutiny_app.web.uploads import content_of, takes_one_file

bp = Blueprint("actions", __name__, url_prefix="/force")


@bp.get("/actions")
@requires(Permission.READ_ACTIONS, Permission.ANSWER_ACTION)
def index() -> ResponseReturnValue:
    """List the actions that a person may see, by the day on which each is due."""
    user = signed_in_user()
    with reading() as session:
        found = actions.actions_for(session, by=user)
        tasks = tasks_of(session, found)
        following = next_of_all(session, user)
    shown = {"found": found, "tasks": tasks, "following": following, "today": today_in_london()}
    return render_template("actions/index.html", **shown, **TITLES)


@bp.route("/rounds/<int:round_id>/actions", methods=["GET", "POST"])
@requires(Permission.SET_ACTION)
def of_round(round_id: int) -> ResponseReturnValue:
    """List a round's actions, and set another in the force's words."""
    form, user = ActionForm(), signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        form.offer(actions.possible_owners(session, round_, user))
    if form.validate_on_submit():
        try:
            with transaction() as session:
                action_texts.set_by_force(
                    session,
                    round_,
                    form.text.data or "",
                    owner_id=int(form.owner.data),
                    due_on=form.due_on.data,
                    key=case_key(),
                    by=user,
                )
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("The action is set.", "success")
            return redirect(url_for(".of_round", round_id=round_id))
    return round_page(round_id, form=form)


@bp.post("/rounds/<int:round_id>/actions/follow")
@requires(Permission.SET_ACTION)
def follow(round_id: int) -> ResponseReturnValue:
    """Have somebody follow a matter that the panel passed on."""
    form, user = FollowForm(), signed_in_user()
    matter = request.form.get("escalation", 0, type=int)
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        waiting = [one for one, _ in passed_on.to_follow(session, round_) if one.id == matter]
        if not waiting:
            raise Overtaken("This is followed already, or the panel has taken it back; nothing more was done.")
        form.offer_owners(passed_on.owners_of(session, round_, waiting[0], key=case_key(), by=user))
    if not form.validate():
        return round_page(round_id, follow_form=form)
    with RefusalsTold(form.form_errors.append):
        with transaction() as session:
            chosen = {"owner_id": int(form.owner.data), "due_on": form.due_on.data}
            passed_on.follow(session, round_, matter, key=case_key(), by=user, **chosen)
        flash("It is followed from now on.", "success")
        return redirect(url_for("follow_rounds.show", round_id=round_id))
    return round_page(round_id, follow_form=form)


@bp.get("/actions/<int:action_id>")
@requires(Permission.READ_ACTIONS, Permission.ANSWER_ACTION)
def show(action_id: int) -> ResponseReturnValue:
    """Show one action: what is asked, what was done, and what of it the panel reads."""
    return action_page(action_id)


@bp.post("/actions/<int:action_id>/answer")
@requires(Permission.ANSWER_ACTION)
@takes_one_file
def answer(action_id: int) -> ResponseReturnValue:
    """Keep its owner's answer."""
    form = AnswerForm()
    with reading() as session:
        kind = actions.find_action(session, action_id, by=signed_in_user()).row.kind
    if not form.validate() or form.lacks_proof(kind):
        return action_page(action_id, answer_form=form)
    with RefusalsTold(form.form_errors.append):
        sent = form.file.data
        said = read_one(sent.filename or "", content_of(sent)).text if sent else ""
        proof = "\n\n".join(part for part in ((form.proof.data or "").strip(), said) if part)
        with transaction() as session:
            action_texts.answer(session, action_id, form.text.data or "", proof, key=case_key(), by=signed_in_user())
        flash("Thank you. Your answer is kept, and whoever closes the action is shown it.", "success")
        return redirect(url_for(".show", action_id=action_id))
    return action_page(action_id, answer_form=form)


@bp.post("/actions/<int:action_id>/drafts")
@requires(Permission.EDIT_REDACTION)
def keep_drafts(action_id: int) -> ResponseReturnValue:
    """Keep all that the panel would read of an action."""
    user = signed_in_user()
    with reading() as session:
        waiting = together.waiting_of(session, action_id, key=case_key(), by=user)
    forms = {one.row.id: draft_form(one) for one in waiting}
    valid = [form.validate() for form in forms.values()]  # every one, so that each says what is wrong
    if not all(valid):
        return action_page(action_id, draft_forms=forms)
    drafts = {text_id: form.draft.data or "" for text_id, form in forms.items()}
    with transaction() as session:
        kept = together.keep_drafts(session, action_id, drafts, key=case_key(), by=user)
        others = in_words(together.approvers(session, action_id, by=user), user)
    if kept:
        flash(f"Kept, and passed on: it stands on the home page of {others}, to be approved.", "success")
    else:
        flash("You changed nothing, so each draft stays with whoever made it.")
    return redirect(url_for(".show", action_id=action_id))


@bp.post("/actions/<int:action_id>/release")
@requires(Permission.APPROVE_RELEASE)
@requires_fresh(back="actions.show")
def release(action_id: int) -> ResponseReturnValue:
    """Let the panel read all the drafts that were read, which somebody else made."""
    texts = request.form.getlist("text", type=int)
    with transaction() as session:
        together.release_all(session, action_id, texts, key=case_key(), by=signed_in_user())
    flash("The panel reads it from now on.", "success")
    return redirect(url_for(".show", action_id=action_id))


@bp.post("/actions/<int:action_id>/close")
@requires(Permission.CLOSE_ACTION)
def close(action_id: int) -> ResponseReturnValue:
    """Close an answered action, on the proof that was given or on what the person has checked."""
    form = CloseForm()
    if not form.validate():
        return action_page(action_id, close_form=form)
    with RefusalsTold(form.form_errors.append):
        with transaction() as session:
            close_by_force(session, action_id, check=form.check, key=case_key(), by=signed_in_user())
        flash("The action is closed.", "success")
        return redirect(url_for(".show", action_id=action_id))
    return action_page(action_id, close_form=form)


@bp.post("/actions/<int:action_id>/send-back")
@requires(Permission.CLOSE_ACTION)
def send_back(action_id: int) -> ResponseReturnValue:
    """Send an answered action back to its owner until another day, with the reason."""
    form = SendBackForm()
    deed = partial(send_back_by_force, reason=form.reason.data or "", key=case_key())
    return _ask_again(action_id, form, deed, "Sent back. Its owner reads why, and has it to do.", back_form=form)


@bp.post("/actions/<int:action_id>/reopen")
@requires(Permission.CLOSE_ACTION)
def reopen(action_id: int) -> ResponseReturnValue:
    """Open a closed action again, with the reason."""
    form = ReopenForm()
    deed = partial(reopen_by_force, reason=form.reason.data or "", key=case_key())
    done = "The action is open again. Its owner reads why, and the new day."
    return _ask_again(action_id, form, deed, done, reopen_form=form)


def _ask_again(
    action_id: int,
    form: SendBackForm | ReopenForm,
    deed: Callable[..., None],
    done: str,
    **forms: SendBackForm | ReopenForm,
) -> ResponseReturnValue:
    """Give an action back to its owner until another day, or show its page again with what is wrong."""
    if not form.validate():
        return action_page(action_id, **forms)
    with RefusalsTold(form.form_errors.append):
        with transaction() as session:
            deed(session, action_id, due_on=form.due_on.data, by=signed_in_user())
        flash(done, "success")
        return redirect(url_for(".show", action_id=action_id))
    return action_page(action_id, **forms)
