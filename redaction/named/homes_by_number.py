"""Homes called by their number alone, by what is told of them: the gate of 24, put through 29, she moved up to 22a."""

import re
from collections.abc import Iterator, Sequence

from redaction.clock import CLOCK_OR_YEAR
from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import words_of
from redaction.named import cues
from redaction.named.doors import is_measured
from redaction.named.doors_asked import row_of_doors
from redaction.words import Word

_SURE = 0.6
_DOUBT = 0.3
_DOOR = re.compile(r"\d{1,4}[a-h]?")  # not 9K, a form of a school
_LATEST_HOUR = 24
_MOST_COUNTED = 12  # so small a number is an hour, an age or a count as likely as a door
_FEW_DOORS = 30
_FAR = 12
_BACK = 5
_ANSWERED_WITHIN = 5
_NEIGHBOURS = frozenset("neighbour neighbours".split())
_PARTS = words_of("homes", "parts")
_PEOPLE = words_of("homes", "people") | _PARTS
_WHO = words_of("homes", "who") | _PEOPLE | frozenset(cues.KIN)
_WENT = words_of("homes", "went")
_NEAR = words_of("homes", "near")
_HOMES = words_of("homes", "homes")
_SHARED = words_of("homes", "shared")
_AFTER = words_of("homes", "after")
_ANSWERS = words_of("homes", "answers")
_NEVER = words_of("homes", "never")
_TO = frozenset("to from into at of on for".split())
_BY = frozenset("near outside opposite past".split())
_WITH_LETTER = frozenset("at outside opposite upstairs downstairs".split())
_LED = _NEAR | _TO | _BY | _NEIGHBOURS | {"not", "or", "is"}
_BESIDE = frozenset("at of to from on near outside through opposite past by in into meant got not for".split())
_SMALL = frozenset(
    "back away over round up down upstairs downstairs out home in again it the is was are were be must not".split()
)
_ENDED = re.compile(r"[.,;:)?!\n]|\s-|$")
_BEGINS = re.compile(r"[.;:]\s+|\s*\n\s*|, | - ")
_SOMEBODY = frozenset("a an my our the his her mr mrs ms miss dr where".split())
# What is spoken of, by which small word the number follows it, and whether that goes for numbers of hours too.
_TOLD = (
    (_PARTS, frozenset(["of"]), True),
    (words_of("homes", "cameras"), frozenset("on of from outside".split()), True),
    (words_of("homes", "cameras"), frozenset(["at"]), False),
    (words_of("homes", "dwell"), frozenset("at into to from in".split()), True),
    (frozenset(["moved"]), frozenset("into to from".split()), True),  # but moved in at 60
    (words_of("homes", "across"), frozenset("at in is".split()), True),
    (words_of("homes", "through"), frozenset(["through"]), True),
    (words_of("homes", "bound"), frozenset("of to at from".split()), False),
    (_WHO, frozenset("at from".split()), False),
)


