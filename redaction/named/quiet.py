"""Texts with hardly any capitals, as notes typed on a telephone are: there a capital's absence tells nothing."""

from collections.abc import Sequence

from redaction.index import Index
from redaction.words import Word

_FEW_CAPITALS = 0.05
_SHORTEST_TEXT = 12
_SOME_CAPITALS = 0.15
_FEWEST_SENTENCES = 5
_MOST = 0.75
_MANY_SHOUTED = 0.6
_AROUND = 24


def is_quiet(words: Sequence[Word], index: Index) -> bool:
    """Say whether a text has hardly any capitals, or few and nearly all of its sentences begin without one."""
    if len(words) < _SHORTEST_TEXT:
        return False
    capitals = len(index.raised)
    if capitals < _FEW_CAPITALS * len(words) or capitals >= _SOME_CAPITALS * len(words):
        return capitals < _SOME_CAPITALS * len(words)
    begun = [word for word in words if word.opens and word.text.isalpha()]
    return len(begun) >= _FEWEST_SENTENCES and sum(word.text.islower() for word in begun) > _MOST * len(begun)


def tells_nothing(words: Sequence[Word], at: int) -> bool:
    """Say whether around a word hardly anything has a capital, or most is in capitals."""
    near = words[max(0, at - _AROUND) : at + _AROUND + 1]
    raised = [word for word in near if word.capital or word.text[0].isupper()]
    return len(raised) < _FEW_CAPITALS * len(near) or sum(word.upper for word in raised) > _MANY_SHOUTED * len(near)
