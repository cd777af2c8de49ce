"""How a round stands case by case: before the panel, and as the force's lead and the registrar may see it.

Before a case's reveal its panel is told that it waits, and no more. The chair alone is told whether there is a quorum,
and not what it lacks: from that and from who sits on the panel they could tell who has not graded. The force's side is
told how many grades are in.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.checking import Checked
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import GradersRead, SpreadRead, SpreadsRead
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import Body
from scrutiny_app.domain.quorum import in_sentences
from scrutiny_app.domain.spreads import SecondThoughts, Spread
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.grades import Grade, Reveal
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.agenda import Meeting, Standing
from scrutiny_app.services.agreeing import newest_findings
from scrutiny_app.services.checking import checks_of
from scrutiny_app.services.convening import may_chair
from scrutiny_app.services.my_cases import find_my_case, has_conflict, my_round
from scrutiny_app.services.my_rounds import MyCase, MyRound
from scrutiny_app.services.panels import quorum_of
from scrutiny_app.services.spreads import AsRevealed, as_revealed, graders, lacking, revealed_spread
from scrutiny_app.services.standing_findings import findings_of, standing_findings
from scrutiny_app.services.superseding import is_seconded


def meeting(session: Session, round_: Round, *, by: User) -> Meeting:
    """Give the round as its meeting sees it, and record whose spreads were read."""
    found = agenda(session, round_, by=by)
    if read := [standing.id for _, standing in found.cases if standing.spread]:
        trail.record(session, SpreadsRead(round_.id, ",".join(map(str, sorted(read)))), by=by)
    return found


def agenda(session: Session, round_: Round, *, by: User) -> Meeting:
    """Give the round as its meeting sees it, for a page that tells only what is left to do."""
    mine = my_round(session, round_, by)
    ids = [case.id for case in mine.cases]
    chairs = allows(by.role, Permission.REVEAL_GRADES) and may_chair(session, round_, by)

    shown = as_revealed(session, ids)
    standing, newest = standing_findings(session, ids), newest_findings(session, ids)
    checks = checks_of(session, [case.release_id for case in mine.cases if case.revealed_at])
    missing = lacking(session, round_, ids) if chairs else {}

    standings = [
        Standing(
            id=case.id,
            reference=case.reference,
            revealed=case.revealed_at is not None,
            grades_in=None,
            lacking=missing.get(case.id),
            spread=shown[case.id].spread if case.id in shown else None,
            second=shown[case.id].second if case.id in shown else (),
            checks=checks.get(case.release_id),
            finding=standing.get(case.id) or (newest.get(case.id) if chairs else None),
            pending=(waits := _pending(newest.get(case.id))),
            seconded=waits is not None and is_seconded(session, waits),
        )
        for case in mine.cases
    ]
    unsigned = rounds.count_cases(session, round_) - rounds.count_signed(session, round_)
    others = unsigned - sum(not one.signed for one in standings)
    return Meeting(mine, list(zip(mine.cases, standings, strict=True)), others, chairs)


def rule(session: Session, round_: Round) -> list[str]:
    """Say whom a finding needs by the panel's rule, whoever has graded."""
    return in_sentences(quorum_of(session.get_one(Panel, round_.panel_id)))


def results(session: Session, round_: Round, *, by: User) -> list[Standing]:
    """Give the round's cases in order as the force's side may see them, and record whose spreads were read."""
    if by.force != round_.force:
        raise NotYours
    query = select(RoundCase).where(*rounds.in_round(round_)).order_by(RoundCase.position)
    cases = list(session.scalars(query))
    ids = [case.id for case in cases]

    shown, findings = _spreads_read(session, round_, ids, by), standing_findings(session, ids)
    counted, may_count = graders(session, ids), allows(by.role, Permission.COUNT_GRADES)
    return [
        Standing(
            id=case.id,
            reference=case.reference,
            revealed=case.id in shown,
            grades_in=len(counted[case.id]) if may_count else None,
            lacking=None,
            spread=shown[case.id].spread if case.id in shown else None,
            second=shown[case.id].second if case.id in shown else (),
            finding=findings.get(case.id),
        )
        for case in cases
    ]


