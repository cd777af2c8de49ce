"""Public reports that are on their way: prepared and not yet published, and for whom each waits."""

from collections.abc import Collection
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.people import Role
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import PublicReport, PublicStep
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.public_reports import Prepared, preparers, standing
from scrutiny_app.services.publishing import STEP_OF


class Awaits(StrEnum):
    """What a report on its way awaits from one person."""

    LINES = "lines"
    APPROVAL = "approval"
    PUBLISHING = "publishing"
    ANEW = "anew"


def reports_awaiting(session: Session, ours: Collection[Round], *, by: User) -> list[tuple[Prepared, Awaits]]:
    """List the reports on some of a person's rounds that wait for that person, newest first."""
    if not ours or not (allows(by.role, Permission.PREPARE_PUBLIC) or Role(by.role) in STEP_OF):
        return []
    found = [
        (one, _awaits(one, by, chose=by.id in preparers(session, one.row))) for one in _on_their_way(session, ours)
    ]
    return [(one, what) for one, what in found if what]


def _on_their_way(session: Session, ours: Collection[Round]) -> list[Prepared]:
    """Give the newest version of each report on these rounds alone, where that is not published."""
    newer = aliased(PublicReport)
    later = select(newer.id).where(
        newer.force == PublicReport.force, newer.slug == PublicReport.slug, newer.version > PublicReport.version
    )
    published = select(PublicStep.id).where(PublicStep.report_id == PublicReport.id, PublicStep.step == "published")
    query = select(PublicReport).where(PublicReport.force.in_({one.force for one in ours}))
    query = query.where(~later.exists(), ~published.exists()).order_by(PublicReport.id.desc())
    ids = {one.id for one in ours}
    return [standing(session, row) for row in session.scalars(query) if set(row.rounds) <= ids]


def _awaits(one: Prepared, by: User, *, chose: bool) -> Awaits | None:
    """Say what a report awaits from one person: any lead or commissioner's officer may publish it, once approved.

    Who prepared it approves nothing of it, and is the one to prepare it anew.
    """
    prepares = allows(by.role, Permission.PREPARE_PUBLIC)
    if one.sent_back:
        return Awaits.ANEW if chose and prepares else None
    if prepares and one.is_approved:
        return Awaits.PUBLISHING
    step = STEP_OF.get(Role(by.role))
    if chose or step is None:
        return None
    if one.to_approve:
        return Awaits.LINES
    return None if step in one.steps else Awaits.APPROVAL
