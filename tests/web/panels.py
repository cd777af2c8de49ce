"""A panel before its round, for the tests of its pages: who sits, what they send, and what was kept."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.meetings import Manner
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.grades import Conflict, Grade, Reveal
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import agreeing, grading
from scrutiny_app.services.trail import now

JUDGEMENTS = (Grade, Conflict, Reveal, Finding, Signature)


@dataclass
class Sitting:
    """A chair, three members, an adviser and a commissioner's officer before one opened round."""

    chair: User
    lay: User
    cps: User
    yjs: User
    adviser: User
    officer: User
    round_id: int
    references: list[str]

    @property
    def reference(self) -> str:
        """Give the first case's reference."""
        return self.references[0]

    @property
    def case(self) -> str:
        """Give the first case's address."""
        return f"/panel/cases/{self.reference}"

    @property
    def meeting(self) -> str:
        """Give the meeting's address."""
        return f"/panel/rounds/{self.round_id}/meeting"


def seat(make, *, cases=3, **changes) -> Sitting:
    """Seat a panel and open a round to it."""
    people = (
        make.user(Role.CHAIR, body=Body.MAGISTRACY),
        make.user(Role.MEMBER, body=Body.LAY),
        make.user(Role.MEMBER, body=Body.CPS),
        make.user(Role.MEMBER, body=Body.YJS),
        make.user(Role.ADVISER, body=Body.POLICE),
        make.user(Role.COMMISSIONERS_OFFICER, body=Body.COMMISSIONER),
    )
    round_ = make.open_round(panel=make.panel(*people), cases=cases, **changes)
    query = select(RoundCase.reference).where(RoundCase.round_id == round_.id).order_by(RoundCase.position)
    return Sitting(*people, round_.id, list(make.session.scalars(query)))


def seat_at_meeting(make) -> Sitting:
    """Seat a panel whose meeting on the round has begun."""
    sitting = seat(make)
    start = now() - timedelta(minutes=5)
    place = {"manner": Manner.ROOM, "place": "Room 2", "starts_at": start, "planned_at": start}
    make.session.add(Meeting(round_id=sitting.round_id, planned_by=sitting.chair.id, **place))
    return sitting


def grade(make, sitting, *people, word=GradeWord.APPROPRIATE, comment="") -> None:
    """Have people grade the first case."""
    for person in people:
        grading.give_grade(make.session, sitting.reference, version=1, grade=word, comment=comment, by=person)


def reveal(make, sitting) -> None:
    """Have a quorum grade the first case, and the chair reveal it."""
    grade(make, sitting, sitting.chair, sitting.lay, sitting.cps)
    agreeing.reveal(make.session, sitting.reference, by=sitting.chair)


def kept(database) -> list[int]:
    """Count the rows of every judgement."""
    with database.reading() as session:
        return [session.scalar(select(func.count()).select_from(table)) or 0 for table in JUDGEMENTS]


def events(database) -> list[str]:
    """List the trail's events in order."""
    with database.reading() as session:
        return list(session.scalars(select(TrailEntry.event).order_by(TrailEntry.position)))


def answer_of(page: str) -> str:
    """Give what the button "It names nobody" would send."""
    return page.split('name="nameless" value="')[1].split('"')[0]
