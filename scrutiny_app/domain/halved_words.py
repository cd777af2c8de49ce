"""Words that say one thing twice, with a stroke between: "Gwryw / Male", "Datrysiad Cymunedol/Community Resolution"."""

import re
from functools import lru_cache

from scrutiny_app.domain.cases import Field, Kind
from scrutiny_app.domain.cells import Unreadable, reader

_BETWEEN = re.compile(r"\s*/\s*")
_TWO, _SHORTEST = 2, 2


def halves_of(word: str) -> tuple[str, ...]:
    """Give the two sides of a stroke; nothing where there are more, or one is a letter: "N/A", "w/o injury"."""
    halves = tuple(half.strip() for half in _BETWEEN.split(word))
    return halves if len(halves) == _TWO and min(map(len, halves)) >= _SHORTEST else ()


@lru_cache(maxsize=4096)
def read_as(field: Field, word: str) -> str | None:
    """Give the code that the schema itself reads a word as; None where it knows none."""
    try:
        value = reader(field)(word)
    except Unreadable:
        return None
    if field.kind is Kind.YES_NO:
        return None if value is None else "yes" if value else "no"
    return value if isinstance(value, str) else None
