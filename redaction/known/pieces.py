"""Matching names that a line's end, a stray space or a sign parts."""

from collections.abc import Sequence

from redaction.known.hits import Hit
from redaction.known.inside import InsideWords
from redaction.known.name_forms import NEAR_LENGTH, NameForms
from redaction.known.ordinary import is_common
from redaction.lexicon import Lexicon
from redaction.words import Word

_MOST_PIECES = 4
_SIGNS = {"@": "a", "$": "s", "!": "i", "|": "l"}
_PREFIXES = frozenset({"mc", "mac"})
_SHORT = frozenset(
    (
        "a i am an as at be by do go he if in is it me my no of oh on or so to up us we for has was had the and her his"
    ).split()
)
_SHORT_NAME = 5
_WRAPPED = ("", "-", "\u00ac")


class PartedNames:
    """The forms that stand in a text in several pieces."""

    def __init__(self, forms: NameForms, inside: InsideWords, lexicon: Lexicon) -> None:
        """Keep the forms, and the names by their beginnings."""
        self._forms = forms
        self._inside = inside
        self._lexicon = lexicon

    def in_pieces(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match a name that a line's end, a stray space or a sign parts."""
        low, last = words[at].low, at
        if at + 1 < len(words) and low not in _PREFIXES:
            after = words[at + 1]
            if after.gap == " " and (after.capital or (after.plain and words[at].plain)):
                return None  # two words
        while last + 1 < len(words) and last - at < _MOST_PIECES:
            last += 1
            gap = words[last].gap.strip()
            if len(words[last].gap) > 12 or (gap not in _WRAPPED and gap not in _SIGNS):
                return None
            low += _SIGNS.get(gap, "") + words[last].low
            stems = (low, low.removesuffix("s"), low.removesuffix("es"))
            parties = next((known for stem in stems if (known := self._forms.called(stem))), None)
            if parties and len(low) >= NEAR_LENGTH and self._is_one_word(words, at, last):
                weak = all(self._is_common(word, len(low)) for word in words[at : last + 1])
                return Hit(at, last, frozenset(parties), 0.8, "a party's name in pieces", weak)
            if "\n" not in words[last].gap and gap not in _SIGNS and words[last - 1].low not in _PREFIXES:
                return None
            across = self._across(words[last - 1].low, words[last].low) if last == at + 1 else frozenset()
            if across:
                return Hit(at, last, across, 0.8, "a party's name inside a longer word in pieces")
        return None

    def _across(self, first: str, second: str) -> frozenset[int]:
        """Give the parties whose long names lie across the end of a line, inside a longer word."""
        if self._lexicon.is_plain(first) or len(first) + len(second) < NEAR_LENGTH + 2:
            return frozenset()
        apart = {*self._inside.held(first), *self._inside.held(second)}
        held = [form for form in self._inside.held(first + second, NEAR_LENGTH + 1) if form not in apart]
        return frozenset(party for form in held for party in self._forms.names[form]) or self._after(first, second)

    def _after(self, first: str, second: str) -> frozenset[int]:
        """Give the parties with a name that a line's end parts right after another that is run together with it."""
        rests = [first.partition(form)[2] + second for form in self._inside.held(first)]
        return next((frozenset(known) for rest in rests if (known := self._forms.names.get(rest))), frozenset())

    def _is_common(self, word: Word, whole: int) -> bool:
        """Say whether a piece is a word that often stands at a line's end: as, if; any common one in a short name."""
        if word.capital:
            return False
        spelt = word.low in self._lexicon.ordinary  # an abbreviation of policy is no word
        return word.low in _SHORT or (whole <= _SHORT_NAME and spelt and is_common(word.low, self._lexicon))

    def _is_one_word(self, words: Sequence[Word], at: int, last: int) -> bool:
        """Say whether pieces may be one word: parted by a line's end or a sign, or by a space and not all words."""
        if last == at + 1 and words[last].gap == " ":
            return not words[last].capital and not (words[at].plain and words[last].plain)
        return True
