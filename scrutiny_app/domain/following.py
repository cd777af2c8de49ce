"""What follows from findings: actions, what becomes of each, and the words in which they are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.people import ROLE_TITLES, Role

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


PROOF_ASKED = {
    ActionKind.ESCALATION: "Give proof that it was dealt with: what was checked, by whom and when.",
    ActionKind.RECODE: "Give proof that the recorded outcome was corrected: what the record said, what it says now, "
    "and who checked it when.",
}
PROOF_TITLES = {
    ActionKind.ESCALATION: "Proof that it was dealt with",
    ActionKind.RECODE: "Proof that the recorded outcome was corrected",
}
PROVED = frozenset(PROOF_ASKED)  # what was passed on is closed on proof alone


class ActionStep(StrEnum):
    """What was done with an action."""

    ANSWERED = "answered"
    RETURNED = "returned"
    CLOSED = "closed"
    REOPENED = "reopened"
    MOVED = "moved"


ASKED_AGAIN = (ActionStep.RETURNED, ActionStep.REOPENED)


AGAIN_TITLES = {
    ActionStep.RETURNED: "Why it was sent back, and what is still to be done",
    ActionStep.REOPENED: "Why it was opened again, and what is still to be done",
}


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


@dataclass(frozen=True)
class Check:
    """What whoever closes an action looked at, and on which day."""

    text: str
    on: date


def check_told(check: Check, role: str, since: date, today: date) -> str:
    """Tell a check with its day and who made it, by role; raise Refused for no words or a day out of reach."""
    text = check_words(check.text, "what you checked")
    if not since <= check.on <= today:
        raise Refused(f"Give the day of your check: from {_day(since)}, when this was asked, until today.")
    return f"{text}\n\nChecked on {_day(check.on)} by the {ROLE_TITLES[Role(role)].lower()}."


def check_words(text: str, what: str) -> str:
    """Give words without the space around them; raise Refused for none, or for more than there is room for."""
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Refused(f"Write {what}.")
    if len(text) > LONGEST_WORDS:
        raise Refused(f"Write {what} in at most {LONGEST_WORDS:,} characters.")
    return text


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"
