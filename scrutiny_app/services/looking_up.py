"""Looking numbers up for the registrar: what the frozen files and the force's cases say of each. A help, no answer."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import framing, rounds


class Seen(StrEnum):
    """Where a number was come upon."""

    FRAME = "frame"
    EXCLUSIONS = "exclusions"
    OUTSIDE_PERIOD = "outside_period"
    NEITHER = "neither"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Sighting:
    """What is known of a number: its stratum in the frame, why it was left out, or when its case was finalised."""

    seen: Seen
    stratum: str | None = None
    reason: ExclusionReason | None = None
    finalised: date | None = None


def look_up(session: Session, round_: Round, numbers: Collection[str], *, by: User) -> dict[str, Sighting]:
    """Look for numbers in a round's frozen files and among its force's cases; that the files were read is recorded."""
    frame = rounds.frame_of(session, round_)
    if frame is None or not numbers:
        return {}
    exclusions = framing.read_file(session, round_, by=by).exclusions
    found = {number: _of_case(round_, day) for number, day in _held(session, round_, numbers)}
    for number, reason in _lines_of([exclusions.partition(b"\n")[2]], numbers):
        found[number] = Sighting(Seen.EXCLUSIONS, reason=ExclusionReason(reason))
    for number, stratum in _lines_of(framing.file_of(session, frame), numbers):
        found[number] = Sighting(Seen.FRAME, stratum=stratum)
    return {number: found.get(number, Sighting(Seen.UNKNOWN)) for number in numbers}


def _of_case(round_: Round, finalised: date) -> Sighting:
    within = round_.period_from <= finalised <= round_.period_to
    return Sighting(Seen.NEITHER if within else Seen.OUTSIDE_PERIOD, finalised=finalised)


def _held(session: Session, round_: Round, numbers: Collection[str]) -> Iterator[tuple[str, date]]:
    query = select(CaseNumber.number, Case.disposal_date).join(Case, Case.id == CaseNumber.case_id)
    rows = session.execute(query.where(CaseNumber.force == round_.force, CaseNumber.number.in_(numbers)))
    return ((number, day) for number, day in rows)


def _lines_of(pieces: Iterable[bytes], numbers: Collection[str]) -> Iterator[tuple[str, str]]:
    """Find numbers in a sorted file that comes in pieces of whole lines; give each with what stands beside it.

    Both are in byte order, so each piece is searched only for the numbers that can stand between its ends.
    """
    wanted = sorted(number.encode() for number in numbers)
    for piece in filter(None, pieces):
        last = piece[:-1].rpartition(b"\n")[2].partition(b"\t")[0]
        lines = b"\n" + piece
        for number in wanted[bisect_left(wanted, piece.partition(b"\t")[0]) :]:
            if number > last:
                break
            _, found, rest = lines.partition(b"\n" + number + b"\t")
            if found:
                yield number.decode(), rest.partition(b"\n")[0].decode()
