"""The training of those who sit on a panel: recorded with the day on which it runs out, and who lacks what."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import TrainingRecorded
from scrutiny_app.domain.readiness import TERMS_WORDS, Trained, newest_of_each
from scrutiny_app.models.panels import Panel, Training
from scrutiny_app.models.people import User
from scrutiny_app.services import panels, terms, trail
from scrutiny_app.services.panels import Seated
from scrutiny_app.services.terms import MyTerms
from scrutiny_app.services.trail import now, today_in_london


@dataclass(frozen=True)
class Readiness:
    """One person of a panel: how they stand to its terms (None: it has none), and their newest trainings."""

    seated: Seated
    terms: MyTerms | None
    trainings: list[Trained]
    today: date

    @property
    def expired(self) -> list[Trained]:
        """List the trainings that no longer count."""
        return [one for one in self.trainings if one.has_expired(self.today)]

    @property
    def lacks(self) -> list[str]:
        """Say what they lack, a line each; nothing where they lack nothing."""
        lacking = [TERMS_WORDS[self.terms.state]] if self.terms and self.terms.is_outstanding else []
        lacking = [f"Terms of reference: {words[:1].lower()}{words[1:]}" for words in lacking]
        lacking += [f"Training has run out: {one.subject}" for one in self.expired]
        return lacking if self.trainings else [*lacking, "No training recorded"]


def record_training(session: Session, panel: Panel, user_id: int, trained: Trained, *, by: User) -> Training:
    """Keep a training that somebody who sits on the panel has had; the same one again is kept once."""
    if user_id not in [one.user.id for one in panels.seated(session, panel)]:
        raise Refused("Choose somebody who sits on the panel.")
    trained = Trained(" ".join(trained.subject.split()), trained.taken_on, trained.expires_on)
    trained.check(today_in_london())
    for row in _rows(session, panel):
        if row.user_id == user_id and _trained(row) == trained:
            return row
    given = {"subject": trained.subject, "taken_on": trained.taken_on, "expires_on": trained.expires_on}
    kept = Training(panel_id=panel.id, user_id=user_id, recorded_by=by.id, recorded_at=now(), **given)
    session.add(kept)
    session.flush()
    trail.record(session, TrainingRecorded(panel.id, user_id, kept.id), by=by)
    return kept


def readiness(session: Session, panel: Panel) -> list[Readiness]:
    """List by name those who sit on a panel, and what each lacks."""
    rows = _rows(session, panel)
    today = today_in_london()
    return [
        Readiness(
            seated=one,
            terms=terms.state_of(session, panel, one.user.id),
            trainings=newest_of_each(_trained(row) for row in rows if row.user_id == one.user.id),
            today=today,
        )
        for one in panels.seated(session, panel)
        if one.user.disabled_at is None
    ]


def subjects(session: Session, panel: Panel) -> list[str]:
    """List the subjects that have been recorded on a panel, to choose from again."""
    return sorted({row.subject for row in _rows(session, panel)})


def _rows(session: Session, panel: Panel) -> list[Training]:
    return list(session.scalars(select(Training).where(Training.panel_id == panel.id).order_by(Training.id)))


def _trained(row: Training) -> Trained:
    return Trained(row.subject, row.taken_on, row.expires_on)
