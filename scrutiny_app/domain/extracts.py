"""The way of a received file: who has to do something next, and what may still be done with it."""

from enum import StrEnum


class Holds(StrEnum):
    """What a received file holds."""

    CASES = "cases"
    ATTACHMENTS = "attachments"


class Stage(StrEnum):
    """How far a received file has come; what is in brackets must act next."""

    RECEIVED = "received"  # (worker) look at its headings
    LOOKED = "looked"  # (person) say what its columns hold
    MAPPED = "mapped"  # (worker) check its rows and seal the good ones, where nobody sees them yet
    STAGED = "staged"  # (person) accept or refuse what it would change
    ACCEPTED = "accepted"  # (worker) make all of it visible at once
    DONE = "done"
    REFUSED = "refused"
    CANCELLED = "cancelled"


STAGE_TITLES = {
    Stage.RECEIVED: "Being looked at",
    Stage.LOOKED: "Waiting: say what its columns hold",
    Stage.MAPPED: "Being checked",
    Stage.STAGED: "Waiting: decide on its changes",
    Stage.ACCEPTED: "Being loaded",
    Stage.DONE: "Loaded",
    Stage.REFUSED: "Could not be read",
    Stage.CANCELLED: "Cancelled",
}
FOR_WORKER = frozenset({Stage.RECEIVED, Stage.MAPPED, Stage.ACCEPTED})
FOR_PERSON = frozenset({Stage.LOOKED, Stage.STAGED})
OPEN = FOR_WORKER | FOR_PERSON
LOADING = frozenset({Stage.MAPPED, Stage.STAGED, Stage.ACCEPTED})  # one file of a force at a time is in these
