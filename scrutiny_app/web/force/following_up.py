"""What follows from findings, as it awaits a person of the force: what was passed on, asked, answered, handed over."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flask import url_for
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.services import actions, handing_over, waiting_actions
from scrutiny_app.services.replies_on_the_way import waits_for
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.services.words_waiting import words_by_round
from scrutiny_app.web.awaiting_actions import to_close
from scrutiny_app.web.filters import british_date
from scrutiny_app.web.force.following_replies import deed_of, first_own, page_of
from scrutiny_app.web.force.rounds_to_follow import OVERDUE, TO_DO, of_rounds

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round
    from scrutiny_app.services.followed import Followed

Task = dict[str, Any]
WITH_OTHERS = {"status": "With someone else", "colour": "grey"}


def of_findings(db: Session, user: "User", ours: "list[Round]") -> Iterator[Task]:
    """List what findings ask for: rounds to be followed, what is to be answered, made ready, closed, or read."""
    if allows(user.role, Permission.WRITE_FEEDBACK):
        yield from of_rounds(db, user, ours)
    if allows(user.role, Permission.ANSWER_ACTION):
        found = actions.actions_for(db, by=user)
        yield from _to_answer(waiting_actions.answerable(found, user))
        for one in to_close(waiting_actions.closable(found, user)):
            yield one.task | {"href": url_for("actions.show", action_id=one.first)}
    if not allows(user.role, Permission.WRITE_FEEDBACK):  # whose rounds say it already
        yield from _words(db, user, ours)
        if allows(user.role, Permission.EDIT_REDACTION):
            yield from _replies(db, user, ours)
    if allows(user.role, Permission.READ_LEARNING):
        for handover, round_ in handing_over.handed_to_me(db, by=user):
            if handover.read_at is None:
                hint = f"{round_.title}: handed to you on {british_date(handover.handed_at)}, to read and acknowledge"
                href = url_for("accountable.show", round_id=round_.id)
                yield {"text": "Findings handed to you", "href": href, "hint": hint} | TO_DO


def _words(db: Session, user: "User", ours: "list[Round]") -> Iterator[Task]:
    """Count by round the actions of which the panel cannot read something yet, since two people release it."""
    titles = {one.id: one.title for one in ours}
    for round_id, waiting in words_by_round(db, by=user).items():
        of = "an action" if len(waiting) == 1 else f"{len(waiting)} actions"
        text = f"Make ready or approve what the panel reads of {of}"
        yield {
            "text": text,
            "href": url_for("actions.show", action_id=waiting[0]),
            "hint": titles.get(round_id),
        } | TO_DO


def _replies(db: Session, user: "User", ours: "list[Round]") -> Iterator[Task]:
    """Name by round the first reply that the panel cannot read yet, though it waits for somebody else."""
    for round_ in ours:
        for first in first_own(db, round_, user)[:1]:
            task = {"text": deed_of(first), "href": page_of(first), "hint": round_.title}
            yield task | (TO_DO if waits_for(first, user) else WITH_OTHERS)


def _to_answer(theirs: "list[Followed]") -> Iterator[Task]:
    if not theirs:
        return
    first = min(one.due_on for one in theirs)
    late = len(actions.overdue(theirs, today_in_london()))
    titles = {one.round.title for one in theirs}
    told = f"{titles.pop()}: " if len(titles) == 1 else ""
    back = sum(one.sent_back for one in theirs)
    hint = f"{told}{len(theirs)} to answer, the first by {british_date(first)}"
    hint += "".join(f"; {count} {what}" for count, what in ((back, "sent back"), (late, "overdue")) if count)
    href = url_for("actions.index") if len(theirs) > 1 else url_for("actions.show", action_id=theirs[0].row.id)
    task = {"text": "Answer the actions that are yours", "href": href, "hint": hint}
    yield task | (OVERDUE if late else TO_DO)
