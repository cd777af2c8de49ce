"""Numbers read out digit by digit: `oh seven seven double oh`."""

import re

from redaction.shaped.shape import shape

_DIGIT = r"(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|\d{1,5})"
_SAID = rf"(?:(?:double|treble|triple)[ \-]{{1,2}})?{_DIGIT}"
_SHORTEST = 6
_SHORTEST_MIXED = 9


def is_long(value: str) -> bool:
    """Say whether a number read out has as many digits as identify, most of them in words."""
    words: list[str] = re.findall(r"[a-z]+|\d+", value.lower())
    spoken = sum(word.isalpha() for word in words)
    figures = sum(len(word) for word in words if word.isdigit())
    return spoken + figures >= (_SHORTEST if spoken * 2 > len(words) else _SHORTEST_MIXED) and spoken > 1


WITHOUT_DIGITS = (
    shape(
        "number",
        "a number read out",
        rf"\b{_SAID}(?:[ ,.\-]{{1,3}}{_SAID}){{3,24}}\b",
        certainty=0.9,
        check=is_long,
        needs="zero oh nought double seven eight nine three",
    ),
)
