"""Agreement: how far a round's private grades agreed, and, for one member alone, how theirs sat with the findings."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain import agreement
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.agreement import Agreement, Own
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.events import AgreementRead, OwnAgreementRead
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import GRADING_ROLES, PANEL_ROLES
from scrutiny_app.models.grades import Grade
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.my_cases import my_round
from scrutiny_app.services.reporting import is_revealed
from scrutiny_app.services.rounds import OutOfOrder
from scrutiny_app.services.spreads import spreads
from scrutiny_app.services.standing_findings import standing_findings


class OwnLine(NamedTuple):
    """One case that a member graded: their grade, and the panel's finding where one is signed."""

    reference: str
    grade: GradeWord
    result: Result


def read_agreement(session: Session, round_: Round, *, by: User) -> Agreement:
    """Reckon a round's agreement over the cases that the reader may know of; OutOfOrder until all are revealed."""
    if by.role not in PANEL_ROLES and by.force != round_.force:
        raise NotYours
    if not is_revealed(session, round_):
        raise OutOfOrder("How far the grades agree is shown once every case of the round is revealed.")
    if by.role in PANEL_ROLES:
        ids = [case.id for case in my_round(session, round_, by).cases]
    else:
        ids = [case.id for case in rounds.cases_of(session, round_)]
    found = agreement.agreement(list(spreads(session, ids).values()))
    trail.record(session, AgreementRead(round_.id), by=by)
    return found


def own_agreement(session: Session, round_: Round, *, by: User) -> tuple[Own, list[OwnLine]]:
    """Compare a member's own newest grades with the signed findings of their cases, and record that they looked."""
    if by.role not in GRADING_ROLES:
        raise NotYours
    cases = my_round(session, round_, by).cases
    findings = standing_findings(session, [case.id for case in cases])
    own = select(Grade).where(Grade.id.in_([case.grade_id for case in cases if case.grade_id]))
    grades = {one.round_case_id: GradeWord(one.grade) for one in session.scalars(own) if one.grade}
    lines = [
        OwnLine(case.reference, grades[case.id], Result(findings[case.id].result))
        for case in cases
        if case.id in grades and case.id in findings
    ]
    trail.record(session, OwnAgreementRead(round_.id), by=by)
    return agreement.sit([(line.grade, line.result) for line in lines]), lines