def homes_by_number(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give each, and the numbers joined to it; as doubts, those that only stand where homes are spoken of."""
    for at in _numbers(words, index):
        if _is_asked_for(words, at):
            yield _finding(words[at])
        if not _may_be_a_door(words, at):
            continue
        if _is_told(words, at):
            yield from (_finding(words[door]) for door in row_of_doors(words, at))
        elif words[at - 1].low in _LED and _is_about_homes(words, at):
            yield _finding(words[at])._replace(certainty=_DOUBT)


def homes_beside(words: Sequence[Word], index: Index, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give the numbers that may be homes a few doors from one that is known; `found` are sure findings."""
    keys = (re.search(r"\d+", each.key) for each in found if each.kind == "address")
    known = {int(key[0]) for key in keys if key}
    for at in _numbers(words, index) if known else ():
        number = int(words[at].low.rstrip("abcdefgh"))
        if not any(abs(number - door) <= _FEW_DOORS for door in known):
            continue
        least = _MOST_COUNTED if number in known else _LATEST_HOUR
        led = words[at].gap == " " and words[at - 1].low in _BESIDE and (number > least or _has_letter(words[at]))
        if (led and _may_be_a_door(words, at)) or _answers(words, at):
            yield from (_finding(words[door]) for door in row_of_doors(words, at))


def _numbers(words: Sequence[Word], index: Index) -> list[int]:
    return [at for at in index.figures if at and _DOOR.fullmatch(words[at].low)]


def _finding(word: Word) -> Finding:
    return Finding(word.start, word.end, "address", "named", _SURE, "a home by its number alone", key=word.low)


def _has_letter(word: Word) -> bool:
    return not word.low.isdigit()


def _answers(words: Sequence[Word], at: int) -> bool:
    """Say whether a number begins a sentence and says or hears something: 16 saw nothing."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or not _BEGINS.fullmatch(words[at].gap) or CLOCK_OR_YEAR.fullmatch(words[at].low):
        return False
    goes_on = words[at + 2] if at + 2 < len(words) else None
    if after.low in ("is", "s") and goes_on is not None and goes_on.gap == " ":  # 18 is a lad; 14's empty
        return goes_on.low in _ANSWERS or (after.low == "is" and goes_on.low in _SOMEBODY)
    return after.gap in (" ", ": ", " - ") and after.low in _ANSWERS


def _may_be_a_door(words: Sequence[Word], at: int) -> bool:
    """Say whether a number is no hour, year, measure or figure of the process, and no noun is counted by it."""
    word = words[at]
    if CLOCK_OR_YEAR.fullmatch(word.low) or word.gap != " " or is_measured(words, at):
        return False
    if any(each.low in _NEVER for each in words[max(0, at - _BACK) : at]):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or (after.gap[0] != "%" and bool(_ENDED.match(after.gap) or after.low in _AFTER))


def _is_asked_for(words: Sequence[Word], at: int) -> bool:
    """Say whether a number answers a question of just before: Which number? M: 16."""
    for asked in range(max(0, at - _ANSWERED_WITHIN), at):
        if words[asked].low == "number" and any("?" in word.gap for word in words[asked + 1 : at + 1]):
            return not CLOCK_OR_YEAR.fullmatch(words[at].low) and not is_measured(words, at)
    return False


def _is_told(words: Sequence[Word], at: int) -> bool:
    """Say whether what is before a number tells that it is a home's."""
    word, before, lead = words[at], words[at - 1].low, _lead(words, at)
    many = _has_letter(word) or int(word.low) > _LATEST_HOUR
    if before == "between":
        return _is_shared(words, at)
    if before in _NEIGHBOURS or (before == "a" and words[at - 1].gap == "/"):  # A/A 6: all at 6
        return True
    if (many and before in _BY) or (_has_letter(word) and before in _WITH_LETTER):
        return True
    if _is_ranged(words, at):
        return False
    if before in ("from", "in") and words[at - 2].low in _PEOPLE and at > 1:
        return True
    if any(before in smalls and lead in leads and (many or hours) for leads, smalls, hours in _TOLD):
        return True
    went = before in _TO and lead in _WENT and (many or int(word.low) > _MOST_COUNTED or before not in ("at", "of"))
    return (went or before in _NEAR) and (_is_about_homes(words, at) or (before == "tried" and _goes_on(words, at)))


def _lead(words: Sequence[Word], at: int) -> str:
    """Give the word that governs the small word before a number: went back over to 15."""
    lead = max(0, at - 2)
    while lead > 0 and at - lead < _BACK and words[lead].low in _SMALL and words[lead].gap == " ":
        lead -= 1
    return words[lead].low


def _is_ranged(words: Sequence[Word], at: int) -> bool:
    """Say whether it is one of two figures: moved from 2 to 4."""
    if at > 1 and words[at - 1].low == "to" and words[at - 2].low.isdigit():
        return True
    return at + 2 < len(words) and words[at + 1].low == "to" and words[at + 2].low[0].isdigit()


def _is_shared(words: Sequence[Word], at: int) -> bool:
    """Say whether two numbers share a boundary: the fence between 21 and 23."""
    if at + 2 >= len(words) or words[at + 1].low != "and" or not _DOOR.fullmatch(words[at + 2].low):
        return False
    return any(word.low in _SHARED for word in words[max(0, at - _BACK) : at])


def _is_about_homes(words: Sequence[Word], at: int) -> bool:
    """Say whether a home, a neighbour or a delivery is spoken of near a number."""
    return any(word.low in _HOMES for word in words[max(0, at - _FAR) : at + _FAR])


def _goes_on(words: Sequence[Word], at: int) -> bool:
    return len(list(row_of_doors(words, at))) > 1
