"""How a round stands case by case: before the panel, and as the force's lead and the registrar may see it.

Before a case's reveal its panel is told that it waits, and no more. The chair alone is told how many grades are in and
what the quorum lacks, and the force's side how many are in.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import Spread
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import GradersRead, SpreadRead, SpreadsRead
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import Body
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.grades import Grade, Reveal
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.agreeing import newest_findings
from scrutiny_app.services.my_cases import MyCase, MyRound, find_my_case, has_conflict, my_round
from scrutiny_app.services.spreads import graders, lacking, spreads


@dataclass(frozen=True)
class Standing:
    """How one case stands; what the reader may not know is None. A finding is signed, or the chair's to go on with."""

    id: int
    reference: str
    revealed: bool
    grades_in: int | None
    lacking: list[str] | None
    spread: Spread | None
    finding: Finding | None

    @property
    def signed(self) -> bool:
        """Say whether the finding is signed."""
        return self.finding is not None and self.finding.signature is not None


@dataclass(frozen=True)
class Meeting:
    """One round before one person of its panel: their cases as they stand, and how many more are not signed."""

    mine: MyRound
    cases: list[tuple[MyCase, Standing]]
    others_to_sign: int

    @property
    def to_sign(self) -> int:
        """Count this person's cases that are not signed yet."""
        return sum(not standing.signed for _, standing in self.cases)


def meeting(session: Session, round_: Round, *, by: User) -> Meeting:
    """Give the round as its meeting sees it, and record whose spreads were read."""
    mine = my_round(session, round_, by)
    ids = [case.id for case in mine.cases]
    chairs = allows(by.role, Permission.REVEAL_GRADES)

    found = _spreads_read(session, round_, ids, by)
    findings = newest_findings(session, ids)
    counted = graders(session, ids) if chairs else {}
    missing = lacking(session, round_, ids) if chairs else {}

    standings = [
        Standing(
            id=case.id,
            reference=case.reference,
            revealed=case.revealed_at is not None,
            grades_in=len(counted[case.id]) if chairs else None,
            lacking=missing.get(case.id),
            spread=found.get(case.id),
            finding=_shown(findings.get(case.id), drafts=chairs),
        )
        for case in mine.cases
    ]
    unsigned = rounds.count_cases(session, round_) - rounds.count_signed(session, round_)
    others = unsigned - sum(not one.signed for one in standings)
    return Meeting(mine, list(zip(mine.cases, standings, strict=True)), others)


def results(session: Session, round_: Round, *, by: User) -> list[Standing]:
    """Give the round's cases in order as the force's side may see them, and record whose spreads were read."""
    if by.force != round_.force:
        raise NotYours
    query = select(RoundCase).where(*rounds.in_round(round_)).order_by(RoundCase.position)
    cases = list(session.scalars(query))
    ids = [case.id for case in cases]

    found, findings, counted = (
        _spreads_read(session, round_, ids, by),
        newest_findings(session, ids),
        graders(session, ids),
    )
    return [
        Standing(
            id=case.id,
            reference=case.reference,
            revealed=case.id in found,
            grades_in=len(counted[case.id]),
            lacking=None,
            spread=found.get(case.id),
            finding=_shown(findings.get(case.id), drafts=False),
        )
        for case in cases
    ]


class Outcome(NamedTuple):
    """What became of one case: its spread, its signed finding or (for the chair) its draft, and what a quorum lacks."""

    mine: MyRound
    case: MyCase
    spread: Spread
    finding: Finding | None
    lacking: list[str] | None


def read_outcome(session: Session, reference: str, *, by: User) -> Outcome:
    """Give a revealed case's spread and finding, recorded as read; raise Refused before the reveal."""
    mine, case = find_my_case(session, reference, by)
    if case.revealed_at is None:
        raise Refused("This case’s grades have not been revealed yet: the chair reveals them once there is a quorum.")
    chairs = allows(by.role, Permission.DRAFT_FINDING)
    finding = newest_findings(session, [case.id]).get(case.id)
    missing = lacking(session, mine.round, [case.id])[case.id] if chairs else None

    trail.record(session, SpreadRead(mine.round.id, case.id), by=by)
    return Outcome(mine, case, spreads(session, [case.id])[case.id], _shown(finding, drafts=chairs), missing)


class Grader(NamedTuple):
    """One name behind a grade; a grade that a conflict sets aside is marked so."""

    name: str
    body: Body | None
    grade: GradeWord | None
    given_at: datetime
    set_aside: bool


def read_graders(session: Session, round_: Round, case: RoundCase, *, by: User) -> list[Grader]:
    """Give the names behind a case's grades, every change of mind among them, and raise an alarm on the trail."""
    if session.get(Reveal, case.id) is None:
        raise Refused("Nobody sees who gave which grade before the chair reveals the case. Come back after the reveal.")
    aside = has_conflict(Grade.round_case_id, Grade.user_id)
    query = select(User.name, User.body, Grade.grade, Grade.given_at, aside).join(User, Grade.user_id == User.id)
    rows = session.execute(query.where(Grade.round_case_id == case.id).order_by(User.name, Grade.id)).all()

    trail.record(session, GradersRead(round_.id, case.id, alarmed=True), by=by)
    return [Grader(*row) for row in rows]


def _spreads_read(session: Session, round_: Round, cases: Collection[int], by: User) -> dict[int, Spread]:
    found = spreads(session, cases)
    if found:
        trail.record(session, SpreadsRead(round_.id, ",".join(str(case) for case in sorted(found))), by=by)
    return found


def _shown(finding: Finding | None, *, drafts: bool) -> Finding | None:
    return finding if finding is not None and (drafts or finding.signature) else None
