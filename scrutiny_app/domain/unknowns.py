"""Hidden counts that hang together, and what can be: questions that scipy's HiGHS answers as linear programmes.

Every solution that was ever found is a witness of what each count can be, so that many questions need not be put.
"""

from collections.abc import Collection, Iterable, Mapping
from math import ceil, floor, inf
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scipy.optimize import OptimizeResult

Name = tuple[str, ...]  # of a cell, such as ("youth_caution", "child", "inappropriate")
Row = tuple[Mapping[Name, float], float, float]  # weights, and what the weighted sum of the counts lies between
_Line = tuple[Mapping[int, float], float, float]  # the same by the counts' places
_Group = tuple[dict[Name, None], list[Row]]
_ROUNDING = 1e-6
_LOOKS = 3  # at each row
_LARGE = 300  # counts; of fewer, to simplify a question first takes longer than to answer it


class Impossible(ValueError):
    """Printed counts that contradict one another, or what is known of them."""


def follow(rows: Iterable[Row], printed: Mapping[Name, int]) -> tuple[dict[Name, int], list[Row]]:
    """Work out the counts that follow one by one from those printed, and give what is known of the others."""
    settled: dict[Name, int] = {}
    found, waiting = dict(printed), list(rows)
    while found:
        waiting = [left for row in waiting if (left := _without(row, found)) is not None]
        found = _next(waiting)
        settled |= found
    return settled, waiting


def apart(rows: Iterable[Row]) -> "list[Unknowns]":
    """Part the counts that something is known of into those that hang together."""
    groups: dict[Name, _Group] = {}
    for row in rows:
        met = {id(groups[name]): groups[name] for name in row[0] if name in groups}
        ours, *others = sorted(met.values(), key=lambda one: -len(one[0])) or [({}, [])]
        ours[0].update(dict.fromkeys(row[0]))
        ours[1].append(row)
        for names, theirs in others:
            ours[0].update(names)
            ours[1].extend(theirs)
        for name in (*row[0], *(name for names, _ in others for name in names)):
            groups[name] = ours
    return [Unknowns(list(names), ours) for names, ours in {id(one): one for one in groups.values()}.values()]


class Unknowns:
    """Hidden counts that hang together, what is known of them, and between which numbers each was ever seen."""

    def __init__(self, names: list[Name], rows: list[Row]) -> None:
        self.names = names
        self._places = {name: place for place, name in enumerate(names)}
        self._rows: list[_Line] = [
            ({self._places[name]: weight for name, weight in weights.items()}, low, high) for weights, low, high in rows
        ]
        self._seen = {1: [inf] * len(names), -1: [-inf] * len(names)}  # the least and the most that each was
        self._bounds = _bounds(self._rows, len(names))  # beyond which none can be

    def end(self, name: Name, sign: int, enough: float | None = None) -> float:
        """Give the least (sign 1) or the most (sign -1) that a count can be, or one that was seen and is enough."""
        place = self._places[name]
        seen, bound = self._seen[sign][place], self._bounds[sign][place]
        if sign * seen <= sign * bound or (enough is not None and sign * seen <= sign * enough):
            return seen
        aim = [0.0] * len(self.names)
        aim[place] = sign
        solved = self._solve(aim, self._rows)
        if solved.x is not None:
            return float(sign * solved.fun)
        # The solver does not always tell what has no bound from what cannot be, so that is asked apart.
        if self._solve([0.0] * len(aim), self._rows).x is None:
            raise Impossible("what was printed contradicts itself")
        return inf

    def spread(self, names: Collection[Name], low: int, high: int) -> None:
        """Look for solutions in which many of some counts are at once as low, or as high, as that."""
        for sign, end in ((1, low), (-1, high)):
            waiting, before = self._short(names, sign, end), inf
            while 1 < len(waiting) < 0.8 * before:
                before = len(waiting)
                self._reach(waiting, sign, end)
                waiting = self._short(waiting, sign, end)

    def nearest(
        self, name: Name, fixed: int, counts: Mapping[Name, int], cheap: Collection[Name]
    ) -> dict[Name, int] | None:
        """Give the counts nearest to the true ones that have one cell as fixed; None where there are none."""
        rows, costs = list(self._rows), [0.0] * len(self.names)
        moved = [(place, one) for one, place in self._places.items() if one in counts]
        for place, one in moved:
            cost = 0.001 if one in cheap else 2.0 + counts[one]
            if counts[one] == 0:  # which can but grow
                costs[place] = cost
                continue
            rows.append(({place: 1, len(costs): -1, len(costs) + 1: 1}, counts[one], counts[one]))  # how far it moves
            costs += [cost, cost]
        rows.append(({self._places[name]: 1}, fixed, fixed))
        found = self._solve(costs, rows)
        return None if found.x is None else {one: round(found.x[place]) for place, one in moved}

    def _short(self, names: Collection[Name], sign: int, end: int) -> list[Name]:
        """Name the counts that were not yet seen as low, or as high."""
        return [
            name for name in names if sign * self._seen[sign][self._places[name]] > sign * self._aim(name, sign, end)
        ]

    def _aim(self, name: Name, sign: int, end: int) -> float:
        """Give how far towards an end a count can come at most."""
        bound = self._bounds[sign][self._places[name]]
        return max(end, bound) if sign == 1 else min(end, bound)

    def _reach(self, names: Collection[Name], sign: int, end: int) -> None:
        """Bring as many counts as can be down to an end, or up to it, in one solution."""
        rows, aim = list(self._rows), [0.0] * len(self.names)
        for extra, name in enumerate(names, len(aim)):
            aim.append(sign)
            most = self._aim(name, sign, end)
            over: _Line = ({extra: 1, self._places[name]: -1}, -most, inf)  # how far above the end it is
            under: _Line = ({extra: 1, self._places[name]: -1}, -inf, 0)  # how far it comes up to the end
            rows += [over] if sign == 1 else [under, ({extra: 1}, 0, most)]
        self._solve(aim, rows, whole=False)

    def _solve(self, aim: list[float], rows: list[_Line], *, whole: bool = True) -> "OptimizeResult":
        found = _solved(aim, rows, whole=whole)
        if found.x is not None:
            counts = found.x[: len(self.names)].tolist()
            if all(abs(count - round(count)) < _ROUNDING for count in counts):
                self._seen[1] = [min(seen, round(count)) for seen, count in zip(self._seen[1], counts, strict=True)]
                self._seen[-1] = [max(seen, round(count)) for seen, count in zip(self._seen[-1], counts, strict=True)]
        return found


