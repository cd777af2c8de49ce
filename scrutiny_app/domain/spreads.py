"""The spread of a case's grades once revealed, and of second thoughts, so that nobody's own can be told from it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scrutiny_app.domain.agreeing import in_words
from scrutiny_app.domain.grading import Grade, GradeStage, Observation, Severity, Theme


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
