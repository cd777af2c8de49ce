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

_LOOK_ALIKES = str.maketrans(
    "абвгеёһіїјкӏмнорсԛѕтуԝхԁԍАВЕЁНІЇЈКМОРСԚЅТУԜХҮΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχɑɡɩʟ’‘‛ʼʹ′`´“”„″‐‑‒–—―−⁃",
    "abbreehiijklmhopcqstywxdgABEEHIIJKMOPCQSTYWXYABEZHIKMNOPTYXaikvoptuxagil''''''''\"\"\"\"--------",
)
_LETTERS = str.maketrans("øØđĐðÐłŁıħĦŋŊəƏŧŦɓƁɗƊƙƘŀĸſ", "oOdDdDlLihHnNeEtTbBdDkKlks") | {
    ord("ß"): "ss",
    ord("æ"): "ae",
    ord("Æ"): "AE",
    ord("œ"): "oe",
    ord("Œ"): "OE",
    ord("þ"): "th",
    ord("Þ"): "Th",
    ord("\u1160"): "",
    ord("\u115f"): "",
    ord("\u2800"): "",
}
_HYPHENATED_LINE_END = re.compile(r"(?<=[^\W\d_])-[ \t]{0,8}\r?\n[ \t]{0,8}(?=[a-z])")
_ODD = re.compile(r"[^\x00-\x7f]+")


@dataclass(frozen=True)
class Normal:
    """A folded text and, for each of its characters, the place it came from (None: the same place)."""

    text: str
    places: tuple[int, ...] | None
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the original's offsets of what stands at `start`..`end` here."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end] if end < len(self.places) else self.length

    def folded_place(self, original: int) -> int:
        """Give the first place here that stands at or after an original offset."""
        return original if self.places is None else bisect_left(self.places, original)


def fold(text: str) -> str:
    """Fold a text to plain lower-case letters, for keys and comparisons."""
    return normalise(text).text.lower()


def fold_letters(text: str) -> str:
    """Fold accents, look-alikes and invisible characters, keeping capitals."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_LOOK_ALIKES).translate(_LETTERS))
    plain = plain.translate(_LOOK_ALIKES)
    return "".join(_kept(character) for character in plain)


def normalise(text: str) -> Normal:
    """Fold a text and keep the map back to it."""
    if text.isascii() and "-" not in text:
        return Normal(text, None, len(text))
    pieces: list[str] = []
    places: list[int] = []
    begin = 0
    for run in sorted((*_ODD.finditer(text), *_HYPHENATED_LINE_END.finditer(text)), key=lambda found: found.start()):
        pieces.append(text[begin : run.start()])
        places.extend(range(begin, run.start()))
        for place in () if run[0].isascii() else range(run.start(), run.end()):
            folded = fold_letters(text[place])
            pieces.append(folded)
            places.extend([place] * len(folded))
        begin = run.end()
    if begin == 0:
        return Normal(text, None, len(text))
    pieces.append(text[begin:])
    places.extend(range(begin, len(text)))
    return Normal("".join(pieces), tuple(places), len(text))


def _kept(character: str) -> str:
    """Give a character as it is searched: nothing for marks and invisible ones, one space for any odd space."""
    kind = unicodedata.category(character)
    if kind in ("Mn", "Me", "Cf"):
        return ""
    if kind == "Zs":
        return " "
    return character if len(character.lower()) == 1 else ""
