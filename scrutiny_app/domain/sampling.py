"""Choosing cases at random so that anyone can re-perform the choice (the "dip-1" draw).

Every case gets a ticket, a SHA-256 of the seed and its number, and the lowest tickets of each stratum are drawn.
The order in which cases arrive does not matter, and a larger sample of the same frame begins with the smaller.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.framing import FrameLine
from scrutiny_app.domain.surveying import columns, whole_lines

LEAST_DIGITS = 20
LEAST_DISTINCT_DIGITS = 4

_DRAW_ID = re.compile("[A-Za-z0-9-]{1,64}")
_DIGEST = re.compile("[0-9a-f]{64}")
_DIGEST_SIZE = 32  # bytes
_ABOVE_ALL = b"\xff" * (_DIGEST_SIZE + 1)


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


class DiceBy(StrEnum):
    """How the digits came: rolled in one room, committed to and revealed, or needless because every case is taken."""

    ROLLED = "dice"
    REVEALED = "commit_reveal"
    NEEDLESS = "all_taken"


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
    if (kinds := len(set(digits))) < LEAST_DISTINCT_DIGITS:
        raise UnusableDice(
            f"The dice show only {kinds} different {'digit' if kinds == 1 else 'digits'}, which fair dice would hardly "
            "ever do. Roll them all again."
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
    return hashlib.sha256(_key(seed) + case_number.encode()).hexdigest()


def draw(lines: Iterable[FrameLine], seed: str, plan: Plan) -> Draw:
    """Draw the plan's cases, keeping only the lowest tickets in memory; refuses a frame that the plan does not fit."""
    draw = _Draw(seed, plan)
    draw.offer((case_number.encode(), stratum.encode()) for case_number, stratum in lines)
    drawn = tuple(draw.in_order())
    if len({one.case_number for one in drawn}) < len(drawn):
        raise FrameChanged("The frame lists a case more than once. Freeze it again.")
    return Draw(drawn)


def draw_frame(blocks: Iterable[bytes], seed: str, plan: Plan) -> Iterator[Drawn]:
    """Draw from a frame file's bytes as they stream by, and yield picks and reserves, strata in byte order.

    The file must have been surveyed; refuses one that is not the one that the seed is bound to. Memory does not grow
    with the file, but for the reserves: where all are asked for, about 100 bytes are held for each case.
    """
    draw, whole = _Draw(seed, plan), hashlib.sha256()
    for block in whole_lines(blocks):
        whole.update(block)
        draw.offer(zip(*columns(block), strict=True))
    if whole.hexdigest() != seed.split("|")[1]:
        raise FrameChanged("The frame is not the one that the dice were rolled for. Draw from that one.")
    return draw.in_order()


class _Draw:
    """The lowest tickets of each stratum among the cases offered so far."""

    def __init__(self, seed: str, plan: Plan) -> None:
        self.key = _key(seed)
        self.plan = plan
        self.lowest = {stratum.encode(): _Lowest(plan.room(stratum)) for stratum in sorted(plan.allocation)}

    def offer(self, cases: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep those of the (case number, stratum) pairs that could be drawn; a million a second pass through here."""
        # The key fills one block of the digest, which is worked once here and not again for each case.
        begun, lowest = hashlib.sha256(self.key).copy, self.lowest
        bars = {stratum: kept.bar for stratum, kept in lowest.items()}
        try:
            for case_number, stratum in cases:
                digest = begun()
                digest.update(case_number)
                ticket = digest.digest()
                if ticket < bars[stratum]:
                    bars[stratum] = lowest[stratum].keep(ticket + case_number)
        except KeyError as unknown:
            name = unknown.args[0].decode(errors="replace")
            raise FrameChanged(
                f"The frame has a stratum, {name}, that the plan has not. Freeze and plan again."
            ) from None

    def in_order(self) -> Iterator[Drawn]:
        """Yield picks and reserves, strata in byte order; refuses at once where a stratum has fewer than planned."""
        for stratum, kept in self.lowest.items():
            kept.sort()
            size = self.plan.allocation[stratum.decode()]
            if len(kept.tickets) < size:
                raise FrameChanged(
                    f"The plan draws {size} cases of {stratum.decode()} and the frame has {len(kept.tickets)}. "
                    "Freeze and plan again."
                )
        return (one for stratum, kept in self.lowest.items() for one in self._drawn(stratum.decode(), kept.tickets))

    def _drawn(self, stratum: str, tickets: Iterable[bytes]) -> Iterator[Drawn]:
        size = self.plan.allocation[stratum]
        for position, ticket in enumerate(tickets, start=1):
            kind = Kind.PICK if position <= size else Kind.RESERVE
            yield Drawn(ticket[_DIGEST_SIZE:].decode(), stratum, position, ticket[:_DIGEST_SIZE].hex(), kind)


class _Lowest:
    """The lowest `room` tickets of those kept, sorted out each time that twice as many have gathered.

    A ticket stands before its case number in one string of bytes: that sorts as the pair would, in half the memory.
    """

    def __init__(self, room: int | None) -> None:
        self.room = room
        self.bar = _ABOVE_ALL
        self.tickets: list[bytes] = []

    def keep(self, ticket: bytes) -> bytes:
        """Keep a ticket, and give the bar that the next must be below."""
        self.tickets.append(ticket)
        if self.room is not None and len(self.tickets) > 2 * self.room:
            self.sort()
        return self.bar

    def sort(self) -> None:
        self.tickets.sort()
        if self.room is not None and len(self.tickets) > self.room:
            del self.tickets[self.room :]
            self.bar = self.tickets[-1][:_DIGEST_SIZE] if self.tickets else b""


def _key(seed: str) -> bytes:
    return hashlib.sha256(seed.encode()).hexdigest().encode()
