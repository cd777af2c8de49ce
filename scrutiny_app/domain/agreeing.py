"""The panel's finding: what it may be, what it must say, and whom the panel needs to make one."""

from collections.abc import Collection
from enum import StrEnum

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.grading import FAULTED, GRADE_MEANINGS, GRADE_TITLES, Grade, Observation, Severity


class Result(StrEnum):
    """One of the three grades, or one of two states that are not grades."""

    APPROPRIATE = Grade.APPROPRIATE.value
    OBSERVATIONS = Grade.OBSERVATIONS.value
    INAPPROPRIATE = Grade.INAPPROPRIATE.value
    NOT_AGREED = "not_agreed"
    MORE_INFORMATION = "more_information"


RESULT_TITLES = {
    **{Result(grade.value): title for grade, title in GRADE_TITLES.items()},
    Result.NOT_AGREED: "Not agreed",
    Result.MORE_INFORMATION: "More information: return",
}
RESULT_MEANINGS = {
    **{Result(grade.value): meaning for grade, meaning in GRADE_MEANINGS.items()},
    Result.NOT_AGREED: "The panel discussed the case and did not agree",
    Result.MORE_INFORMATION: "The panel cannot grade on this information; the case returns when the force has answered",
}


class Reached(StrEnum):
    """How a panel came to its finding."""

    TOGETHER = "together"
    CONSENSUS = "consensus"
    VOTE = "vote"


REACHED_TITLES = {
    Reached.TOGETHER: "All who graded had given this grade, and it was adopted with others of the kind",
    Reached.CONSENSUS: "By discussion, without a vote",
    Reached.VOTE: "By a vote",
}


class Escalation(StrEnum):
    """To whom a case is passed on, apart from its grade."""

    REVIEW = "review"
    PROFESSIONAL_STANDARDS = "professional_standards"
    CPS = "cps"
    SAFEGUARDING = "safeguarding"
    RECODE = "recode"
    VICTIMS_RIGHT = "victims_right"


ESCALATION_TITLES = {
    Escalation.REVIEW: "The force to review the case",
    Escalation.PROFESSIONAL_STANDARDS: "Professional standards",
    Escalation.CPS: "The Crown Prosecution Service",
    Escalation.SAFEGUARDING: "Safeguarding",
    Escalation.RECODE: "The registrar to correct the recorded outcome",
    Escalation.VICTIMS_RIGHT: "The victim to be told of the Victims’ Right to Review, where it applies",
}
GRADED_RESULTS = tuple(Result(grade.value) for grade in Grade)


class NoQuorum(Refused):
    """A panel that lacks someone whose grade a finding needs; before the reveal nothing says whose (`missing`)."""

    def __init__(self, missing: Collection[str] = ()) -> None:
        needs = f" It still needs {in_words(missing)}." if missing else ""
        super().__init__(f"There is no quorum on this case yet.{needs}")


def in_words(parts: Collection[str]) -> str:
    """Join parts of a sentence: "this, that and the other"."""
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


LONGEST_REMARKS = 4000  # characters, of the remarks and of the dissent


class FindingIncomplete(Refused):
    """A finding that does not say what its readers need to know; `problems` is all that keeps it, a sentence each."""

    def __init__(self, *problems: str) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


_UNEXPLAINED = {
    Result.OBSERVATIONS: "tick at least one observation, or say in the remarks what the panel observed.",
    Result.INAPPROPRIATE: "tick at least one observation, or say in the remarks why.",
    Result.NOT_AGREED: "say in the remarks or the dissent what divided the panel.",
    Result.MORE_INFORMATION: "say in the remarks what the panel needs to know.",
}


def check_complete(result: Result, observations: Collection[Observation], remarks: str, dissent: str) -> None:
    """Raise FindingIncomplete where a finding contradicts itself, gives no reason, or outgrows the room for it."""
    faults = any(one.severity is not Severity.GOOD for one in observations)
    said = {
        Result.APPROPRIATE: True,
        Result.OBSERVATIONS: faults or remarks.strip(),
        Result.INAPPROPRIATE: faults or remarks.strip(),
        Result.NOT_AGREED: remarks.strip() or dissent.strip(),
        Result.MORE_INFORMATION: remarks.strip(),
    }
    problems = []
    if result is Result.APPROPRIATE and faults:
        problems.append(FAULTED)
    if not said[result]:
        problems.append(f"You chose “{RESULT_TITLES[result]}”: {_UNEXPLAINED[result]}")
    if max(len(remarks), len(dissent)) > LONGEST_REMARKS:
        problems.append(f"Remarks and dissent may be {LONGEST_REMARKS:,} characters each: shorten them.")
    if problems:
        raise FindingIncomplete(*problems)
