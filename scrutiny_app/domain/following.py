"""What follows from findings: actions, what becomes of each, and the words in which they are told."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.errors import Refused

LONGEST_WORDS = 4000  # characters


class ActionKind(StrEnum):
    """What an action is: a task, an escalation that is followed, or an outcome that the registrar is to correct."""

    TASK = "task"
    ESCALATION = "escalation"
    RECODE = "recode"


ACTION_TITLES = {
    ActionKind.TASK: "Action",
    ActionKind.ESCALATION: "Escalation",
    ActionKind.RECODE: "Correction of a recorded outcome",
}


class ActionStep(StrEnum):
    """What was done with an action."""

    ANSWERED = "answered"
    RETURNED = "returned"
    CLOSED = "closed"
    REOPENED = "reopened"
    MOVED = "moved"


class Words(StrEnum):
    """What some words of an action are: what is asked, the response to it, or the proof that it was done."""

    TASK = "task"
    RESPONSE = "response"
    PROOF = "proof"


WORDS_TITLES = {
    Words.TASK: "What is asked",
    Words.RESPONSE: "The force’s response",
    Words.PROOF: "Proof that it was done",
}


class ActionState(StrEnum):
    """How an action stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


STATE_TITLES = {
    ActionState.OPEN: "Open",
    ActionState.ANSWERED: "Answered, to be closed or sent back",
    ActionState.CLOSED: "Closed",
}
_LEADS_TO = {
    ActionStep.ANSWERED: ActionState.ANSWERED,
    ActionStep.RETURNED: ActionState.OPEN,
    ActionStep.CLOSED: ActionState.CLOSED,
    ActionStep.REOPENED: ActionState.OPEN,
}


def state_after(steps: Sequence[ActionStep]) -> ActionState:
    """Tell how an action stands after its steps; a moved day changes nothing of that."""
    told = [_LEADS_TO[step] for step in steps if step in _LEADS_TO]
    return told[-1] if told else ActionState.OPEN


def is_overdue(state: ActionState, due_on: date, today: date) -> bool:
    """Say whether an action's day has passed without an answer."""
    return state is ActionState.OPEN and due_on < today


def check_words(text: str, what: str) -> str:
    """Give words without the space around them; raise Refused for none, or for more than there is room for."""
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Refused(f"Write {what}.")
    if len(text) > LONGEST_WORDS:
        raise Refused(f"Write {what} in at most {LONGEST_WORDS:,} characters.")
    return text
