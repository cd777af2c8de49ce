"""Places named or described by everyday words in small letters: castle park school, the oatcake shop. All doubts."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, words_of
from redaction.words import Word

_DOUBT = 0.3
_MOST = 3
_LEAST = 2
FEW = frozenset("hut pavilion clubhouse boathouse bookshop shed chapel store stop fair café cafe canteen hall".split())


HEADS = words_of("small_places", "heads")
_COMMON = words_of("small_places", "common")


def doubt_small_places(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each head of a place's name in small letters and the telling words before it, a word at a time."""
    for at in index.of(HEADS):
        word = words[at]
        if word.capital or at == 0 or word.gap != " ":
            continue
        first = at
        while at - first < _MOST and first and words[first].gap == " " and tells(words[first - 1], lexicon):
            first -= 1
        first = at - 1 if first == at and _is_of_few(words, at) else first
        if first < at or _is_placed(words, at):
            yield Finding(words[first].start, word.end, "place", "named", _DOUBT, "may be a place's name", key=word.low)


def _is_placed(words: Sequence[Word], at: int) -> bool:
    """Say whether a number stands before a head, or a capital or a figure is told to be where it is."""
    if words[at - 1].text.isdigit():
        return True
    told = words[at + 2] if at + 2 < len(words) and words[at + 1].low in ("at", "on", "by", "off") else None
    return told is not None and words[at + 1].gap == told.gap == " " and (told.capital or told.upper)


def _is_of_few(words: Sequence[Word], at: int) -> bool:
    """Say whether a place has few like it and `the` before what it is for: the bowls pavilion, the mending shed."""
    if at < _LEAST or words[at].low not in FEW or words[at - 1].gap != " " or words[at - 1].capital:
        return False
    return words[at - 2].low == "the" and words[at - 1].text.isalpha()


def tells(word: Word, lexicon: Lexicon) -> bool:
    """Say whether an everyday word tells one place from others of its kind."""
    low = word.low
    if word.capital or not word.text.isalpha() or len(low) < 3 or low in _COMMON or low in lexicon.protected:
        return False
    return not (low in lexicon.verbs or low in lexicon.person_verbs or low.endswith(("ing", "ed", "ly")))
