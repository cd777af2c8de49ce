"""Doors by what those there do, once a street or homes are spoken of: 9 has not; Storm at 5 says; No 35, Mr Ives."""

import re
from collections.abc import Container, Iterator, Sequence

from redaction.clock import CLOCK_OR_YEAR
from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import words_of
from redaction.named import cues
from redaction.named.doors import DOOR, is_counting, is_measured
from redaction.named.doors_asked import row_of_doors
from redaction.words import Word

_SURE = 0.6
_BACK = 5
_MOST_COUNTED = 12  # so small a number may be of witnesses: 3 said so
_LISTED = 3  # numbers behind a colon
_NEAR_DOORS = 6
_PLACES = frozenset({"address", "street"})
_HOMES = words_of("rounds", "homes") | words_of("rounds", "streets") | {"nr"}
_SPEAKS = words_of("rounds", "speaks")
_SAID = words_of("rounds", "said")
_WAS = frozenset("was had has".split())  # as points of a form do: no 3 was circled
_ACTS = _SAID - _WAS | {"is", "about", "reported"}
_DOES = _SPEAKS | _SAID | {"is", "in", "answered"}
_PARTS = words_of("homes", "parts")
_NEVER = words_of("homes", "never") | words_of("rounds", "never")
_TITLES = frozenset("mr mrs ms miss mx dr rev".split())
_KIN = frozenset(cues.KIN) | frozenset("mum dad nan lady lad man woman lass girl boy".split())
_PARTIES = frozenset("dp ip caller victim vic suspect susp aggrieved".split())
_BEFORE = frozenset("and but that because as only while where although though if".split())
_NUMBER = frozenset("no nos nr".split())
_BESIDE = frozenset("door doors opposite side sides".split())
_FROM = frozenset("that at from of both visited tried between to on called plots flats rooms units".split())
_VISITED = frozenset("answered visited knocked tried called seen done spoken".split())
_STREETWARDS = frozenset("on in of".split())
_TOGETHER = frozenset("all both each have".split())
_THERE = frozenset("i we nobody no noone a an the".split())
_BEGINS = re.compile(r"(?=.*\s)[^\w/£#+%]*[.;:!?)\n\"'][^\w/£#+%]*", re.DOTALL)


