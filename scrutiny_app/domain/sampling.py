"""Choosing cases at random so that anyone can re-perform the choice (the "dip-1" draw).

Every case gets a ticket, a SHA-256 of the seed and its number, and the lowest tickets of each stratum are drawn.
The order in which cases arrive does not matter, and a larger sample of the same frame begins with the smaller.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.framing import FrameLine

LEAST_DIGITS = 20
LEAST_DISTINCT_DIGITS = 4

_DRAW_ID = re.compile("[A-Za-z0-9-]{1,64}")
_DIGEST = re.compile("[0-9a-f]{64}")


class UnusableDice(Refused):
    """Dice that too few people rolled too few times, or that are not digits."""


class UnusableDrawId(Refused):
    """A draw id that could be read in two ways within a seed."""


class FrameChanged(Refused):
    """A frame that is not the one that the plan was made for."""


class Kind(StrEnum):
    """Whether a case was drawn, or stands in line to replace one that was."""

    PICK = "pick"
    RESERVE = "reserve"


@dataclass(frozen=True)
class Plan:
    """How many cases to draw from each stratum, and how many reserves to name in each (None names all the rest)."""

    allocation: Mapping[str, int]
    reserves: int | None = None

    def room(self, stratum: str) -> int | None:
        """Give how many tickets of a stratum are worth keeping, or None for all of them."""
        return None if self.reserves is None else self.allocation[stratum] + self.reserves


@dataclass(frozen=True)
class Drawn:
    """One case's place in its stratum; positions begin at 1 and run on from the picks through the reserves."""

    case_number: str
    stratum: str
    position: int
    ticket: str
    kind: Kind


@dataclass(frozen=True)
class Draw:
    """Every pick and reserve: strata in byte order, tickets in order within each."""

    drawn: tuple[Drawn, ...]

    @property
    def picks(self) -> tuple[Drawn, ...]:
        """Give the cases to be reviewed."""
        return tuple(one for one in self.drawn if one.kind is Kind.PICK)

    @property
    def reserves(self) -> tuple[Drawn, ...]:
        """Give the cases that stand in line, next first within each stratum."""
        return tuple(one for one in self.drawn if one.kind is Kind.RESERVE)


def normalise_dice(text: str) -> str:
    """Regroup rolled digits by five with single spaces; refuses what is not digits, too few, or too alike."""
    digits = "".join(text.split())
    if odd := sorted(set(digits) - set("0123456789")):
        raise UnusableDice(f"The dice must be the digits 0 to 9 and spaces; {odd[0]!r} is neither. Enter them again.")
    if len(digits) < LEAST_DIGITS:
        raise UnusableDice(
            f"There are {len(digits)} digits and a draw needs at least {LEAST_DIGITS}. Roll the dice for the rest."
        )
    if len(set(digits)) < LEAST_DISTINCT_DIGITS:
        raise UnusableDice(
            f"The dice show only {len(set(digits))} different digits, which fair dice would hardly ever do. "
            "Roll them all again."
        )
    return " ".join(digits[start : start + 5] for start in range(0, len(digits), 5))


def check_draw_id(draw_id: str) -> str:
    """Return the draw id; refuses one that is not 1 to 64 English letters, digits and hyphens."""
    if not _DRAW_ID.fullmatch(draw_id):
        raise UnusableDrawId("The draw id must be 1 to 64 letters (A to Z), digits and hyphens. Choose another.")
    return draw_id


def seed(draw_id: str, frame_digest: str, dice: str) -> str:
    """Bind public dice to one draw and one frame, so that neither can be changed and the dice kept."""
    if not _DIGEST.fullmatch(frame_digest):
        raise ValueError("the frame digest must be 64 lower-case hex digits")
    return f"{check_draw_id(draw_id)}|{frame_digest}|{normalise_dice(dice)}"


def ticket(seed: str, case_number: str) -> str:
    """Give a case's ticket, SHA256(hex(SHA256(seed)) + case_number), as 64 lower-case hex digits."""
    return _ticket_maker(seed)(case_number)


def draw(lines: Iterable[FrameLine], seed: str, plan: Plan) -> Draw:
    """Draw the plan's cases, keeping only the lowest tickets in memory; refuses a frame that the plan does not fit."""
    make_ticket = _ticket_maker(seed)
    lowest = {stratum: _Lowest(plan.room(stratum)) for stratum in sorted(plan.allocation)}
    for case_number, stratum in lines:
        if stratum not in lowest:
            raise FrameChanged(f"The frame has a stratum, {stratum}, that the plan has not. Freeze and plan again.")
        lowest[stratum].offer(make_ticket(case_number), case_number)

    drawn = [one for stratum, kept in lowest.items() for one in _in_order(stratum, kept, plan.allocation[stratum])]
    if len({one.case_number for one in drawn}) < len(drawn):
        raise FrameChanged("The frame lists a case more than once. Freeze it again.")
    return Draw(tuple(drawn))


class _Lowest:
    """The lowest `room` tickets of those offered, sorted out each time that twice as many have gathered."""

    def __init__(self, room: int | None) -> None:
        self.room = room
        self.bar = "g"  # above every hex digit
        self.kept: list[tuple[str, str]] = []

    def offer(self, ticket: str, case_number: str) -> None:
        if ticket < self.bar:
            self.kept.append((ticket, case_number))
            if self.room is not None and len(self.kept) > 2 * self.room:
                self.sort()

    def sort(self) -> list[tuple[str, str]]:
        self.kept.sort()
        if self.room is not None and len(self.kept) > self.room:
            del self.kept[self.room :]
            self.bar = self.kept[-1][0] if self.kept else ""
        return self.kept


def _in_order(stratum: str, kept: _Lowest, size: int) -> list[Drawn]:
    tickets = kept.sort()
    if len(tickets) < size:
        raise FrameChanged(
            f"The plan draws {size} cases of {stratum} and the frame has {len(tickets)}. Freeze and plan again."
        )
    return [
        Drawn(case_number, stratum, position, ticket, Kind.PICK if position <= size else Kind.RESERVE)
        for position, (ticket, case_number) in enumerate(tickets, start=1)
    ]


def _ticket_maker(seed: str) -> Callable[[str], str]:
    key = hashlib.sha256(seed.encode()).hexdigest()
    sha256 = hashlib.sha256
    return lambda case_number: sha256((key + case_number).encode()).hexdigest()
