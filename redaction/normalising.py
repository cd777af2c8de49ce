"""Seeing a text as a reader would, whatever characters it was typed in.

Zero-width characters, soft hyphens, accents, full-width letters, look-alikes from
other alphabets and hyphenated line ends hide a name from a search but not from a
reader. They are folded away here, and every folded character remembers where it
came from, so that what is found can be reported over the original.
"""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from redaction.look_alikes import LOOK_ALIKES

# A word goes on after the hyphen in small letters, or in capitals where it began in them.
_HYPHENATED_LINE_END = re.compile(
    r"(?<=[^\W\d_])-[ \t]{0,8}\r?\n[ \t]{0,8}(?=[a-z])|(?<=[A-Z])-[ \t]{0,8}\r?\n[ \t]{0,8}(?=[A-Z])"
)
_LINE_END = re.compile(r"-[ \t]{0,8}\r?\n")  # quick to look for
_ODD = re.compile(r"[^\t\n\r\x20-\x7e]+")


@dataclass(frozen=True)
class Normal:
    """A folded text and, for each of its characters, the place it came from (None: the same place)."""

    text: str
    places: tuple[int, ...] | None
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the original's offsets of what stands at `start`..`end` here, whole characters of it."""
        if self.places is None or start >= end:
            return start, end
        follows = self.places[end] if end < len(self.places) else self.length
        return self.places[start], max(follows, self.places[end - 1] + 1)

    def folded_place(self, original: int) -> int:
        """Give the first place here that stands at or after an original offset."""
        return original if self.places is None else bisect_left(self.places, original)


def fold(text: str) -> str:
    """Fold a text to plain lower-case letters, for keys and comparisons."""
    return (text if _is_plain(text) else normalise(text).text).lower()


def fold_letters(text: str) -> str:
    """Fold accents, look-alikes and invisible characters, keeping capitals."""
    return _ODD.sub(lambda odd: "".join(map(_folded, odd[0])), text)


def normalise(text: str) -> Normal:
    """Fold a text and keep the map back to it."""
    if _is_plain(text):
        return Normal(text, None, len(text))
    pieces: list[str] = []
    places: list[int] = []
    begin = 0
    for run in _ODD.finditer(text):
        pieces.append(text[begin : run.start()])
        places.extend(range(begin, run.start()))
        for place in range(run.start(), run.end()):
            folded = _folded(text[place])
            pieces.append(folded)
            places.extend([place] * len(folded))
        begin = run.end()
    if begin:
        pieces.append(text[begin:])
        places.extend(range(begin, len(text)))
    return _rejoined("".join(pieces) if begin else text, places, len(text))


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _rejoined(folded: str, places: list[int], length: int) -> Normal:
    """Join the words that a hyphen parts at the end of a line."""
    breaks = [found.span() for found in _HYPHENATED_LINE_END.finditer(folded)] if _LINE_END.search(folded) else []
    if not breaks:
        return Normal(folded, tuple(places) if places or len(folded) != length else None, length)
    places = places or list(range(length))
    begins = (0, *(end for _, end in breaks))
    ends = (*(start for start, _ in breaks), len(folded))
    kept = [slice(begin, end) for begin, end in zip(begins, ends, strict=True)]
    return Normal(
        "".join(folded[part] for part in kept), tuple(place for part in kept for place in places[part]), length
    )


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """Fold one character, to several letters or to none."""
    plain = LOOK_ALIKES.get(ord(character))
    if plain is None:
        plain = unicodedata.normalize("NFKD", character)
    return "".join(_kept(letter) for letter in plain.translate(LOOK_ALIKES))


def _kept(character: str) -> str:
    """Give a character as it is searched: nothing for marks and invisible ones, one space for any odd space."""
    kind = unicodedata.category(character)
    if kind in ("Mn", "Me", "Cf") or (kind == "Cc" and character not in "\t\n\r"):
        return ""
    if kind == "Zs":
        return " "
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    return character if len(character.lower()) == 1 else ""
