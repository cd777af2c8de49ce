"""What stands of a sample after cases were found ineligible, a draw was voided, or the sample was grown.

Nothing is drawn again: in each stratum the cases that stand are always the first eligible ones in the order of their
tickets, as many as the sample has places. A case is struck for good; who decides that, and why, is kept elsewhere.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.sampling import Drawn, Kind

T = TypeVar("T", bound=Hashable)


class NoReserveLeft(Refused):
    """A place that no case is left, or named, to fill."""


class NotInLine(Refused):
    """A case that is not among the draw's tickets, and so can be neither struck nor put in."""


class OnlyGrows(Refused):
    """A sample that would lose a place."""


class DrawVoided(Refused):
    """A deed on a draw that stands for nothing any more."""


@dataclass(frozen=True)
class Strike(Generic[T]):
    """One case found ineligible; `into` took its place, None where it held none or none was left to take it."""

    out: T
    into: T | None
    stood: bool


@dataclass(frozen=True)
class Line(Generic[T]):
    """One stratum: how many cases it has, its named tickets in order, how many places, and what was struck so far."""

    stratum: str
    cases: int
    order: tuple[T, ...]
    places: int
    strikes: tuple[Strike[T], ...] = ()

    @property
    def fit(self) -> tuple[T, ...]:
        """Give all in line that were not struck, in order."""
        struck = {strike.out for strike in self.strikes}
        return tuple(one for one in self.order if one not in struck)

    @property
    def standing(self) -> tuple[T, ...]:
        """Give the cases that are the sample."""
        return self.fit[: self.places]

    @property
    def waiting(self) -> tuple[T, ...]:
        """Give the reserves that are left, next first."""
        return self.fit[self.places :]

    @property
    def looked_at(self) -> int:
        """Count the tickets down to the last that stands, fit or not; where places are empty, all that were named."""
        if len(standing := self.standing) < self.places:
            return len(self.order)
        return self.order.index(standing[-1]) + 1 if standing else 0

    def strike(self, one: T, leave_empty: bool = False) -> "Line[T]":
        """Take out a case found ineligible; the next reserve takes its place, if it stood.

        Where none is left this is refused, unless the place is to be left empty; that it may only where the stratum
        has no other case at all. A reserve can be struck before its turn, and then is passed over when it comes.
        """
        if one not in self.order:
            raise NotInLine("This case was neither drawn nor named as a reserve. Choose one that was.")
        if one not in self.fit:
            raise Overtaken("This case has been taken out already.")
        stood = one in self.standing
        into = next(iter(self.waiting), None) if stood else None
        if stood and into is None and not (leave_empty and self.is_whole):
            raise NoReserveLeft(self._no_reserve())
        return replace(self, strikes=(*self.strikes, Strike(one, into, stood)))

    def grow(self, places: int) -> "Line[T]":
        """Add places; the same order goes on, so that every case that stands goes on standing."""
        if places < self.places:
            raise OnlyGrows(f"Stratum {self.stratum} has {self.places} places, and a sample only grows. Ask for more.")
        if places > self.places and places > len(self.fit):
            raise NoReserveLeft(self._no_reserve())
        return replace(self, places=places)

    def lengthen(self, order: Iterable[T]) -> "Line[T]":
        """Name more reserves: the same order, further down."""
        longer = tuple(order)
        if longer[: len(self.order)] != self.order or not len(set(longer)) == len(longer) <= self.cases:
            raise ValueError(
                "a longer line must begin with the one before, and name no case twice and none from outside"
            )
        return replace(self, order=longer)

    @property
    def is_whole(self) -> bool:
        """Say whether every case of the stratum is named."""
        return len(self.order) == self.cases

    def _no_reserve(self) -> str:
        if not self.is_whole:
            return (
                f"No named reserve is left in stratum {self.stratum}. Name more: its tickets go on in the same order."
            )
        return (
            f"No case is left in stratum {self.stratum}: every one of its {self.cases} stands or was taken out. "
            "Leave the place empty, or ask for fewer."
        )


@dataclass(frozen=True)
class Sample(Generic[T]):
    """One draw with all that became of it: a line for each stratum, and whether it was voided."""

    lines: Mapping[str, Line[T]]
    voided: bool = False

    @property
    def standing(self) -> tuple[T, ...]:
        """Give the cases that are the sample, strata in byte order; a voided draw has none."""
        return () if self.voided else tuple(one for _, line in sorted(self.lines.items()) for one in line.standing)

    def strike(self, stratum: str, one: T, leave_empty: bool = False) -> "Sample[T]":
        """Take out a case found ineligible, as `Line.strike` does."""
        self._require_valid()
        return replace(self, lines={**self.lines, stratum: self.lines[stratum].strike(one, leave_empty)})

    def grow(self, allocation: Mapping[str, int]) -> "Sample[T]":
        """Add places to the strata; all of them or none."""
        self._require_valid()
        return replace(self, lines={name: line.grow(allocation[name]) for name, line in self.lines.items()})

    def void(self) -> "Sample[T]":
        """Let the draw stand for nothing from here on; what was done in it stays on record and is counted."""
        self._require_valid()
        return replace(self, voided=True)

    def _require_valid(self) -> None:
        if self.voided:
            raise DrawVoided(
                "This draw was voided. Nothing more can be done with it; go on with the one that followed."
            )


@dataclass(frozen=True)
class Undone:
    """What every report must print: draws voided or begun again, cases replaced, and places left empty."""

    voids: int = 0
    replacements: int = 0
    left_empty: int = 0
    begun_again: int = 0


def sample_of(drawn: Iterable[Drawn], cases: Mapping[str, int]) -> Sample[str]:
    """Give a draw as it stood when it was made, by case number; `cases` counts each stratum of its frame."""
    orders: dict[str, list[Drawn]] = {stratum: [] for stratum in cases}
    for one in drawn:
        orders[one.stratum].append(one)
    return Sample({stratum: _line(stratum, cases[stratum], order) for stratum, order in orders.items()})


def _line(stratum: str, cases: int, drawn: Iterable[Drawn]) -> Line[str]:
    in_order = sorted(drawn, key=lambda one: one.position)
    places = sum(one.kind is Kind.PICK for one in in_order)
    return Line(stratum, cases, tuple(one.case_number for one in in_order), places)
