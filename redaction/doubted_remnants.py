"""What is left beside a masked name, and so may be part of it: Cook's chandlery, Hill stop, Hope for Luton. Doubts."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, lines
from redaction.named import cues
from redaction.named.initials import LETTERED, dotted_run, is_initial
from redaction.named.small_places import FEW
from redaction.words import Word, is_apart

_DOUBT = 0.1
_KINDS = frozenset({"name", "place", "organisation", "workplace", "school", "venue", "street", "town", "address"})
_TRADES = frozenset(
    word
    for line in lines("heads")
    if not line.startswith("#")
    for word in line.partition(":")[2].replace(";", " ").split()
) - frozenset("and of in on at to the house home garden van car room door boat lodge place bed hand hands".split())
_ENDINGS = FEW | frozenset("line dinner sale supper lunch crew firm show club".split())

_JOINING = frozenset("for an y yr ar".split())
_DOOR = re.compile(r"\d{1,3}[a-z]?|\d{1,2}(?:st|nd|rd|th)")
_BEFORE_DOORS = frozenset("at of to from in by the outside address lives living home".split())
_WINGS = frozenset("wing block landing spur".split())
_WORDS_TOO = "ai"
_FOR_SHORT = frozenset(
    "our old wee young lil haji mad".split()
)  # with which people tell who is meant: our Amy, old Tom
_MOST_BETWEEN = 2
_COLLARS = (4, 5)


def doubt_remnants(words: Sequence[Word], index: Index, sure: Sequence[Finding], lexicon: Lexicon) -> Iterator[Finding]:
    """Give each such word; `sure` are the masked findings of the same text."""
    near = [each for each in sure if each.kind in _KINDS]
    starts = {each.start for each in near}
    ends = {each.end for each in near}
    first = set(index.starting(starts))
    for last in index.ending(ends):
        at = _end_after(words, last, lexicon)
        if last + 1 < len(words) and _is_a_letter_or_number(words[last + 1]):
            yield _finding(words, last + 1, last + 1, "may belong to the name before it")
        elif at is not None:
            yield _finding(words, at, at, "may end the name before it")
        elif _joins(words, last + 1, first):
            yield _finding(words, last + 1, last + 1, "may join two parts of a name")
    for at in sorted(first):
        if at > 1 and _is_door(words, at - 1):
            yield _finding(words, at - 1, at - 1, "may be the number of a door")
        if at > 2 and words[at - 2].low in _WINGS and is_initial(words[at - 3]):
            yield _finding(words, at - 3, at - 2, "may be part of a place's name")
        if at > 1 and _leads(words, at - 1, lexicon):
            yield _finding(words, at - 1, at - 1, "may begin the name after it")
    yield from _dotted(words, index)


def _end_after(words: Sequence[Word], last: int, lexicon: Lexicon) -> int | None:
    """Give the noun in small letters by which a name ends: Cook's the florist, St Chad's language café."""
    at = last + 1
    owned = at < len(words) and words[at].low == "s" and words[at].gap == "'"
    at += owned
    at += owned and at < len(words) and words[at].low == "the"
    for place in range(at, min(len(words), at + _MOST_BETWEEN)):
        word = words[place]
        if word.gap not in (" ", "' ") or not word.text.islower() or is_apart(words[place - 1], word):
            return None
        if word.low in _ENDINGS or (owned and word.low in _TRADES):
            return place
        if word.low in lexicon.verbs or word.low in lexicon.person_verbs:
            return None
    return None


def _is_a_letter_or_number(word: Word) -> bool:
    """Say whether a small letter, or as many figures as a collar number has, stands right after a name: mia c."""
    if word.gap != " ":
        return False
    letter = len(word.text) == 1 and word.text.islower() and word.low not in "aiuxw"
    return letter or (word.text.isdigit() and len(word.text) in _COLLARS)


def _joins(words: Sequence[Word], at: int, first: set[int]) -> bool:
    """Say whether a small word stands between two masked names as one within a name does: Hope for Luton."""
    return at + 1 in first and words[at].low in _JOINING and words[at].gap == words[at + 1].gap == " "


def _is_door(words: Sequence[Word], at: int) -> bool:
    """Say whether figures before a masked name may be a door's: 41 Larch Softly."""
    word, before = words[at], words[at - 1]
    if not _DOOR.fullmatch(word.low) or words[at + 1].gap != " " or word.opens or is_apart(word, words[at + 1]):
        return False
    return word.gap in (", ", " (") or (word.gap == " " and before.low in _BEFORE_DOORS)


def _leads(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a letter, or after `the` a word of policy, leads up to a masked name: the Girl Pauline."""
    word = words[at]
    if words[at + 1].gap != " " or is_apart(word, words[at + 1]):
        return False
    if word.low in _FOR_SHORT and words[at + 1].text.istitle():
        return True
    if is_initial(word):
        return word.low not in _WORDS_TOO and word.gap == " " and words[at - 1].low not in LETTERED
    led = word.text.istitle() and words[at - 1].low == "the" and word.gap == " "
    return led and word.low in lexicon.protected and word.low not in cues.PERSON


def _dotted(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give the initials with dots that stand by themselves: It has A.A. on it."""
    end = 0
    for at in [at for at in index.letters if words[at].gap == " "]:
        last = dotted_run(words, at) if at >= end and is_initial(words[at]) else None
        if last is not None and words[at - 1].low not in LETTERED | {"the"}:
            yield _finding(words, at, last, "may be initials")
        end = at + 1 if last is None else last + 1


def _finding(words: Sequence[Word], first: int, last: int, reason: str) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    return Finding(words[first].start, words[last].end, "place", "named", _DOUBT, reason, key=key)
