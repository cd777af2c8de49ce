"""What earlier rounds found in each stratum of a new one: how many cases were graded, and how many inappropriate."""

from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import GRADED_RESULTS, Result
from scrutiny_app.models.cases import Case
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.matching import stratum_of
from scrutiny_app.services.standing_findings import standing_ids


def graded_by_stratum(session: Session, round_: Round) -> dict[str, tuple[int, int]]:
    """Count (inappropriate, graded) among the force's signed findings of this kind of round, by stratum."""
    columns = [getattr(Case, name) for name in round_.strata]
    query = (
        select(*columns, Finding.result, func.count())
        .join(Pick, Pick.case_id == Case.id)
        .join(RoundCase, RoundCase.id == Pick.round_case_id)
        .join(Round, Round.id == RoundCase.round_id)
        .join(Finding, Finding.round_case_id == RoundCase.id)
        .where(Round.force == round_.force, Round.kind == round_.kind, RoundCase.withdrawn_at.is_(None))
        .where(Finding.id.in_(standing_ids()))
        .group_by(*columns, Finding.result)
    )
    found: Counter[str] = Counter()
    graded: Counter[str] = Counter()
    for *values, result, cases in session.execute(query):
        stratum = stratum_of(round_.strata, values)
        if result in GRADED_RESULTS:
            graded[stratum] += cases
            found[stratum] += cases if result == Result.INAPPROPRIATE else 0
    return {stratum: (found[stratum], graded[stratum]) for stratum in graded}
