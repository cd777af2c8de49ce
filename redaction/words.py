"""A text as a row of words, each with what its letters and its neighbours say of it."""

import re
from dataclasses import dataclass

from redaction.lexicon import Lexicon

_WORD = re.compile(r"[^\W_]+")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;\n•*]|(?:^|\s)- ")
_ABBREVIATED = frozenset("mr mrs ms dr st prof rev sgt insp no tel approx ref aka nr vs cllr".split())
_SHOUTED_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Word:
    """One run of letters and digits in a folded text, with what stands between it and the word before."""

    start: int
    end: int
    text: str
    low: str
    gap: str
    capital: bool
    opens: bool

    @property
    def upper(self) -> bool:
        """Say whether a word of two letters or more is all capitals."""
        return len(self.text) > 1 and self.text.isupper()


def split_words(text: str, lexicon: Lexicon) -> list[Word]:
    """Split a folded text into words, treating capitals as telling nothing in lines that are mostly capitals."""
    words: list[Word] = []
    shouted = _shouted_lines(text)
    before, end = "", 0
    for found in _WORD.finditer(text):
        piece = found[0]
        low = piece.lower()
        gap = text[end : found.start()]
        opens = not words or (_ENDS_A_SENTENCE.search(gap) is not None and not _only_abbreviates(before, gap))
        capital = piece[0].isupper()
        if capital and shouted and piece.isupper() and _inside(shouted, found.start()):
            capital = not lexicon.is_plain(low)
        words.append(Word(found.start(), found.end(), piece, low, gap, capital, opens))
        before, end = low, found.end()
    return words


def _only_abbreviates(before: str, gap: str) -> bool:
    return gap.strip() == "." and (len(before) == 1 or before in _ABBREVIATED)


def _shouted_lines(text: str) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    begin = 0
    for line in text.split("\n"):
        letters = [word for word in line.split() if len(word) > 1 and word.isalpha()]
        if len(letters) > 4 and sum(word.isupper() for word in letters) > _SHOUTED_SHARE * len(letters):
            lines.append((begin, begin + len(line)))
        begin += len(line) + 1
    return lines


def _inside(ranges: list[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in ranges)
