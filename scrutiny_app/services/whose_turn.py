"""Who has the next step of a round: those of its force or of its panel who may take it, by role and name."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.people import PANEL_ROLES, ROLE_TITLES, Role
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round


class Turn(NamedTuple):
    """Who has the next step, in words, and whether whoever reads it is one of them."""

    words: str
    is_mine: bool


MINE, NOBODYS = Turn("You", True), Turn("", False)


def turn_of(people: Collection[User], user: User) -> Turn:
    """Say whose turn it is, of people who may take the next step."""
    return Turn(in_words(people, user), any(one.id == user.id for one in people))


def people_of(session: Session, round_: Round, *roles: Role) -> list[User]:
    """List by name those of a round's force, and of its panel, who have one of these roles and can sign in."""
    query = select(User).where(User.role.in_(roles), User.disabled_at.is_(None)).order_by(User.name, User.id)
    seated = select(Seat.user_id).where(Seat.panel_id == round_.panel_id, Seat.left_at.is_(None))
    theirs = (User.force == round_.force) & User.role.not_in(PANEL_ROLES)
    return list(session.scalars(query.where(theirs | User.id.in_(seated))))


def in_words(people: Collection[User], user: User) -> str:
    """Name people with their roles, whoever reads it first and as you."""
    others = [f"{one.name} ({ROLE_TITLES[Role(one.role)]})" for one in people if one.id != user.id]
    told = ["You", *others] if len(others) < len(people) else others
    return " or ".join(dict.fromkeys(told))
