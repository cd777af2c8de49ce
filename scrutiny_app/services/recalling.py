"""Recalling: the force takes a release away, and decides on each release that was taken away as a possible breach."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import BreachDecided, ReleaseRead, ReleaseRecalled
from scrutiny_app.domain.redacting import heading_of, plainly
from scrutiny_app.domain.withholding import LONGEST_REASON, Decision, WithheldBy
from scrutiny_app.models.breaches import BreachDecision, RecallReason
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.models.withholdings import Withholding
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.trail import now
from scrutiny_app.services.withholding import FACTS


@dataclass(frozen=True)
class Decided:
    """What was decided on one possible breach: what, why, by whom and when."""

    decision: Decision
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Taken:
    """One release that was taken away: by whose word, where it is said to identify somebody, and what followed.

    `readers` counts the people who had opened it; `is_back` says that a newer release of the case can be read.
    """

    row: Withholding
    round: Round
    case: RoundCase
    version: int
    by: str
    where: tuple[str, ...]
    reason: str | None
    readers: int
    is_back: bool
    decisions: tuple[Decided, ...]


def recall(session: Session, round_case: RoundCase, reason: str, *, key: CaseKey, by: User) -> Withholding:
    """Take a case's newest release away from everybody; raise Refused without a reason or a release to recall."""
    words = _reason(reason, "Say why the release is recalled: whoever checks the case again will read it.")
    release = _newest(session, round_case)
    if release is None:
        raise Refused("This case has not been released, so there is nothing to recall.")
    if session.scalar(select(Withholding.id).where(Withholding.release_id == release.id).limit(1)):
        raise Overtaken("This release has been taken away already. Nobody can read it; there is nothing more to do.")
    taken = Withholding(release_id=release.id, kind=WithheldBy.RECALLED, texts=[], withheld_by=by.id, withheld_at=now())
    session.add(taken)
    session.flush()
    session.add(RecallReason(withholding_id=taken.id, sealed=key.seal(words, _recall_place(taken.id))))

    readers = len(_readers(session, round_case.round_id, release.id))
    digest = key.fingerprint(words)
    event = ReleaseRecalled(round_case.round_id, round_case.id, release.id, readers, reason_digest=digest)
    trail.record(session, event, by=by)
    return taken


def taken_away(session: Session, *, key: CaseKey, by: User, round_case: RoundCase | None = None) -> list[Taken]:
    """List the releases of a force's cases that were taken away, newest first; or those of one case."""
    query = (
        select(Withholding, Round, RoundCase, Release.version, User.name)
        .join(Release, Release.id == Withholding.release_id)
        .join(RoundCase, RoundCase.id == Release.round_case_id)
        .join(Round, Round.id == RoundCase.round_id)
        .join(User, User.id == Withholding.withheld_by)
        .where(Round.force == by.force)
        .order_by(Withholding.id.desc())
    )
    if round_case is not None:
        query = query.where(RoundCase.id == round_case.id)
    return [_taken(session, *row, key=key) for row in session.execute(query)]


def count_undecided(session: Session, *, by: User) -> int:
    """Count a force's possible breaches on which nothing has been decided."""
    decided = select(BreachDecision.withholding_id)
    query = (
        select(func.count(Withholding.id))
        .join(Release, Release.id == Withholding.release_id)
        .join(RoundCase, RoundCase.id == Release.round_case_id)
        .join(Round, Round.id == RoundCase.round_id)
        .where(Round.force == by.force, Withholding.id.not_in(decided))
    )
    return session.scalar(query) or 0


def decide(
    session: Session, withholding_id: int, decision: Decision, reason: str, *, key: CaseKey, by: User
) -> BreachDecision:
    """Keep what the force decides on a possible breach, and why; a later decision stands beside the earlier one."""
    words = _reason(reason, "Say why: the decision is kept on record with its reason.")
    query = select(Withholding, RoundCase).join(Release, Release.id == Withholding.release_id)
    query = query.join(RoundCase, RoundCase.id == Release.round_case_id).join(Round, Round.id == RoundCase.round_id)
    row = session.execute(query.where(Withholding.id == withholding_id, Round.force == by.force)).one_or_none()
    if row is None:
        raise NotYours
    number = 1 + len(session.scalars(_decisions(withholding_id)).all())
    made = BreachDecision(
        withholding_id=withholding_id,
        decision=decision,
        sealed=key.seal(words, _decision_place(withholding_id, number)),
        decided_by=by.id,
        decided_at=now(),
    )
    session.add(made)
    session.flush()
    digest = key.fingerprint(words)
    event = BreachDecided(row[1].round_id, row[1].id, withholding_id, decision.value, reason_digest=digest)
    trail.record(session, event, by=by)
    return made


def can_recall(session: Session, round_case: RoundCase) -> bool:
    """Say whether a case has a release that can be read, and so be recalled."""
    release = _newest(session, round_case)
    taken = select(Withholding.id).where(Withholding.release_id == release.id).limit(1) if release else None
    return taken is not None and session.scalar(taken) is None


def _taken(
    session: Session, row: Withholding, round_: Round, case: RoundCase, version: int, by: str, *, key: CaseKey
) -> Taken:
    kept = session.get(RecallReason, row.id)
    newest = _newest(session, case)
    decided = session.execute(
        _decisions(row.id).add_columns(User.name).join(User, User.id == BreachDecision.decided_by)
    )
    return Taken(
        row=row,
        round=round_,
        case=case,
        version=version,
        by=by,
        where=tuple("Facts of the case" if name == FACTS else heading_of(name) for name in row.texts),
        reason=plainly(key.open(kept.sealed, _recall_place(row.id))) if kept else None,
        readers=len(_readers(session, round_.id, row.release_id)),
        is_back=newest is not None and newest.id != row.release_id and can_recall(session, case),
        decisions=tuple(
            Decided(Decision(one.decision), _said(one, number, key), who, one.decided_at)
            for number, (one, who) in enumerate(decided, 1)
        ),
    )


def _said(decision: BreachDecision, number: int, key: CaseKey) -> str:
    return plainly(key.open(decision.sealed, _decision_place(decision.withholding_id, number)))


def _newest(session: Session, round_case: RoundCase) -> Release | None:
    query = select(Release).where(Release.round_case_id == round_case.id)
    return session.scalar(query.order_by(Release.version.desc()).limit(1))


def _readers(session: Session, round_id: int, release_id: int) -> set[str]:
    read = select(TrailEntry.actor, TrailEntry.facts)
    read = read.where(TrailEntry.round_id == round_id, TrailEntry.event == ReleaseRead.__name__)
    return {actor for actor, facts in session.execute(read) if json.loads(facts)["release_id"] == release_id}


def _decisions(withholding_id: int) -> Select[BreachDecision]:
    query = select(BreachDecision).where(BreachDecision.withholding_id == withholding_id)
    return query.order_by(BreachDecision.id)


def _reason(reason: str, wanting: str) -> str:
    words = reason.strip()
    if not words:
        raise Refused(wanting)
    if len(words) > LONGEST_REASON:
        raise Refused(f"Shorten the reason to {LONGEST_REASON:,} characters.")
    return words


def _recall_place(withholding_id: int) -> str:
    return f"recall:{withholding_id}"


def _decision_place(withholding_id: int, number: int) -> str:
    return f"breach:{withholding_id}:{number}"