def doors_that_speak(words: Sequence[Word], index: Index, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give each such door, and those joined to it; `found` are the sure findings of the same text."""
    figures = [at for at in index.figures if at and DOOR.fullmatch(words[at].low)]
    if not figures:
        return
    places = [each for each in found if each.kind in _PLACES]
    if not places and index.lows.isdisjoint(_HOMES):
        return
    starts, streets = {each.start for each in places}, {each.end for each in places}
    doors = {int(number[0]) for each in places if (number := re.search(r"\d{1,4}", each.key))}
    names = [each for each in found if each.kind == "name"]
    ends, begun = {each.end for each in names}, {each.start for each in names}
    for at in figures:
        if (
            _speaks(words, at, begun, doors)
            or _has_parts(words, at)
            or _is_somebodys(words, at, ends)
            or _is_numbered(words, at, begun)
            or _is_in_a_row(words, at, starts)
            or _is_come_to(words, at, doors)
        ) and _may_be(words, at, streets):
            for door in row_of_doors(words, at):
                word = words[door]
                reason = "a door by who speaks there"
                yield Finding(word.start, word.end, "address", "named", _SURE, reason, key=word.low)


def _may_be(words: Sequence[Word], at: int, streets: Container[int]) -> bool:
    """Say whether a number is no time or measure, and of nothing that is numbered; Mere Court is no court."""
    low = words[at].low
    return (
        not CLOCK_OR_YEAR.fullmatch(low)
        and not any(word.low in _NEVER and word.end not in streets for word in words[max(0, at - _BACK) : at])
        and (not is_measured(words, at) or _has_parts(words, at))
    )


def _speaks(words: Sequence[Word], at: int, names: Container[int], doors: set[int]) -> bool:
    """Say whether a number does what somebody does: 25 says, 9 has not, only 32 in."""
    word, before, after = words[at], words[at - 1], words[at + 1] if at + 1 < len(words) else None
    if after is None or after.gap != " " or after.low not in _DOES:
        return False
    if not (_BEGINS.fullmatch(word.gap) or (word.gap == " " and before.low in _BEFORE)):
        return False
    likely = _number(word) > _MOST_COUNTED or (word.gap != " " and _is_near(word, doors))
    if before.low == "only" and after.low in ("in", "answered"):
        return True
    if after.low == "is" and at + 2 < len(words):
        return words[at + 2].start in names
    return after.low in _SPEAKS or (after.low == "has" and word.low != "1") or (likely and after.low in _SAID)


def _has_parts(words: Sequence[Word], at: int) -> bool:
    """Say whether a part of a home is a number's: 12's fence."""
    owned = at + 2 < len(words) and words[at + 1].gap == "'" and words[at + 1].low == "s"
    return owned and words[at + 2].low in _PARTS


def _is_somebodys(words: Sequence[Word], at: int, names: Container[int]) -> bool:
    """Say whether somebody told just before is there: Storm at 5 says, next door, 56."""
    word, before, after = words[at], words[at - 1], words[at + 1] if at + 1 < len(words) else None
    ended = after is None or after.gap[0] in ".,;)\n"
    if before.low in _BESIDE and word.gap in (", ", " (", ": "):
        return ended or (after is not None and after.low == "and")
    if at == 1 or before.low not in ("at", "in", "from") or word.gap != " " or before.gap != " ":
        return False
    somebody = words[at - 2]
    if before.low == "in" and somebody.low in _PARTIES:
        return ended or (after is not None and after.low in _SPEAKS | _SAID)
    named = somebody.end in names or somebody.low in _KIN or somebody.capital
    return named and after is not None and after.gap == " " and (after.low in _SPEAKS or after.low in _SAID)


def _is_numbered(words: Sequence[Word], at: int, names: Container[int]) -> bool:
    """Say whether `No` and a number begin what is told of who lives there, or a row: No 35, Mr Ives; No 3, 5 and 7."""
    before, after = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    begun = before.low == "nr" or before.opens or at == 1
    if before.low not in _NUMBER or not begun or words[at].gap not in (" ", ". ") or after is None:
        return False
    if after.low in _TITLES or after.start in names:
        return after.gap in (", ", " (", " ", ": ", " - ")
    acts = after.low in _SPEAKS or after.low in _ACTS
    return (acts and after.gap == " ") or (before.low != "nr" and len(list(row_of_doors(words, at))) > 1)


def _is_in_a_row(words: Sequence[Word], at: int, starts: Container[int]) -> bool:
    """Say whether two doors or more stand before their street, or are listed: that 88 and 92 on Mill Road."""
    word, before = words[at], words[at - 1]
    after = words[at + 1].low if at + 1 < len(words) else ""
    if after not in ("and", "or") and not after[:1].isdigit():
        return False
    begins, led = _BEGINS.fullmatch(word.gap), word.gap == " " and before.low in _FROM
    asked = word.gap == ": " and before.low in _VISITED
    row = list(row_of_doors(words, at)) if begins or led or asked else []
    if asked and len(row) >= _LISTED:
        return True
    ends = row[-1] + 1 if len(row) > 1 else len(words)
    if ends + 1 >= len(words):
        return False
    if led:
        return words[ends].start in starts or (words[ends].low in _STREETWARDS and words[ends + 1].start in starts)
    return words[ends].low in _TOGETHER


def _is_come_to(words: Sequence[Word], at: int, doors: set[int]) -> bool:
    """Say whether a sentence begins at a door near another that is known: At 3 Mere Court a child. At 5 nobody."""
    if words[at - 1].low != "at" or not words[at - 1].opens or at + 1 >= len(words) or words[at + 1].gap != " ":
        return False
    return words[at + 1].low in _THERE and not is_counting(words, at) and _is_near(words[at], doors)


def _is_near(word: Word, doors: set[int]) -> bool:
    return any(abs(_number(word) - door) <= _NEAR_DOORS for door in doors)


def _number(word: Word) -> int:
    return int(word.low.rstrip("abcdefghijklmnopqrstuvwxyz"))
