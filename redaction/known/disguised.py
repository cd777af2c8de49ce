"""Matching names hidden or slipped: over line ends, letter by letter, misspelt, inside handles, with digits."""

from collections.abc import Sequence

from redaction.known.hits import Hit
from redaction.known.inside import InsideWords
from redaction.known.name_forms import NEAR_LENGTH, NameForms
from redaction.known.ordinary import is_common
from redaction.known.spelling import NearWords
from redaction.lexicon import Lexicon
from redaction.words import Word

_MOST_LETTERS = 32
_MOST_PIECES = 4
_LEET = (str.maketrans("0123456789", "oizeasgtbg"), str.maketrans("1", "l"))
_SIGNS = {"@": "a", "$": "s", "!": "i", "|": "l"}
_PREFIXES = frozenset({"mc", "mac"})
_SHORT = frozenset("a i am an as at be by do go he if in is it me my no of oh on or so to up us we".split())
_BETWEEN_LETTERS = frozenset((" ", "-", ".", ". ", "_", "'", " - ", "/", ", ", ",", "\n", "*", "", " . "))
_WRAPPED = ("", "-", "\u00ac")


class DisguisedNames:
    """The forms that stand in a text otherwise than letter for letter."""

    def __init__(self, forms: NameForms, lexicon: Lexicon) -> None:
        """Index the names by their spelling and by their beginnings."""
        self._forms = forms
        self._lexicon = lexicon
        self._near = NearWords(forms.names)
        self._inside = InsideWords(forms.names)
        self._beginnings = {
            form[:2] for known in (forms.full, forms.pet, forms.coined, forms.initials) for form in known
        }
        self._hidden: dict[str, frozenset[int]] = {}

    def word(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match one word: misspelt, inside a handle, or written with digits for letters."""
        word = words[at]
        if not word.low.isalpha():
            return None if word.low.isdigit() else self._with_digits(word, at)
        return self._misspelt(words, at) or self._handle(word, at) or self._misspelt_after_mac(words, at)

    def _misspelt_after_mac(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match a slip in the second word of Mac Donald."""
        if words[at].low not in _PREFIXES or at + 1 == len(words) or words[at + 1].gap != " ":
            return None
        near = self._near.near(words[at].low + words[at + 1].low)
        parties = frozenset(party for form in near for party in self._forms.names[form])
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
        )

    def _handle(self, word: Word, at: int) -> Hit | None:
        """Match a name run together with other letters."""
        low = word.low
        if len(low) < NEAR_LENGTH + 2 or word.plain or self._lexicon.is_name(low):
            return None
        parties = self._bearers(low, NEAR_LENGTH + 1)
        return Hit(at, at, parties, 0.8, "a party's name inside a longer word") if parties else None

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
        parties = self._called(core)
        if parties and core.isalpha():
            weak = is_common(core, self._lexicon)
            return Hit(at, at, frozenset(parties), 0.8, "a party's name with digits", weak)
        if len(low) < NEAR_LENGTH:
            return None
        first = low.translate(_LEET[0])
        for spelt in dict.fromkeys((first, low.translate(_LEET[1]).translate(_LEET[0]))):
            for form in (spelt, spelt.removesuffix("s")):
                parties = self._called(form) or self._forms.coined.get(form)
                if parties:
                    return Hit(at, at, frozenset(parties), 0.8, "a party's name, digits for letters")
        held = self._bearers(low, NEAR_LENGTH) or self._bearers(first, NEAR_LENGTH + 1)
        return Hit(at, at, held, 0.8, "a party's name inside a longer word") if held else None

    def in_pieces(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match a name that a line's end, a stray space or a sign parts."""
        low, last = words[at].low, at
        while last + 1 < len(words) and last - at < _MOST_PIECES:
            last += 1
            gap = words[last].gap.strip()
            if len(words[last].gap) > 12 or (gap not in _WRAPPED and gap not in _SIGNS):
                return None
            low += _SIGNS.get(gap, "") + words[last].low
            parties = self._called(low) or self._called(low.removesuffix("s")) or self._called(low.removesuffix("es"))
            if parties and len(low) >= NEAR_LENGTH and self._is_one_word(words, at, last):
                weak = all(self._is_common(word) for word in words[at : last + 1])
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
        return frozenset(party for form in held for party in self._forms.names[form])

    def _called(self, form: str) -> set[int] | None:
        """Give the parties who are called by a form that somebody need not have coined."""
        return self._forms.full.get(form) or self._forms.pet.get(form)

    def _is_common(self, word: Word) -> bool:
        return not word.capital and (is_common(word.low, self._lexicon) or word.low in _SHORT)

    def _is_one_word(self, words: Sequence[Word], at: int, last: int) -> bool:
        """Say whether pieces may be one word: parted by a line's end or a sign, or by a space and not all words."""
        if last == at + 1 and words[last].gap == " ":
            return not words[last].capital and not (words[at].plain and words[last].plain)
        return True

    def spelt_out(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match letters with dots or spaces between them: M.A.H., M H, H u g h e s."""
        if at + 1 == len(words) or words[at].low + words[at + 1].low not in self._beginnings:
            return None
        letters = "".join(word.low for word in _single_letters(words, at))
        for length in range(len(letters), 1, -1):
            told = letters[:length]
            parties = self._called(told) if length > 2 else None
            parties = parties or (self._forms.coined.get(told) if length >= NEAR_LENGTH else None)
            parties = parties or (self._forms.initials.get(told) if _are_initials(words, at, length) else None)
            if parties:
                reason = "a party's name or initials, letter by letter"
                return Hit(at, at + length - 1, frozenset(parties), 0.8, reason)
        near = self._near.near(letters) if len(letters) > NEAR_LENGTH else []
        parties = {party for form in near for party in self._forms.names[form]}
        return (
            Hit(at, at + len(letters) - 1, frozenset(parties), 0.7, "a misspelt name, letter by letter")
            if near
            else None
        )


def _single_letters(words: Sequence[Word], at: int) -> list[Word]:
    """Give the words of one letter that stand side by side from here on."""
    found: list[Word] = []
    for word in words[at : at + _MOST_LETTERS]:
        if len(word.low) > 1 or not word.low.isalpha() or (found and word.gap not in _BETWEEN_LETTERS):
            break
        found.append(word)
    return found


def _are_initials(words: Sequence[Word], at: int, length: int) -> bool:
    """Say whether letters are set as initials are: all capitals, or all with full stops."""
    run = words[at : at + length]
    dotted = all(word.gap.startswith(".") for word in run[1:])
    capitals = run[0].capital and all(word.text.isupper() and word.gap.strip() in ("", "-", "'") for word in run[1:])
    return dotted or capitals
