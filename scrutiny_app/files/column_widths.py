"""How wide a table's columns are: no word of it is broken, and the room left goes where it saves most lines.

A word processor breaks a word that is longer than its column. So words are measured, roughly, in the widths of Arial's
letters.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import ceil

PAGE = 16.6  # cm, between the margins
_LETTER = 9.5 * 0.0353  # cm to an em of a table's words
_EDGES = 0.45  # cm, left and right of a cell's words
_BOLD = 1.08
_RAGGED = 1.1  # a line is not filled to its end
_STEP = 0.25  # cm
_MOST_ROWS = 60  # are looked at
_NARROW, _WIDE = frozenset("ijltfrI.,:;'’“”()[]|!-–/ "), frozenset("mwMWQO%@…")
_MOST_OF_DIGEST = 32  # characters to a line: a digest is written on two
_BREAKS = re.compile(r"(?<=[ \t\n\-–/])")  # a no-break space holds its words together


def fitted(header: Sequence[str], rows: Sequence[Sequence[str]], letters: float = 1) -> list[float]:
    """Give each column's width in cm, together the width of the page; `letters` are as wide as so much of Arial's."""
    columns = [_Column(head, cells, letters) for head, *cells in zip(header, *rows, strict=True)]
    least = [column.least for column in columns]
    if sum(least) > PAGE:
        level = _level(least)  # the widest give way first: it is a digest or an address, not a heading
        return [min(width, level) for width in least]
    return _shared(columns)


class _Column:
    """A column: how wide it must be, and how many lines its cells take at a width."""

    def __init__(self, head: str, cells: Sequence[str], letters: float) -> None:
        longest = [_longest(head) * _BOLD, *map(_longest, cells)]
        self.least = _EDGES + max(longest) * letters
        self._lines = [line * letters for line in (_line(head) * _BOLD, *map(_line, cells[:_MOST_ROWS]))]

    def cost(self, width: float) -> float:
        """Say how much a width costs in height: the more lines a cell has, the more the next."""
        room = width - _EDGES
        return sum(1 if line <= room else ceil(line * _RAGGED / room) ** 1.5 for line in self._lines)


def _shared(columns: Sequence[_Column]) -> list[float]:
    """Share out what the columns do not need, step by step, so that the table takes the least height."""
    steps = int((PAGE - sum(column.least for column in columns)) / _STEP)
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ()) for _ in range(steps + 1)]
    for column in columns:
        costs = [column.cost(column.least + step * _STEP) for step in range(steps + 1)]
        best = [
            min((best[used - own][0] + costs[own], (*best[used - own][1], own)) for own in range(used + 1))
            for used in range(steps + 1)
        ]
    widths = [column.least + own * _STEP for column, own in zip(columns, best[-1][1], strict=True)]
    spare = (PAGE - sum(widths)) / len(widths)
    return [width + spare for width in widths]


def _level(widths: list[float]) -> float:
    """Give the width that none may pass, so that all together fill the page."""
    ordered = sorted(widths)
    for number, (width, wider) in enumerate(pairwise([0.0, *ordered])):
        level = (PAGE - sum(ordered[:number])) / (len(ordered) - number)
        if width <= level <= wider:
            return level
    return PAGE / len(ordered)


def _longest(text: str) -> float:
    return max(_line(word.strip()) for word in _BREAKS.split(text))


def _line(text: str) -> float:
    """Measure a text in cm, were it written on one line; the longest of its own lines where it has several."""
    return max((sum(map(_ems, line[: _most(line)])) for line in text.split("\n")), default=0) * _LETTER


def _most(line: str) -> int:
    return _MOST_OF_DIGEST if re.fullmatch(r"[0-9a-f]{64}", line) else len(line)


def _ems(letter: str) -> float:
    if letter in _NARROW:
        return 0.31
    if letter in _WIDE:
        return 0.86
    return 0.69 if letter.isupper() else 0.56
