"""Doors of a round of neighbours, each opening what is told of it: 1 is Hetty, 2 is a void; 6 Barbara. 8 no reply."""

import re
from collections.abc import Container, Iterator, Sequence

from redaction.clock import CLOCK_OR_YEAR
from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import words_of
from redaction.named.doors import DOOR, is_counting, is_measured
from redaction.named.doors_asked import row_of_doors
from redaction.words import Word

_SURE = 0.6
_FEWEST = 2  # doors of which something is told that only a door's is
_FAR = 30  # words from one door to the next
_BACK = 60  # words before the first in which homes are spoken of
_LED = 4
_ANNOUNCED = 8  # words before the first in which a list of something else is announced
_WIDEST_STEP = 12
_PLACES = frozenset({"address", "street"})
_WHO = frozenset({"name", "workplace", "venue", "organisation", "place"})
_HOMES = words_of("rounds", "homes")
_STREETS = words_of("rounds", "streets")
_UNOCCUPIED = words_of("rounds", "unoccupied")
_ANSWERS = words_of("rounds", "answers")
_NO = words_of("rounds", "no")
_NOT = words_of("rounds", "not")
_DEEDS = words_of("rounds", "deeds")
_ROUNDS = frozenset("h2h hth d2d".split())
_NEVER = words_of("rounds", "never")
_TITLES = frozenset("mr mrs ms miss mx dr rev".split())
_OPENERS = frozenset("and then but no nos nr number numbers flat flats room rooms unit units berth pitch plot".split())
_OPENS = re.compile(r"(?=.*\s)[^\w/£#+%]*[.,;:!?)*\-\n\"'][^\w/£#+%]*", re.DOTALL)
_TOLD = frozenset((" ", ", ", " - ", "- ", ": ", " (", "; "))


def doors_of_a_round(words: Sequence[Word], index: Index, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give each such door, and those joined to it; `found` are the sure findings of the same text."""
    places = {each.end for each in found if each.kind in _PLACES}
    if len(index.figures) < _FEWEST:
        return
    opening = [at for at in index.figures if _opens(words, at, places)]
    if len(opening) < _FEWEST:
        return
    names = {each.start for each in found if each.kind in _WHO}
    for chain in _chains(words, opening, names):
        if _is_a_round(words, chain, places):
            for at in chain:
                for door in row_of_doors(words, at):
                    word = words[door]
                    yield Finding(word.start, word.end, "address", "named", _SURE, "a door of a round", key=word.low)


def _opens(words: Sequence[Word], at: int, places: Container[int]) -> bool:
    """Say whether a number opens an item, or follows a street or what doors are counted by."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    led = at > 0 and word.gap in (" ", ". ", ", ") and _is_led(words, at, places)
    if after is None or not (led or not at or _OPENS.fullmatch(word.gap)):
        return False
    joined = after.gap in (" & ", "/") and DOOR.fullmatch(after.low) is not None
    if (after.gap not in _TOLD and not joined) or (word.gap == ", " == after.gap and not led):  # Ann Doe, 55, saw it
        return False
    if not DOOR.fullmatch(word.low) or CLOCK_OR_YEAR.fullmatch(word.low) or is_measured(words, at):
        return False
    return after.low in _ANSWERS or not is_counting(words, at)


def _is_led(words: Sequence[Word], at: int, places: Container[int]) -> bool:
    """Say whether a street, what doors are counted by, or a round just begun stands before a number: H2H MILL RD 7."""
    asked = any(word.low in _ROUNDS for word in words[max(0, at - _LED) : at])
    return asked or words[at - 1].low in _OPENERS or words[at - 1].end in places


def _chains(words: Sequence[Word], opening: Sequence[int], names: Container[int]) -> Iterator[list[int]]:
    """Give the rows of rising numbers of which two or more have an answer, each told within reach of the one before."""
    chain, told, last = list[int](), list[int](), -_FAR
    for at in opening:
        if at - last > _FAR or any("\n\n" in word.gap for word in words[last + 1 : at + 1]):
            if len(told) >= _FEWEST:
                yield chain
            chain, told = [], []
        answered = _is_answered(words, at, names)
        while answered and chain and chain[-1] not in told and _number(words[chain[-1]]) >= _number(words[at]):
            chain.pop()
        before = _number(words[chain[-1]]) if chain else None
        if answered and before and before > _number(words[at]) and len(told) >= _FEWEST:  # the odd side after the even
            yield chain
            chain, told, before = [], [], None
        rises = before is None or before < _number(words[at])
        step = _number(words[at])[0] - before[0] if before else 0
        begins = not chain and (words[at].gap[0:1] == ":" or words[at + 1].gap in (" - ", ": "))
        if (answered and rises) or 0 < step <= _WIDEST_STEP or begins:
            chain.append(at)
            last = at
            if answered:
                told.append(at)
    if len(told) >= _FEWEST:
        yield chain


def _number(word: Word) -> tuple[int, str]:
    digits = word.low.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits), word.low[len(digits) :]


def _is_answered(words: Sequence[Word], at: int, names: Container[int]) -> bool:
    """Say whether what follows a number is who lives there, what was said there, or that nobody was in."""
    after = words[at + 1]
    then = words[at + 2].low if at + 2 < len(words) else ""
    unusual = after.gap == " " and after.capital and not after.plain and not after.upper
    if unusual or after.start in names or after.low in _TITLES or after.low in _ANSWERS:
        return True
    if after.low in _DEEDS:
        return after.gap == " " and then not in ("no", "yes")
    if after.low == "n":
        return words[at + 2 : at + 3] != [] and words[at + 2].gap == "/" and then in ("r", "a")
    if after.low in ("the", "a", "an", "two"):
        return then in _ANSWERS or (after.low == "the" and at + 2 < len(words) and words[at + 2].capital)
    return (after.low == "no" and then in _NO) or (after.low == "not" and then in _NOT)


def _is_a_round(words: Sequence[Word], chain: Sequence[int], places: Container[int]) -> bool:
    """Say whether homes are near, or a street, and the numbers are no points of a list, which count up from 1."""
    first = chain[0]
    if any(word.low in _NEVER for word in words[max(0, first - _ANNOUNCED) : first]):
        return False
    near = words[max(0, first - _BACK) : chain[-1] + _FAR]
    homes = any(word.low in _HOMES for word in near)
    streets = any(word.low in _STREETS or word.end in places for word in near)
    begun = _number(words[first])[0]
    listed = begun <= _FEWEST and [_number(words[at])[0] for at in chain] == [*range(begun, begun + len(chain))]
    if listed and not any(word.low in _HOMES for word in words[max(0, first - _LED) : first]):
        told = any(word.low in _UNOCCUPIED for at in chain for word in words[at + 1 : at + 1 + _LED])
        return (homes and any(_is_answered(words, at, ()) for at in chain)) or (streets and told)
    return homes or streets
