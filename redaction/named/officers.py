"""Finding the numbers that officers wear, beside their ranks and names: PC 4312, PC Nwosu 4312, DS al-Amin (771)."""

import re
from collections.abc import Iterator, Sequence

from redaction.clock import CLOCK
from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import PARTICLES, Lexicon
from redaction.named.announcing import COLLAR
from redaction.named.cues import RANKS
from redaction.named.officers_by_number import officers_by_number
from redaction.words import Word

_MOST_NAMES = 4
_CALLED_SO = frozenset("skipper skip guvnor sarge supervisor".split())  # who is no officer without a number
_WHO_WEARS = RANKS | _CALLED_SO
_JOINED_BEFORE = frozenset("and with myself & + plus by to from".split())
_NO_SURNAMES = frozenset("pounds people days hours miles may june april august march".split())
_TIME_OR_YEAR = re.compile(rf"{CLOCK}|(?:1[5-9]|20)\d\d")
_AFTER_RANK = (" ", "", ": ", "/")
_AFTER_NAME = (" ", ", ", " (", "/")


def find_officer_numbers(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each number that follows a rank, at once or after a name."""
    for at in index.of(_WHO_WEARS):
        number = _number_after(words, at) or _small_after(words, at, lexicon)
        if number:
            yield Finding(number.start, number.end, "collar", "shaped", 0.9, "a number beside a rank", key=number.low)


def find_numbered_officers(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each collar number that leads up to a surname, and the surname: PC 4471 Okoro and 4472 Lane; or alone."""
    yield from officers_by_number(words, index)
    for at in (at for at in index.figures if at and len(words[at].text) in (4, 5) and words[at].text.isdigit()):
        number, name = words[at], words[at + 1] if at + 1 < len(words) else None
        if name is None or not _is_joined(words, at) or _TIME_OR_YEAR.fullmatch(number.text):
            continue
        if name.gap == " " and _is_a_surname(words, at + 1, lexicon):
            reason = "a number before a surname"
            yield Finding(number.start, number.end, "collar", "shaped", 0.85, reason, key=number.low)
            yield Finding(name.start, name.end, "name", "named", 0.8, reason, key=name.low, label="Officer")


def _is_joined(words: Sequence[Word], at: int) -> bool:
    """Say whether another officer or who writes stands before: and 4472, with 4472."""
    return words[at].gap in (" & ", " + ") or (words[at].gap == " " and words[at - 1].low in _JOINED_BEFORE)


def _is_a_surname(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a word with a capital is a listed surname, no policy first, and no street's or firm's beginning."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    cased = word.text.istitle() or (word.upper and word.capital)
    goes_on = after is not None and after.gap == " " and (after.capital or after.upper)
    return cased and word.low in lexicon.surnames and word.low not in _NO_SURNAMES and not goes_on


def _small_after(words: Sequence[Word], rank: int, lexicon: Lexicon) -> Word | None:
    """Give the number after a name in small letters that is no everyday word: pc danby 1204."""
    if rank + 2 >= len(words) or not words[rank].text.islower() or not words[rank + 1].text.islower():
        return None
    name, number = words[rank + 1], words[rank + 2]
    told = COLLAR.fullmatch(number.text) and len(number.text) > 2 and number.gap == " " and name.gap == " "
    listed = name.low in lexicon.surnames and not any(
        name.low in each for each in (lexicon.protected, lexicon.verbs, lexicon.person_verbs)
    )
    return number if told and (listed or not lexicon.is_plain(name.low)) else None


def _number_after(words: Sequence[Word], rank: int) -> Word | None:
    for at in range(rank + 1, min(rank + 2 + _MOST_NAMES, len(words))):
        word = words[at]
        if COLLAR.fullmatch(word.text):
            return word if word.gap in (_AFTER_RANK if at == rank + 1 else _AFTER_NAME) else None
        if not (word.capital or word.upper or word.low in PARTICLES) or word.gap not in (" ", "-", "'"):
            return None
    return None
