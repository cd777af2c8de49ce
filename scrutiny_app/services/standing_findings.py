"""The finding that stands on a case: the newest that was signed, whatever has been drafted to take its place since."""

from collections.abc import Collection

from sqlalchemy import Select, bindparam, func, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.rounds import Round, RoundCase


def standing_ids() -> Select[int]:
    """Select the id of the standing finding of each case that has one."""
    return (
        select(func.max(Finding.id)).join(Signature, Signature.finding_id == Finding.id).group_by(Finding.round_case_id)
    )


# Put together once: it takes longer than to ask the database, and every page of a revealed case asks both.
_OF_CASES = Finding.round_case_id.in_(bindparam("cases", expanding=True))
_STANDING = select(Finding).where(_OF_CASES, Finding.id.in_(standing_ids()))
_SUPERSEDED = select(Finding).join(Signature).where(_OF_CASES, Finding.id.not_in(standing_ids())).order_by(Finding.id)
_NEWEST = select(func.max(Finding.id)).where(_OF_CASES).group_by(Finding.round_case_id)
_SIGNED_OR_NEWEST = (
    select(Finding)
    .outerjoin(Signature, Signature.finding_id == Finding.id)
    .where(_OF_CASES, or_(Signature.finding_id.is_not(None), Finding.id.in_(_NEWEST)))
    .order_by(Finding.id)
)


def standing_findings(session: Session, cases: Collection[int]) -> dict[int, Finding]:
    """Give the standing finding of each of the cases (by id) that has one."""
    return {one.round_case_id: one for one in session.scalars(_STANDING, {"cases": list(cases)})}


def superseded_findings(session: Session, cases: Collection[int]) -> dict[int, list[Finding]]:
    """Give the findings that were signed on each of the cases (by id) and stand no more, oldest first."""
    found: dict[int, list[Finding]] = {case: [] for case in cases}
    for one in session.scalars(_SUPERSEDED, {"cases": list(cases)}):
        found[one.round_case_id].append(one)
    return found


def findings_of(session: Session, case: int) -> tuple[Finding | None, list[Finding]]:
    """Give the newest version of the finding on a case (by id), and all that were signed, the standing one last."""
    kept = list(session.scalars(_SIGNED_OR_NEWEST, {"cases": [case]}))
    return kept[-1] if kept else None, [one for one in kept if one.signature]


def stand_no_more(session: Session, findings: Collection[int]) -> set[int]:
    """Keep of some signed findings (by id) those in whose place another has been signed."""
    query = select(Finding.id).where(Finding.id.in_(findings), Finding.id.not_in(standing_ids()))
    return set(session.scalars(query))


def count_superseded(session: Session, round_: Round) -> int:
    """Count the round's findings that were signed and then superseded: what every report prints."""
    query = select(func.count()).select_from(Finding).join(Signature).join(RoundCase)
    query = query.where(RoundCase.round_id == round_.id, RoundCase.withdrawn_at.is_(None))
    return session.scalar(query.where(Finding.id.not_in(standing_ids()))) or 0
