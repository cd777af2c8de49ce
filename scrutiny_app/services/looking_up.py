"""Looking numbers up for the registrar: what the frozen files and the force's cases say of each. A help, no answer."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.frame_checking import Answer, squeezed
from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import framing, rounds

_BETWEEN = "-/ ._:,()"  # signs that one hand writes in a number and another leaves out


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
    written: str | None = None

    @property
    def shows(self) -> Answer | None:
        """Give the answer that the frozen files show, or None where they show none."""
        return {Seen.FRAME: Answer.IN_FRAME, Seen.EXCLUSIONS: Answer.EXCLUDED}.get(self.seen)


def look_up(session: Session, round_: Round, numbers: Collection[str], *, by: User) -> dict[str, Sighting]:
    """Look for numbers in a round's frozen files and among its force's cases; that the files were read is recorded.

    A number that is not there as it was written is looked for by its letters and digits alone.
    """
    frame = rounds.frame_of(session, round_)
    if frame is None or not numbers:
        return {}
    exclusions = framing.read_file(session, round_, by=by).exclusions
    held = dict(_held(session, round_, numbers))
    alike = _written_alike(session, round_, [one for one in numbers if one not in held])
    held |= dict(_held(session, round_, alike.values()))
    wanted = {*numbers, *alike.values()}
    found = {number: _of_case(round_, day) for number, day in held.items()}
    for number, reason in _lines_of([exclusions.partition(b"\n")[2]], wanted):
        found[number] = Sighting(Seen.EXCLUSIONS, reason=ExclusionReason(reason))
    for number, stratum in _lines_of(framing.file_of(session, frame), wanted):
        found[number] = Sighting(Seen.FRAME, stratum=stratum)
    seen = {number: found.get(number) or found.get(alike.get(number, "")) for number in numbers}
    return {
        number: replace(one, written=alike.get(number)) if one else Sighting(Seen.UNKNOWN)
        for number, one in seen.items()
    }


def _written_alike(session: Session, round_: Round, numbers: Collection[str]) -> dict[str, str]:
    """Find, for numbers that no case has as they are written, a case's number of the same letters and digits."""
    keys = {squeezed(number): number for number in numbers}
    if not keys:
        return {}
    plain: ColumnElement[str] = func.lower(CaseNumber.number)
    for sign in _BETWEEN:
        plain = func.replace(plain, sign, "")
    query = select(CaseNumber.number).where(CaseNumber.force == round_.force, plain.in_(keys))
    alike = {squeezed(number): number for number in sorted(session.scalars(query), reverse=True)}
    return {number: alike[squeezed(number)] for number in numbers if squeezed(number) in alike}


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
