"""Finding the parties' other identifiers and the case's references: adjacent words, run together, that spell a form."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.known.identifiers import forms_of
from redaction.lexicon import Lexicon
from redaction.parties import Party
from redaction.words import Word

_LONGEST = 16
_BEGINNING = 6
_BETWEEN = re.compile(r"[^\w\n]{0,4}\n?[^\w\n]{0,4}")
_REASONS = {
    "reference": "a reference of this case",
    **dict.fromkeys(("address", "street", "town", "postcode", "place"), "a party's address"),
}
_DIGITS = str.maketrans("oil", "011")


class KnownThings:
    """All forms of all identifiers and references, with their beginnings, so that a search stops early."""

    def __init__(self, parties: Sequence[Party], references: Sequence[str], lexicon: Lexicon) -> None:
        """Derive the forms."""
        self._lexicon = lexicon
        self._forms = forms_of(parties, references, lexicon)
        self._beginnings = {key[:length] for key in self._forms for length in range(1, _BEGINNING + 1)}
        self._longest_form = max(map(len, self._forms), default=0)

    def find(self, words: Sequence[Word]) -> Iterator[Finding]:
        """Give each longest run of words that spells a form."""
        at = 0
        while at < len(words):
            last = self._longest(words, at)
            if last is None:
                at += 1
            else:
                yield self._finding(words, at, last[0], last[1])
                at = last[0] + 1

    def _longest(self, words: Sequence[Word], at: int) -> tuple[int, str] | None:
        found: tuple[int, str] | None = None
        key = ""
        for last in range(at, min(at + _LONGEST, len(words))):
            if last > at and not _BETWEEN.fullmatch(words[last].gap):
                break
            key += words[last].low
            if key[:_BEGINNING] not in self._beginnings or len(key) > self._longest_form:
                break
            if key in self._forms and self._counts(words, at, last, key):
                found = (last, key)
        return found or self._mistyped(words[at], at)

    def _mistyped(self, word: Word, at: int) -> tuple[int, str] | None:
        """Match a number in which letters stand for digits."""
        key = word.low.translate(_DIGITS)
        return (at, key) if key != word.low and key in self._forms and any(c.isdigit() for c in word.low) else None

    def _counts(self, words: Sequence[Word], at: int, last: int, key: str) -> bool:
        """Say whether a run may stand for a form: an everyday word only with a capital, not at a sentence's start."""
        word = words[at]
        if key.isdigit() and len(key) < 7 and at == last:
            return "£" not in word.gap
        if (
            last > at
            and key.isalpha()
            and len(key) < 6
            and all(self._lexicon.is_plain(word.low) for word in words[at : last + 1])
        ):
            return word.capital and words[last].capital
        return not all(form.spelling.capital for form in self._forms[key]) or (
            word.capital and not (word.opens and self._lexicon.is_plain(word.low))
        )

    def _finding(self, words: Sequence[Word], first: int, last: int, key: str) -> Finding:
        forms = self._forms[key]
        told = forms[0].spelling
        parties = tuple(
            sorted({form.party for form in forms if form.party is not None and form.spelling.kind == told.kind})
        )
        reason = _REASONS.get(told.kind, "a party's identifier")
        return Finding(words[first].start, words[last].end, told.kind, "known", 0.99, reason, told.thing, parties)
