"""Words joined by a hyphen whose second part has small letters: names of two syllables, and everyday compounds."""

from collections.abc import Sequence

from redaction.lexicon import Lexicon
from redaction.words import Word

_BEFORE_WORDS = frozenset("anti blu co ex inter mid multi non on post pre re self semi sub un up".split())
_AFTER_NAMES = frozenset(
    "area aged based born bred day ed end era ex fan fed free full goer ish isms last led left less like look loving "
    "mad made next only or out own plus pro run shop side size sure town type up ware way west wide wise".split()
)
_LONGEST_SYLLABLE = 5


def is_compound(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is the beginning of an everyday one with a capital: Pre-charge, Non-crime."""
    return words[at].low in _BEFORE_WORDS and _goes_on_in_small(words, at)


def has_second_syllable(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a forename goes on behind a hyphen in small letters, whatever word these are: Min-jun, Hyun-woo."""
    if not _goes_on_in_small(words, at) or words[at].low in _BEFORE_WORDS or not words[at].text.istitle():
        return False
    low = words[at + 1].low
    is_name = lexicon.is_name(words[at].low) or not lexicon.is_plain(words[at].low)
    return is_name and len(low) <= _LONGEST_SYLLABLE and low not in _AFTER_NAMES


def _goes_on_in_small(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and after.gap == "-" and after.text.islower() and after.text.isalpha()
