"""Redacting by hand: what a person may call the words they take out, and where else in a text the same words stand."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Protocol, TypeVar

from scrutiny_app.domain import received
from scrutiny_app.domain.cases import FIELD

# Fields of one free line that are released, redacted like a narrative.
WORDS = ("offence_title", "tier", "gravity_matrix")
# Narratives in the order in which a case is best read.
READING = (
    "circumstances",
    "suspect_account",
    "victim_views",
    "checks_done",
    "gravity_working",
    "rationale",
    "conditions",
    "supervisor_comment",
)
# Every text of a case that is redacted, in the order in which it is read.
TEXTS = (*READING, *WORDS)
# What shows nothing and turns the direction of what is beside it, so that words read as others.
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ATTACHMENT = re.compile(r"attachment_([1-9][0-9]{0,3})")


def reading_order(names: Collection[str]) -> list[str]:
    """Name the texts among some names as they are read: narratives, attachments, received later, words among facts."""
    order = {name: (0, at) for at, name in enumerate(READING)} | {name: (3, at) for at, name in enumerate(WORDS)}
    numbered = {
        name: (kind, int(found[1]))
        for kind, pattern in ((1, _ATTACHMENT), (2, received.NAME))
        for name in names
        if (found := pattern.fullmatch(name))
    }
    return sorted(numbered | dict.fromkeys(order.keys() & set(names)), key=(order | numbered).__getitem__)


def heading_of(name: str) -> str:
    """Give the heading of a text by its name alone; KeyError for a name that no text has."""
    if attached := _ATTACHMENT.fullmatch(name):
        return f"Attachment {attached[1]}"
    return FIELD[name].heading if name in FIELD else received.heading_of(name)


class HandKind(StrEnum):
    """What a person may say that the words they take out are."""

    NAME = "name"
    PLACE = "place"
    NUMBER = "number"
    OTHER = "other"


HAND_KIND_TITLES = {
    HandKind.NAME: "Person",
    HandKind.PLACE: "Place",
    HandKind.NUMBER: "Number or contact",
    HandKind.OTHER: "Something else",
}
TAG_NOUNS = {
    HandKind.NAME: "Person",
    HandKind.PLACE: "Place",
    HandKind.NUMBER: "Number",
    HandKind.OTHER: "Detail",
}


_PLACES = frozenset({"address", "street", "town", "postcode", "place", "school", "workplace", "organisation", "venue"})


def hand_kind(kind: str) -> HandKind:
    """Say what a person would call a kind of the machine's own."""
    if kind == HandKind.NAME:
        return HandKind.NAME
    return HandKind.PLACE if kind in _PLACES else HandKind.NUMBER


class Standing(StrEnum):
    """How far a case's newest version has come between the machine and the panel."""

    UNDRAFTED = "undrafted"
    TO_CHECK = "to_check"
    RETURNED = "returned"
    TO_APPROVE = "to_approve"
    APPROVED = "approved"
    WITHHELD = "withheld"


STANDING_TITLES = {
    Standing.UNDRAFTED: "Not drafted",
    Standing.TO_CHECK: "To check",
    Standing.RETURNED: "Returned: check it again",
    Standing.TO_APPROVE: "Checked: needs a second person",
    Standing.APPROVED: "Approved",
    Standing.WITHHELD: "Withheld: check it again",
}
# Where the newest version is for somebody to check, for the first time or anew.
OPEN_TO_CHECK = frozenset({Standing.TO_CHECK, Standing.RETURNED, Standing.WITHHELD})


class Placed(Protocol):
    """Anything that stands in a text from start up to end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


def touching(spans: Iterable[P], start: int, end: int) -> list[P]:
    """List the spans that share a character with start..end."""
    return [span for span in spans if span.start < end and start < span.end]


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Find every place of some words in a text: whole words, in any case, whatever white space parts them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return []
    return [found.span() for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)]


def around(text: str, span: Placed, reach: int = 40) -> tuple[str, str, str]:
    """Give a span's words with what stands before and after them, as one reads them in a list."""
    before, after = text[max(span.start - reach, 0) : span.start], text[span.end : span.end + reach]
    if span.start > reach:
        before = "… " + before.partition(" ")[2]
    if span.end + reach < len(text):
        after = after.rpartition(" ")[0] + " …"
    return before, text[span.start : span.end], after


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Draw a selection's ends in over the white space that a mouse takes along."""
    chosen = text[start:end]
    return start + len(chosen) - len(chosen.lstrip()), end - len(chosen) + len(chosen.rstrip())


def plainly(words: str) -> str:
    """Show by name what would turn a person's words about unseen: a colleague reads what was written, in its order."""
    return _TURNS.sub(lambda found: f"‹{unicodedata.name(found[0]).lower()}›", words)


def next_tag(kind: HandKind, taken: Iterable[str]) -> str:
    """Number a new tag on from those of the case: [Person 3] after [Person 2]."""
    noun = TAG_NOUNS[kind]
    numbers = (re.fullmatch(rf"\[{noun} (\d+)\]", tag) for tag in taken)
    return f"[{noun} {max((int(found[1]) for found in numbers if found), default=0) + 1}]"
