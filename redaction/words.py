"""A text as a row of words, each with what its letters and its neighbours say of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redaction.lexicon import Lexicon

BLANK = "\x00"  # what a tag is put out with before a text is split
_WORD = re.compile(r"([^\W_]+)")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;\n•*]|(?:^|\s)- ")
_ABBREVIATED = frozenset("mr mrs ms dr st prof rev sgt insp no tel approx ref aka nr vs cllr".split())
_SPACES = re.compile(r"[ \t]+")
_SHOUTED_SHARE = 0.7
_WIDEST_SPACE = 2
_WITHIN_SENTENCES = frozenset((" ", "", "-", "'", ", ", " (", ") ", "/", "@", "_"))


@dataclass(slots=True, eq=False)
class Word:
    """One run of letters and digits in a folded text; `gap` stands between it and the word before, spaces as one.

    A word is `upper` when it has two letters or more and all are capitals. Slots are read sooner than parts of a tuple.
    """

    start: int
    end: int
    text: str
    low: str
    gap: str
    capital: bool
    opens: bool
    plain: bool
    upper: bool


def is_apart(before: Word, word: Word) -> bool:
    """Say whether a column's width of blanks stands between two words, as between the boxes of a form."""
    return word.gap == " " and word.start - before.end > _WIDEST_SPACE


def split_words(text: str, lexicon: Lexicon) -> list[Word]:
    """Split a folded text into words, treating capitals as telling nothing in lines that are mostly capitals."""
    words: list[Word] = []
    spelt: dict[str, tuple[str, bool, bool, bool]] = {}
    shouted = _shouted_lines(text)
    begin, stop = next(shouted, (len(text), len(text)))
    before, end, ordinary = "", 0, lexicon.ordinary
    parts = _WORD.split(text)
    for gap, piece in zip(parts[::2], parts[1::2], strict=False):
        start = end + len(gap)
        end = start + len(piece)
        opens = False
        if gap not in _WITHIN_SENTENCES:
            gap = _SPACES.sub(" ", gap).replace("`", "'")
            opens = gap not in _WITHIN_SENTENCES and _ends_sentence(before, gap)
        if piece in ordinary:
            low, capital, plain, upper = piece, False, True, False
        else:
            if piece not in spelt:
                spelt[piece] = _spelt(piece, lexicon)
            low, capital, plain, upper = spelt[piece]
        if capital:
            while start >= stop:
                begin, stop = next(shouted, (len(text), len(text) + 1))
            told = plain and start >= begin and piece.isupper()
            capital = not (told or (low == "s" and gap.endswith("'")))
        words.append(Word(start, end, piece, low, gap, capital, opens or not words, plain, upper))
        before = low
    return words


def _spelt(piece: str, lexicon: Lexicon) -> tuple[str, bool, bool, bool]:
    """Give a word in small letters, and whether it begins with a capital, is plain, and is all capitals."""
    low = piece.lower()
    return low, piece[0].isupper(), lexicon.is_plain(low), len(piece) > 1 and piece.isupper()


def _ends_sentence(before: str, gap: str) -> bool:
    """Say whether what stands between two words ends a sentence; a full stop after an abbreviation does not."""
    if _ENDS_A_SENTENCE.search(gap) is None:
        return False
    short = len(before) == 1 and not before.isdigit()
    return gap.strip() != "." or not (short or before in _ABBREVIATED)


def _shouted_lines(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for line in text.split("\n"):
        if _is_shouted(line):
            yield begin, begin + len(line)
        begin += len(line) + 1


def _is_shouted(line: str) -> bool:
    letters = [word for word in line.split() if len(word) > 1 and word.isalpha()]
    return len(letters) > 4 and sum(word.isupper() for word in letters) > _SHOUTED_SHARE * len(letters)
