"""Cells into which a report packed a person, or several things under their names, told by a column's first cells.

"MARSH, Kim^03/02/1990^F|ASH, Jo^^M" is two people, each with a name, a birth and a sex; "Rank: PS; No: 4417" has two
keys. A column is parted only where all its first cells are packed alike; a later one that is not is broken.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scrutiny_app.domain.cells import Broken, Cell
from scrutiny_app.domain.shapes import shape_of

UNLIKE = Broken("a cell that is not packed like the others of its column")
_MOST_PEOPLE = 20
_FEWEST = 2  # cells, or keys of one
_MOST_KEYS = 12
_SEPARATORS = "^¦~|"
_PEOPLE = {sign: re.compile(rf"[{re.escape('|;'.replace(sign, ''))}\r\n]+") for sign in _SEPARATORS}
_KEYED = re.compile(r"\s*(?:[^\W\d_][\w /.-]{0,30}:(?!//)[^;\r\n]*(?:[;\r\n]\s*|$)){2,}")
_KEY = re.compile(r"([^\W\d_][\w /.-]{0,30}):(?!//)([^;\r\n]*)")
_SEXES = frozenset("m f u x i n 1 2 9 0 male female".split())
_IC = re.compile(r"ic ?\d", re.IGNORECASE)
_MOSTLY = 0.6


@dataclass(frozen=True)
class Packing:
    """How a column is packed: the sign between a person's parts and their names, or, without a sign, under keys."""

    sign: str = ""
    names: tuple[str, ...] = ()

    def values(self, cell: Cell) -> dict[str, Cell] | Broken | None:
        """Give what a cell holds by its names, a second person's as "2 name"; None where it is blank."""
        if not isinstance(cell, str) or not cell.strip():
            return None if cell is None or isinstance(cell, str) else UNLIKE
        return self._of_people(cell) if self.sign else _of_keys(cell)

    def _of_people(self, cell: str) -> dict[str, Cell] | Broken:
        people = [one.split(self.sign) for one in _PEOPLE[self.sign].split(cell) if one.strip()]
        if len(people) > _MOST_PEOPLE or any(len(one) != len(self.names) for one in people):
            return UNLIKE
        return {
            f"{at} {name}" if at > 1 else name: part.strip()
            for at, one in enumerate(people, 1)
            for name, part in zip(self.names, one, strict=True)
        }


def may_be_packed(cell: Cell) -> bool:
    """Say whether a cell has any of the signs of one."""
    return isinstance(cell, str) and any(sign in cell for sign in f"{_SEPARATORS}:")


def packing_of(cells: Sequence[Cell]) -> Packing | None:
    """Tell by a column's first cells how it is packed; None where it is not."""
    texts = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
    if len(texts) < _FEWEST or len(texts) < sum(cell is not None and cell != "" for cell in cells):
        return None
    if all(map(_KEYED.fullmatch, texts)):
        return _keyed(texts)
    return next((found for sign in _SEPARATORS if (found := _by_sign(sign, texts))), None)


def _by_sign(sign: str, texts: Sequence[str]) -> Packing | None:
    if not all(sign in text for text in texts):
        return None
    people = [one.split(sign) for text in texts for one in _PEOPLE[sign].split(text) if one.strip()]
    if len({len(one) for one in people}) != 1:
        return None
    columns = [[part.strip() for part in parts if part.strip()] for parts in zip(*people, strict=True)]
    names = _names(columns)
    return Packing(sign, names) if "date of birth" in names and "name" in names else None


def _names(columns: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Name the parts of a person by what stands in them; what says nothing plain is numbered."""
    names: list[str] = []
    for at, values in enumerate(columns, 1):
        name = _name(values)
        names.append(name if name and name not in names else f"part {at}")
    return tuple(names)


def _name(values: Sequence[str]) -> str:
    if not values:
        return ""
    if _most(values, lambda value: "date" in str(shape_of(value))):
        return "date of birth"
    if _most(values, _IC.fullmatch):
        return "IC code"
    if all(value.casefold() in _SEXES for value in values):
        return "sex"
    if _most(values, lambda value: any(map(str.isdigit, value)) and " " in value):
        return "address"
    return "name" if _most(values, lambda value: not any(map(str.isdigit, value)) and " " in value) else ""


def _most(values: Sequence[str], holds: Callable[[str], object]) -> bool:
    return sum(map(bool, map(holds, values))) >= _MOSTLY * len(values)


def _keyed(texts: Sequence[str]) -> Packing | None:
    keys = [tuple(key.strip() for key, _ in _KEY.findall(text)) for text in texts]
    same = set(keys[0]).intersection(*keys)
    return Packing() if len(same) >= _FEWEST and len(set().union(*keys)) <= _MOST_KEYS else None


def _of_keys(cell: str) -> dict[str, Cell] | Broken:
    if not _KEYED.fullmatch(cell):
        return UNLIKE
    return {key.strip(): value.strip() for key, value in _KEY.findall(cell)}
