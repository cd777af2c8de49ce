"""What a person of the force does next after a round: letters, what was passed on, actions, the public report."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.services import action_texts, learning, waiting_actions
from scrutiny_app.services.words_waiting import words_waiting
from scrutiny_app.web.what_follows import NextStep, of_actions, of_publishing, own_then_other, step

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round


def next_step(session: Session, round_: "Round", user: "User") -> NextStep | None:
    """Give the first thing that a person may do next about a round, that of the page shown first."""
    return own_then_other(_steps(session, round_, user))


def next_of_all(session: Session, user: "User") -> NextStep | None:
    """Give the first thing that waits for a person of any round's actions."""
    return own_then_other(_of_any(session, user))


def _of_any(session: Session, user: "User", round_: "Round | None" = None) -> Iterator[NextStep]:
    for own in waiting_actions.to_answer(session, by=user, round_=round_):
        yield step("actions.show", "answer the action that you own", here="answer", action_id=own.row.id)
    for action_id in words_waiting(session, by=user, round_=round_):
        yield step("actions.show", "make the answer ready for the panel", here="words", action_id=action_id)
    for one in waiting_actions.to_close(session, by=user, round_=round_):
        yield step("actions.show", "close an answered action, or send it back", here="decide", action_id=one.row.id)


def _steps(session: Session, round_: "Round", user: "User") -> Iterator[NextStep]:
    if allows(user.role, Permission.WRITE_FEEDBACK):
        letters = learning.count_letters(session, round_)
        if untold := letters.findings - letters.told:
            yield step("letters.round", f"write the letters ({untold} findings not told yet)", round_id=round_.id)
    if allows(user.role, Permission.SET_ACTION) and (passed := len(action_texts.to_follow(session, round_))):
        yield step("actions.of_round", f"say who follows what the panel passed on ({passed})", round_id=round_.id)
    yield from _of_any(session, user, round_)
    if not waiting_actions.to_close(session, by=user, round_=round_):
        yield from of_actions(session, round_, user, "actions.of_round")
    yield from of_publishing(session, round_, user)
