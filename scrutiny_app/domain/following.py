"""What follows from findings: actions, what becomes of each, and the words in which they are told."""

from enum import StrEnum


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
