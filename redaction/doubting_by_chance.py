"""Words that the tagger seldom calls a name, but oftener than others of their kind: doubts, a word at a time."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.quiet import tells_nothing
from redaction.words import Word

_DOUBT = 0.1  # less than what the ages beside it are told by
_LEAST = 0.003  # below it, no kind of word is doubted
_POLICY = {"mid": 0.05, "opens": 0.1, "bare": 0.3}
_EVERYDAY = {"mid": 0.02, "opens": 0.01, "bare": 0.003}
_NEVER = 1.1
_SURE = 0.7
_LIKELY = 0.6
_WHO = cues.TITLES | cues.RANKS | cues.ROLES | cues.STATIONS | frozenset(cues.KIN)
_SHORTEST = 2


def doubt_by_chance(
    words: Sequence[Word], chances: Sequence[float], kinds: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[int, Finding]]:
    """Give each such word and its place, by its chance and its likeliest kind.

    Words of policy, a sentence's first word, and where capitals tell nothing differ.
    """
    for at, chance in enumerate(chances):
        if chance < _LEAST:
            continue
        word = words[at]
        if word.text.isalpha() and len(word.low) >= _SHORTEST and chance >= _least(words, at, lexicon):
            sure = _is_sure(word, chance) and kinds[at] == "name" and word.low not in lexicon.brands
            reason = "the tagger reads a name in a word of policy" if sure else "the tagger may read a name"
            certainty = _LIKELY if sure else _DOUBT
            yield at, Finding(word.start, word.end, kinds[at], "named", certainty, reason, key=word.low)


def _is_sure(word: Word, chance: float) -> bool:
    """Say whether a capital in mid-sentence is likely enough a name to be masked, be it a word of policy."""
    return chance >= _SURE and word.text.istitle() and not word.opens and word.low not in _WHO


def _least(words: Sequence[Word], at: int, lexicon: Lexicon) -> float:
    """Say how likely a word must be a name to be doubted: oftener a name, the less likely it need be."""
    word = words[at]
    kinds = _POLICY if word.low in lexicon.protected else _EVERYDAY
    if word.text.istitle():
        return kinds["opens"] if word.opens else kinds["mid"]
    listed = word.plain or not word.upper
    return kinds["bare"] if listed and tells_nothing(words, at) else _NEVER
