"""What a person of the force does next after a round: letters, what was passed on, actions, the public report."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.services import learning, waiting_actions
from scrutiny_app.services.handing_over import signed_rounds
from scrutiny_app.services.passed_on import to_follow
from scrutiny_app.services.replies_on_the_way import waits_for
from scrutiny_app.services.sent_letters import with_new_reply
from scrutiny_app.services.words_waiting import words_waiting
from scrutiny_app.web.force.following_handing import to_hand_over
from scrutiny_app.web.force.following_publishing import letters_awaited
from scrutiny_app.web.force.following_replies import deed_of, first_own, page_of
from scrutiny_app.web.what_follows import NextStep, of_actions, of_publishing, own_then_other, step

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round


def next_step(session: Session, round_: "Round", user: "User") -> NextStep | None:
    """Give the first thing that a person may do next about a round, that of the page shown first."""
    return own_then_other(_steps(session, round_, user))


def next_after_action(session: Session, round_: "Round", user: "User") -> NextStep | None:
    """Give the same for whoever has an action before them: another action of the round, before what else waits."""
    return own_then_other([*_of_any(session, user, round_), *_steps(session, round_, user)])


def next_of_all(session: Session, user: "User") -> NextStep | None:
    """Give the first thing that waits for a person of any round's actions."""
    return own_then_other(_of_any(session, user))


def _of_any(session: Session, user: "User", round_: "Round | None" = None) -> Iterator[NextStep]:
    for own in waiting_actions.to_answer(session, by=user, round_=round_):
        text = f"answer action {own.row.id}, which {'was sent back to you' if own.sent_back else 'you own'}"
        yield step("actions.show", text, here="answer", action_id=own.row.id)
    for action_id in words_waiting(session, by=user, round_=round_):
        text = f"make the words of action {action_id} ready for the panel"
        yield step("actions.show", text, here="words", action_id=action_id)
    for one in waiting_actions.to_close(session, by=user, round_=round_):
        text = f"close action {one.row.id}, which is answered, or send it back"
        yield step("actions.show", text, here="decide", action_id=one.row.id)


def _steps(session: Session, round_: "Round", user: "User") -> Iterator[NextStep]:
    """Go the way of the page that follows a round, in the same order."""
    if allows(user.role, Permission.WRITE_FEEDBACK):
        yield from _of_letters(session, round_, user)
    for one in first_own(session, round_, user):
        if waits_for(one, user) and (href := page_of(one)):
            yield NextStep(href, deed_of(one)[0].lower() + deed_of(one)[1:])
    if allows(user.role, Permission.KEEP_LEARNING):
        for signed in signed_rounds(session, by=user, ours=[round_]):
            if signed.waits:
                yield step("follow_rounds.show", to_hand_over(signed), round_id=round_.id)
    if allows(user.role, Permission.SET_ACTION) and (passed := len(to_follow(session, round_))):
        text = f"say who follows what the panel passed on ({passed})"
        yield step("actions.of_round", text, here="follow", round_id=round_.id)
    yield from _of_any(session, user, round_)
    if not waiting_actions.to_close(session, by=user, round_=round_):
        yield from of_actions(session, round_, user, "actions.of_round")
    yield from of_publishing(session, round_, user, letters_awaited(session, round_))


def _of_letters(session: Session, round_: "Round", user: "User") -> Iterator[NextStep]:
    letters = learning.count_letters(session, round_)
    if untold := letters.findings - letters.told:
        text = f"write the letters ({untold} findings not told yet)"
        yield step("letters.round", text, here="letters", round_id=round_.id)
    if new := len(with_new_reply(session, round_, by=user)):
        yield step("new_replies.index", f"read the new replies ({new})", here=f"round-{round_.id}")
