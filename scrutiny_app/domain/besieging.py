"""What is known of hidden counts, as linear programmes over whole numbers, and what it leaves of each count."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor, inf
from typing import NamedTuple

from scrutiny_app.domain.unknowns import Impossible, Name, Row, Unknowns, apart, follow

__all__ = ["Impossible", "Name", "Programme", "Range", "Relation"]

_SLACK = 1e-6  # of a solver's rounding


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


@dataclass(frozen=True)
class Programme:
    """Cells, None where hidden, and all that is known of them; a cell that only a relation names is hidden too.

    What follows at once is worked out first. The rest falls into parts that have nothing to do with one another, and
    each question is put to one part alone.
    """

    cells: Mapping[Name, int | None]
    relations: tuple[Relation, ...]

    def check(self) -> None:
        """Raise Impossible where what is printed contradicts at once what is known of it."""
        _ = self._followed

    def ranges(self, names: Collection[Name], enough: Range | None = None) -> dict[Name, Range]:
        """Give what is left of each of some counts; Impossible where nothing can be.

        Where `enough` is given, a count that can be all of that is not followed any further.
        """
        if enough:
            for part in dict.fromkeys(self._parts[name] for name in names if name in self._parts):
                part.spread([name for name in names if self._parts.get(name) is part], enough.low, int(enough.high))
        return {name: self._range(name, enough) for name in names}

    def nearest(
        self, name: Name, fixed: int, counts: Mapping[Name, int], cheap: Collection[Name]
    ) -> dict[Name, int] | None:
        """Give the counts nearest to the true ones that have one cell as fixed; None where there are none.

        To move a count costs as much as it is large, so that small ones are moved before large ones; a `cheap` one
        costs next to nothing. Counts of other parts stay as they are and are not given.
        """
        if name in self._parts:
            return self._parts[name].nearest(name, fixed, counts, cheap)
        settled = self._settled(name)
        return {} if settled in (None, fixed) else None

    def _range(self, name: Name, enough: Range | None) -> Range:
        part, settled = self._parts.get(name), self._settled(name)
        if part is None:
            return Range(0, inf) if settled is None else Range(settled, settled)
        low = part.end(name, 1, enough.low if enough else None)
        high = part.end(name, -1, enough.high if enough else None)
        return Range(ceil(low - _SLACK), high if high == inf else floor(high + _SLACK))

    def _settled(self, name: Name) -> int | None:
        """Give a count that is printed or follows at once from what is."""
        count = self.cells.get(name)
        return self._followed[0].get(name) if count is None else count

    @cached_property
    def _followed(self) -> tuple[dict[Name, int], list[Row]]:
        """Work out what follows at once, and what is then known of the counts that are still hidden."""
        printed = {name: count for name, count in self.cells.items() if count is not None}
        return follow([(one.weights, one.low, one.high) for one in self.relations], printed)

    @cached_property
    def _parts(self) -> dict[Name, Unknowns]:
        """Give the part of each hidden count that something is known of."""
        return {name: part for part in apart(self._followed[1]) for name in part.names}
