"""Why a conflict may be lifted: grounds alone, for the chair reads no words that the force's side wrote unreleased."""

from enum import StrEnum


class LiftGround(StrEnum):
    """What is said of a conflict that should not stand."""

    MISTAKEN = "mistaken"
    NOT_CONCERNED = "not_concerned"
    ENDED = "ended"


GROUND_TITLES = {
    LiftGround.MISTAKEN: "It was declared or pinned by mistake, for another case or another person",
    LiftGround.NOT_CONCERNED: "On inquiry, the case has nothing to do with the person",
    LiftGround.ENDED: "What it came from has ended",
}
