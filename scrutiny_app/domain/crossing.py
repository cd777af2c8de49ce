"""Crossed strata: one name for several facets of a case, such as `Community resolution / Child`, and back again.

Different facets never have the same name, whatever stands in them, so that a frame's second column says all that its
strata were made of. The name is what is frozen, hashed and sorted: in Unicode's NFC form, on one line, without tabs.

The parts stand between ` / `. Within a part a `/` is written `//`; what cannot be printed, a backslash, and a blank at
either end are written as their code point between backslashes (a backslash is `\\92\\`); an empty value is `\\\\`.
What was not recorded is named so, and a value that happens to read the same has its first letter as a code point.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from scrutiny_app.domain.cases import NOT_RECORDED

BETWEEN = " / "

# Tabs, line breaks of every kind, other control characters, half characters, and our own sign.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\\]")
_CODE_POINT = re.compile(r"\\(\d*)\\")


def name_stratum(facets: Sequence[str | None]) -> str:
    """Name the stratum of a case's facets, in their order; None is what was not recorded."""
    if not facets:
        raise ValueError("a stratum needs at least one facet")
    return BETWEEN.join(map(_part, facets))


def facets_of(stratum: str) -> tuple[str | None, ...]:
    """Give the facets that a stratum was named for, each in NFC form; raises ValueError for a name that is no such."""
    facets = tuple(map(_value, stratum.split(BETWEEN)))
    if name_stratum(facets) != stratum:
        raise ValueError("this is not the name of a stratum")
    return facets


def strata_with(strata: Iterable[str], place: int, value: str | None) -> frozenset[str]:
    """Pick out the strata whose facet at a place (from 0) has this value: a theme's, to be drawn more often."""
    wanted = value if value is None else unicodedata.normalize("NFC", value)
    return frozenset(stratum for stratum in strata if facets_of(stratum)[place] == wanted)


def _part(value: str | None) -> str:
    if value is None:
        return NOT_RECORDED
    value = unicodedata.normalize("NFC", value)
    if value == NOT_RECORDED:
        return _code_point(value[0]) + value[1:]
    if not value:
        return r"\\"
    inner = value.strip()
    before, _, after = value.partition(inner) if inner else (value, "", "")
    middle = _UNSAFE.sub(lambda sign: _code_point(sign[0]), inner).replace("/", "//")
    return "".join(map(_code_point, before)) + middle + "".join(map(_code_point, after))


def _value(part: str) -> str | None:
    if part == NOT_RECORDED:
        return None
    try:
        return _CODE_POINT.sub(lambda code: chr(int(code[1])) if code[1] else "", part.replace("//", "/"))
    except (OverflowError, ValueError):
        raise ValueError("this is not the name of a stratum") from None


def _code_point(sign: str) -> str:
    return f"\\{ord(sign)}\\"
