"""What the demonstration's panel does before it reads a case: terms accepted, trainings had, an interest declared."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.cli.demonstration.people import BODIES, DEPUTY, Cast
from scrutiny_app.domain.interests import InterestKind
from scrutiny_app.domain.readiness import Trained
from scrutiny_app.services import interests, panels, terms, training
from scrutiny_app.services.trail import today_in_london

if TYPE_CHECKING:
    from scrutiny_app.models.panels import Panel

LASTS_DAYS = 365
TERMS = """The panel reads cases that the force has dealt with out of court, chosen by a draw that anyone can check, \
and says whether each decision was right on what was recorded.

It does not decide any case again. It tells the force what was done well and what should be different, and the force \
answers within 28 days.

Whoever knows anybody in a case says so and reads no further. What is read here is told to nobody outside the panel.

The panel meets four times a year and publishes what it found once a year."""
INTEREST = "Larkfield Allotments Society"  # which no invented case names, so that no reader loses one
INDUCTION, LAW = "Induction to scrutiny", "Out-of-court resolutions: law and guidance"
TRAININGS = (  # whose, about what, how many days ago, how many days it counts
    *((key, INDUCTION, 200, None) for key in BODIES),
    ("chair", LAW, 340, 365),
    ("member", LAW, 150, 365),
    ("member_2", LAW, 400, 365),
)


def ready(session: Session, panel: "Panel", cast: Cast) -> None:
    """Have a seated panel ready to read: nobody is stopped."""
    lead = cast.users["lead"]
    panels.set_deputy(session, panel, cast.users[DEPUTY].id, True, by=lead)
    version = terms.set_terms(session, panel, TERMS, LASTS_DAYS, seen=0, by=lead).version
    for key in BODIES:
        terms.accept_terms(session, panel.id, version, by=cast.users[key])
    interests.declare_interest(session, InterestKind.BODY, INTEREST, by=cast.users["member_3"])


def train(session: Session, panel: "Panel", cast: Cast) -> None:
    """Keep what trainings the panel has had: one has run out, and one soon will."""
    lead = cast.users["lead"]
    today = today_in_london()
    for key, subject, ago, counts in TRAININGS:
        taken_on = today - timedelta(days=ago)
        trained = Trained(subject, taken_on, taken_on + timedelta(days=counts) if counts else None)
        training.record_training(session, panel, cast.users[key].id, trained, by=lead)
