"""What a story tells of somebody when its parts are taken together: asked before a version is called ready.

No name need stand in a text for a neighbour to know whom it is about. The machine points at the phrases; a person says
which kinds of them are still to be read, and whether they give anyone away.
"""

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.errors import Refused

LONGEST_NOTE = 2_000
ENDING = ", which few share"  # of the reasons that the machine gives for what it sees in a story


class Risk(StrEnum):
    """A part of a story by which somebody local may be recognised; programs read these words, so they never change."""

    JOB = "job"
    PLACE = "place"
    INJURY = "injury"
    DATE = "date"
    RELATIONSHIP = "relationship"
    OTHER = "other"


RISK_TITLES = {
    Risk.JOB: "A job, post or service",
    Risk.PLACE: "A place, or a people or faith beside a small one",
    Risk.INJURY: "An injury, illness, disability, pregnancy or mark on the body",
    Risk.DATE: "A day, an anniversary, or an event that others know of",
    Risk.RELATIONSHIP: "A family or relationship",
    Risk.OTHER: "Something else that few share",
}
# What the machine says that it saw, without its ending.
SEEN_AS = {
    **dict.fromkeys(
        (
            "a rare occupation",
            "a post that one person holds",
            "a post in a small place",
            "a public office",
            "a lifeboat or mountain rescuer",
            "service in the forces",
            "the only one of their kind",
        ),
        Risk.JOB,
    ),
    **dict.fromkeys(("a people or faith beside a small place", "a person who came for protection"), Risk.PLACE),
    **dict.fromkeys(("a disability", "a rare illness", "a pregnancy", "a mark on the body"), Risk.INJURY),
    **dict.fromkeys(("an event that was in the news", "a death that others know of", "an anniversary"), Risk.DATE),
    **dict.fromkeys(("one of a twin birth", "a large family", "an adoption or a life in care"), Risk.RELATIONSHIP),
    **dict.fromkeys(("a change of gender", "a pet's name"), Risk.OTHER),
}
QUESTION = "Taken together, could someone local recognise anyone?"


class Recognisable(Refused):
    """Whoever checked a version says that somebody local could recognise a person in it."""

    def __init__(self) -> None:
        super().__init__(
            "You say that someone local could recognise a person, so this version is not ready. Redact the words that "
            "tell too much, those that you ticked first; what is left must still tell the panel what was decided on."
        )


@dataclass(frozen=True)
class StoryAnswer:
    """What somebody says of a version's story as a whole; `note` is why a determined intruder would fail."""

    recognisable: bool
    risks: tuple[Risk, ...] = ()
    note: str = ""


NOBODY_RECOGNISED = StoryAnswer(recognisable=False)


def risk_of(reason: str) -> Risk | None:
    """Say which part of a story a doubt points at, or None for a doubt of another kind."""
    seen, ending, _ = reason.partition(ENDING)
    return SEEN_AS.get(seen, Risk.OTHER) if ending else None
