"""Doors in rows: 29, 31 and 33 Dowsett Road; Russell St: 11 and 13 asleep; No 2, No 3 down a page; flat 1/2, 3/2."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.named.doors import DOOR, is_counting, is_measured
from redaction.words import Word

_SURE = 0.6
_STREETS = frozenset({"address", "street"})
_AND = frozenset("and or to".split())
_JOINED = frozenset((", ", "/", " & ", "&"))
_REACH = 24  # words after a street and a colon in which its doors are listed
_YEAR = re.compile(r"(?:19|20)\d\d")
_FLAT = re.compile(r"[\d]{1,2}")
_NUMBER = frozenset("no nos number flat".split())
_ROUNDS = frozenset("h2h house houses door doors neighbour neighbours occupier occupiers".split())
_FEWEST = 2  # lines that begin with a number


def doors_in_rows(words: Sequence[Word], index: Index, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give each such door; `found` are the findings of the same text."""
    places = [each for each in found if each.kind in _STREETS]
    starts = {place.start for place in places}
    ends = {place.end for place in places}
    for at in together(index.starting(starts), index.ending(ends)):
        if words[at].start in starts:
            yield from _before(words, at)
        if words[at].end in ends:
            yield from _after(words, at)
    yield from _down_a_page(words, index)
    yield from _flats(words, index)


def _finding(word: Word, last: Word | None = None) -> Finding:
    end = (last or word).end
    return Finding(word.start, end, "address", "named", _SURE, "a door in a row with others", key=word.low)


def _is_door(word: Word) -> bool:
    return DOOR.fullmatch(word.low) is not None and not _YEAR.fullmatch(word.low)


def _before(words: Sequence[Word], at: int) -> Iterator[Finding]:
    """Give the doors joined to the one with its street: 29, 31 and before 33 Dowsett Road."""
    if not _is_door(words[at]):
        at -= 1
    told = False
    while at > 0 and _is_door(words[at]):
        gap, before = words[at].gap, words[at - 1]
        if gap == " " and before.low in _AND and before.gap == " ":
            at, told = at - 2, True
        elif gap in (" & ", "&") or (gap in _JOINED and told):
            at, told = at - 1, True
        else:
            return
        if at < 0 or not _is_door(words[at]):
            return
        yield _finding(words[at])


def _after(words: Sequence[Word], last: int) -> Iterator[Finding]:
    """Give the doors that are listed behind a street and a colon, by who is there: 11 and 13 asleep. 17, Kev Lloyd."""
    begin = last + 1
    if begin >= len(words) or words[begin].gap != ": " or not _is_door(words[begin]):
        return
    for at in range(begin, min(len(words), begin + _REACH)):
        word, before = words[at], words[at - 1]
        if "\n" in word.gap:
            return
        joined = word.gap == " " and before.low in _AND and at > begin and _is_door(words[at - 2])
        counts = is_measured(words, at) or is_counting(words, at)
        if _is_door(word) and not counts and (joined or word.gap in (": ", ". ", "; ", ", ", " & ")):
            yield _finding(word)


def _down_a_page(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give the doors that begin lines of a text about houses: No 2  Mr and Mrs Tudge."""
    listed = [
        at
        for at in index.after(_NUMBER)
        if "\n" in words[at - 1].gap
        and words[at].gap.strip(" .") == ""
        and _is_door(words[at])
        and not is_measured(words, at)
    ]
    if len({words[at].low for at in listed}) >= _FEWEST and not index.lows.isdisjoint(_ROUNDS):
        yield from (_finding(words[at]) for at in listed)


def _flats(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give flats by floor and door, as Scots write them, where one is called a flat: flat 1/2, the tenant of 3/2."""
    halves = [
        at
        for at in index.figures
        if 0 < at < len(words) - 1
        and words[at + 1].gap == "/"
        and words[at].gap == " "
        and _FLAT.fullmatch(words[at].text)
        and _FLAT.fullmatch(words[at + 1].text)
        and (at + 2 == len(words) or words[at + 2].gap != "/")
    ]
    if any(words[at - 1].low == "flat" for at in halves):
        yield from (_finding(words[at], words[at + 1]) for at in halves if words[at - 1].low in ("flat", "at", "of"))
