"""Feasts that fall on the same day every year, and so tell the date."""

import re
from collections.abc import Iterator

_FEASTS = {
    "christmas eve": ("24", "12"),
    "christmas day": ("25", "12"),
    "boxing day": ("26", "12"),
    "new year's eve": ("31", "12"),
    "new years eve": ("31", "12"),
    "new year's day": ("1", "1"),
    "new years day": ("1", "1"),
    "valentine's day": ("14", "2"),
    "valentines day": ("14", "2"),
    "st david's day": ("1", "3"),
    "st patrick's day": ("17", "3"),
    "st george's day": ("23", "4"),
    "st andrew's day": ("30", "11"),
    "bonfire night": ("5", "11"),
    "halloween": ("31", "10"),
}
_FEAST = re.compile(rf"\b(?P<f>{'|'.join(_FEASTS)})(?:,? (?P<y>(?:19|20)\d{{2}}))?\b")


def find_feasts(low: str) -> Iterator[tuple[int, int, str, str, str | None]]:
    """Give where each feast stands in a text of small letters, with its day, its month and its year if told."""
    for found in _FEAST.finditer(low):
        yield *found.span(), *_FEASTS[found["f"]], found["y"]
