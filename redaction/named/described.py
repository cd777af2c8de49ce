"""A shop or the like told by what it is and the street it stands on: the chip shop on Dale Road."""

from collections.abc import Sequence

from redaction.findings import Finding
from redaction.lexicon import words_of
from redaction.words import Word

_HEADS = words_of("small_places", "heads") - frozenset(
    "park yard works estate project care towers school infants juniors church chapel nursery college bench canteen "
    "dentist barber florist optician shed offices".split()
) | {"place", "joint"}
_ANY = frozenset("place joint".split())  # which tell nothing without what is before them
_BESIDE = frozenset("on in at off near by opposite opp".split())
_KINDS = frozenset({"street", "address", "venue", "workplace", "school", "organisation"})
_MOST = 2
_NO_PART = frozenset(
    "the a an my his her their our your its this that some any every each another and or of to from in "
    "at on by into near "
    "outside inside behind past via was is were went left ran runs owns works worked working work working seen stood "
    "sat met got bought nearest local same other new old opposite another different one two three no".split()
)


def described_before(words: Sequence[Word], first: int, place: Finding) -> tuple[int, int] | None:
    """Give the first and last word of what is described before a masked street or building; nothing before a town."""
    at = first - 1
    if place.kind not in _KINDS or at < 1 or words[first].gap != " ":
        return None
    if words[at].low == "the":
        at -= 1
    last = at - 1
    if last < 0 or words[at].low not in _BESIDE or words[at].gap != " " or words[last].low not in _HEADS:
        return None
    begin = last
    while begin > 0 and last - begin < _MOST and words[begin].gap in (" ", "-") and _tells(words[begin - 1]):
        begin -= 1
    if begin == last and words[last].low in _ANY:
        return None
    the = words[begin - 1] if begin else None
    return (begin, last) if the is not None and the.low == "the" and the.gap in (" ", "\n", "") else None


def _tells(word: Word) -> bool:
    return word.text.isalpha() and word.low not in _NO_PART and not word.low.endswith(("ing", "ed", "ly"))
