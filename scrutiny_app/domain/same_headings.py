"""Telling apart columns of one heading, by which of them stands first: "Date" and "Date (2nd)".

So each can be mapped for itself, and a file that has one less next month is seen to differ.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.uses import NEVER_LOADED, Use

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ORDINAL = re.compile(r" \(\d+(?:st|nd|rd|th)\)$")


def told_apart(headings: Iterable[str]) -> tuple[str, ...]:
    """Add to every heading that stands there already which one of them it is."""
    seen: dict[str, int] = {}
    return tuple(_named(heading, seen) for heading in headings)


def _named(heading: str, seen: dict[str, int]) -> str:
    key = fold(heading)
    seen[key] = seen.get(key, 0) + 1
    if seen[key] == 1 or not key or key in NEVER_LOADED:
        return heading
    return _named(f"{heading} ({_ordinal(seen[key])})", seen)


def _ordinal(number: int) -> str:
    ending = "th" if number // 10 % 10 == 1 else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def plain_headings(headings: Sequence[str]) -> list[str]:
    """Give headings that were told apart as the file has them."""
    keys = set(map(fold, headings))
    plain = (_ORDINAL.sub("", heading) for heading in headings)
    return [one if fold(one) in keys else heading for one, heading in zip(plain, headings, strict=True)]


def unknown_repeats(uses: dict[str, tuple[Use, ...]], headings: Sequence[str]) -> Iterator[str]:
    """Say of each heading that is loaded and stands over more columns than are known: any of them may be meant."""
    apart = told_apart(headings)
    for heading, plain in zip(apart, plain_headings(apart), strict=True):
        if heading != plain and fold(heading) not in uses and uses.get(fold(plain)):
            yield (
                f"The heading “{plain[:60]}” stands over several columns, and only the first of them is known. "
                f"Say what “{heading[:60]}” holds, or rename it in the file."
            )
