"""Places with their kind before their name or their place behind it: Project Spark, Ward B4, the Crown in Longtown."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.words import Word

_SURE = 0.6
_KINDS = frozenset(("Project", "Ward"))
_SIGNS = words_of("beside_places", "pubs") | words_of("beside_places", "signs")
_LED = frozenset("at in from outside near into by to inside of".split())
_WARD = re.compile(r"[A-Z]?\d{1,2}[A-Z]?")
_LANDMARKS = frozenset("lights roundabout underpass crossroads flyover subway gyratory steps".split())
_POSTS = frozenset(
    "manager managers lead officer officers worker workers team plan plans board group support initiation update "
    "management coordinator name ref reference number no".split()
)
_KINDS_IN_SMALL = frozenset(kind.lower() for kind in _KINDS)
_TOLD_BY = _LANDMARKS | {"in", "of"}
_ENDED = frozenset(",.;:)!?\n/")
_AFTER = frozenset(
    "and or but when where with as at he she they who so until for after before in on to from by".split()
)
_WHO = cues.TITLES | cues.RANKS | cues.ROLES | cues.STATIONS | frozenset(cues.KIN)


def kinds_before(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each."""
    looked_at = together(index.after(_KINDS_IN_SMALL), index.of(_TOLD_BY))
    for at in [at for at in looked_at if at and words[at].gap == " " and _may_be_told(words[at - 1], words[at])]:
        word, before = words[at], words[at - 1]
        if before.text in _KINDS:
            if _is_a_project(words, at, lexicon) if before.text == "Project" else _WARD.fullmatch(word.text):
                yield _finding(words, at - 1, at)
        elif word.low == "in":
            if _is_a_pub_in(words, at - 1, lexicon):
                yield _finding(words, at - 1, at + 1)
        elif word.low == "of":
            if _is_a_shop_of(words, at, lexicon):
                yield _finding(words, at - 2, at + 1 + (words[at + 1].low == "the"))
        elif _is_a_landmark(words, at, lexicon):
            yield _finding(words, at - 1, at)


def _may_be_told(before: Word, word: Word) -> bool:
    if word.low == "in":
        return before.low in _SIGNS
    return before.text in _KINDS or (word.low == "of" and before.text == "s") or word.text in _LANDMARKS


def _is_a_project(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a capital or a code says which project it is: Project Hope, Project 4orty, but no Project Manager."""
    word = words[at]
    coded = word.text[0].isdigit() and not word.text.isdigit()
    return word.low not in _POSTS and (coded or (word.text[0].isupper() and not _is_title(words, at, lexicon)))


def _is_title(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a capital of policy is followed by another, as in what a body's own project is called."""
    after = words[at + 1] if at + 1 < len(words) else None
    return words[at].low in lexicon.protected and after is not None and after.gap == " " and after.text[0].isupper()


def _is_a_pub_in(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a capital of a pub's sign stands behind `the` and before the place where it is."""
    if at < 2 or at + 2 >= len(words) or not words[at].text.istitle() or words[at - 1].low != "the":
        return False
    place = words[at + 2]
    led = words[at - 2].low in _LED and words[at].gap == " "
    return led and place.gap == " " and place.text.istitle() and place.low not in lexicon.protected


def _is_a_landmark(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a rare capital in mid-sentence tells which lights, steps or roundabout, and the sentence goes on."""
    name = words[at - 1]
    if (
        words[at].gap != " "
        or not name.text.istitle()
        or name.opens
        or name.low in _WHO
        or name.low in lexicon.protected
    ):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    led = at > 1 and (words[at - 2].low == "the" or words[at - 2].low in _LED)
    deed = words[at].low in ("lights", "steps") and not led and after is not None and after.gap == " "
    return not deed and (after is None or not _ENDED.isdisjoint(after.gap) or after.low in _AFTER)


def _is_a_shop_of(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a shop is called by its keeper and its place: Kelly's of the Braid."""
    place = at + 1 + (at + 1 < len(words) and words[at + 1].low == "the")
    if at < 2 or place >= len(words) or words[at - 1].gap != "'" or words[place].gap != " ":
        return False
    keeper = words[at - 2]
    rare = keeper.text.istitle() and not keeper.plain and keeper.low not in _WHO
    return rare and words[place].text.istitle() and words[place].low not in lexicon.protected


def _finding(words: Sequence[Word], first: int, last: int) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    reason = "a place by its kind before it or its place behind"
    return Finding(words[first].start, words[last].end, "organisation", "named", _SURE, reason, key=key)
