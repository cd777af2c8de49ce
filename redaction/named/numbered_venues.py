"""Venues with a number in their name: at Bistro 21, in Centre 27, outside Junction 9 nightclub."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.words import Word

_KINDS = frozenset(
    "bistro centre bar club studio cafe gym lounge restaurant salon venue nightclub junction route area base cinema "
    "kitchen pier warehouse arches".split()
)
_LED = frozenset("at in outside into from inside behind near opposite is of by to".split())
_LONGEST = 3


def numbered_venues(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give each; a road's junction and a route are none."""
    for at in [at for at in index.of(_KINDS) if 0 < at < len(words) - 1]:
        word, number = words[at], words[at + 1]
        if not word.text[0].isupper() or word.gap != " " or words[at - 1].low not in _LED or number.gap != " ":
            continue
        after = words[at + 2] if at + 2 < len(words) else None
        goes_on = after is not None and after.gap == " " and after.low in _KINDS
        road = word.low in ("junction", "route", "area", "base") and not goes_on
        if number.text.isdigit() and len(number.text) <= _LONGEST and not road:
            end, key = number.end, f"{word.low} {number.low}"
            yield Finding(word.start, end, "venue", "named", 0.6, "a venue with a number in its name", key=key)
