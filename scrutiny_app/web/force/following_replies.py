"""Replies that the lead has put before the panel, on every list of what waits until the panel can read them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.domain.people import Role
from scrutiny_app.services.replies_on_the_way import replies_on_the_way, to_be_approved, waits_for
from scrutiny_app.services.whose_turn import people_of, turn_of
from scrutiny_app.web.force.steps import link_to
from scrutiny_app.web.force.stretches import Stretch

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round
    from scrutiny_app.services.redactions import Progress

EDITORS = (Role.LEAD, Role.PREPARER)


def of_replies(session: Session, round_: "Round", user: "User") -> Iterator[Stretch]:
    """Tell of the replies that the panel cannot read yet whose turn it is; nothing where there is none."""
    if found := first_own(session, round_, user):
        first = found[0]
        able = [one for one in people_of(session, round_, *EDITORS) if waits_for(first, one)]
        words, turn = told(found), turn_of(able, user)
        said = words[0].upper() + words[1:]
        yield Stretch("Replies for the panel", said, True, turn, page_of(first), deed_of(first))


def first_own(session: Session, round_: "Round", user: "User") -> "list[Progress]":
    """List the cases with such a reply, those that wait for the reader first."""
    return sorted(replies_on_the_way(session, round_), key=lambda one: not waits_for(one, user))


def told(found: "list[Progress]") -> str:
    """Count in words the replies to be checked and to be approved."""
    approve = sum(map(to_be_approved, found))
    parts = ((len(found) - approve, "to be checked"), (approve, "to be approved by a second person"))
    counts = (f"{_replies(count)} {what}" for count, what in parts if count)
    return "; ".join(counts)


def deed_of(one: "Progress") -> str:
    """Name what is done next with a reply."""
    return f"{'Approve' if to_be_approved(one) else 'Check'} an officer’s reply for the panel"


def page_of(one: "Progress") -> str | None:
    """Give the page on which it is done."""
    page = "approvals.preview" if to_be_approved(one) else "redactions.show"
    return link_to(page, round_case_id=one.round_case.id)


def _replies(count: int) -> str:
    return "an officer’s reply" if count == 1 else f"officers’ replies on {count} cases"
