"""One member's private judgement of one case: the three grades, the themes of an observation, and when one is complete."""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.errors import Refused


class Grade(StrEnum):
    """The three grades that Staffordshire's panel publishes; stated here and nowhere else."""

    APPROPRIATE = "appropriate"
    OBSERVATIONS = "observations"
    INAPPROPRIATE = "inappropriate"


GRADE_TITLES = {
    Grade.APPROPRIATE: "Appropriate",
    Grade.OBSERVATIONS: "Appropriate with observations",
    Grade.INAPPROPRIATE: "Inappropriate",
}
GRADE_MEANINGS = {
    Grade.APPROPRIATE: "Appropriate and consistent with local policy and national guidance",
    Grade.OBSERVATIONS: "Appropriate and consistent, with observations",
    Grade.INAPPROPRIATE: "Inappropriate and inconsistent with local policy and national guidance",
}


class ConflictState(StrEnum):
    """Whether a conflict stands: the member declared it, someone pinned it, or it was lifted."""

    DECLARED = "declared"
    PINNED = "pinned"
    LIFTED = "lifted"


class Theme(StrEnum):
    """What an observation is about; from what panels and inspectors have published."""

    TOO_LENIENT = "too_lenient"
    TOO_SEVERE = "too_severe"
    HISTORY = "history"
    VICTIM = "victim"
    CONDITIONS = "conditions"
    RATIONALE = "rationale"
    OUTCOME_CODE = "outcome_code"
    AUTHORITY = "authority"
    EXPLANATION = "explanation"
    YOUTH_JUSTICE = "youth_justice"
    SAFEGUARDING = "safeguarding"
    GOOD_PRACTICE = "good_practice"


THEME_TITLES = {
    Theme.TOO_LENIENT: "Too serious for this disposal",
    Theme.TOO_SEVERE: "A lesser disposal would have done",
    Theme.HISTORY: "History ignored or repeat use",
    Theme.VICTIM: "Victim not consulted, or views not recorded",
    Theme.CONDITIONS: "Conditions missing, weak or beside the cause",
    Theme.RATIONALE: "Rationale or information missing",
    Theme.OUTCOME_CODE: "Wrong outcome, or wrongly recorded",
    Theme.AUTHORITY: "Wrong authority, or not eligible",
    Theme.EXPLANATION: "Implications not explained to the offender",
    Theme.YOUTH_JUSTICE: "Youth justice service or gravity score missing",
    Theme.SAFEGUARDING: "Safeguarding or vulnerability missed",
    Theme.GOOD_PRACTICE: "Good practice",
}


class Severity(StrEnum):
    """How much an observation matters; good practice bears none."""

    MINOR = "minor"
    SERIOUS = "serious"
    GOOD = "good"


SEVERITY_TITLES = {Severity.MINOR: "Minor", Severity.SERIOUS: "Serious", Severity.GOOD: "Good practice"}


class GradeIncomplete(Refused):
    """A grade that asks for an observation and has none."""


@dataclass(frozen=True)
class Observation:
    """A coded remark: its theme, how serious it is, and a text that may be empty."""

    theme: Theme
    severity: Severity
    text: str = ""

    def __post_init__(self) -> None:
        if (self.theme is Theme.GOOD_PRACTICE) != (self.severity is Severity.GOOD):
            raise ValueError("good practice and its severity go together")


def check_complete(grade: Grade, observations: list[Observation], comment: str) -> None:
    """Raise GradeIncomplete where a grade other than appropriate says nothing of why."""
    faults = [one for one in observations if one.severity is not Severity.GOOD]
    if grade is not Grade.APPROPRIATE and not faults and not comment.strip():
        raise GradeIncomplete(
            f"You chose “{GRADE_TITLES[grade]}”: tick at least one observation or write a comment that says why."
        )
