"""Widening a mention over what belongs to it: initials, the small words of a surname, the rest of a file's name."""

from collections.abc import Sequence

from redaction.lexicon import PARTICLES, Lexicon
from redaction.words import Word

_MOST = 6
_BEFORE = frozenset((" ", ".", ". ", "-", "  ", "_", ""))
_AFTER = frozenset((" ", ", ", ".", ",", "-", "  ", "_", "", "/"))
_PREFIXED = frozenset((" ", "'", "-", "  ", "' ", "\n"))
_SMALL_WORDS = frozenset("aisvo")


class Widening:
    """Knows which letters and which small words the parties' names hold."""

    def __init__(
        self, letters: dict[int, frozenset[str]], prefixes: dict[int, frozenset[str]], lexicon: Lexicon
    ) -> None:
        """Keep them by party, letters that stand side by side among them."""
        self._letters = letters
        self._prefixes = prefixes
        self._lexicon = lexicon

    def widened(self, words: Sequence[Word], first: int, last: int, parties: frozenset[int]) -> tuple[int, int]:
        """Give the first and last word of a mention with what belongs to it: M. A. Hughes; Hughes, MA; O'Hughes."""
        letters = frozenset().union(*(self._letters[party] for party in parties))
        prefixes = frozenset().union(*(self._prefixes[party] for party in parties))
        begin, end = first, last
        while begin and first - begin < _MOST and self._belongs_before(words, begin, letters, prefixes):
            begin -= 1
        while end + 1 < len(words) and end - last < _MOST and self._belongs_after(words, end, letters):
            end += 1
        return begin, end

    def _belongs_before(
        self, words: Sequence[Word], begin: int, letters: frozenset[str], prefixes: frozenset[str]
    ) -> bool:
        word, gap = words[begin - 1], words[begin].gap
        if gap == "_":
            return True
        if word.low in prefixes and gap in _PREFIXED and (word.low in PARTICLES or not word.plain or gap == "'"):
            return True
        if word.low in ("mc", "mac") and gap == " " and word.low[0] in letters:
            return True
        dotted, small = gap.startswith("."), _is_in_small_letters(words[begin])
        return gap in _BEFORE and self._is_initial(
            word, letters, small=dotted or (small and word.low not in _SMALL_WORDS)
        )

    def _belongs_after(self, words: Sequence[Word], end: int, letters: frozenset[str]) -> bool:
        word = words[end + 1]
        if word.gap == "_":
            return True
        if word.text == "I" and word.gap == " " and end + 2 < len(words) and words[end + 2].gap in (" ", "'"):
            return False
        if word.gap == ", " and len(word.text) == 1 and word.text.isupper() and _is_dotted(words, end + 1):
            return True  # Hughes, W.: an initial, whoever else of that name has it
        small = _is_in_small_letters(words[end]) and word.low not in _SMALL_WORDS
        return word.gap in _AFTER and self._is_initial(word, letters, small=small)

    def _is_initial(self, word: Word, letters: frozenset[str], *, small: bool) -> bool:
        """Say whether a word is made of a person's initials; a small letter counts beside a name in small letters."""
        if len(word.low) == 1:
            return word.low in letters and (word.text.isupper() or small)
        if word.low not in letters:
            return False
        policy = word.low in self._lexicon.protected and word.low not in self._lexicon.ordinary
        return word.text.isupper() and word.capital and not policy


def _is_in_small_letters(word: Word) -> bool:
    return not (word.text.istitle() or word.text.isupper())


def _is_dotted(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].gap.startswith(".")
