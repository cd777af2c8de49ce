"""Matching one word that hides or mistakes a name: misspelt, inside a handle, with digits for letters."""

from collections.abc import Sequence

from redaction.known.hits import Hit
from redaction.known.inside import InsideWords
from redaction.known.name_forms import NEAR_LENGTH, NameForms
from redaction.known.ordinary import is_common
from redaction.known.pieces import PartedNames
from redaction.known.spelling import NearWords
from redaction.lexicon import PARTICLES, Lexicon
from redaction.words import Word

_LEET = (str.maketrans("0123456789", "oizeasgtbg"), str.maketrans("1", "l"))
_PREFIXES = frozenset({"mc", "mac"}) | PARTICLES


class DisguisedNames:
    """The forms that stand in one word otherwise than letter for letter."""

    def __init__(
        self, forms: NameForms, near: NearWords, inside: InsideWords, parted: PartedNames, lexicon: Lexicon
    ) -> None:
        """Keep the names, indexed by their spelling and by their beginnings, and what finds them in pieces."""
        self._forms = forms
        self._parted = parted
        self._lexicon = lexicon
        self._near = near
        self._inside = inside
        self._hidden: dict[str, frozenset[int]] = {}

    def word(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match one word: misspelt, inside a handle, or written with digits for letters."""
        word = words[at]
        if not word.low.isalpha():
            return None if word.low.isdigit() else self._with_digits(word, at)
        return self._misspelt(words, at) or self._handle(word, at) or self._misspelt_after_prefix(words, at)

    def _misspelt_after_prefix(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match a slip in the second word of Mac Donald or di Marco."""
        if words[at].low not in _PREFIXES or at + 1 == len(words) or words[at + 1].gap != " ":
            return None
        if at and words[at].gap == "'":
            return None  # he'd an appointment
        near = self._near.near(words[at].low + words[at + 1].low)
        parties = frozenset(party for form in near for party in self._forms.names[form])
        if parties and (parted := self._parted.in_pieces(words, at + 1)):
            return parted._replace(first=at)  # du Plessi/s over a line's end is no slip
        return Hit(at, at + 1, parties, 0.7, "one letter away from a party's name") if parties else None

    def _misspelt(self, words: Sequence[Word], at: int) -> Hit | None:
        word, plain = words[at], words[at].plain
        if len(word.low) < NEAR_LENGTH - 1 or (plain and (not word.capital or word.low in self._lexicon.protected)):
            return None
        if at + 1 < len(words) and words[at + 1].low == "t" and words[at + 1].gap == "'":
            return None
        near = self._near.near(word.low) or self._near.near(word.low.removesuffix("s"))
        parties = frozenset(party for form in near for party in self._forms.names[form])
        if not parties:
            return None
        another = word.capital and not plain and self._lexicon.is_name(word.low)
        return Hit(
            at,
            at,
            parties,
            0.7,
            "one letter away from a party's name",
            another or (plain and (word.opens or '"' in word.gap)),
            slip=True,
        )

    def _handle(self, word: Word, at: int) -> Hit | None:
        """Match a name run together with other letters."""
        low = word.low
        if len(low) < NEAR_LENGTH + 2 or word.plain or self._lexicon.is_name(low):
            return None
        parties = self._bearers(low, NEAR_LENGTH + 1)
        return Hit(at, at, parties, 0.8, "a party's name inside a longer word", slip=True) if parties else None

    def _bearers(self, low: str, shortest: int) -> frozenset[int]:
        """Give the parties whose names a word holds."""
        if low not in self._hidden:
            held = self._inside.held(low, shortest)
            self._hidden[low] = frozenset(party for form in held for party in self._forms.names[form])
        return self._hidden[low]

    def _with_digits(self, word: Word, at: int) -> Hit | None:
        """Match a name with digits before or after it, or written with digits for letters."""
        low = word.low
        core = low.strip("0123456789")
        parties = self._forms.called(core)
        if parties and core.isalpha():
            weak = is_common(core, self._lexicon)
            return Hit(at, at, frozenset(parties), 0.8, "a party's name with digits", weak)
        if len(low) < NEAR_LENGTH:
            return None
        first = low.translate(_LEET[0])
        for spelt in dict.fromkeys((first, low.translate(_LEET[1]).translate(_LEET[0]))):
            for form in (spelt, spelt.removesuffix("s")):
                parties = self._forms.called(form) or self._forms.coined.get(form) or self._forms.initials.get(form)
                if parties:
                    return Hit(at, at, frozenset(parties), 0.8, "a party's name, digits for letters")
        held = self._bearers(low, NEAR_LENGTH) or self._bearers(first, NEAR_LENGTH + 1)
        return Hit(at, at, held, 0.8, "a party's name inside a longer word") if held else None
