"""Pubs that are called by words of policy, told by who drinks or works there, or by two signs: the Rose and Crown."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.lexicon import words_of
from redaction.words import Word

_SURE = 0.6
_SIGNS = words_of("beside_places", "pubs")
_LED = frozenset("in at of from outside behind to near into by inside opposite".split())
_TOLD = frozenset(
    "pub drinking drank drink drinks drunk pint pints landlord landlady licensee barman barmaid barstaff bar beer "
    "barred pool darts quiz karaoke doorman doormen bouncer glass meal lunch birthday wake function football "
    "barring banned match singing".split()
)
_FAR = 9


def find_pubs(words: Sequence[Word]) -> Iterator[Finding]:
    """Give each, with `of` and the capital after it: the Prince of Wales."""
    for at in [at for at, word in enumerate(words) if word.low in _SIGNS and at > 1]:
        word, before = words[at], words[at - 1]
        if not word.text.istitle() or before.low != "the" or words[at - 2].low not in _LED or before.gap != " ":
            continue
        last = at
        if at + 2 < len(words) and words[at + 1].low in ("of", "and") and words[at + 2].text.istitle():
            last = at + 2
        after = words[last + 1] if last + 1 < len(words) else None
        whole = after is None or after.gap != " " or not (after.text[0].isupper() or after.low in ("court", "s"))
        near = words[max(0, at - _FAR) : last + _FAR]
        paired = last > at and words[at + 1].low == "and" and words[last].low in _SIGNS
        if whole and (paired or any(each.low in _TOLD for each in near)):
            key = " ".join(each.low for each in words[at : last + 1])
            reason = "a pub by what is done there"
            yield Finding(word.start, words[last].end, "venue", "named", _SURE, reason, key=key)
