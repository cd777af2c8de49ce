"""Asking for a public report or return: what is wanted is kept, and a worker prepares it, as its attack takes long."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.domain.public_lines import LineKind, NamesSomebody, PublicLine, check_lines, written
from scrutiny_app.models.findings import Signature
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import PublicPreparation, PublicReport, PublicReturn, PublicStep
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import rounds
from scrutiny_app.services.public_reports import find_report, place_of, told_by
from scrutiny_app.services.publishing import Scan
from scrutiny_app.services.trail import now


def check_words(
    session: Session, force: str, round_ids: Collection[int], title: str, lines: Sequence[PublicLine], scan: Scan
) -> None:
    """Raise NamesSomebody where words that a report shall print identify anybody in its rounds."""
    draft = PublicReport(force=force, rounds=sorted(round_ids))
    try:
        scan(session, draft, (PublicLine(LineKind.TITLE, title), *lines))
    except NamesSomebody as found:
        found.message = (
            "Words that this report shall print hold something that identifies a person, so it was not prepared. Look "
            f"under {found.where}: take it out, or leave the line out."
        )
        raise


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
    if any(one.wanted["rounds"] == ids and one.force == force for one in _reports_waiting(session)):
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


def ask_return(session: Session, round_: Round, least: int, *, by: User) -> None:
    """Keep that a round's public return is wanted, which hides counts below `least`; the same twice is once."""
    wanted = {"return": round_.id, "rounds": [round_.id], "title": round_.title, "least": least, "before": None}
    if all(one.wanted != wanted for one in _waiting(session)):
        session.add(PublicPreparation(force=round_.force, wanted=wanted, asked_by=by.id, asked_at=now()))
        session.flush()


def newest_return_asked(session: Session, round_: Round) -> PublicPreparation | None:
    """Give what was last asked for of a round's public return."""
    query = select(PublicPreparation).where(PublicPreparation.force == round_.force)
    found = session.scalars(query.order_by(PublicPreparation.id.desc()))
    return next((one for one in found if one.wanted.get("return") == round_.id), None)


def state_of(session: Session) -> tuple[int, ...]:
    """Mark how far findings, publications and returns have come."""
    marks = (Signature.finding_id, PublicStep.id, PublicReturn.id)
    return tuple(session.scalar(select(func.max(one))) or 0 for one in marks)


def preparation(session: Session, preparation_id: int, by: User) -> PublicPreparation:
    """Find the report that was asked for on a person's own rounds; raise NotYours for any other."""
    found = session.get(PublicPreparation, preparation_id)
    if found is None or "return" in found.wanted:
        raise NotYours
    for round_id in found.wanted["rounds"]:
        rounds.find_round(session, round_id, by)
    return found


def under_way(session: Session, by: User) -> list[PublicPreparation]:
    """List the reports that were asked for on a person's own rounds and no worker has done yet."""
    mine = {one.id for one in rounds.rounds_for(session, by)}
    return [one for one in _reports_waiting(session) if mine.issuperset(one.wanted["rounds"])]


def waiting_ids(session: Session) -> list[int]:
    """List what waits for a worker, oldest first."""
    return [one.id for one in _waiting(session)]


def lines_in(asked: PublicPreparation) -> list[PublicLine]:
    """Give the lines that a report is wanted with."""
    return [PublicLine(LineKind(one["kind"]), one["text"], one.get("answers", "")) for one in asked.wanted["lines"]]


def _waiting(session: Session) -> list[PublicPreparation]:
    query = select(PublicPreparation).where(PublicPreparation.done_at.is_(None))
    return list(session.scalars(query.order_by(PublicPreparation.id)))


def _reports_waiting(session: Session) -> list[PublicPreparation]:
    return [one for one in _waiting(session) if "return" not in one.wanted]
