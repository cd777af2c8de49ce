"""Knowing a column of outcome codes by its values, whatever heads it."""

import re
from collections.abc import Mapping, Set

from scrutiny_app.domain.cases import OTHER_OUTCOMES, OUT_OF_COURT_OUTCOMES
from scrutiny_app.domain.looking import ColumnLook

_SEVERAL = 3  # codes
_LETTERED = frozenset({"2A", "3A"})
_TELLING = _LETTERED | {"22"}
_LIKE_CODES = re.compile(r"\d{1,2}[A-Z]?")
_OF_OUTCOMES = re.compile(r"outc|oc\b|o/c", re.IGNORECASE)
_MOST_MISTAKEN = 0.2  # of the rows


def are_outcomes(column: ColumnLook) -> bool:
    """Say whether a column holds several codes of outcomes and nothing else, 22 or one with a letter among them.

    Where codes of other outcomes are among them, most are ours, and a letter or the heading says that they are codes.
    """
    counts = {word.strip().upper().lstrip("0") or "0": count for word, count in column.words or ()}
    codes, ours = counts.keys(), counts.keys() & set(OUT_OF_COURT_OUTCOMES)
    unknown = codes - {*OUT_OF_COURT_OUTCOMES, *OTHER_OUTCOMES}
    is_faulty = bool(unknown) and not (len(ours) >= _SEVERAL and codes & _LETTERED and _are_mistakes(unknown, counts))
    if len(codes) < _SEVERAL or is_faulty or not codes & _TELLING:
        return False
    is_said = bool(codes & _LETTERED) or _OF_OUTCOMES.search(column.heading) is not None
    return ours == codes or (is_said and 2 * sum(counts[code] for code in ours) > sum(counts.values()))


def _are_mistakes(unknown: Set[str], counts: Mapping[str, int]) -> bool:
    """Say whether codes that are none stand in a row or two and look like the others: "8A" for "8"."""
    rows = sum(counts[code] for code in unknown)
    return all(map(_LIKE_CODES.fullmatch, unknown)) and rows <= _MOST_MISTAKEN * sum(counts.values())
