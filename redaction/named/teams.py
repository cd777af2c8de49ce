"""Teams by their number or their age: Thornfield 2nds, the Hallow Green 3rd XI, Mid-Rhondda under-16s."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.words import Word

_SEVERAL = frozenset("1sts 2nds 3rds 4ths 5ths 6ths".split())
_ORDINAL = re.compile(r"1st|2nd|3rd|[4-6]th")
_NUMBERS = frozenset("xi xv viii".split())
_AGES = frozenset(f"{age}s" for age in range(6, 24))
_AGED_IN_ONE = frozenset(f"u{age}" for age in _AGES)
_TOLD_BY = _NUMBERS | _SEVERAL | _AGES | _AGED_IN_ONE
_GAPS = (" ", "-")
_MOST = 3


def find_teams(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give each team's number with the capitals before it."""
    for at in index.of(_TOLD_BY):
        word = words[at]
        aged = word.low in _AGED_IN_ONE or (word.low in _AGES and at > 1 and words[at - 1].low in ("under", "u"))
        numbered = word.low in _NUMBERS and word.upper and word.gap == " " and _ORDINAL.fullmatch(words[at - 1].low)
        if not at or not (numbered or aged or word.low in _SEVERAL):
            continue
        head = first = at - 1 if numbered or word.low in _AGES else at
        while first > 0 and head - first < _MOST and words[first].gap in _GAPS and words[first - 1].text.istitle():
            first -= 1
        if numbered or first < head:
            key = " ".join(each.low for each in words[first : at + 1])
            yield Finding(words[first].start, word.end, "organisation", "named", 0.7, "a team's number", key=key)
