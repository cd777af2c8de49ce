"""A sheet headed in Welsh and in English: the side on which its English stands is told by most, and read of all."""

import re
from collections.abc import Sequence

from scrutiny_app.domain.welsh_headings import is_welsh

_STROKE = re.compile(r"\s*[/|]\s*")
_FEWEST = 3  # headings of which one half alone is Welsh
_MOSTLY = 0.8
_TWO = 2


def in_english_alone(headings: Sequence[str]) -> list[str]:
    """Give the English half of each heading of two, where several say on which side it stands."""
    halves = [_STROKE.split(heading) for heading in headings]
    told = [[is_welsh(half) for half in pair] for pair in halves if len(pair) == _TWO]
    sides = [pair.index(False) for pair in told if pair.count(True) == 1]
    english = int(2 * sum(sides) > len(sides))
    if sides.count(english) < max(_FEWEST, _MOSTLY * len(sides)):
        return list(headings)
    return [
        pair[english] if len(pair) == _TWO and pair[english] else heading
        for pair, heading in zip(halves, headings, strict=True)
    ]
