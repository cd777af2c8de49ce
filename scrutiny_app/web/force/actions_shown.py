"""How actions are shown on the force's side: those of a round, and one with all that was written of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from flask import render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import ESCALATION_TITLES
from scrutiny_app.domain.following import ACTION_TITLES, AGAIN_TITLES, PROVED, STATE_TITLES, WORDS_TITLES, Words
from scrutiny_app.services import action_texts, action_words_together, actions, passed_on
from scrutiny_app.services.action_story import newest_of, told_in_order
from scrutiny_app.services.closing_with_seal import has_proof
from scrutiny_app.services.followed import Followed
from scrutiny_app.services.owned_cases import crime_number_for_owner
from scrutiny_app.services.owned_letters import letter_on
from scrutiny_app.services.rounds import find_round
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.services.whose_turn import in_words
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.force.what_follows import next_after_action, next_step
from scrutiny_app.web.forms.actions import (
    ActionForm,
    AnswerForm,
    CloseForm,
    DraftForm,
    FollowForm,
    ReopenForm,
    SendBackForm,
    told_apart,
)

if TYPE_CHECKING:
    from scrutiny_app.models.findings import Escalation as EscalationRow
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round

TITLES = {"agains": AGAIN_TITLES, "kinds": ACTION_TITLES, "states": STATE_TITLES, "sorts": WORDS_TITLES}
_MAY = {
    "edit": Permission.EDIT_REDACTION,
    "approve": Permission.APPROVE_RELEASE,
    "close": Permission.CLOSE_ACTION,
}


class Matter(NamedTuple):
    """Something that the panel passed on, the reference of its case, and the form that says who follows it."""

    escalation: "EscalationRow"
    reference: str
    form: FollowForm


def round_page(
    round_id: int, *, form: ActionForm | None = None, follow_form: FollowForm | None = None
) -> ResponseReturnValue:
    """Show a round's actions, with the forms that set another and have each matter followed."""
    user = signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        found = actions.actions_for(session, by=user, round_=round_)
        tasks = tasks_of(session, found)
        matters = list(_matters(session, round_, user, follow_form))
        owners = actions.possible_owners(session, round_, user)
        following = next_step(session, round_, user)
    if form is None:
        form = ActionForm(formdata=None)
        form.offer(owners)
    shown = {"found": found, "tasks": tasks, "matters": matters, "following": following, "today": today_in_london()}
    forms = {"form": form, "forms": [form, *(one.form for one in matters)], "routes": ESCALATION_TITLES}
    return render_template("actions/round.html", round=round_, **shown, **forms, **TITLES)


def _matters(session: Session, round_: "Round", user: "User", sent: FollowForm | None) -> Iterator[Matter]:
    """Give each matter that nobody follows yet; the form that was sent as it was, where something is wrong with it."""
    for one, reference in passed_on.to_follow(session, round_):
        form = FollowForm(formdata=None)
        if sent is not None and sent.escalation.data == str(one.id):
            form = sent
        else:
            form.offer_owners(passed_on.owners_of(session, round_, one, key=case_key(), by=user))
        form.escalation.data = str(one.id)
        yield Matter(one, reference, told_apart(form, f"follow-{one.id}"))


def action_page(
    action_id: int,
    *,
    answer_form: AnswerForm | None = None,
    draft_forms: Mapping[int, DraftForm] | None = None,
    close_form: CloseForm | None = None,
    back_form: SendBackForm | None = None,
    reopen_form: ReopenForm | None = None,
) -> ResponseReturnValue:
    """Show one action, each form as it was last sent where something is wrong with it."""
    user = signed_in_user()
    with transaction() as session:
        action = actions.find_action(session, action_id, by=user)
        written = action_texts.texts_of(session, action.row, case_key())
        following = next_after_action(session, action.round, user)
        others = action_words_together.approvers(session, action_id, by=user)
        letter = letter_on(session, action.row, key=case_key(), by=user)
        crime_number = crime_number_for_owner(session, action.row, key=case_key(), by=user)
        proved = action.row.kind not in PROVED or has_proof(session, action)
    story = told_in_order(action, written)
    may = {name: allows(user.role, permission) for name, permission in _MAY.items()}
    waiting = [one for one in newest_of(written) if not one.released]
    drafts = draft_forms or {one.row.id: draft_form(one, fresh=True) for one in waiting}
    shown = {"action": action, "story": story, "today": today_in_london(), "proved": proved, "letter": letter}
    shown |= {"to_keep": waiting, "to_approve": [one for one in waiting if one.is_checked and one.by.id != user.id]}
    shown |= {"others": in_words(others, user), "crime_number": crime_number}
    sent = (answer_form, *(draft_forms or {}).values(), close_form, back_form, reopen_form)
    answering = answer_form or AnswerForm(formdata=None)
    answering.ask_proof_of(action.row.kind)
    return render_template(
        "actions/show.html",
        forms=[one for one in sent if one],
        answer_form=answering,
        drafts=drafts,
        close_form=close_form or CloseForm(formdata=None),
        back_form=told_apart(back_form or SendBackForm(formdata=None), "back"),
        reopen_form=told_apart(reopen_form or ReopenForm(formdata=None), "again"),
        following=following,
        may=may,
        mine=action.row.owner_id == user.id,
        **shown,
        **TITLES,
    )


def draft_form(one: action_texts.Written, *, fresh: bool = False) -> DraftForm:
    """Make the form in which one text is drafted, among an action's others: as it was sent, or begun afresh."""
    given = {"formdata": None, "draft": one.draft} if fresh else {}
    # The page's own form has the one token that all of them are sent with.
    return DraftForm(prefix=f"text-{one.row.id}", meta={"csrf": False}, **given)


def tasks_of(session: Session, found: Sequence[Followed]) -> dict[int, str]:
    """Give what each action (by id) asks, its first words."""
    written = action_texts.texts_by_action(session, [one.row.id for one in found], case_key())
    told = {one.row.id: told_in_order(one, written[one.row.id]) for one in found}
    return {one: next((said.text for said in of if said.kind is Words.TASK), "") for one, of in told.items()}
