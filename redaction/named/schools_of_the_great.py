"""Schools called after bishops, kings and ladies, told by who goes there: she attends Bishop Challoner."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.words import Word

_SURE = 0.6
_GREAT = frozenset(
    "bishop archbishop cardinal lady sir lord king queen dame canon abbot prince princess duke duchess saint".split()
)
_LED = frozenset("at from to of attends attended both is in".split())
_TOLD = frozenset(
    "school schools pupil pupils year yr attends goes went teacher teaches teaching head headteacher sixth academy "
    "excluded form class primary term exams gcse gcses tutor lessons uniform".split()
)
_FAR = 6
_MOST = 3


def schools_of_the_great(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give each with its title; who is met there by that title keeps it."""
    for at in [at for at in index.of(_GREAT) if 0 < at < len(words) - 1]:
        if not words[at].text.istitle() or words[at].gap not in (" ", ": ") or words[at + 1].gap != " ":
            continue
        last = at
        while last + 1 < len(words) and last - at < _MOST and words[last + 1].gap in (" ", "'"):
            if not (words[last + 1].text.istitle() or words[last + 1].text == "s"):
                break
            last += 1
        near = {word.low for word in (*words[max(0, at - _FAR) : at], *words[last + 1 : last + _FAR])}
        led = words[at - 1].low in _LED or words[at].gap == ": "
        if last > at and led and not _TOLD.isdisjoint(near):
            key = " ".join(word.low for word in words[at : last + 1])
            reason = "a school by who goes there"
            yield Finding(words[at].start, words[last].end, "school", "named", _SURE, reason, key=key)
