"""Reading a list that a program wrote into one cell, as JSON has it: ["Apology letter", "Pay £40"].

What is no such list, or is broken, stays the text that it is.
"""

import json
from collections.abc import Mapping, MutableMapping

from scrutiny_app.domain.cell_words import Cell

LISTED = "conditions"  # the narrative of which each item is a line of its own
_NO_CONDITION = frozenset({"nil", "none", "n/a", "na", "-", "–", "—"})
_LONGEST_NONE = max(map(len, _NO_CONDITION))
_BETWEEN = "\n\n"  # what stands between columns that were joined
_SAYING = ("text", "condition", "conditiontext", "description", "detail", "details", "wording", "requirement", "value")


def items_of(text: str) -> list[str] | None:
    """List the items of a JSON list, or what each object of it says in words; None where it is no such list."""
    if text[:1] not in "[ " or not (text := text.strip()).startswith("[") or not text.endswith("]"):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    items = [_said(one) for one in found]
    return None if None in items else [item for item in items if item]


def each_on_a_line(text: str) -> str:
    """Write a list's items each on a line of its own, numbered where there are several; any other text as it is."""
    items = items_of(text)
    if items is None:
        return text
    return items[0] if len(items) == 1 else "\n".join(f"{at}. {item}" for at, item in enumerate(items, 1))


def is_no_condition(text: str) -> bool:
    """Say whether what stands for a condition says that there is none."""
    plain = text.strip(" \t\r\n.")
    return len(plain) <= _LONGEST_NONE and plain.casefold() in _NO_CONDITION


def is_list(text: str) -> bool:
    """Say whether a text may be a list that a program wrote, or says of a condition that there is none."""
    return text[:1] == "[" or any(map(is_no_condition, text.split(_BETWEEN)))


def give_lines(cells: MutableMapping[str, Cell]) -> None:
    """Write a row's conditions, if they are such a list, each on a line of its own; "nil" is none."""
    cell = cells.get(LISTED)
    if isinstance(cell, str) and is_list(cell):
        told = (one for one in cell.split(_BETWEEN) if not is_no_condition(one))
        cells[LISTED] = each_on_a_line(_BETWEEN.join(told)) or None


def _said(item: object) -> str | None:
    if isinstance(item, Mapping):
        known = {str(key).casefold(): value for key, value in item.items()}
        item = next((known[key] for key in _SAYING if key in known), None)
    if isinstance(item, bool) or not isinstance(item, str | int):
        return None
    return " ".join(str(item).split())
