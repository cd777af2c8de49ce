"""Who rolled the dice and what they rolled, checked before a sample is drawn."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain import sampling
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.sampling import UnusableDice
from scrutiny_app.models.people import User

MOST_DIGITS = 300
LEAST_ROLLERS = 2
LONGEST_ROLLERS = 400  # characters, all names together


class UnfitRollers(Refused):
    """Too few people rolled the dice, or one of the force's own."""


def checked_dice(dice: str) -> str:
    """Give the digits as they are kept; raise UnusableDice for too many or too few."""
    normal = sampling.normalise_dice(dice)
    if len(normal.replace(" ", "")) > MOST_DIGITS:
        raise UnusableDice(f"At most {MOST_DIGITS} digits can be kept, and {sampling.LEAST_DIGITS} are enough.")
    return normal


def checked_names(given: Sequence[str]) -> list[str]:
    """Give names as they are kept, each once; raise UnfitRollers for what cannot be kept."""
    names = list(dict.fromkeys(" ".join(name.split()) for name in given if name.strip()))
    if len("\n".join(names)) > LONGEST_ROLLERS or not "".join(names).isprintable():
        raise UnfitRollers(f"Write the names in plain letters, at most {LONGEST_ROLLERS} in all")
    return names


def checked_rollers(session: Session, rolled_by: Sequence[str], force: str) -> list[str]:
    """Give those who rolled as they are kept; raise UnfitRollers for too few, or one of the force's own."""
    names = checked_names(rolled_by)
    if len({name.casefold() for name in names}) < LEAST_ROLLERS:
        raise UnfitRollers(f"Name at least {LEAST_ROLLERS} people who rolled the dice, one on each line")
    check_not_of_force(session, names, force)
    return names


def check_not_of_force(session: Session, names: Sequence[str], force: str) -> None:
    """Refuse a name that is one of the force's own people's."""
    theirs = {name.casefold() for name in session.scalars(select(User.name).where(User.force == force))}
    for name in names:
        if name.casefold() in theirs:
            raise UnfitRollers(
                f"{name} is one of the force's people here: the dice are rolled by those it does not employ"
            )
