"""Pubs and shops where capitals tell nothing: drinks in the halfway, from the lambwath, singh's food and wine."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.named.quiet import tells_nothing
from redaction.named.small_places import HEADS
from redaction.words import Word

_SURE = 0.6
_SHORTEST = 5  # below this a word not in the lists is shorthand as often as a name
_LED = frozenset("in at from outside behind into inside opposite near to via past by".split())
_OF_DRINK = frozenset("in at from".split())
_LED_TO_SHOPS = _LED | frozenset("of has runs owns for tills".split())
_DRINK = words_of("venues", "drink")
_WHO = cues.TITLES | cues.RANKS | cues.ROLES | frozenset(cues.KIN)
_NO_PUBS = words_of("venues", "no_pub") | HEADS | _WHO
_TRADES = words_of("venues", "trades")
_JOINED = frozenset("and n &".split())
_ENDED = frozenset(",.;:)!?\n-")
_AFTER = words_of("venues", "after")
_MOST = 4
_TOLD_BY = frozenset(("the", "s"))


def venues_in_small(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each."""
    for at in [at for at in index.of(_TOLD_BY) if at > 1]:
        if words[at].low == "the":
            last = _of_a_pub(words, at, lexicon)
            first = at + 1
        else:
            last = _of_a_shop(words, at, lexicon)
            first = at - 1
        if last is not None and tells_nothing(words, first):
            key = " ".join(word.low for word in words[first : last + 1])
            reason = "a pub or shop in small letters"
            yield Finding(words[first].start, words[last].end, "venue", "named", _SURE, reason, key=key)


def _of_a_pub(words: Sequence[Word], the: int, lexicon: Lexicon) -> int | None:
    """Give the last word of what is called `the` and a word: drinks in the halfway; from the lambwath."""
    at = the + 1
    if at >= len(words) or words[the - 1].low not in _LED or words[at].gap != " " or not words[at].text.isalpha():
        return None
    low = words[at].low
    if low in _NO_PUBS or low in lexicon.protected or not _ends(words, at):
        return None
    drinks = words[the - 2].low in _DRINK and words[the - 1].low in _OF_DRINK and low not in lexicon.everyday
    return at if drinks or _is_in_no_list(words[at], lexicon) else None


def _is_in_no_list(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word is neither English nor a slip of the keys away from it."""
    low = word.low
    told = len(low) >= _SHORTEST and not word.plain and low not in lexicon.uncommon
    bare = low.removesuffix("s")
    return told and bare not in lexicon.uncommon and not lexicon.is_misspelt(low) and not lexicon.is_misspelt(bare)


def _of_a_shop(words: Sequence[Word], s: int, lexicon: Lexicon) -> int | None:
    """Give the last word of a shop that is its keeper's: singh's food and wine, hussain's cash and carry."""
    keeper, at = words[s - 1], s + 1
    if words[s].gap != "'" or keeper.plain or keeper.low in _WHO or words[s - 2].low not in _LED_TO_SHOPS:
        return None
    last = None
    while at < len(words) and at - s <= _MOST and words[at].gap in (" ", " & "):
        if words[at].low in _TRADES:
            last = at
        elif words[at].low not in _JOINED:
            break
        at += 1
    return last if last is not None and _ends(words, last) else None


def _ends(words: Sequence[Word], at: int) -> bool:
    """Say whether no noun goes on with it."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or not _ENDED.isdisjoint(after.gap) or after.low in _AFTER
