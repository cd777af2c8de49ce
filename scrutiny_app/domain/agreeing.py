"""The panel's finding: what it may be, whom the panel needs to make one, and what it sees of its members' grades."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.grading import (
    FAULTED,
    GRADE_MEANINGS,
    GRADE_TITLES,
    Grade,
    GradeStage,
    Observation,
    Severity,
    Theme,
)


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


@dataclass(frozen=True)
class Judgement:
    """What one member gave, without the member."""

    grade: Grade
    observations: tuple[Observation, ...]
    comment: str


@dataclass(frozen=True)
class OwnWords:
    """A theme of the force's own that members coded one observation with, and how many of them."""

    id: int
    title: str
    members: int


@dataclass(frozen=True)
class Noted:
    """How many members made one observation, and the force's own themes that any of them coded it with."""

    theme: Theme
    severity: Severity
    members: int
    coded: tuple[OwnWords, ...] = ()

    @property
    def own(self) -> tuple[str, ...]:
        """Give the force's own words, each once."""
        return tuple(dict.fromkeys(one.title for one in self.coded))


@dataclass(frozen=True)
class Spread:
    """A case's grades once revealed: how many of each, what was observed and remarked, and nothing of who or when.

    Remarks stand apart from the grades and observations that they came with, in alphabetical order, which tells
    nothing.
    """

    counts: dict[Grade, int]
    noted: tuple[Noted, ...]
    remarks: tuple[str, ...]

    @property
    def total(self) -> int:
        """Count the grades."""
        return sum(self.counts.values())

    @property
    def unanimous(self) -> bool:
        """Say whether all gave the same grade."""
        return max(self.counts.values()) == self.total > 0


# What members knew besides when they gave a second thought, as its headings say it.
KNOWING = {
    GradeStage.WITH_CHECKS: "what the policy checks say",
    GradeStage.WITH_LATER: "what came later",
}


@dataclass(frozen=True)
class SecondThoughts:
    """What members said of a case once they had read on: kept beside the grades that count, never in them.

    `stage` says what they had read by then. `changed` counts those whose grade is another than it was; `spread` and
    `lacked` are of second thoughts of that stage alone.
    """

    stage: GradeStage
    changed: int
    spread: Spread
    lacked: tuple[str, ...] = ()

    @property
    def given(self) -> int:
        """Count those who said anything."""
        return self.spread.total + len(self.lacked)

    @property
    def knowing(self) -> str:
        """Say what they knew by then."""
        return KNOWING[self.stage]

    @property
    def doubts(self) -> str:
        """Say how many no longer stand by their grade, knowing this; nothing where all of them do."""
        said = ((self.changed, "would grade otherwise"), (len(self.lacked), "could not grade it any more"))
        parts = [f"{count} {'member' if count == 1 else 'members'} {words}" for count, words in said if count]
        return f"{in_words(parts)}, knowing {self.knowing}" if parts else ""


def spread(judgements: Iterable[Judgement]) -> Spread:
    """Sum up members' judgements so that no one of them can be told from another."""
    given = list(judgements)
    grades = Counter(one.grade for one in given)
    seen = [observation for one in given for observation in one.observations]
    noted = Counter((one.theme, one.severity) for one in seen)
    own = Counter((one.theme, one.severity, one.text, one.local_id) for one in seen if one.local_id)
    return Spread(
        counts={grade: grades[grade] for grade in Grade},
        noted=tuple(
            Noted(theme, severity, noted[theme, severity], _own_words(own, theme, severity))
            for theme in Theme
            for severity in (Severity.SERIOUS, Severity.MINOR, Severity.GOOD)
            if noted[theme, severity]
        ),
        remarks=tuple(sorted((one.comment for one in given if one.comment), key=lambda text: (text.casefold(), text))),
    )


def _own_words(
    own: Counter[tuple[Theme, Severity, str, int]], theme: Theme, severity: Severity
) -> tuple[OwnWords, ...]:
    found = [OwnWords(id_, text, members) for (*of, text, id_), members in own.items() if of == [theme, severity]]
    return tuple(sorted(found, key=lambda one: (one.title, one.id)))
