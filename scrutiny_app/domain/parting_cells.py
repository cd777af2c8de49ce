"""Parting those cells of a row that hold more than their field: several victims, an officer's name and number."""

import re
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from functools import partial

from scrutiny_app.domain.cell_words import Cell
from scrutiny_app.domain.listed_cells import LISTED, give_lines, is_list
from scrutiny_app.domain.officer_cells import OFFICERS, give_officers, holds_both, name_authoriser
from scrutiny_app.domain.several_people import VICTIMS, all_single, give_places, may_be_several

_FIGURE = re.compile("[0-9]")


def _names_none_with_figures(cells: Sequence[str]) -> bool:
    text = "|".join(cells)
    return text.isascii() and not _FIGURE.search(text)


# Whether a cell holds more than its field, and, at less cost, whether surely none of many does.
_PARTED: dict[str, tuple[Callable[[str], bool], Callable[[Sequence[str]], bool]]] = {
    VICTIMS[0]: (may_be_several, all_single),
    **{
        f"{who}_name": (partial(holds_both, is_name=True), _names_none_with_figures)
        for who in (*OFFICERS, "authorising")
    },
    **{
        f"{who}_number": (partial(holds_both, is_name=False), lambda cells: "".join(cells).isdigit())
        for who in OFFICERS
    },
    LISTED: (is_list, lambda cells: not any(map(is_list, cells))),
}
PARTED = frozenset(_PARTED)  # the fields whose cells may hold more than theirs
_MAY_FILL = {*PARTED, *VICTIMS, *(f"victim_{at}_{of}" for at in (1, 2, 3) for of in ("born", "address", "contact"))}


def part_row(cells: MutableMapping[str, Cell]) -> None:
    """Part the cells of one row."""
    give_places(cells)
    give_officers(cells)
    name_authoriser(cells)
    give_lines(cells)


def part_columns(columns: MutableMapping[str, Sequence[Cell]]) -> None:
    """Part the cells of many rows, column by column; rows that hold no such cell are not looked at."""
    changed: dict[str, list[Cell]] = {}
    size = len(next(iter(columns.values()), ()))
    for at in sorted(set(_places(columns))):
        before = {name: columns[name][at] for name in _MAY_FILL if name in columns}
        cells = dict(before)
        part_row(cells)
        for name, cell in cells.items():
            if name not in before or cell is not before[name]:
                known = changed.setdefault(name, list(columns.get(name) or [None] * size))
                known[at] = cell
    columns.update(changed)


def _places(columns: MutableMapping[str, Sequence[Cell]]) -> Iterator[int]:
    for name, (is_more, is_none) in _PARTED.items():
        if not _surely(is_none, column := columns.get(name, ())):
            yield from (at for at, cell in enumerate(column) if type(cell) is str and is_more(cell))


def _surely(is_none: Callable[[Sequence[str]], bool], cells: Sequence[Cell]) -> bool:
    try:
        return is_none(cells)  # type: ignore[arg-type]  # it raises TypeError where one is no text
    except TypeError:
        return False
