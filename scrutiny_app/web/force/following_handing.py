"""Handing a round's findings to whoever answers for them, on every list of what waits until it is done."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.domain.people import Role
from scrutiny_app.services.handing_over import SignedRound, signed_rounds
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.services.whose_turn import people_of, turn_of
from scrutiny_app.web.filters import british_date
from scrutiny_app.web.force.steps import link_to
from scrutiny_app.web.force.stretches import Stretch

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round

NAME = "Findings handed over"


def of_handing(session: Session, round_: "Round", user: "User") -> Stretch:
    """Tell whether whoever answers for findings has been given the round's, and by when they are to be."""
    one = next(iter(signed_rounds(session, by=user, ours=[round_])), None)
    page = link_to("accountable.index")
    if one is not None and one.handed is not None and one.handed_to is not None:
        read = f"read on {british_date(one.handed.read_at)}" if one.handed.read_at else "not read yet"
        return Stretch(NAME, f"To {one.handed_to.name} on {british_date(one.handed.handed_at)}, {read}", href=page)
    if one is None or not one.waits:
        return Stretch(NAME, "Once every finding is signed", later=True)
    turn = turn_of(people_of(session, round_, Role.LEAD), user)
    if one.to is None:
        told = f"Nobody is named to answer for findings; these are {_due(one)}"
        return Stretch(NAME, told, True, turn, page, "Name who answers for findings")
    href = link_to("accountable.hand_over", round_id=round_.id)
    told = f"Not handed to {one.to.name} yet; {_due(one)}"
    return Stretch(NAME, told, True, turn, href, f"Hand them to {one.to.name}", posts=True)


def to_hand_over(one: SignedRound) -> str:
    """Say what is to be done with a round's findings, and by when."""
    to = f"hand the findings to {one.to.name}" if one.to else "name who answers for findings, and hand them over"
    return f"{to}, {_due(one)}"


def is_late(one: SignedRound) -> bool:
    """Say whether the day has passed by which the findings were to be handed over."""
    return one.waits and one.due_on < today_in_london()


def _due(one: SignedRound) -> str:
    return f"{'overdue since' if is_late(one) else 'due by'} {british_date(one.due_on)}"
