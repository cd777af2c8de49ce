"""What findings say of a team, or of one officer's own work: themes counted over enough of them, and nothing ranked.

Counts are over the findings that people were sent a letter on for a part of their own in the case. A team's are given
to its supervisor without any officer beside them; one officer's to themselves, to their supervisor and to the force
crime registrar alone. Below the least number of findings there are no counts.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.events import LettersListed
from scrutiny_app.domain.grading import Theme
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.people import Role
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.standing_findings import standing_ids

LEAST_FINDINGS = 5


@dataclass(frozen=True)
class History:
    """What findings say, counted; `results` and `themes` are empty where there are too few findings to count."""

    findings: int
    results: tuple[tuple[Result, int], ...] = ()
    themes: tuple[tuple[Theme, int], ...] = ()

    @property
    def enough(self) -> bool:
        """Say whether there are enough findings for counts."""
        return self.findings >= LEAST_FINDINGS


def team_of(session: Session, *, by: User) -> list[User]:
    """List a supervisor's team by name."""
    return list(session.scalars(select(User).where(User.supervisor_id == by.id).order_by(User.name)))


def team_history(session: Session, *, by: User) -> History:
    """Count over a supervisor's whole team."""
    if by.role != Role.SUPERVISOR:
        raise NotYours
    return _count(session, [one.id for one in team_of(session, by=by)], by)


def history_of(session: Session, user_id: int, *, by: User) -> tuple[User, History]:
    """Count over one officer's own findings: for themselves, their supervisor and the force crime registrar."""
    user = session.get(User, user_id)
    if user is None or user.force is None or user.force != by.force:
        raise NotYours
    supervises = by.role == Role.SUPERVISOR and user.supervisor_id == by.id
    if not (user.id == by.id or supervises or by.role == Role.REGISTRAR):
        raise NotYours
    return user, _count(session, [user.id], by)


def _count(session: Session, people: Collection[int], by: User) -> History:
    own = (Addressee.OFFICER, Addressee.DECISION_MAKER)
    told = select(Letter.finding_id).where(Letter.to_user_id.in_(people), Letter.addressee.in_(own))
    findings = session.scalars(select(Finding).where(Finding.id.in_(told), Finding.id.in_(standing_ids()))).all()
    trail.record(session, LettersListed(None, len(findings)), by=by)
    if len(findings) < LEAST_FINDINGS:
        return History(len(findings))
    results = Counter(Result(one.result) for one in findings)
    themes = Counter(Theme(theme) for one in findings for theme in {seen.theme for seen in one.observations})
    return History(
        len(findings),
        tuple((one, results[one]) for one in Result if results[one]),
        tuple((one, themes[one]) for one in Theme if themes[one]),
    )
