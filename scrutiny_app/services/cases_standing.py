"""How a round's cases stand for whoever keeps its minutes: revealed or not, and what was signed; no grade, no draft."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import RESULT_TITLES, Result
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.rounds import in_round
from scrutiny_app.services.standing_findings import standing_findings


class CaseStands(NamedTuple):
    """One case of a round, by its reference, and how it stands in words."""

    reference: str
    place: int
    state: str


def cases_standing(session: Session, round_: Round, *, by: User) -> list[CaseStands]:
    """List an opened round's cases in order, but for those from which the reader stepped back."""
    if round_.opened_at is None:
        return []
    query = select(RoundCase, Reveal.round_case_id).outerjoin(Reveal, Reveal.round_case_id == RoundCase.id)
    query = query.where(*in_round(round_), ~has_conflict(RoundCase.id, by.id)).order_by(RoundCase.position)
    rows = session.execute(query).all()
    signed = standing_findings(session, [case.id for case, _ in rows])
    return [
        CaseStands(
            case.reference, case.position, _state(bool(revealed), signed[case.id].result if case.id in signed else "")
        )
        for case, revealed in rows
    ]


def _state(revealed: bool, result: str) -> str:
    if result:
        return f"Signed: {RESULT_TITLES[Result(result)]}"
    return "Revealed, to be agreed" if revealed else "Not revealed"
