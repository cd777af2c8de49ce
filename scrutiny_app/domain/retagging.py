"""Retagging: what stands for some words, changed by a person, and two tags that turn out to be one person's."""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.redacting import HandKind


class Reach(StrEnum):
    """How far a changed tag reaches."""

    PLACE = "place"
    WORDS = "words"
    TAG = "tag"


REACH_TITLES = {
    Reach.PLACE: "At this place alone",
    Reach.WORDS: "Wherever these words bear this tag",
    Reach.TAG: "Wherever this tag stands in the case",
}


@dataclass(frozen=True)
class Retagging:
    """What a person says that a redaction, by its number, stands for: a tag that there is, or a new one of a kind."""

    number: int
    tag: str | None
    kind: HandKind
    reach: Reach = Reach.PLACE


def renamed(tag: str, gone: str, kept: str) -> str:
    """Give a tag as it reads once two persons are one: theirs, what is theirs, and wherever either is meant."""
    inner, former, latter = (one[1:-1] for one in (tag, gone, kept))
    if inner == former:
        return kept
    if inner.startswith(f"{former}'s "):
        return f"[{latter}{inner[len(former) :]}]"
    owner, mark, what = inner.partition("'s ")
    owners = owner.split(" or ")
    if len(owners) == 1 or former not in owners:
        return tag
    joined = " or ".join(dict.fromkeys(latter if one == former else one for one in owners))
    return f"[{joined}{mark}{what}]"
