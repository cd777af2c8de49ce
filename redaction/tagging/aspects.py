"""What one word shows by itself, as numbers: its letters, its look, the lists that hold it.

A word is known by identity only when it is ordinary English or policy. Any other word, so any rare name, is
known by its look, its lists, and its first and last letters: the model cannot hold it.
"""

from collections.abc import Sequence
from itertools import chain
from zlib import crc32

import numpy as np
import numpy.typing as npt

from redaction.lexicon import Lexicon
from redaction.tagging.classes import CLASS
from redaction.tagging.themes import THEME

Numbers = npt.NDArray[np.uint32]

WORD, LOOK, LENGTH, LISTS, ENDS2, ENDS3, ENDS4, BEGINS3, KIND, ABOUT, LOWER = range(11)
COLUMNS = 11
SIGHT = "5"  # changes whenever what a word shows does: a model is for one only
SMALL, CAPITAL, INITIAL, SHOUTED, MIXED, DIGITS, CODE, FOREIGN = range(1, 9)
QUIET, LOUD = 9, 10  # SMALL and SHOUTED where nearly everything is so


class Aspects:
    """Gives each word's aspects; remembers those of ordinary words in small letters, and nothing else of any text."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lists to look words up in."""
        self._lexicon = lexicon
        towns = {word for town in lexicon.towns for word in town.split() if len(word) > 3}
        rare = (word for town in lexicon.villages for word in town.split() if not lexicon.is_plain(word))
        towns |= {word for word in rare if len(word) > 3}
        self._listed: dict[str, int] = {}  # what the shorter lists say of a word, asked at one go
        for bit, listed in (
            (4, towns),
            (32, lexicon.everyday | lexicon.verbs),
            (128, lexicon.familiar | lexicon.names_first),
            (256, lexicon.person_verbs),
            (512, lexicon.brands),
        ):
            for word in listed:
                self._listed[word] = self._listed.get(word, 0) + bit
        self._remembered: dict[str, tuple[int, ...]] = {}

    def table(self, texts: Sequence[str]) -> Numbers:
        """Give a row of aspects for each text, after a row of noughts for what stands outside the text."""
        remembered = self._remembered
        rows = [remembered.get(text) or self._row(text) for text in texts]
        count = COLUMNS * (len(rows) + 1)
        flat = np.fromiter(chain((0,) * COLUMNS, chain.from_iterable(rows)), dtype=np.uint32, count=count)
        return flat.reshape(-1, COLUMNS)

    def _row(self, text: str) -> tuple[int, ...]:
        low = text.lower()
        look = look_of(text, low)
        if low in self._remembered:
            number, _, *others = self._remembered[low]
            return number, look, *others
        lists = self._lists(low)
        ordinary = lists & 0b001000
        lists |= 8 if text in self._lexicon.uncommon else 0
        letters = low.encode("utf-8", "surrogatepass")
        told = lists & 0b111000 or len(low) < 2 or low in CLASS
        number = crc32(letters)
        row = (
            number if told else crc32(b"\0\1", lists * 16 + look),
            look,
            min(len(low), 9),
            lists,
            crc32(letters[-2:], 2),
            crc32(letters[-3:], 3),
            crc32(letters[-4:], 4),
            crc32(letters[:3], 5),
            CLASS.get(low, 0),
            THEME.get(low, 0),
            number,
        )
        if look == SMALL and ordinary:
            self._remembered[text] = row
        return row

    def _lists(self, low: str) -> int:
        lexicon = self._lexicon
        plural = low[:-1] if low.endswith("s") else low
        ordinary = low in lexicon.ordinary or plural in lexicon.ordinary
        return (
            (low in lexicon.forenames)
            + 2 * (low in lexicon.surnames)
            + 8 * ordinary
            + 16 * (low in lexicon.protected or plural in lexicon.protected)
            + 64
            + self._listed.get(low, 0)
        )


def look_of(text: str, low: str) -> int:
    """Say how a word is written."""
    if not text.isalpha():
        return DIGITS if text.isdigit() else CODE
    if text == low:
        return SMALL if text.isascii() or text.upper() != text else FOREIGN
    if text.isupper():
        return INITIAL if len(text) == 1 else SHOUTED
    return CAPITAL if text.istitle() else MIXED