class Outcome(NamedTuple):
    """What became of one case: its spread, its signed finding or (for the chair) its draft, and what a quorum lacks.

    `pending` waits to take the place of the signed one; `superseded` were signed before it, oldest first. `second` is
    what members said once they had read on, `lacked` what those said who could not grade, `checks` the policy checks.
    """

    mine: MyRound
    case: MyCase
    spread: Spread
    finding: Finding | None
    lacking: list[str] | None
    pending: Finding | None = None
    superseded: tuple[Finding, ...] = ()
    seconded: bool = False
    second: tuple[SecondThoughts, ...] = ()
    lacked: Sequence[str] = ()
    checks: Checked | None = None

    @property
    def draft(self) -> Finding | None:
        """Give the version that is worked on: one that waits to supersede, or an only draft."""
        return self.pending or (self.finding if self.finding and not self.finding.signature else None)

    @property
    def newest(self) -> Finding | None:
        """Give the newest version, signed or not."""
        return self.pending or self.finding


def read_outcome(session: Session, reference: str, *, by: User) -> Outcome:
    """Give a revealed case's spread, finding and checks, recorded as read; raise Refused before the reveal."""
    mine, case = find_my_case(session, reference, by)
    outcome = outcome_of(session, mine, case, by=by)
    trail.record(session, SpreadRead(mine.round.id, case.id), by=by)
    return outcome._replace(checks=checks_of(session, [case.release_id]).get(case.release_id))


def outcome_of(session: Session, mine: MyRound, case: MyCase, *, by: User) -> Outcome:
    """Do as `read_outcome` does with a case that was found as the person's, without its checks or any record."""
    if case.revealed_at is None:
        raise Refused("This case’s grades have not been revealed yet: the chair reveals them once there is a quorum.")
    chairs = allows(by.role, Permission.DRAFT_FINDING) and may_chair(session, mine.round, by)
    newest, signed = findings_of(session, case.id)
    shown = revealed_spread(session, case.id)
    waits = _pending(newest)

    return Outcome(
        mine,
        case,
        spread=shown.spread,
        finding=signed[-1] if signed else (newest if chairs else None),
        lacking=lacking(session, mine.round, [case.id])[case.id] if chairs else None,
        pending=waits,
        superseded=tuple(signed[:-1]),
        seconded=waits is not None and is_seconded(session, waits),
        second=shown.second,
        lacked=shown.lacked,
    )


class Grader(NamedTuple):
    """One name behind a grade; a grade that a conflict sets aside is marked so.

    Without a grade, `lacking` tells whether they said that the case cannot be graded on what it tells.
    """

    name: str
    body: Body | None
    grade: GradeWord | None
    lacking: bool
    given_at: datetime
    set_aside: bool


def read_graders(session: Session, round_: Round, case: RoundCase, *, by: User) -> list[Grader]:
    """Give the names behind a case's grades, every change of mind among them, and raise an alarm on the trail."""
    if session.get(Reveal, case.id) is None:
        raise Refused("Nobody sees who gave which grade before the chair reveals the case. Come back after the reveal.")
    aside = has_conflict(Grade.round_case_id, Grade.user_id)
    lacking = (Grade.grade.is_(None) & (Grade.missing != "")).label("lacking")
    query = select(User.name, User.body, Grade.grade, lacking, Grade.given_at, aside)
    query = query.join(User, Grade.user_id == User.id)
    rows = session.execute(query.where(Grade.round_case_id == case.id).order_by(User.name, Grade.id)).all()

    trail.record(session, GradersRead(round_.id, case.id, alarmed=True), by=by)
    return [Grader(*row) for row in rows]


def _spreads_read(session: Session, round_: Round, cases: Collection[int], by: User) -> dict[int, AsRevealed]:
    found = as_revealed(session, cases)
    if found:
        trail.record(session, SpreadsRead(round_.id, ",".join(str(case) for case in sorted(found))), by=by)
    return found


def _pending(newest: Finding | None) -> Finding | None:
    return newest if newest is not None and newest.supersedes_id and not newest.signature else None
