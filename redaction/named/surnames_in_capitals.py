"""Surnames that are everyday words, told by their capitals: Ester ASSIST, SYNTACTIC 0193; and two capitals that act."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word, is_apart

_SURE = 0.65
_SHORTEST = 4
_DEEDS = ("ing", "ed", "ly", "ment", "tion", "sion")
_ENDS = frozenset(".,;:)(/\n&+=|-")
_BEHIND = frozenset("is was has had and who s".split())
_BORN = frozenset("b born dob".split())
_NO_NAMES = frozenset(
    "form room flat unit bus page item ref serial model size code box bay case copy cash line lane east west north "
    "south none very more most much many some such what when where which while this that these those then than "
    "there".split()
)
_BEFORE_NUMBERED = frozenset("by from with and to for via".split())


def surnames_in_capitals(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each forename with such a surname, each such surname with a collar number, and each two that act."""
    for at in index.raised:
        word = words[at]
        if word.upper and word.capital and _may_be_a_surname(word, lexicon):
            if at and _is_before_a_surname(words, at - 1, lexicon):
                yield _finding(words, at - 1, at, "a surname in capitals")
            elif at + 1 < len(words) and _is_numbered(words, at):
                yield _finding(words, at, at, "a surname in capitals before a number")
        elif word.opens and word.capital and _act(words, at, lexicon):
            yield _finding(words, at, at + 1, "two capitals that do what people do")


def _may_be_a_surname(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word in capitals among small letters is no policy, no abbreviation and no deed."""
    if not word.text.isalpha() or len(word.low) < _SHORTEST:
        return False
    deed = word.low.endswith(_DEEDS) and not lexicon.is_name(word.low)
    return not deed and _may_be_a_name(word, lexicon)


def _may_be_a_name(word: Word, lexicon: Lexicon) -> bool:
    listed = (lexicon.protected, lexicon.verbs, lexicon.person_verbs, cues.PEOPLE, _NO_NAMES)
    return not any(word.low in each for each in listed)


def _is_before_a_surname(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a forename stands before capitals and what follows them ends the name: Soon AGENT 11/11/1995."""
    first, last = words[at], words[at + 1]
    if not first.text.istitle() or len(first.low) < 2 or last.gap != " " or is_apart(first, last):
        return False
    after = words[at + 2] if at + 2 < len(words) else None
    dated = after is not None and (after.low[:1].isdigit() or after.low in _BORN)
    if not _may_be_a_name(first, lexicon) or (
        first.opens and first.plain and not dated and not lexicon.is_name(first.low)
    ):
        return False
    if after is None or not _ENDS.isdisjoint(after.gap) or is_apart(last, after):
        return True
    return dated or after.low in _BEHIND or after.low in lexicon.person_verbs


def _is_numbered(words: Sequence[Word], at: int) -> bool:
    """Say whether a collar number follows what begins an entry or is told who by: 0750 RIVERS 4460."""
    number = words[at + 1]
    if number.gap != " " or not number.text.isdigit() or len(number.text) not in (4, 5):
        return False
    if at + 2 < len(words) and words[at + 2].gap[:1] in (":", "/"):
        return False
    before = words[at - 1] if at else None
    begins = before is None or words[at].opens or before.text.isdigit() or words[at].gap in (" + ", " & ", " (", ", ")
    return begins or (before is not None and before.low in _BEFORE_NUMBERED)


def _act(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether two everyday words with capitals open a sentence and do what people do: Art Guest told us."""
    if at + 2 >= len(words):
        return False
    first, last, after = words[at : at + 3]
    cased = first.text.istitle() and last.text.istitle() and last.gap == after.gap == " " and first.plain and last.plain
    if not cased or after.low not in lexicon.person_verbs or not after.text.islower():
        return False
    told = not (first.low.endswith(_DEEDS) or last.low.endswith(_DEEDS) or last.low.endswith("s"))
    return told and _may_be_a_name(first, lexicon) and _may_be_a_name(last, lexicon)


def _finding(words: Sequence[Word], first: int, last: int, reason: str) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    return Finding(words[first].start, words[last].end, "name", "named", _SURE, reason, key=key)
