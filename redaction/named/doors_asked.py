"""Doors by who answers there, and one after another: no reply at 8, 10 or 12a; the lady at 44; two houses, not 36."""

import re
from collections.abc import Iterator, Sequence

from redaction.clock import CLOCK_OR_YEAR
from redaction.findings import Finding
from redaction.index import Index
from redaction.named.doors import DOOR, is_measured
from redaction.words import Word

_SURE = 0.6
_LATEST_HOUR = 24
_LEAST = 2
_MOST_JOINS = 3
_PEOPLE = frozenset(
    "lady man woman gentleman gent couple family occupant occupants occupier occupiers resident residents neighbour "
    "neighbours householder lad girl people tenant tenants those old".split()
)
_KNOCKED = frozenset("reply answer answered knocked tried called response nobody noone doors door spoken spoke".split())
_HOUSES = frozenset("house houses doors homes flats addresses properties bungalow bungalows".split())
_ONE_HOUSE = frozenset("house home bungalow flat flats cottage neighbour neighbours property terrace".split())
_ACROSS = frozenset("opposite across behind facing next adjoining end corner".split())
_NEAR_A_HOUSE = 5
_AT = frozenset("at from on".split())
_SAYS = frozenset("has have says said say saw heard did reports reported states stated confirms confirmed".split())
_JOINS = frozenset("and or to not but then nor".split())
_JOINED = frozenset((", ", " ", " & ", "/"))
_TIME = re.compile(r"[012]\d[0-5]\d")
_ENDS = re.compile(r"[.,;:)?!\n]|$")
_NOT_AFTER = frozenset(
    "section outcome page count item point exhibit log aged age the a level score box option condition chapter".split()
)


def doors_asked(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give each such door, and those that follow it in a row."""
    after = 0
    for at in index.figures:
        if not at or at < after or not DOOR.fullmatch(words[at].low) or not _is_a_door(words, at):
            continue
        for door in row_of_doors(words, at):
            after, word = door + 1, words[door]
            yield Finding(word.start, word.end, "address", "named", _SURE, "a door by who answers", key=word.low)


def _is_a_door(words: Sequence[Word], at: int) -> bool:
    """Say whether what is before a number tells that somebody lives there."""
    word, before = words[at], words[at - 1]
    if _TIME.fullmatch(word.low) or word.gap not in (" ", ", ", ". ") or is_measured(words, at) or not _ends(words, at):
        return False
    numbered = _is_numbered(words, at)
    if numbered is not None:
        return numbered
    if at < _LEAST or word.gap == ". ":
        return False
    if before.low == "not" and word.gap == " ":
        return any(each.low in _HOUSES for each in words[max(0, at - 4) : at - 1])
    if before.low in ("to", "at") and words[at - 2].low in ("next", "opposite", "door"):
        return any(each.low in _HOUSES for each in words[max(0, at - 5) : at])
    if before.low not in _AT or word.gap != " ":
        return False
    acts = at + 1 < len(words) and words[at + 1].low in _SAYS
    hour = before.low == "at" and word.low.isdigit() and int(word.low) <= _LATEST_HOUR and not acts
    listed = at + 1 < len(words) and any(words[door].low != word.low for door in row_of_doors(words, at))
    if words[at - 2].low in _PEOPLE:
        return not hour or listed
    knocked = words[at - 2].low in _KNOCKED and before.low != "from"
    return knocked and (listed or not hour)


def _is_numbered(words: Sequence[Word], at: int) -> bool | None:
    """Say whether `no` or its like before a number makes it a door; nothing where no such word stands there."""
    word, before = words[at], words[at - 1]
    if before.low in ("number", "no", "nos") and before.gap in (" ", ", ") and _is_of_a_house(words, at - 1):
        return True
    if before.low in ("number", "no") and before.opens and word.gap == " ":
        return at + 1 < len(words) and words[at + 1].low in _SAYS
    if at >= _LEAST and before.low in ("nos", "numbers", "doors"):
        return word.gap == " "
    return None


def _is_of_a_house(words: Sequence[Word], at: int) -> bool:
    """Say whether a house that is across from another is told just before a word: the house opposite, No. 5."""
    near = {word.low for word in words[max(0, at - _NEAR_A_HOUSE) : at]}
    return not near.isdisjoint(_ACROSS) and not near.isdisjoint(_HOUSES | _ONE_HOUSE)


def _ends(words: Sequence[Word], at: int) -> bool:
    """Say whether no noun that is counted comes next."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or _ENDS.match(after.gap.lstrip()):
        return True
    return after.low in _JOINS | _SAYS or after.low in ("who", "with", "where", "no", "nothing", "was", "is")


def row_of_doors(words: Sequence[Word], at: int) -> Iterator[int]:
    """Give a door and the numbers joined to it by commas, strokes and small words: 8, 10 or 12a."""
    yield at
    while at + 1 < len(words):
        following = at + 1
        while following < len(words) and words[following].low in _JOINS and words[following].gap in (" ", ", "):
            following += 1
        if following == len(words) or following - at > _MOST_JOINS or words[following].gap not in _JOINED:
            return
        if words[following].gap == " " and following == at + 1:
            return
        word = words[following].low
        if not DOOR.fullmatch(word) or CLOCK_OR_YEAR.fullmatch(word) or is_measured(words, following):
            return
        yield following
        at = following
