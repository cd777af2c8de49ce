"""What a member said themselves of a case: what stands, and what they had said before; for them alone."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.models.grades import Grade
from scrutiny_app.models.people import User
from scrutiny_app.services.grading import CaseRead
from scrutiny_app.services.my_cases import MyCase, MyRound, find_my_case


def to_read_later(session: Session, reference: str, *, by: User) -> tuple[MyRound, MyCase, Grade] | None:
    """Give a case with the grade that stands from then on, where a member may now ask to read what came later."""
    mine, case = find_my_case(session, reference, by)
    own = session.get_one(Grade, case.grade_id) if case.grade_id else None
    may = mine.is_open and case.revealed_at is None and not case.has_read_later
    return (mine, case, own) if may and own is not None and own.grade is not None else None


def earlier_judgements(session: Session, read: CaseRead, *, by: User) -> list[Grade]:
    """List what a member had said of a case before what stands, newest first."""
    query = select(Grade).where(Grade.round_case_id == read.case.id, Grade.user_id == by.id)
    stands = [one.id for one in (read.own, read.with_later) if one]
    return list(session.scalars(query.where(Grade.id.not_in(stands)).order_by(Grade.id.desc())))
