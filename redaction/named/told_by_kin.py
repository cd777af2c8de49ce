"""Everyday words told to be somebody by whose relative or what they are: Seabird (wife); Dawn Friday (chair)."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.initials import LETTERED, is_initial
from redaction.words import Word

_SURE = 0.65
_SHORTEST = 3
_PARTS = frozenset(cues.KIN) | cues.ROLES | frozenset("chair dtr bf gf ex missus stepdad stepmum nephew niece".split())
_POSTS = frozenset("visitor worker officer manager neighbour nurse assistant".split())
_OWNERS = frozenset("his her their my our".split())
_CALLERS = frozenset("he she they we i".split())


def told_by_kin(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each such name."""
    for at in index.raised:
        word = words[at]
        if at + 2 >= len(words) or not word.capital or not _may_be_a_name(word, lexicon):
            continue
        if _is_explained(words, at):
            yield _finding(words, at, at)
        elif _is_a_forename_with_policy(words, at, lexicon) or _is_before_an_initial(words, at, lexicon):
            yield _finding(words, at, at + 1)


def _may_be_a_name(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word has a capital and is no policy, no part and no deed."""
    cased = word.text.istitle() or word.upper
    if not cased or not word.text.isalpha() or len(word.low) < _SHORTEST or word.low in cues.PEOPLE:
        return False
    return word.low not in lexicon.protected and word.low not in lexicon.verbs


def _is_explained(words: Sequence[Word], at: int) -> bool:
    """Say whether brackets, a comma or an equals sign tell whose relative somebody is, or who calls them so."""
    after, beyond = words[at + 1], words[at + 2]
    if after.gap == " (":
        called = (after.low == "as" and beyond.low in _CALLERS) or (after.low == "that" and beyond.low == "is")
        post = beyond.low in _POSTS and at + 3 < len(words) and words[at + 3].gap[:1] == ")" and after.text.islower()
        return called or post or (after.low in _PARTS and beyond.gap[:1] in "),")
    caller = words[at + 3].low if at + 3 < len(words) else ""
    if after.gap == ", " and after.low == "as" and beyond.low in _CALLERS and caller in ("call", "calls", "called"):
        return True
    return after.gap in (", ", " = ") and after.low in _OWNERS and beyond.gap == " " and beyond.low in cues.KIN


def _is_a_forename_with_policy(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a forename and a word of policy with a capital stand before somebody's part: Elin Môn (bar)."""
    first, last, part = words[at : at + 3]
    cased = last.text.istitle() and last.gap == " " and last.low in lexicon.protected and last.low not in cues.PEOPLE
    return cased and first.low in lexicon.forenames and part.gap == " (" and part.text.islower() and not first.upper


def _is_before_an_initial(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether the letter of a surname follows, and then the end or a deed: Strikeout B took him, Play H (late)."""
    word, letter, after = words[at : at + 3]
    if not is_initial(letter) or letter.gap != " " or letter.low in "ai" or word.low in LETTERED or word.upper:
        return False
    if after.gap[:1] in ".,;:)" or after.gap == " (":
        return True
    return after.gap == " " and (after.low in ("is", "was", "has") or after.low in lexicon.person_verbs)


def _finding(words: Sequence[Word], first: int, last: int) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    start, end = words[first].start, words[last].end
    return Finding(start, end, "name", "named", _SURE, "told whose relative it is", key=key)
