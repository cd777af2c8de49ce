"""A panel's terms of reference: set in versions, accepted by each who sits on it, and asked again once they run out.

Who has not accepted the newest version reads no case: `waits_for` is asked before every page that shows one.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session, aliased

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import TermsAccepted, TermsSet
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.domain.readiness import OUTSTANDING, TermsState, check_terms, terms_state
from scrutiny_app.models.panels import Acceptance, Panel, Seat, Terms
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.trail import now


@dataclass(frozen=True)
class MyTerms:
    """One panel's newest terms, and how one person stands to them; `until` is when their acceptance runs out."""

    panel: Panel
    terms: Terms
    state: TermsState
    until: datetime | None

    @property
    def is_outstanding(self) -> bool:
        """Say whether they have to be accepted, for the first time or anew."""
        return self.state in OUTSTANDING


def newest_terms(session: Session, panel: Panel) -> Terms | None:
    """Give a panel's newest terms of reference, or None where it has set none."""
    query = select(Terms).where(Terms.panel_id == panel.id).order_by(Terms.version.desc()).limit(1)
    return session.scalar(query)


def set_terms(session: Session, panel: Panel, text: str, lasts_days: int, *, seen: int, by: User) -> Terms:
    """Set a new version of the terms, which everybody is then asked to accept; the same again is no new version.

    `seen` is the version that the writer started from, 0 for none; raises Overtaken where there is a newer one.
    """
    text = check_terms(text, lasts_days)
    before = newest_terms(session, panel)
    if before is not None and (before.text, before.lasts_days) == (text, lasts_days):
        return before
    if seen != (before.version if before else 0):
        raise Overtaken("Somebody else set new terms after you opened these. Read theirs, then change what is missing.")
    terms = Terms(panel_id=panel.id, version=seen + 1, text=text, lasts_days=lasts_days, set_by=by.id, set_at=now())
    session.add(terms)
    session.flush()
    trail.record(session, TermsSet(panel.id, terms.version, hashlib.sha256(text.encode()).hexdigest()), by=by)
    return terms


def accept_terms(session: Session, panel_id: int, version: int, *, by: User) -> Acceptance | None:
    """Keep that a person accepts the version that they read; where it stands accepted already, nothing is kept.

    Raises NotYours for a panel that they do not sit on, and Overtaken where it is no longer the newest version.
    """
    mine = next((one for one in my_terms(session, by) if one.panel.id == panel_id), None)
    if mine is None:
        raise NotYours
    if version != mine.terms.version:
        raise Overtaken("The terms of reference were changed after you opened them. Read them again below.")
    if not mine.is_outstanding:
        return None
    accepted = Acceptance(terms_id=mine.terms.id, user_id=by.id, accepted_at=now())
    session.add(accepted)
    trail.record(session, TermsAccepted(panel_id, version), by=by)
    return accepted


def my_terms(session: Session, by: User) -> list[MyTerms]:
    """List by panel the terms of the panels that a person sits on, and how they stand to each."""
    if by.role not in PANEL_ROLES:
        raise Refused("Only those who sit on a panel accept its terms of reference.")
    newest = select(func.max(Terms.id)).group_by(Terms.panel_id)
    query = select(Panel, Terms).join(Terms, Terms.panel_id == Panel.id).where(Terms.id.in_(newest))
    query = query.join(Seat, Seat.panel_id == Panel.id).where(Seat.user_id == by.id, Seat.left_at.is_(None))
    found = session.execute(query.order_by(Panel.name)).all()
    return [_stands(session, panel, terms, by.id) for panel, terms in found]


def outstanding(session: Session, by: User) -> list[MyTerms]:
    """List the terms that a person has to accept before they may read a case."""
    return [one for one in my_terms(session, by) if one.is_outstanding]


def with_terms(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Put beside each person of a statement what their panels ask them to accept: five columns more, a row a panel."""
    agreed, others = aliased(Terms), aliased(Terms)
    newest = select(func.max(others.version)).where(others.panel_id == Seat.panel_id).correlate(Seat)
    last = select(func.max(Acceptance.id)).join(others, others.id == Acceptance.terms_id)
    last = last.where(others.panel_id == Seat.panel_id, Acceptance.user_id == User.id).correlate(Seat, User)
    return (
        query.outerjoin(Seat, and_(Seat.user_id == User.id, Seat.left_at.is_(None)))
        .outerjoin(Terms, and_(Terms.panel_id == Seat.panel_id, Terms.version == newest.scalar_subquery()))
        .outerjoin(Acceptance, Acceptance.id == last.scalar_subquery())
        .outerjoin(agreed, agreed.id == Acceptance.terms_id)
        .add_columns(Seat.panel_id, agreed.version, Acceptance.accepted_at, Terms.version, Terms.lasts_days)
        .order_by(Seat.panel_id)
    )


def waits_for(rows: Iterable[Sequence[Any]]) -> int | None:
    """Give a panel (by id) whose terms a person has to accept before they may read a case, or None.

    Each row ends in the columns of `with_terms`.
    """
    for *_, panel_id, agreed, accepted_at, version, lasts_days in rows:
        if version is not None and terms_state(agreed, accepted_at, version, lasts_days, now()) in OUTSTANDING:
            return int(panel_id)
    return None


def state_of(session: Session, panel: Panel, user_id: int) -> MyTerms | None:
    """Tell how one person stands to a panel's terms, or None where it has set none."""
    terms = newest_terms(session, panel)
    return _stands(session, panel, terms, user_id) if terms else None


def _stands(session: Session, panel: Panel, terms: Terms, user_id: int) -> MyTerms:
    last = (
        select(Terms.version, Acceptance.accepted_at)
        .join(Terms, Terms.id == Acceptance.terms_id)
        .where(Terms.panel_id == panel.id, Acceptance.user_id == user_id)
        .order_by(Acceptance.id.desc())
        .limit(1)
    )
    version, at = session.execute(last).one_or_none() or (None, None)
    state = terms_state(version, at, terms.version, terms.lasts_days, now())
    until = at + timedelta(days=terms.lasts_days) if at and state is TermsState.ACCEPTED else None
    return MyTerms(panel, terms, state, until)
