"""Why a column is suggested for what it is, as data, of which the sentence is made that a person reads.

What is asked follows from the ground and the kinds of doubt alone: however a reason is worded, the same is asked.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto


class Ground(Enum):
    """On what a suggestion rests, or why there is none."""

    SAME = auto()
    OTHER_WORD = auto()
    LIKE = auto()
    BEFORE = auto()
    SAYS_NO_MORE = auto()  # a known heading that does not say whose, or which
    IN_GROUP = auto()  # of people, each with a role
    VALUES = auto()  # they say it
    WORDS = auto()  # as the words of a field do
    PERHAPS = auto()  # as a person alone can tell
    UNKNOWN = auto()  # nothing speaks for anything
    EMPTY = auto()
    UNREAD = auto()  # it is plain what its values are, and no field reads like its heading
    UNREAD_TEXT = auto()  # so with names and long text, which nothing may leave out unseen
    TAKEN = auto()
    ASIDE = auto()  # left out as nobody need look at
    LEFT_OUT = auto()  # and as somebody may see otherwise


class Doubted(Enum):
    """What is doubtful about a suggestion."""

    NAME_ORDER = auto()  # which the samples show
    SHORT_YEARS = auto()
    COUNTED_DAYS = auto()
    CONTRADICTED = auto()  # by its values
    WHOSE = auto()
    OTHER = auto()


@dataclass(frozen=True)
class Doubt:
    """A doubt in words, and its kind."""

    said: str
    kind: Doubted = Doubted.OTHER


_NO_FIELD = "; no field reads like its heading"
_UNREAD = frozenset({Ground.UNREAD, Ground.UNREAD_TEXT})


@dataclass(frozen=True)
class Reason:
    """A ground in words, the doubts added to it, and what else is told (with the comma or stop that goes before)."""

    ground: Ground
    said: str
    doubts: tuple[Doubt, ...] = ()
    also: str = ""

    def __str__(self) -> str:
        tail = _NO_FIELD if self.ground in _UNREAD else ""
        return f"{self.said}{''.join(f', but {doubt.said}' for doubt in self.doubts)}{tail}{self.also}"

    @property
    def in_short(self) -> str:
        """Give the words that matter most: the last doubt, or the ground where there is none."""
        if self.ground is Ground.TAKEN:
            return self.said
        ground = _WHOSE if self.ground is Ground.SAYS_NO_MORE else self.said
        return f"{self.doubts[-1].said if self.doubts else ground}{self.also}"

    def but(self, doubt: Doubt) -> "Reason":
        """Add a doubt."""
        return replace(self, doubts=(*self.doubts, doubt))

    def telling(self, also: str) -> "Reason":
        """Add what else is told."""
        return replace(self, also=f"{self.also}{also}")

    def doubts_but(self, *kinds: Doubted) -> tuple[Doubt, ...]:
        """Give its doubts save those of some kinds."""
        return tuple(doubt for doubt in self.doubts if doubt.kind not in kinds)

    def without(self, kind: Doubted) -> "Reason":
        """Take back a kind of doubt."""
        return replace(self, doubts=self.doubts_but(kind))

    def as_likeness(self) -> "Reason":
        """Say that a heading only reads like what it was taken for."""
        if self.ground is Ground.SAYS_NO_MORE:
            return replace(LIKE, doubts=(Doubt(_WHOSE, Doubted.WHOSE), *self.doubts), also=self.also)
        is_known = self.ground in (Ground.SAME, Ground.OTHER_WORD)
        return replace(LIKE, doubts=self.doubts, also=self.also) if is_known else self


_WHOSE = "it does not say whose or which"
SAME = Reason(Ground.SAME, "same heading")
OTHER_WORD = Reason(Ground.OTHER_WORD, "another word for it")
LIKE = Reason(Ground.LIKE, "reads like it")
BEFORE = Reason(Ground.BEFORE, "as it was confirmed before")
SAYS_NO_MORE = Reason(Ground.SAYS_NO_MORE, f"another word for it, but {_WHOSE}")
UNKNOWN = Reason(Ground.UNKNOWN, "no field reads like it")
EMPTY = Reason(Ground.EMPTY, "it is empty")
TAKEN = Reason(Ground.TAKEN, "another column is suggested for its field")
OF_KEEPING = Reason(Ground.ASIDE, "it is about the keeping of the record: leave it out")
AGE_AT_ELSE = Reason(Ground.ASIDE, "it does not say whose age, or on which day: leave it out unless you know")
AGE_TOLD = Reason(
    Ground.ASIDE, "it does not say on which day, and the date of birth tells the age on each: leave it out"
)
AUTHORISERS_NUMBER = Reason(
    Ground.ASIDE,
    "the number of whoever authorised it has no field, and is not the decision-maker’s: leave it out",
)
AGE_OF_ELSE = Reason(Ground.LEFT_OUT, "only the offender’s age is used: not loaded")


def perhaps(said: str) -> Reason:
    """Give a reason for a suggestion of which a person alone can tell."""
    return Reason(Ground.PERHAPS, said)


def by_values(said: str) -> Reason:
    """Give a reason that the values of a column say."""
    return Reason(Ground.VALUES, said)


def by_words_of(heading: str) -> Reason:
    """Give the reason that a column's values look like a field's words."""
    return Reason(Ground.WORDS, f"its values look like words for {heading.lower()}")


def taken_by(heading: str) -> Reason:
    """Give the reason to leave out what reads like a field that another column, named by its heading, fills."""
    return replace(TAKEN, said=f"“{heading[:60]}” is suggested for the field that it reads like")


def left_out(said: str) -> Reason:
    """Give a reason to leave a column out that somebody may see otherwise."""
    return Reason(Ground.LEFT_OUT, said)


def unread(said: str, *, text: bool = False) -> Reason:
    """Say what a column's values are, which no field reads like."""
    return Reason(Ground.UNREAD_TEXT if text else Ground.UNREAD, said)


def in_group(group: str) -> Reason:
    """Say that a column is of a person of the case, by the role in another column."""
    return Reason(
        Ground.IN_GROUP, f"{group} has a role of its own: whoever stands there is read as a person of the case"
    )
