"""What a round is planned as, the kinds of round, and the stages that each passes through."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.allocation import MOST_TIMES
from scrutiny_app.domain.cases import FIELD as CASE_FIELD
from scrutiny_app.domain.cases import FLAGS, NOT_RECORDED, AgeGroup, Choice
from scrutiny_app.domain.crossing import BETWEEN, facets_of
from scrutiny_app.domain.errors import Refused


class RoundKind(StrEnum):
    """Who reviews, and so what is redacted and reported."""

    PANEL = "panel"
    DIP_SAMPLE = "dip_sample"
    AUDIT = "audit"


class ChangeKind(StrEnum):
    """What can become of a draw, when a second person agrees; growing takes one."""

    REPLACE = "replace"
    VOID = "void"
    GROW = "grow"


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
    Stage.CLOSED: "Closed for grading",
    Stage.SIGNED: "Signed",
}

# Neither vowels nor what looks like a digit (O, I, L, S): a case's reference is read aloud and spells nothing.
REFERENCE_LETTERS = "BCDFGHJKMNPQRTVWXYZ"
MOST_CASES = 1000  # more than any panel could read; it keeps the planner's arithmetic quick
LONGEST_TITLE = 120

MOST_STRATA = 3  # facets crossed; more would leave most strata empty
MOST_NUMBERS = 1000  # of cases that are chosen

YES, NO = "yes", "no"
AGE_GROUPS = (Choice(AgeGroup.CHILD, "Child"), Choice(AgeGroup.ADULT, "Adult"))
FLAG_CHOICES = tuple(Choice(flag, CASE_FIELD[flag].heading) for flag in FLAGS)
_FACETS = ("disposal", "age_group", "offence_group", "area", "class_of_trial", "tier", "sex", "ethnicity")
_HEADINGS = {"age_group": "Age group"}
STRATA = {name: _HEADINGS.get(name) or CASE_FIELD[name].heading for name in (*_FACETS, *FLAGS)}
FILTERS = {name: STRATA[name] for name in _FACETS} | {"flags": "Flags"}
FREE_WORDS = ("area", "tier")  # any words that the force has
# The words that a filter may hold.
FILTER_CHOICES = {
    name: (*(AGE_GROUPS if name == "age_group" else CASE_FIELD[name].choices), Choice(NOT_RECORDED, NOT_RECORDED))
    for name in _FACETS
    if name not in FREE_WORDS
} | {"flags": FLAG_CHOICES}


class Rule(StrEnum):
    """What the strata's shares of the sample are in proportion to."""

    PROPORTIONAL = "proportional"
    NEYMAN = "neyman"


RULE_TITLES = {
    Rule.PROPORTIONAL: "In proportion to each one's cases",
    Rule.NEYMAN: "In proportion to each one's cases and to how much its earlier findings differed",
}


@dataclass(frozen=True)
class Theme:
    """What is drawn more often than the rest: a value of one of the plan's strata, so many times."""

    facet: str
    value: str
    times: int


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
    strata: Sequence[str] = ("disposal",)
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    cap: int | None = None
    rule: Rule = Rule.PROPORTIONAL
    theme: Theme | None = None
    targeted: bool = False
    chosen: Sequence[str] = ()

    def checked(self) -> "RoundPlan":
        """Return the plan; raise UnusablePlan, naming the field, where it cannot stand."""
        if hidden := [place for place, sign in enumerate(self.title, start=1) if not sign.isprintable()]:
            raise UnusablePlan(
                f"Sign {hidden[0]} of the title cannot be printed, such as a tab or a control character. Type it again",
                "title",
            )
        if not self.title.strip() or len(self.title) > LONGEST_TITLE:
            raise UnusablePlan(f"Give the round a title of 1 to {LONGEST_TITLE} letters, digits and signs", "title")
        if self.period_to < self.period_from:
            raise UnusablePlan(
                "The period ends before it begins: give a last day that is not before the first", "period_to"
            )
        self._check_sample()
        self._check_theme()
        for name, values in self.filters.items():
            known = {one.code for one in FILTER_CHOICES.get(name, ())}
            if name not in FILTERS or (name not in FREE_WORDS and not set(values) <= known):
                raise UnusablePlan("Choose only from the list", name)
        if len(self.chosen) > MOST_NUMBERS:
            raise UnusablePlan(f"Choose at most {MOST_NUMBERS:,} cases", "chosen")
        return self

    def _check_sample(self) -> None:
        if not 1 <= self.size <= MOST_CASES:
            raise UnusablePlan(f"The sample must be of 1 to {MOST_CASES:,} cases", "size")
        if not 0 <= self.floor <= self.size:
            raise UnusablePlan("The least from each stratum must be from 0 to the size of the sample", "floor")
        if self.cap is not None and not max(1, self.floor) <= self.cap:
            raise UnusablePlan("The most from each must be at least 1 and no less than the least from each", "cap")
        if not 1 <= len(set(self.strata)) == len(self.strata) <= MOST_STRATA or not set(self.strata) <= STRATA.keys():
            raise UnusablePlan(f"Share the sample among 1 to {MOST_STRATA} different things from the list", "strata")

    def _check_theme(self) -> None:
        if self.theme is None:
            return
        if self.theme.facet not in self.strata:
            raise UnusablePlan("Share the sample among what is to be drawn more often as well", "strata")
        if not 2 <= self.theme.times <= MOST_TIMES:
            raise UnusablePlan(f"Draw it from 2 to {MOST_TIMES} times as often as the rest", "times")


def value_title(facet: str, value: str | None) -> str:
    """Give the words for a value of a facet; what is not in its list stands for itself."""
    if value is None:
        return NOT_RECORDED
    if facet in FLAGS:
        return f"{STRATA[facet]}: {value}"
    return {one.code: one.title for one in FILTER_CHOICES.get(facet, ())}.get(value, value)


def stratum_title(strata: Sequence[str], name: str) -> str:
    """Give the words for a stratum, by its name in a frame of these strata."""
    return BETWEEN.join(value_title(*pair) for pair in zip(strata, facets_of(name), strict=True))


def strata_title(strata: Sequence[str]) -> str:
    """Say in words what a sample is shared among, such as "disposal and age group"."""
    names = [STRATA[name].lower() for name in strata]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def filter_words(filters: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Say each filter in words: what it looks at, and the values that it lets in."""
    titles = {name: {choice.code: choice.title for choice in choices} for name, choices in FILTER_CHOICES.items()}
    return {
        FILTERS[name]: " or ".join(titles.get(name, {}).get(value, value) for value in values)
        for name, values in filters.items()
        if values
    }
