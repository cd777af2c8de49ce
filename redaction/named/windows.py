"""The stretches of a text in which a pattern can match at all, so that it need not be tried everywhere."""

import re
from collections.abc import Iterable, Iterator, Sequence

from redaction.words import Word


def windows(words: Sequence[Word], places: Iterable[int], *, before: int, after: int) -> Iterator[tuple[int, int]]:
    """Give the letters around some words, in order, overlapping stretches as one."""
    begin, end = -1, -1
    for at in places:
        start = words[max(0, at - before)].start
        stop = words[min(len(words) - 1, at + after)].end
        if start > end:
            if end >= 0:
                yield begin, end
            begin = start
        end = max(end, stop)
    if end >= 0:
        yield begin, end


def within(pattern: re.Pattern[str], text: str, near: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """Give where a pattern matches in some stretches of a text."""
    return (found for begin, end in near for found in pattern.finditer(text, begin, end))


def hinted(low: str, hint: re.Pattern[str], reach: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text about each hint, so many letters or up to spaces, overlapping ones as one."""
    begin = end = -1
    for found in hint.finditer(low):
        if found.end() < end and not reach:
            continue
        start = max(0, found.start() - reach) if reach else low.rfind(" ", 0, found.start()) + 1
        if start > end:
            if end >= 0:
                yield begin, end
            begin = start
        end = found.end() + reach if reach else low.find(" ", found.end())
        if end < 0:
            end = len(low)
    if end >= 0:
        yield begin, end
