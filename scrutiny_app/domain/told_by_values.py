"""Correcting by a column's values what its heading alone makes of it; a person is asked all the same."""

from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN, OUT_OF_COURT_OUTCOMES
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.naming import RANKS
from scrutiny_app.domain.styling import style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Part, Use
from scrutiny_app.domain.wording import meaning

_NAMES_OF = {"authorising_rank": "authorising_name", "decision_maker_rank": "decision_maker_name"}
_FEWEST = 2  # different outcomes, or surnames
_MOSTLY = 0.8


def told_by_values(one: Suggestion, column: ColumnLook) -> Suggestion:
    """Give what a column may fill, once its values have been held against it."""
    field = one.uses[0].field if len(one.uses) == 1 else ""
    if field == "offence_code" and _are_outcomes(column):
        return replace(one, uses=(Use("outcome_code"),), why="its values are codes of outcomes", sure=False)
    if field in _NAMES_OF and _are_ranked_names(field, column):
        name = _NAMES_OF[field]
        style, _ = style_of(COLUMN[name], Part.WHOLE, column)
        return replace(one, uses=(Use(name, style=style),), why="its values are ranks with names", sure=False)
    return one


def _are_outcomes(column: ColumnLook) -> bool:
    """Say whether a column holds the few codes of out-of-court outcomes alone: "08" and "22" are no offences there."""
    codes = {word.strip().upper().lstrip("0") for word, _ in column.words or ()}
    return len(codes) >= _FEWEST and codes <= set(OUT_OF_COURT_OUTCOMES)


def _are_ranked_names(field: str, column: ColumnLook) -> bool:
    words = [word for word, _ in column.words or ()]
    named = [word.split()[-1].casefold() for word in words if _is_ranked_name(field, word)]
    return len(set(named)) >= _FEWEST and len(named) >= _MOSTLY * len(words)


def _is_ranked_name(field: str, word: str) -> bool:
    """Say whether a rank comes first in a text and something else last: "Insp Marsh", not "Chief Supt"."""
    first, *rest = word.split()
    if not rest or not rest[-1][:1].isupper() or _is_rank(field, rest[-1]):
        return False
    return _is_rank(field, first) or meaning(COLUMN[field], first) is not None


def _is_rank(field: str, word: str) -> bool:
    if word.casefold() in RANKS or meaning(COLUMN[field], word):
        return True
    try:
        return reader(COLUMN[field])(word) is not None
    except Unreadable:
        return False
