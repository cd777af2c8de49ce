"""The parts of a text that stand about its digits, as one shorter text with the way back."""

import re
from bisect import bisect_right
from string import ascii_lowercase, ascii_uppercase, digits

from redaction.findings import Finding

# Digits with little between them belong to one strip; none of this can go back over what it has taken.
_MARGIN = 24
_DIGITS = re.compile(rf"\d(?:[^\d]{{0,{_MARGIN}}}+\d)*+")  # no margin reaches into the next strip's number
_BETWEEN = "\n" + "\x00" * 8 + "\n"
_LETTERS_FOR_DIGITS = re.compile(r"(?<=\d)[OoIl]{1,4}(?=[\d \-])|\b[Oo](?=\d{2})|(?<=\d)[OoIl]{1,4}\b")
_LETTER_AT_DIGIT = re.compile(r"[OoIl](?:(?<=\d[OoIl])|(?<=[Oo])(?=\d\d))")  # quick to look for: it begins with letters
_READ_AS = str.maketrans("OoIl", "0011")
_LOOKS = {
    **dict.fromkeys(map(ord, ascii_uppercase), "A"),
    **dict.fromkeys(map(ord, ascii_lowercase), "a"),
    **dict.fromkeys(map(ord, digits), "9"),
}


class Strips:
    """The strips of one folded text, joined by what no shape can cross."""

    def __init__(self, text: str) -> None:
        """Cut the strips out, at spaces where there are any."""
        self._sources: list[int] = []
        self._places: list[int] = []
        pieces: list[str] = []
        length = end = 0
        for run in _DIGITS.finditer(text):
            begin = _first_word(text, max(end, run.start() - _MARGIN), run.start())
            end = _last_word(text, run.end(), min(len(text), run.end() + _MARGIN))
            self._sources.append(begin)
            self._places.append(length)
            pieces += [text[begin:end], _BETWEEN]
            length += end - begin + len(_BETWEEN)
        self.text = "".join(pieces)
        self.mistyped = ""
        if _LETTER_AT_DIGIT.search(self.text):
            read = _LETTERS_FOR_DIGITS.sub(lambda letters: letters[0].translate(_READ_AS), self.text)
            self.mistyped = read if read != self.text else ""
        self.outlines = _outlines(self.text)
        self.longest = max(map(len, self.text.split()), default=0)  # letters without a space

    def placed(self, finding: Finding) -> Finding:
        """Give a finding of the strips the place it has in the text."""
        strip = bisect_right(self._places, finding.start) - 1
        shift = self._sources[strip] - self._places[strip]
        return Finding(finding.start + shift, finding.end + shift, *finding[2:])


def _outlines(text: str) -> tuple[str, str, str]:
    """Tell what stands in a text: its capitals as A, small letters as a, and digits as 9.

    Beside it are the same without capitals, and that without what may stand between the digits of one number.
    """
    cased = text.translate(_LOOKS)
    low = joined = cased.lower()
    for between in ("9 9", "9-9") * 2:
        joined = joined.replace(between, "99")
    return cased, low, joined


def _first_word(text: str, begin: int, digits: int) -> int:
    space = text.find(" ", begin, digits) if begin else -1
    return begin if space < 0 else space


def _last_word(text: str, digits: int, end: int) -> int:
    space = text.rfind(" ", digits, end) if end < len(text) else -1
    return end if space < 0 else space
