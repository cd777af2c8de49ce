"""Preparing a public report that was asked for: its figures are reckoned first, which writes nothing and takes long.

The report is then kept, if nothing that its figures rest on has changed meanwhile. Its words are looked through for who
is in its cases before that: whoever wrote them learns at once that one cannot be printed.
"""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.events import ReturnMade
from scrutiny_app.domain.public_lines import LineKind, NamesSomebody, PublicLine
from scrutiny_app.models.findings import Signature
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import PublicPreparation, PublicReport, PublicStep
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.public_asking import lines_in
from scrutiny_app.services.public_figures import Figures, figures_of
from scrutiny_app.services.public_reports import keep, told_by
from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.services.trail import now


class Reckoned(NamedTuple):
    """The figures of a report, and the state of all that they rest on."""

    figures: Figures
    state: tuple[int, ...]


def reckon(session: Session, preparation_id: int, key: CaseKey) -> Reckoned | None:
    """Reckon the figures of what was asked for; None where it is done. Raises Refused where it may not be printed."""
    asked = session.get(PublicPreparation, preparation_id)
    if asked is None or asked.done_at:
        return None
    wanted, by = asked.wanted, session.get_one(User, asked.asked_by)
    told, force = told_by(session, wanted["rounds"], by)
    before = _before(session, asked)
    scan_words(session, force, wanted["rounds"], wanted["title"], lines_in(asked), key)
    state = _state(session)
    content = before.content if before else None
    return Reckoned(figures_of(session, force, told, wanted["tables"], wanted["least"], content), state)


def finish(session: Session, preparation_id: int, reckoned: Reckoned) -> bool:
    """Keep a report whose figures are reckoned; False where what they rest on has changed, so that it is done anew."""
    asked = session.get_one(PublicPreparation, preparation_id)
    if asked.done_at:
        return True
    if _state(session) != reckoned.state:
        return False
    wanted, by = asked.wanted, session.get_one(User, asked.asked_by)
    told, _ = told_by(session, wanted["rounds"], by)
    about = {"lines": lines_in(asked), "least": wanted["least"], "before": _before(session, asked), "by": by}
    asked.report_id = keep(session, told, reckoned.figures, wanted["title"], **about).id
    asked.done_at = now()
    return True


def refuse(session: Session, preparation_id: int, why: str) -> None:
    """Keep why what was asked for is not prepared."""
    asked = session.get_one(PublicPreparation, preparation_id)
    if asked.done_at is None:
        asked.refusal, asked.done_at = why, now()


def scan_words(
    session: Session, force: str, round_ids: list[int], title: str, lines: list[PublicLine], key: CaseKey
) -> None:
    """Raise NamesSomebody where words that a report shall print identify anybody in its rounds."""
    draft = PublicReport(force=force, rounds=sorted(round_ids))
    try:
        scan_with(key)(session, draft, (PublicLine(LineKind.TITLE, title), *lines))
    except NamesSomebody as found:
        found.message = (
            "Words that this report shall print hold something that identifies a person, so it was not prepared. Look "
            f"under {found.where}: take it out, or leave the line out."
        )
        raise


def _before(session: Session, asked: PublicPreparation) -> PublicReport | None:
    before = asked.wanted["before"]
    return session.get_one(PublicReport, before) if before else None


def _state(session: Session) -> tuple[int, ...]:
    """Mark how far findings, publications and returns have come."""
    made = trail.newest(session, most=1, events=[ReturnMade.__name__])
    newest = (session.scalar(select(func.max(one))) or 0 for one in (Signature.finding_id, PublicStep.id))
    return (*newest, made[0].position if made else 0)
