"""Matching names and initials that are written letter by letter."""

from collections.abc import Sequence
from functools import cached_property

from redaction.known.hits import Hit
from redaction.known.name_forms import NEAR_LENGTH, NameForms
from redaction.known.spelling import NearWords
from redaction.words import Word

_MOST_LETTERS = 64
_BETWEEN_LETTERS = frozenset((" ", "-", ".", ". ", "_", "'", " - ", "/", ", ", ",", "\n", "*", "", " . "))


class LetteredNames:
    """The forms whose letters stand apart: M.A.H., M H, H u g h e s."""

    def __init__(self, forms: NameForms, near: NearWords) -> None:
        """Keep the forms."""
        self._forms = forms
        self._near = near

    @cached_property
    def _beginnings(self) -> set[str]:
        """Give the two letters with which each form begins, which few texts ask for."""
        forms = self._forms
        return {form[:2] for known in (forms.full, forms.pet, forms.coined, forms.initials) for form in known}

    def spelt_out(self, words: Sequence[Word], at: int) -> Hit | None:
        """Match letters with dots or spaces between them: M.A.H., M H, H u g h e s."""
        start = words[at].low + words[at + 1].low if at + 1 < len(words) else ""
        if len(start) != 2 or start not in self._beginnings:
            return None
        letters = "".join(word.low for word in _single_letters(words, at))
        for length in range(len(letters), 1, -1):
            told = letters[:length]
            parties = self._forms.called(told) if length > 2 else None
            parties = parties or (self._forms.coined.get(told) if length >= NEAR_LENGTH else None)
            parties = parties or (self._forms.initials.get(told) if _are_initials(words, at, length) else None)
            if parties:
                reason = "a party's name or initials, letter by letter"
                return Hit(at, at + length - 1, parties, 0.8, reason)
        near = self._near.near(letters) if len(letters) > NEAR_LENGTH else []
        parties = frozenset(party for form in near for party in self._forms.names[form])
        return Hit(at, at + len(letters) - 1, parties, 0.7, "a misspelt name, letter by letter") if near else None


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
    dotted = all(word.gap.startswith(".") or word.gap == "'" for word in run[1:])
    capitals = run[0].capital and all(word.text.isupper() and word.gap.strip() in ("", "-", "'") for word in run[1:])
    return dotted or capitals
