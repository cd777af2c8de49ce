"""What a round is planned as, the kinds of round, and the stages that each passes through."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.cases import DISPOSALS, FLAGS, NOT_RECORDED, OFFENCE_GROUPS, AgeGroup, Choice, title_of
from scrutiny_app.domain.cases import FIELD as CASE_FIELD
from scrutiny_app.domain.errors import Refused


class RoundKind(StrEnum):
    """Who reviews, and so what is redacted and reported."""

    PANEL = "panel"
    DIP_SAMPLE = "dip_sample"
    AUDIT = "audit"


ROUND_KIND_TITLES = {
    RoundKind.PANEL: "Panel round",
    RoundKind.DIP_SAMPLE: "Lead's dip sample",
    RoundKind.AUDIT: "Registrar's audit",
}


class Stage(StrEnum):
    """How far a round has come; each stage needs the one before."""

    PLANNED = "planned"
    FROZEN = "frozen"
    DRAWN = "drawn"
    RELEASED = "released"
    OPEN = "open"
    CLOSED = "closed"
    SIGNED = "signed"


STAGE_TITLES = {
    Stage.PLANNED: "Planned",
    Stage.FROZEN: "Frame frozen",
    Stage.DRAWN: "Drawn: being redacted",
    Stage.RELEASED: "Released: ready to open",
    Stage.OPEN: "Open for grading",
    Stage.CLOSED: "Closed: before the panel",
    Stage.SIGNED: "Signed",
}

MOST_CASES = 1000  # more than any panel could read; it keeps the planner's arithmetic quick
LONGEST_TITLE = 120

AGE_GROUPS = (Choice(AgeGroup.CHILD, "Child"), Choice(AgeGroup.ADULT, "Adult"), Choice(NOT_RECORDED, NOT_RECORDED))
FLAG_CHOICES = tuple(Choice(flag, CASE_FIELD[flag].heading) for flag in FLAGS)
STRATA = {
    "disposal": "Disposal",
    "age_group": "Age group",
    "offence_group": "Offence group",
    "area": "Area",
}
FILTERS = STRATA | {"flags": "Flags"}
# The words that a filter may hold; an area may be any that the force has.
FILTER_CHOICES = {
    "disposal": DISPOSALS,
    "age_group": AGE_GROUPS,
    "offence_group": OFFENCE_GROUPS,
    "flags": FLAG_CHOICES,
}


class UnusablePlan(Refused):
    """A plan that no frame could be made from; `field` names what to mend."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class RoundPlan:
    """Which cases a round draws from, and how many; each filter lets in a case that has any of its values."""

    title: str
    period_from: date
    period_to: date
    size: int
    floor: int
    stratum: str = "disposal"
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def checked(self) -> "RoundPlan":
        """Return the plan; raise UnusablePlan, naming the field, where it cannot stand."""
        if not self.title.strip() or len(self.title) > LONGEST_TITLE or not self.title.isprintable():
            raise UnusablePlan(f"Give the round a title of 1 to {LONGEST_TITLE} letters, digits and signs", "title")
        if self.period_to < self.period_from:
            raise UnusablePlan(
                "The period ends before it begins: give a last day that is not before the first", "period_to"
            )
        if not 1 <= self.size <= MOST_CASES:
            raise UnusablePlan(f"The sample must be of 1 to {MOST_CASES:,} cases", "size")
        if not 0 <= self.floor <= self.size:
            raise UnusablePlan("The least from each stratum must be from 0 to the size of the sample", "floor")
        if self.stratum not in STRATA:
            raise UnusablePlan("Choose a stratum from the list", "stratum")
        for name, values in self.filters.items():
            if name not in FILTERS or (
                name != "area" and not set(values) <= {one.code for one in FILTER_CHOICES[name]}
            ):
                raise UnusablePlan("Choose only from the list", name)
        return self


def stratum_title(stratum: str, value: str) -> str:
    """Give the words for one value of what a round is stratified by."""
    if value == NOT_RECORDED or stratum == "area":
        return value
    return value.capitalize() if stratum == "age_group" else title_of(stratum, value)


def filter_words(filters: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Say each filter in words: what it looks at, and the values that it lets in."""
    titles = {name: {choice.code: choice.title for choice in choices} for name, choices in FILTER_CHOICES.items()}
    return {
        FILTERS[name]: " or ".join(titles.get(name, {}).get(value, value) for value in values)
        for name, values in filters.items()
        if values
    }
