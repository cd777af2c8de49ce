"""The forms of a telephone number: with any country code, without its first nought, and without its area's code."""

import re
from collections.abc import Iterator

_COUNTRY = re.compile(r"^(?:00440?|440?|0)")
_CODES = ("0", "44", "0044", "440", "00440", "")
_SHORTEST_LOCAL = 6


def phone_keys(digits: str) -> Iterator[str]:
    """Give a number's digits in each way in which they are dialled."""
    national = _COUNTRY.sub("", digits)
    yield digits
    yield from (code + national for code in _CODES)
    local = national[_area_length(national) :]
    if not national.startswith("7") and len(local) >= _SHORTEST_LOCAL:
        yield local


def _area_length(national: str) -> int:
    """Tell how many digits of a British number are its area's code (Ofcom's National Telephone Numbering Plan)."""
    if national.startswith("2"):
        return 2
    return 3 if national.startswith("11") or (national[:1] == "1" and national[2:3] == "1") else 4
