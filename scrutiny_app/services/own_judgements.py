"""What a member said themselves of a case: what stands, and what they had said before; for them alone."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.models.grades import Grade
from scrutiny_app.models.people import User
from scrutiny_app.services.grading import CaseRead


def earlier_judgements(session: Session, read: CaseRead, *, by: User) -> list[Grade]:
    """List what a member had said of a case before what stands, newest first."""
    query = select(Grade).where(Grade.round_case_id == read.case.id, Grade.user_id == by.id)
    stands = [one.id for one in read.said if one]
    return list(session.scalars(query.where(Grade.id.not_in(stands)).order_by(Grade.id.desc())))
