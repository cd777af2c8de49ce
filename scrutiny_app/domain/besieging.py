"""What is known of hidden counts, as a linear programme over whole numbers that scipy's HiGHS solves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from scipy.optimize import OptimizeResult

Name = tuple[str, ...]  # of a cell, such as ("youth_caution", "child", "inappropriate")
_ROUNDING = 1e-6


class Range(NamedTuple):
    """What a count may be for all that is known: no fewer than `low`, no more than `high`, which may be infinite."""

    low: int
    high: float

    def covers(self, other: "Range") -> bool:
        """Say whether all that the other leaves possible is possible here too."""
        return self.low <= other.low and other.high <= self.high


@dataclass(frozen=True)
class Relation:
    """What everybody knows of some cells: their weighted sum lies between two numbers; a total and its parts, at 0."""

    weights: Mapping[Name, float]
    low: float = 0
    high: float = 0


class Impossible(ValueError):
    """Printed counts that contradict one another, or what is known of them."""


@dataclass(frozen=True)
class Programme:
    """Cells, None where hidden, and all that is known of them; a cell that only a relation names is hidden too."""

    cells: Mapping[Name, int | None]
    relations: tuple[Relation, ...]

    def check(self) -> None:
        """Raise Impossible where what is printed contradicts what is known of it."""
        _ = self.known

    def best(self, name: Name, sign: int) -> float:
        """Give the least (sign 1) or the most (sign -1) that a hidden cell can be; Impossible where nothing can be."""
        cell = self.hidden[name]
        if sign == 1 and cell in self._at_nought:
            return 0.0
        aim = [0.0] * len(self.hidden)
        aim[cell] = sign
        solved = _solve(aim, self.known, len(aim))
        if solved.x is not None:
            self._at_nought.update(place for place, count in enumerate(solved.x) if count < 0.5)
            return float(sign * solved.fun)
        # The solver does not always tell what has no bound from what cannot be, so that is asked apart.
        if _solve([0.0] * len(aim), self.known, len(aim)).x is None:
            raise Impossible("what was printed contradicts itself")
        return inf

    def nearest(
        self, fixed: Mapping[Name, int], counts: Mapping[Name, int], cheap: Collection[Name]
    ) -> dict[Name, int] | None:
        """Give the counts nearest to the true ones that have some cells as fixed; None where there are none.

        To move a count costs as much as it is large, so that small ones are moved before large ones; a `cheap` one
        costs next to nothing.
        """
        cells, rows = len(self.hidden), list(self.known)
        moved = [(place, name) for name, place in self.hidden.items() if name in counts]
        costs = [0.0] * cells
        for extra, (place, name) in enumerate(moved, cells):
            costs.append(0.001 if name in cheap else 2.0 + counts[name])
            rows.append(({extra: 1, place: -1}, -counts[name], inf))  # as far as it moves either way
            rows.append(({extra: 1, place: 1}, counts[name], inf))
        rows += [({self.hidden[name]: 1}, count, count) for name, count in fixed.items()]
        found = _solve(costs, rows, len(costs))
        return None if found.x is None else {name: round(found.x[place]) for place, name in moved}

    @cached_property
    def _at_nought(self) -> set[int]:
        """Gather the cells that were nought in some solution, so that their least need not be sought."""
        return set()

    @cached_property
    def hidden(self) -> dict[Name, int]:
        """Number the hidden cells."""
        every = dict.fromkeys([*self.cells, *(name for one in self.relations for name in one.weights)])
        return {name: place for place, name in enumerate(n for n in every if self.cells.get(n) is None)}

    @cached_property
    def known(self) -> "list[_Row]":
        """Give each relation as what it says of the hidden cells alone."""
        found = []
        for relation in self.relations:
            printed = sum(weight * (self.cells.get(name) or 0) for name, weight in relation.weights.items())
            row = {self.hidden[name]: weight for name, weight in relation.weights.items() if name in self.hidden}
            if row:
                found.append((row, relation.low - printed, relation.high - printed))
            elif not relation.low <= printed <= relation.high:
                raise Impossible(f"the counts of {' and '.join(' '.join(n) for n in relation.weights)} do not agree")
        return found


_Row = tuple[dict[int, float], float, float]  # weights by the cell's number, and what their sum lies between


def _solve(aim: list[float], rows: list[_Row], places: int) -> "OptimizeResult":
    from scipy.optimize import Bounds, LinearConstraint, milp  # slow to import
    from scipy.sparse import csr_array

    entries = [(line, place, weight) for line, (row, _, _) in enumerate(rows) for place, weight in row.items()]
    held = []
    if entries:
        lines, columns, weights = zip(*entries, strict=True)
        matrix = csr_array((weights, (lines, columns)), shape=(len(rows), places))
        held.append(LinearConstraint(matrix, [low for _, low, _ in rows], [high for _, _, high in rows]))
    # Tables of counts nearly always come out whole unasked, in half the time.
    found = milp(aim, constraints=held, bounds=Bounds(0, inf), integrality=[0] * places)
    if found.x is not None and all(abs(count - round(count)) < _ROUNDING for count in found.x):
        return found
    return milp(aim, constraints=held, bounds=Bounds(0, inf), integrality=[1] * places)
