"""Panels: made by a force's lead, whom they seat, which of their chairs are deputies, and the quorum that they set."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import DeputySet, PanelMade, QuorumSet, SeatLeft, SeatTaken
from scrutiny_app.domain.people import GRADING_ROLES, PANEL_ROLES, Body, Role
from scrutiny_app.domain.quorum import Quorum
from scrutiny_app.models.panels import Panel, Seat
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.trail import now


class Seated(NamedTuple):
    """One person on a panel."""

    user: User
    seat: Seat


def _whose(by: User) -> ColumnElement[bool]:
    """Say in SQL whose panel it is: of a force's people, those of either force; of the panel's, those they sit on."""
    if by.role in PANEL_ROLES:
        return Panel.id.in_(select(Seat.panel_id).where(Seat.user_id == by.id, Seat.left_at.is_(None)))
    return or_(Panel.force == by.force, Panel.second_force == by.force)


def panels_of(session: Session, by: User) -> list[tuple[Panel, int]]:
    """List by name the panels of a person's force, or those that they sit on, each with how many sit on it."""
    query = (
        select(Panel, func.count(Seat.user_id))
        .outerjoin(Seat, (Seat.panel_id == Panel.id) & Seat.left_at.is_(None))
        .where(_whose(by))
        .group_by(Panel.id)
        .order_by(Panel.name)
    )
    return [(panel, count) for panel, count in session.execute(query)]


def find_panel(session: Session, panel_id: int, by: User) -> Panel:
    """Find one of the panels of a person's force, or that they sit on; raise NotYours for any other."""
    panel = session.scalar(select(Panel).where(Panel.id == panel_id, _whose(by)))
    if panel is None:
        raise NotYours
    return panel


def make_panel(session: Session, *, name: str, least_members: int = 3, by: User) -> Panel:
    """Make a panel for the maker's force; raise Refused for a name that is taken or a quorum out of bounds."""
    name = " ".join(name.split())
    if not by.force:
        raise Refused("A panel is made by somebody of the force whose cases it reads.")
    if not name or len(name) > 120 or not name.isprintable():
        raise Refused("Give the panel a name of at most 120 letters, digits and signs.")
    if session.scalar(select(Panel.id).where(func.lower(Panel.name) == name.lower())):
        raise Refused("A panel of that name exists already: choose another name.")
    Quorum(members=least_members).check()

    panel = Panel(name=name, force=by.force, least_members=least_members, created_at=now())
    session.add(panel)
    session.flush()
    trail.record(session, PanelMade(panel.id), by=by)
    return panel


def seated(session: Session, panel: Panel) -> list[Seated]:
    """List who sits on a panel, by name."""
    query = select(User, Seat).join(Seat, Seat.user_id == User.id)
    query = query.where(Seat.panel_id == panel.id, Seat.left_at.is_(None)).order_by(User.name, User.id)
    return [Seated(user, seat) for user, seat in session.execute(query)]


def could_sit(session: Session, panel: Panel) -> list[User]:
    """List by name the people of panels who do not sit on this one."""
    sitting = select(Seat.user_id).where(Seat.panel_id == panel.id, Seat.left_at.is_(None))
    query = select(User).where(User.role.in_(PANEL_ROLES), User.disabled_at.is_(None), User.id.not_in(sitting))
    return list(session.scalars(query.order_by(User.name, User.id)))


def quorum_of(panel: Panel) -> Quorum:
    """Give the rule by which a panel has a quorum."""
    return Quorum(panel.least_members, panel.least_magistrates, panel.least_outside, panel.yjs_for_child)


def set_quorum(session: Session, panel: Panel, quorum: Quorum, *, by: User) -> None:
    """Set a panel's quorum for every case that is not revealed or signed yet; the same again is nothing."""
    quorum.check()
    if quorum == quorum_of(panel):
        return
    panel.least_members, panel.least_magistrates = quorum.members, quorum.magistrates
    panel.least_outside, panel.yjs_for_child = quorum.outside, quorum.yjs_for_child
    event = QuorumSet(panel.id, quorum.members, quorum.magistrates, quorum.outside, quorum.yjs_for_child)
    trail.record(session, event, by=by)


def take_seat(session: Session, panel: Panel, user_id: int, *, by: User) -> Seat:
    """Seat a person; raise Refused for one who cannot sit, who sits already, or who is police and would grade."""
    user = session.get(User, user_id)
    if user is None or user.role not in PANEL_ROLES or user.disabled_at is not None:
        raise Refused("Choose a person from the list: only people of the panel’s side can be seated.")
    if user.role in GRADING_ROLES and user.body == Body.POLICE:
        raise Refused("Police advise a panel and never grade: this person can be seated only as a police adviser.")
    seat = session.get(Seat, (panel.id, user.id))
    if seat is not None and seat.left_at is None:
        raise Refused("This person sits on the panel already.")

    if seat is None:
        seat = Seat(panel_id=panel.id, user_id=user.id)
        session.add(seat)
    seat.since, seat.left_at, seat.is_deputy = now(), None, False
    trail.record(session, SeatTaken(panel.id, user.id), by=by)
    return seat


def set_deputy(session: Session, panel: Panel, user_id: int, is_deputy: bool, *, by: User) -> Seat:
    """Make a seated chair a deputy, or the panel's chair again; raise Refused for anybody else."""
    seat, user = session.get(Seat, (panel.id, user_id)), session.get(User, user_id)
    if seat is None or seat.left_at is not None or user is None or user.role != Role.CHAIR:
        raise Refused("Only somebody who sits on the panel as its chair can be made a deputy.")
    if seat.is_deputy != is_deputy:
        seat.is_deputy = is_deputy
        trail.record(session, DeputySet(panel.id, user_id, is_deputy), by=by)
    return seat


def leave_seat(session: Session, panel: Panel, user_id: int, *, by: User) -> Seat:
    """End a person's seat: the panel's rounds are gone from their pages at once, and the grades they gave stand."""
    seat = session.get(Seat, (panel.id, user_id))
    if seat is None or seat.left_at is not None:
        raise Refused("This person does not sit on the panel.")
    seat.left_at = now()
    trail.record(session, SeatLeft(panel.id, user_id), by=by)
    return seat
