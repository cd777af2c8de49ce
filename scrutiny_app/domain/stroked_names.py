"""Names with the surname before a stroke, as the Police National Computer has them: "MARSH/ANN", "MARSH/ANN/JANE".

Whatever else has a stroke is left as it is, for the check to refuse: two surnames, two whole names, a rank.
"""

import re
from collections.abc import Sequence

from scrutiny_app.domain.aliases import without_alias
from scrutiny_app.domain.common_forenames import COMMON
from scrutiny_app.domain.name_order import is_particle
from scrutiny_app.domain.naming import is_nobody, is_rank, unranked
from scrutiny_app.domain.organisations import TITLES, is_body

_STROKE = re.compile(r"\s*/\s*")
_WORD = r"[^\W\d_][^\W\d_'’.-]*(?:['’.-]+[^\W\d_]+)*\.?"
_PIECE = re.compile(rf"{_WORD}(?: {_WORD})*")
_BETWEEN_PEOPLE = re.compile(r"\s*(?:[;\r\n&+|]+|\band\b)\s*", re.IGNORECASE)
_MOST_PIECES = 4  # a surname and three forenames
_PARTICLE_AND_NAME = 2  # words: "ST JOHN"
_MOSTLY = 0.5
_TOLD = 0.2  # of a column's names, whose forenames are common ones: two surnames with a stroke have none


def surname_before_stroke(name: str, *, ranked: bool = True, else_a_firm: bool = False) -> str:
    """Turn "DE SOUZA/JANE/ANN" into "DE SOUZA, JANE ANN"; a firm, which has no stroke, gets a comma at its end.

    `else_a_firm` says that whatever has no stroke is one, if no common forename is in it.
    """
    if is_nobody(name):
        return name
    people = [" ".join(one.split()) for one in _BETWEEN_PEOPLE.split(name.strip()) if one]
    turned = [_turned(one, ranked) for one in people]
    if all(turned):
        return "; ".join(filter(None, turned))
    is_firm = is_body(name) or (else_a_firm and len(people) == 1 and may_be_firm(name))
    return f"{' '.join(name.split())}," if "/" not in name and is_firm else name


def firm_without_comma(name: str, *, ranked: bool = True) -> str:
    """Put a comma after an organisation's name, where people have one after their surname; any other name stays."""
    if "," in name or is_nobody(name) or not (is_body(name) or may_be_firm(name)):
        return name
    return f"{' '.join(name.split())},"


def may_be_firm(name: str) -> bool:
    """Say whether no word of a name is a common forename, a title or a rank."""
    words = [word.strip(".'’").casefold() for word in name.split()]
    return "," not in name and COMMON.isdisjoint(words) and words[0] not in TITLES and not is_rank(words[0])


def _turned(name: str, ranked: bool) -> str | None:
    """Turn the name of one person; None where it is not written so."""
    plain, alias = without_alias(name)
    pieces = _STROKE.split(plain)
    if not 1 < len(pieces) <= _MOST_PIECES or not all(map(_PIECE.fullmatch, pieces)):
        return None
    surname, forenames = unranked(pieces[0].split(), surname_leads=True, ranked=ranked), " ".join(pieces[1:])
    if not _is_surname(surname) or is_rank(forenames) or is_body(" ".join(pieces)):
        return None
    return f"{' '.join(surname)}, {forenames} {alias}".rstrip()


def _is_surname(words: Sequence[str]) -> bool:
    """Say whether words may be one person's surname: "ANN MARSH" before a stroke is somebody's whole name."""
    if not words or is_rank(words[-1]) or words[0].rstrip(".").casefold() in TITLES:
        return False
    if len(words) == 1 or (len(words) == _PARTICLE_AND_NAME and is_particle(words[0])):
        return True
    return not any(word.casefold() in COMMON for word in words)


def are_stroked(values: Sequence[str]) -> bool:
    """Say whether most of a column's names have their surname before a stroke, and common forenames after it."""
    names = [value for value in values if "/" in value or not (is_nobody(value) or is_body(value))]
    turned = [one for value in names if "/" in value and not is_nobody(value) and (one := _turned(value, ranked=True))]
    forenames = [one.partition(", ")[2].split()[0].casefold() for one in turned]
    return bool(turned) and len(turned) >= _MOSTLY * len(names) and _are_told(forenames)


def are_all_stroked(values: Sequence[str]) -> bool:
    """Say whether every name of a column has a surname before a stroke, whatever its forenames are."""
    return bool(values) and all("/" in value and _turned(value, ranked=True) for value in values)


def _are_told(forenames: Sequence[str]) -> bool:
    return sum(name in COMMON for name in forenames) >= max(1, _TOLD * len(forenames))
