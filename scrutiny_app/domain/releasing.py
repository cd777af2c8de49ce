"""A released case: all that reviewers may know of it, and nothing by which it leads back to anyone.

It is built from the fields that may be released, never by taking out of an original, and is kept as JSON: equal cases
give equal text, so what a second person approved is, byte for byte, what a member reads.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any


class BlankState(StrEnum):
    """Whether there is something to read, and if not, why not: three different blanks."""

    RECORDED = "recorded"
    NOT_RECORDED = "not_recorded"
    WITHHELD = "withheld"
    REDACTED = "redacted"


STATE_TITLES = {
    BlankState.RECORDED: "Recorded",
    BlankState.NOT_RECORDED: "Not recorded",
    BlankState.WITHHELD: "Withheld",
    BlankState.REDACTED: "Redacted",
}


@dataclass(frozen=True)
class Fact:
    """One fact of the case; the value is empty unless it is recorded and may be read."""

    label: str
    value: str
    state: BlankState = BlankState.RECORDED


@dataclass(frozen=True)
class Moment:
    """Something that was done, by its day from the offence (day 0)."""

    day: int
    what: str

    @property
    def when(self) -> str:
        """Say the day in words."""
        if self.day == 0:
            return "the day of the offence"
        days = "1 day" if abs(self.day) == 1 else f"{abs(self.day)} days"
        return f"{days} {'after' if self.day > 0 else 'before'} the offence"


@dataclass(frozen=True)
class Text:
    """One narrative with its tags; `name` is its field in domain.cases. `received` after the draw, if it was."""

    name: str
    heading: str
    text: str
    state: BlankState = BlankState.RECORDED
    received: bool = False


def attached_text(name: str, heading: str, text: str | None, *, hidden: bool) -> Text:
    """Give an attachment's text as redacted; of one that could not be read there is none, and the file is withheld."""
    if not text:
        return Text(name, heading, "", BlankState.WITHHELD)
    return Text(name, heading, "", BlankState.REDACTED) if hidden else Text(name, heading, text)


def received_text(name: str, heading: str, text: str | None, *, hidden: bool) -> Text:
    """Give a text that came after the draw, as redacted and marked so."""
    if hidden or not text:
        return Text(name, heading, "", BlankState.REDACTED, received=True)
    return Text(name, heading, text, received=True)


@dataclass(frozen=True)
class Item:
    """One thing that ought to have been recorded, and what became of it."""

    label: str
    state: BlankState

    @property
    def in_words(self) -> str:
        """Say what became of it; what is withheld here is told among the later facts."""
        return "Recorded: read after grading" if self.state is BlankState.WITHHELD else STATE_TITLES[self.state]


@dataclass(frozen=True)
class ReleasedCase:
    """One case as its reviewers read it; disposal, offence group and age group are codes of domain.cases.

    What is later is no part of what the decision-maker had, and is read by a member only after grading.
    """

    reference: str
    disposal: str
    offence_group: str
    age_group: str | None
    facts: tuple[Fact, ...]
    timeline: tuple[Moment, ...]
    texts: tuple[Text, ...]
    completeness: tuple[Item, ...]
    later_facts: tuple[Fact, ...] = ()
    later_texts: tuple[Text, ...] = ()

    def to_json(self) -> str:
        """Write the case as it is kept: equal cases give equal text."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @property
    def digest(self) -> str:
        """Give the SHA-256 of the case as it is kept."""
        return sha256(self.to_json().encode()).hexdigest()

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield every value that came from a record, with the label or heading over it: what a leak would stand in."""
        yield from ((fact.label, fact.value) for fact in (*self.facts, *self.later_facts) if fact.value)
        yield from ((text.heading, text.text) for text in (*self.texts, *self.later_texts) if text.text)

    def as_decided(self) -> "ReleasedCase":
        """Give the case without anything that came after the decision: what is read before grading, and in a pack."""
        return replace(self, later_facts=(), later_texts=())

    @property
    def has_later(self) -> bool:
        """Say whether anything is kept back until a member has graded."""
        return bool(self.later_facts or self.later_texts)


def from_json(text: str) -> ReleasedCase:
    """Read a case as it was kept; raise KeyError, TypeError or ValueError for anything else."""
    kept: dict[str, Any] = json.loads(text)
    return ReleasedCase(
        **kept
        | {
            "facts": tuple(Fact(**_stated(fact)) for fact in kept["facts"]),
            "timeline": tuple(Moment(**moment) for moment in kept["timeline"]),
            "texts": tuple(Text(**_stated(one)) for one in kept["texts"]),
            "completeness": tuple(Item(**_stated(item)) for item in kept["completeness"]),
            "later_facts": tuple(Fact(**_stated(fact)) for fact in kept.get("later_facts", ())),
            "later_texts": tuple(Text(**_stated(one)) for one in kept.get("later_texts", ())),
        }
    )


_STATES = {str(one): one for one in BlankState}  # a look into it takes a tenth of asking the enumeration


def _stated(kept: dict[str, Any]) -> dict[str, Any]:
    kept["state"] = _STATES[kept["state"]]
    return kept