def _bounds(rows: list[_Line], places: int) -> dict[int, list[float]]:
    """Give numbers that no count can be below, or above, by looking at each row alone a few times over."""
    low, high = [0.0] * places, [inf] * places
    for _ in range(_LOOKS):
        for weights, least, most in rows:
            ends = [
                (weight * low[place], weight * high[place])
                if weight > 0
                else (weight * high[place], weight * low[place])
                for place, weight in weights.items()
            ]
            lowest, highest = sum(one for one, _ in ends), sum(one for _, one in ends)
            for (place, weight), (least_here, most_here) in zip(weights.items(), ends, strict=True):
                others = (_less(lowest, least_here), _less(highest, most_here))
                up, down = (most - others[0]) / weight, (least - others[1]) / weight
                up, down = (up, down) if weight > 0 else (down, up)
                high[place] = min(high[place], floor(up + _ROUNDING) if up < inf else inf)
                low[place] = max(low[place], ceil(down - _ROUNDING) if down > -inf else 0)
    return {1: low, -1: high}


def _less(total: float, part: float) -> float:
    """Take a part out of a sum; an endless part is never alone worth taking out."""
    return total - part if abs(part) < inf else total


def _without(row: Row, settled: Mapping[Name, int]) -> Row | None:
    """Give what a row says of the counts that are not settled, None where there are none; Impossible if it is wrong."""
    weights, low, high = row
    if settled.keys().isdisjoint(weights):
        return row
    reached = sum(weight * settled[name] for name, weight in weights.items() if name in settled)
    left = {name: weight for name, weight in weights.items() if name not in settled}
    if left:
        return left, low - reached, high - reached
    if not low - _ROUNDING <= reached <= high + _ROUNDING:
        raise Impossible(f"the counts of {' and '.join(' '.join(name) for name in weights)} do not agree")
    return None


def _next(rows: Iterable[Row]) -> dict[Name, int]:
    """Give the counts that follow from one row alone: the last of a sum, and all of a sum that is nought."""
    found: dict[Name, int] = {}
    for weights, low, high in rows:
        if low == high and len(weights) == 1:
            [(name, weight)] = weights.items()
            if (count := round(low / weight)) < 0 or abs(count - low / weight) > _ROUNDING:
                raise Impossible(f"the count of {' '.join(name)} cannot be {low / weight:g}")
            found[name] = count
        elif (high == 0 and min(weights.values()) > 0) or (low == 0 and max(weights.values()) < 0):
            found |= {name: 0 for name in weights if name not in found}
    return found


def _solved(aim: list[float], rows: list[_Line], *, whole: bool) -> "OptimizeResult":
    from scipy.optimize import Bounds, LinearConstraint, milp  # slow to import
    from scipy.sparse import csr_array

    entries = [(line, place, weight) for line, (row, _, _) in enumerate(rows) for place, weight in row.items()]
    held = []
    if entries:
        lines, columns, weights = zip(*entries, strict=True)
        matrix = csr_array((weights, (lines, columns)), shape=(len(rows), len(aim)))
        held.append(LinearConstraint(matrix, [low for _, low, _ in rows], [high for _, _, high in rows]))
    # Tables of counts nearly always come out whole unasked, in half the time.
    asked: dict[str, Any] = {"constraints": held, "bounds": Bounds(0, inf)}
    found = milp(aim, integrality=[0] * len(aim), options={"presolve": len(aim) > _LARGE}, **asked)
    if not whole or (found.x is not None and all(abs(count - round(count)) < _ROUNDING for count in found.x)):
        return found
    return milp(aim, integrality=[1] * len(aim), **asked)
