"""Marking a case under complaint or appeal, which keeps it out of every frame until the mark is lifted.

A mark changes no frame that is frozen and no draw that is made: for that, a replacement is proposed.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import CaseMarked, MarkLifted
from scrutiny_app.domain.frame_checking import on_one_keyboard
from scrutiny_app.models.case_marks import CaseMark
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey

LONGEST_REASON = 1000  # characters


class Mark(StrEnum):
    """What is live of a case."""

    COMPLAINT = "complaint"
    APPEAL = "appeal"


MARK_TITLES = {Mark.COMPLAINT: "A complaint is live", Mark.APPEAL: "An appeal is live"}


@dataclass(frozen=True)
class Marked:
    """One mark as the force's side reads it: with its reason, and who lifted it when, if anybody has."""

    id: int
    mark: Mark
    reason: str
    marked_by: str
    marked_at: datetime
    lifted_by: str | None
    lifted_at: datetime | None


def mark_case(session: Session, case_id: int, mark: Mark, reason: str, *, key: CaseKey, by: User) -> CaseMark:
    """Mark a case of the force's; raise Overtaken where it is so marked already."""
    _require_ours(session, case_id, by)
    reason = on_one_keyboard(reason).strip()
    if not reason or len(reason) > LONGEST_REASON or not reason.replace("\n", "").isprintable():
        raise Refused(f"Give the reason in at most {LONGEST_REASON:,} letters, digits and signs.")
    standing = select(CaseMark.id).where(CaseMark.case_id == case_id, CaseMark.lifted_at.is_(None))
    if session.scalar(standing.where(CaseMark.mark == mark)) is not None:
        raise Overtaken("The case is marked so already. See its marks.")
    made = CaseMark(case_id=case_id, mark=mark, reason=b"", marked_by=by.id, marked_at=trail.now())
    session.add(made)
    session.flush()  # the reason is sealed for the mark's own place, so its id comes first
    made.reason = key.seal(reason, _place(made.id))
    trail.record(session, CaseMarked(case_id, made.id, mark.value), by=by)
    return made


def lift_mark(session: Session, case_id: int, mark_id: int, *, by: User) -> CaseMark:
    """Lift a mark from a case of the force's: frames that are frozen from then on may hold the case again."""
    _require_ours(session, case_id, by)
    mark = session.get(CaseMark, mark_id)
    if mark is None or mark.case_id != case_id:
        raise NotYours
    if mark.lifted_at is not None:
        raise Overtaken("This mark has been lifted already.")
    mark.lifted_by, mark.lifted_at = by.id, trail.now()
    trail.record(session, MarkLifted(case_id, mark.id), by=by)
    return mark


def marks_of(session: Session, case: Case, *, key: CaseKey) -> list[Marked]:
    """List all that a case was ever marked with, newest first."""
    marker, lifter = aliased(User), aliased(User)
    query = (
        select(CaseMark, marker.name, lifter.name)
        .join(marker, marker.id == CaseMark.marked_by)
        .outerjoin(lifter, lifter.id == CaseMark.lifted_by)
        .where(CaseMark.case_id == case.id)
        .order_by(CaseMark.id.desc())
    )
    return [
        Marked(
            id=mark.id,
            mark=Mark(mark.mark),
            reason=key.open(mark.reason, _place(mark.id)),
            marked_by=marked_by,
            marked_at=mark.marked_at,
            lifted_by=lifted_by,
            lifted_at=mark.lifted_at,
        )
        for mark, marked_by, lifted_by in session.execute(query)
    ]


def marked_cases(session: Session, *, by: User) -> list[tuple[CaseMark, str, str]]:
    """List the marks that stand on cases of the reader's force, the oldest first, with number and whose mark it is."""
    query = (
        select(CaseMark, CaseNumber.number, User.name)
        .join(CaseNumber, CaseNumber.case_id == CaseMark.case_id)
        .join(User, User.id == CaseMark.marked_by)
        .where(CaseNumber.force == by.force, CaseMark.lifted_at.is_(None))
        .order_by(CaseMark.marked_at, CaseMark.id)
    )
    return [(mark, number, name) for mark, number, name in session.execute(query)]


def rounds_with(session: Session, case_id: int) -> list[tuple[Round, RoundCase]]:
    """List the rounds in whose sample a case stands, with its place there: a mark takes it out of none of them."""
    query = (
        select(Round, RoundCase)
        .join(RoundCase, RoundCase.round_id == Round.id)
        .join(Pick, Pick.round_case_id == RoundCase.id)
        .where(Pick.case_id == case_id, RoundCase.withdrawn_at.is_(None), Round.dropped_at.is_(None))
        .order_by(Round.id)
    )
    return [(round_, place) for round_, place in session.execute(query)]


def _require_ours(session: Session, case_id: int, by: User) -> None:
    case = session.get(Case, case_id)
    if case is None or case.force != by.force:
        raise NotYours


def _place(mark_id: int) -> str:
    return f"mark:{mark_id}"
