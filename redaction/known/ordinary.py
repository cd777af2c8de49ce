"""Telling a name from the ordinary word that it also is: may, will, mark, rose."""

from collections.abc import Sequence

from redaction.lexicon import Lexicon
from redaction.words import Word

_MONTHS = frozenset({"may", "june", "april", "august", "jan", "mar"})
_ALL_MONTHS = _MONTHS | frozenset("january february march july september october november december".split())
_BEFORE_MONTH = frozenset(
    "in of since until till last this next early late mid during before after every th st nd rd".split()
)
_BETWEEN_MONTHS = frozenset("to and by from on".split())


def is_likelier_a_word(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a known name stands here more likely as an ordinary word."""
    word = words[at]
    if word.low not in lexicon.everyday and word.low not in lexicon.protected:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if not word.capital:
        return True
    if word.low in _MONTHS and _tells_time(words, at):
        return True
    if word.opens:
        return after is None or after.low not in lexicon.verbs or "." in after.gap
    return bool(after and after.gap == " " and after.capital and after.low in lexicon.protected)


def _tells_time(words: Sequence[Word], at: int) -> bool:
    """Say whether the words around a month's name make it one: in May, 5 May, May 2025, March to May."""
    before = words[at - 1].low if at else ""
    earlier = words[at - 2].low if at > 1 else ""
    dated = before[:1].isdigit() or (
        at + 1 < len(words) and words[at + 1].low[0].isdigit() and words[at + 1].gap == " "
    )
    ranged = before in _BETWEEN_MONTHS and (earlier in _ALL_MONTHS or earlier[:1].isdigit())
    return dated or ranged or before in _BEFORE_MONTH
