"""Texts with hardly any capitals, as notes typed on a telephone are: there a capital's absence tells nothing."""

from collections.abc import Sequence

from redaction.words import Word

_FEW_CAPITALS = 0.05
_SHORTEST_TEXT = 12


def is_quiet(words: Sequence[Word]) -> bool:
    """Say whether a text has hardly any capitals."""
    return len(words) >= _SHORTEST_TEXT and sum(word.text[0].isupper() for word in words) < _FEW_CAPITALS * len(words)
