"""Whether a word stands among Welsh, of which the lists know little and the tagger nothing."""

from collections.abc import Sequence

from redaction.lexicon import Lexicon
from redaction.words import Word

_REACH = 5
_LEAST = 3
_SHORTEST = 2


def stands_among_welsh(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether several of the words about a place are Welsh and no English."""
    near = words[max(0, at - _REACH) : at + 1 + _REACH]
    welsh = (
        word
        for word in near
        if word.low in lexicon.welsh and len(word.low) >= _SHORTEST and word.low not in lexicon.ordinary
    )
    return sum(1 for _ in welsh) >= _LEAST
