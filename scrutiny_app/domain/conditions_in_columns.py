"""Conditions that each have columns of their own: "Condition 1", "Condition 1 due", "Condition 1 result".

The days are read together, and the last counts; so are the results, of which the least counts: all were kept only if
each was. Where one that stands there has no result, that is not known.
"""

import re
from collections.abc import Iterable, Sequence

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Cell, Unreadable, fold, reader
from scrutiny_app.domain.joined_cells import is_nothing
from scrutiny_app.domain.styles import Styler

LEAST_FIRST = ("not_completed", "in_progress", "completed")  # the whole is as the least of them
TOGETHER = {  # by the field that several columns fill, each of one condition: what is said of it
    "conditions_due": "; each condition has its own, of which the last day counts",
    "conditions_completed": "; each condition has its own, and all were completed only if each was",
}
_ONE_OF_THEM = re.compile(
    r"(?:conditions?|conds?|interventions?|requirements?)[\W_]*\d+(?![/\d])|"
    r"(?:conditions?|conds?|interventions?|requirements?)\b(?=[\W_]*[^\W\d]+[\W_]*\d+\W*$)",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(r"[\W_]*\d+\W*$")
_NUMBERS = re.compile(r"\d+")
_READ = reader(COLUMN["conditions_completed"])


def of_any_condition(heading: str) -> str:
    """Give a heading of one of several conditions as it would stand over all of them: "Condition due"; else nothing."""
    match = _ONE_OF_THEM.search(heading)
    if match is None or not re.search(r"[^\W\d]", heading[: match.start()] + heading[match.end() :]):
        return ""
    rest = heading[match.end() :] if any(map(str.isdigit, match[0])) else _LAST_NUMBER.sub("", heading[match.end() :])
    return " ".join(f"{heading[: match.start()]} Condition {rest}".replace("_", " ").split())


def alike_but_for_number(headings: Iterable[str]) -> bool:
    """Say whether headings differ in their numbers alone, as those of several conditions do."""
    return len({_NUMBERS.sub("", fold(heading)) for heading in headings}) == 1


def least_kept(row: Sequence[Cell], *, columns: list[int], turn: Styler | None, conditions: list[int]) -> Cell:
    """Say how the conditions of a row were kept: as the least of them; a cell that cannot be read spoils them all."""
    said = [row[at] for at in columns if not is_nothing(row[at])]
    found: set[object] = set()
    for one in said:
        cell = turn(one) if turn else one
        try:
            found.add(_READ(cell) if cell is not None else None)
        except Unreadable:
            return cell
    least = next((code for code in LEAST_FIRST if code in found), None)
    is_of_all = len(said) >= sum(not is_nothing(row[at]) for at in conditions)
    return least if is_of_all or least != LEAST_FIRST[-1] else None
