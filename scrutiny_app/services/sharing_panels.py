"""A panel that two forces share: the first force's lead names the second, and each sees its own rounds alone."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import SecondForceSet
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import rounds, trail


def set_second_force(session: Session, panel: Panel, force: str | None, *, by: User) -> Panel:
    """Name the panel's second force, or part from it (None).

    Raises Refused where another than the first force's lead asks, for a force that nobody here belongs to, and while
    a round of the second force is under way before the panel.
    """
    if by.force != panel.force:
        raise Refused(f"Only {panel.force}, whose panel it was first, names the second force.")
    force = " ".join((force or "").split()) or None
    if force == panel.second_force:
        return panel
    if force is not None and not _is_known(session, panel, force):
        raise Refused("Nobody of such a force can sign in here. Check how it writes its name.")
    if under_way := _under_way(session, panel):
        raise Refused(f"{panel.second_force} has {under_way} not signed yet before this panel. Finish that first.")
    panel.second_force = force
    trail.record(session, SecondForceSet(panel.id, named=force is not None), by=by)
    return panel


def _is_known(session: Session, panel: Panel, force: str) -> bool:
    known = select(User.id).where(User.force == force, User.force != panel.force, User.disabled_at.is_(None))
    return force.isprintable() and session.scalar(known.limit(1)) is not None


def _under_way(session: Session, panel: Panel) -> str:
    query = select(Round).where(Round.panel_id == panel.id, Round.force == panel.second_force)
    found = session.scalars(query.where(Round.dropped_at.is_(None)))
    count = sum(rounds.stage(session, one) is not Stage.SIGNED for one in found)
    return f"{count} {'round' if count == 1 else 'rounds'}" if count else ""
