"""A round as whatever is published of it is made from: its report and its exact counts, the same whoever asks."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.national_forms import agreement_of, restricted
from scrutiny_app.domain.told_rounds import ToldRound
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds
from scrutiny_app.services.reporting import report_of
from scrutiny_app.services.spreads import spreads


def tell(session: Session, round_: Round) -> ToldRound:
    """Tell one round whose every case has a signed finding; OutOfOrder before."""
    # Told as whoever planned it reads it, so that the same state tells the same whoever prepares.
    report = report_of(session, round_, by=session.get_one(User, round_.planned_by))
    cases = list(session.scalars(select(RoundCase.id).where(*rounds.in_round(round_))))
    seen = spreads(session, cases)
    agreed = agreement_of([seen[case].counts for case in cases if case in seen])
    return ToldRound(round_.id, report, restricted(report, agreed, ()))
