"""What follows from a finding: who is told, and in what words."""

from enum import StrEnum


class Addressee(StrEnum):
    """Whom a finding is told to."""

    OFFICER = "officer"
    DECISION_MAKER = "decision_maker"
    SUPERVISOR = "supervisor"


ADDRESSEE_TITLES = {
    Addressee.OFFICER: "Officer in the case",
    Addressee.DECISION_MAKER: "Decision-maker",
    Addressee.SUPERVISOR: "Supervisor",
}
