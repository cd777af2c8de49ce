"""Policy rules: what each asks of the fields of a release, when it was in force, and where it is from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.checking_fields import Reading


class Weight(StrEnum):
    """What hangs on a rule."""

    BAR = "bar"
    AUTHORITY = "authority"
    EVIDENCE = "evidence"
    ADVISORY = "advisory"


WEIGHT_TITLES = {
    Weight.BAR: "Whether it may be used at all",
    Weight.AUTHORITY: "Who must agree to it",
    Weight.EVIDENCE: "What must be there, or be recorded",
    Weight.ADVISORY: "Good practice",
}


class SourceRead(StrEnum):
    """How whoever wrote a rule down knows its source."""

    FULL = "full"
    PART = "part"
    NAMED = "named"


SOURCE_READ_TITLES = {
    SourceRead.FULL: "read",
    SourceRead.PART: "read in part, or as reported elsewhere",
    SourceRead.NAMED: "named without its text at hand: look it up before you rely on it",
}


@dataclass(frozen=True)
class Source:
    """Where a rule is from."""

    title: str
    read: SourceRead
    address: str = ""

    @property
    def known(self) -> str:
        """Say how whoever wrote the rule down knows it."""
        return SOURCE_READ_TITLES[self.read]


@dataclass(frozen=True)
class Condition:
    """One question put to one field; of the tests exactly one is set."""

    field: str
    is_in: frozenset[str] | None = None
    is_not: frozenset[str] | None = None
    at_least: int | None = None
    at_most: int | None = None
    recorded: bool | None = None
    by_disposal: tuple[tuple[str, frozenset[str] | frozenset[int]], ...] = ()

    def holds(self, readings: Mapping[str, Reading]) -> bool | None:
        """Say whether the condition holds, or None where what it needs cannot be read."""
        reading = readings[self.field]
        if self.recorded is not None:
            there = reading.is_there
            return None if there is None else there is self.recorded
        value = reading.value
        if value is None:
            return None
        if self.at_least is not None or self.at_most is not None:
            return _between(int(value), self.at_least, self.at_most)
        if self.by_disposal:
            allowed = dict(self.by_disposal).get(str(readings["disposal"].value))
            return None if allowed is None else value in allowed
        return value in self.is_in if self.is_in is not None else value not in (self.is_not or ())


def _between(value: int, least: int | None, most: int | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


@dataclass(frozen=True)
class Unclear:
    """What makes an answer doubtful although every field can be read, and why."""

    when: tuple[Condition, ...]
    why: str


@dataclass(frozen=True)
class Rule:
    """One rule: the cases that it applies to, and what it asks of them.

    `unanswered` says why no field of a release can answer it; such a rule applies, and then cannot tell.
    `if_not` says what to look for where it is not met. In force from `since` up to and with `until`, where set.
    """

    id: str
    question: str
    weight: Weight
    source: Source
    applies: tuple[Condition, ...] = ()
    asks: tuple[Condition, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    unanswered: str = ""
    if_not: str = ""
    since: date | None = None
    until: date | None = None

    def in_force(self, first: date, last: date) -> bool | None:
        """Say whether it was in force on a decision's day; None where that is not known and the rule began or ended."""
        starts, ends = self.since or date.min, self.until or date.max
        if last < starts or first > ends:
            return False
        return True if starts <= first and last <= ends else None


@dataclass(frozen=True)
class Pack:
    """Rules that belong together, as dated data; `as_of` is the day on which they were last gone through."""

    name: str
    version: str
    as_of: date
    rules: tuple[Rule, ...]
    digest: str = ""
