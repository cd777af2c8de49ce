"""Finding the parties' dates of birth: numbers, months and number words in any order in which a date is given."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.parties import Party
from redaction.words import Word

_MONTHS = "january february march april may june july august september october november december".split()
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_VALUES = {
    **{name[:length]: number for number, name in enumerate(_MONTHS, 1) for length in (3, 4, len(name))},
    **{name: number for names in (_SMALL, _ORDINALS) for number, name in enumerate(names)},
    **{tens: number * 10 for number, tens in enumerate(_TENS, 2)},
    **{tens[:-1] + "ieth": number * 10 for number, tens in enumerate(_TENS, 2)},
    "hundred": 100,
    "thousand": 1000,
    "oh": 0,
}
_UNITS = frozenset((*_SMALL[1:10], *_ORDINALS[1:10]))
_FILLERS = frozenset("of the and in st nd rd th day dob".split())
_AS_DIGITS = str.maketrans("oil", "011")
_PIECE = re.compile(r"\d+|[a-z]+")
_TELLING = frozenset((*_VALUES, *_FILLERS))
_LONGEST = 7


class _Told(NamedTuple):
    """One number, and the words that tell it."""

    value: int
    first: int
    last: int
    written: str


class KnownBirths:
    """The parties' dates of birth, each as the sequences of numbers in which it may be told."""

    def __init__(self, parties: Sequence[Party]) -> None:
        """List the sequences of each date."""
        self._told: dict[tuple[int, ...], set[int]] = {}
        self._together: dict[str, set[int]] = {}
        for index, party in enumerate(parties):
            if party.born:
                for sequence in _sequences(party.born):
                    self._told.setdefault(sequence, set()).add(index)
                for digits in _run_together(party.born):
                    self._together.setdefault(digits, set()).add(index)

    def find(self, words: Sequence[Word], index: Index) -> Iterator[Finding]:
        """Give each place where a party's date of birth is told."""
        if not self._told:
            return
        run: list[_Told] = []
        before = 0
        for at in together(index.of(_TELLING), index.unusual):
            word = words[at]
            if word.low not in _TELLING and word.low.isalpha():
                continue
            if run and at > before + 1:
                yield from self._in_run(words, run)
                run = []
            before, values = at, _values(word.low)
            if word.low in self._together:
                yield _finding(word, word, self._together[word.low])
            if run and (values is None or len(word.gap) > 4 or "\n\n" in word.gap):
                yield from self._in_run(words, run)
                run = []
            run += [_Told(value, at, at, word.low) for value in values or ()]
        yield from self._in_run(words, run)

    def _in_run(self, words: Sequence[Word], run: list[_Told]) -> Iterator[Finding]:
        """Look at every stretch of a run of numbers."""
        if len(run) < 3:
            return
        run = list(_summed(run))
        for first in range(len(run)):
            for length in range(3, min(_LONGEST, len(run) - first) + 1):
                parties = self._told.get(tuple(told.value for told in run[first : first + length]))
                if parties:
                    yield _finding(words[run[first].first], words[run[first + length - 1].last], parties)


def _finding(first: Word, last: Word, parties: set[int]) -> Finding:
    reason = "a party's date of birth"
    return Finding(first.start, last.end, "birth", "known", 0.99, reason, key="birth", parties=tuple(sorted(parties)))


def _values(low: str) -> list[int] | None:
    """Read the numbers that a word tells: 08aug1970 tells 8, 8 and 1970; None when it tells something else."""
    found = _read(low)
    return _read(low.translate(_AS_DIGITS)) if found is None and not low.isalpha() else found


def _read(low: str) -> list[int] | None:
    found: list[int] = []
    for piece in _PIECE.findall(low):
        if piece.isdigit() and len(piece) < 5:
            found.append(int(piece))
        elif piece in _VALUES:
            found.append(_VALUES[piece])
        elif piece not in _FILLERS:
            return None
    return found


def _summed(run: list[_Told]) -> Iterator[_Told]:
    """Join tens and units spoken as two words: seventy one is 71."""
    at = 0
    while at < len(run):
        tens, units = run[at], run[at + 1] if at + 1 < len(run) else None
        if units and tens.written in _TENS and units.written in _UNITS and units.first == tens.last + 1:
            yield _Told(tens.value + units.value, tens.first, units.last, tens.written + units.written)
            at += 1
        else:
            yield tens
        at += 1


def _sequences(day: date) -> Iterator[tuple[int, ...]]:
    century, rest = divmod(day.year, 100)
    years: list[tuple[int, ...]] = [(day.year,), (rest,), (century, rest), (century, 100, rest), (century, 0, rest)]
    years += [(century, 100)] if rest == 0 else []
    years += [(2, 1000, rest), (2, 1000)] if century == 20 else []
    for year in years:
        yield (day.day, day.month, *year)
        yield (day.month, day.day, *year)
        yield (*year, day.month, day.day)


def _run_together(day: date) -> tuple[str, ...]:
    date_, month, year = f"{day.day:02}", f"{day.month:02}", f"{day.year:04}"
    return date_ + month + year, date_ + month + year[2:], year + month + date_, month + date_ + year
