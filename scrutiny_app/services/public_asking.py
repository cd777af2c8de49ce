"""Asking for a public report whose figures take long to attack: what is wanted is kept, and a worker prepares it."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.domain.events import ReturnMade
from scrutiny_app.domain.public_lines import LineKind, PublicLine, check_lines, written
from scrutiny_app.models.findings import Signature
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import PublicPreparation, PublicReport, PublicStep
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.public_figures import Figures, figures_of
from scrutiny_app.services.public_reports import find_report, place_of, told_by
from scrutiny_app.services.trail import now

# Measured: one round takes a second, also beside nine earlier reports; four beside five take five, and beside seven 13.
FEW_ROUNDS, FEW_EARLIER = 2, 6


def is_quick(session: Session, round_ids: Collection[int], force: str) -> bool:
    """Say whether a report is prepared within a moment: of few rounds, where few reports were published before."""
    query = select(func.count()).select_from(PublicStep).join(PublicReport)
    earlier = session.scalar(query.where(PublicStep.step == "published", PublicReport.force == force)) or 0
    told = len(set(round_ids))
    return earlier <= FEW_EARLIER and (told == 1 or (told <= FEW_ROUNDS and earlier <= FEW_ROUNDS))


def ask(
    session: Session,
    round_ids: Collection[int],
    title: str,
    *,
    tables: Collection[str],
    lines: Sequence[PublicLine],
    least: int,
    before: PublicReport | None = None,
    by: User,
) -> PublicPreparation:
    """Keep what is wanted of a report; raise Refused where it cannot be told, Overtaken where it is on its way."""
    wanted, force = told_by(session, round_ids, by)
    place_of(session, force, title, before)
    ids = [one.id for one in wanted]
    if any(one.wanted["rounds"] == ids and one.force == force for one in _waiting(session)):
        raise Overtaken("A report of these rounds is being prepared already. Wait until it is done.")
    asked = PublicPreparation(
        force=force,
        wanted={
            "rounds": ids,
            "title": title,
            "tables": list(tables),
            "lines": written(check_lines(lines)),
            "least": least,
            "before": before.id if before else None,
        },
        asked_by=by.id,
        asked_at=now(),
    )
    session.add(asked)
    session.flush()
    return asked


def ask_again(session: Session, report_id: int, *, by: User) -> PublicPreparation:
    """Keep that a report is to be attacked anew, together with what was published since; the same twice is once."""
    row = find_report(session, report_id, by).row
    for one in _waiting(session):
        if one.wanted.get("again") == row.id:
            return one
    wanted = {"again": row.id, "rounds": row.rounds, "title": row.title, "before": row.id}
    asked = PublicPreparation(force=row.force, wanted=wanted, asked_by=by.id, asked_at=now())
    session.add(asked)
    session.flush()
    return asked


class Reckoned(NamedTuple):
    """The figures of a report, and the state of all that they rest on."""

    figures: Figures
    state: tuple[int, ...]


def reckon_at_once(
    session: Session,
    round_ids: Collection[int],
    title: str,
    *,
    tables: Collection[str],
    least: int,
    before: PublicReport | None = None,
    by: User,
) -> Reckoned:
    """Reckon the figures of a report that takes a moment, and write nothing; raise Refused where none may be told."""
    wanted, force = told_by(session, round_ids, by)
    place_of(session, force, title, before)
    state = state_of(session)
    return Reckoned(figures_of(session, force, wanted, tables, least, before.content if before else None), state)


def state_of(session: Session) -> tuple[int, ...]:
    """Mark how far findings, publications and returns have come."""
    made = trail.newest(session, most=1, events=[ReturnMade.__name__])
    newest = (session.scalar(select(func.max(one))) or 0 for one in (Signature.finding_id, PublicStep.id))
    return (*newest, made[0].position if made else 0)


def preparation(session: Session, preparation_id: int, by: User) -> PublicPreparation:
    """Find what was asked for on a person's own rounds; raise NotYours for any other."""
    found = session.get(PublicPreparation, preparation_id)
    if found is None:
        raise NotYours
    for round_id in found.wanted["rounds"]:
        rounds.find_round(session, round_id, by)
    return found


def under_way(session: Session, by: User) -> list[PublicPreparation]:
    """List what was asked for on a person's own rounds and no worker has done yet."""
    mine = {one.id for one in rounds.rounds_for(session, by)}
    return [one for one in _waiting(session) if mine.issuperset(one.wanted["rounds"])]


def waiting_ids(session: Session) -> list[int]:
    """List what waits for a worker, oldest first."""
    return [one.id for one in _waiting(session)]


def lines_in(asked: PublicPreparation) -> list[PublicLine]:
    """Give the lines that a report is wanted with."""
    return [PublicLine(LineKind(one["kind"]), one["text"], one.get("answers", "")) for one in asked.wanted["lines"]]


def _waiting(session: Session) -> list[PublicPreparation]:
    query = select(PublicPreparation).where(PublicPreparation.done_at.is_(None))
    return list(session.scalars(query.order_by(PublicPreparation.id)))
