"""Officers by their number alone or in a list of units: crewed with 2203, bwv of 7023, UNITS LOWE 618 / PYE 571."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.named.doors import is_measured
from redaction.words import Word

_NUMBER = re.compile(r"\d{3,5}")
_KEEPS = frozenset("bwv bodycam pnb notes notebook statement footage camera".split())  # what an officer has
_KEPT = _KEEPS - {"statement", "footage", "camera"}
_CREWED = frozenset("crewed crew partnered paired".split())
_UNITS = frozenset("units crews".split())
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = frozenset("words pages people hours minutes seconds photos images lines".split())
_NO_NAMES = frozenset("at from by on to in for requested free".split())
_SENT = frozenset("assigned attending deployed dispatched sent resourced allocated attended".split())
_MOST = 12
_JOINED = frozenset((", ", " / ", "/", " & ", "&", " + ", ": ", " - "))


def officers_by_number(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give each number."""
    for at in [at for at in index.figures if at and _NUMBER.fullmatch(words[at].text)]:
        if _owns(words, at) or (not is_measured(words, at) and _is_an_officers(words, at)):
            yield _finding(words[at])
    for at in index.of(_UNITS):
        yield from _in_a_list(words, at)


def _finding(word: Word) -> Finding:
    return Finding(word.start, word.end, "collar", "named", 0.7, "an officer's number alone", key=word.low)


def _is_an_officers(words: Sequence[Word], at: int) -> bool:
    """Say whether who has a number has notes and a camera, or was in the car with somebody."""
    before, lead = words[at - 1].low, words[max(0, at - 2)].low
    if _YEAR.fullmatch(words[at].text) or (at + 1 < len(words) and words[at + 1].low in _COUNTED):
        return False
    if words[at].gap == " " and ((before == "of" and lead in _KEEPS) or (before == "with" and lead in _CREWED)):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    kept = after is not None and after.low in _KEPT and after.gap == " "
    return kept and len(words[at].text) > 3 and before != "the"


def _owns(words: Sequence[Word], at: int) -> bool:
    """Say whether an officer's things follow: 4417's notes."""
    after = words[at + 1 : at + 3]
    return len(after) > 1 and after[0].low == "s" and after[0].gap == "'" and after[1].low in _KEEPS


def _in_a_list(words: Sequence[Word], units: int) -> Iterator[Finding]:
    """Give the numbers in a row behind `units` or `units assigned:`, a name before each or none."""
    at = units + 1 + (units + 1 < len(words) and words[units + 1].low in _SENT)
    listed: list[int] = []
    for each in range(at, min(len(words), at + _MOST)):
        word = words[each]
        if _NUMBER.fullmatch(word.text) and not is_measured(words, each):
            listed.append(each)
        elif word.low in _SENT | _NO_NAMES or not (word.upper or word.text.istitle() or word.low == "and"):
            break
        if word.gap != " " and word.gap not in _JOINED:
            break
    told = [each for each in listed if words[each].gap in _JOINED or words[each - 1].low == "and" or each > at]
    if len(told) > 1 or (told and words[units + 1].low in _SENT):
        yield from (_finding(words[each]) for each in listed)
