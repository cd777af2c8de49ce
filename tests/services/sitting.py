"""A panel before its round, by name: what a meeting's services are tried on."""

from datetime import timedelta

from sqlalchemy import func, select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.meetings import Manner
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import agreeing, grading, meetings, superseding
from scrutiny_app.services.agreeing import Agreed
from scrutiny_app.services.trail import now


class Sitting:
    """A panel of a chair and three members before one round, by name."""

    def __init__(self, session, make, *, cases=2, least=3):
        self.session, self.make = session, make
        self.chair = make.user(Role.CHAIR, body=Body.MAGISTRACY)
        self.lay = make.user(Role.MEMBER, body=Body.LAY)
        self.cps = make.user(Role.MEMBER, body=Body.CPS)
        self.yjs = make.user(Role.MEMBER, body=Body.YJS)
        self.panel = make.panel(self.chair, self.lay, self.cps, self.yjs, least=least)
        self.round = make.open_round(panel=self.panel, cases=cases)
        query = select(RoundCase).where(RoundCase.round_id == self.round.id).order_by(RoundCase.position)
        self.cases = list(session.scalars(query))
        self.reference = self.cases[0].reference

    def grade(self, *people, word=GradeWord.APPROPRIATE, comment="", reference=None):
        for person in people:
            grading.give_grade(
                self.session, reference or self.reference, version=1, grade=word, comment=comment, by=person
            )

    def reveal(self, by=None, reference=None):
        return agreeing.reveal(self.session, reference or self.reference, by=by or self.chair)

    def revealed(self):
        self.grade(self.chair, self.lay, self.cps)
        self.reveal()
        return self

    def draft(self, version=0, result=Result.APPROPRIATE, **given):
        return agreeing.draft_finding(
            self.session, self.reference, **({"version": version, "result": result, "by": self.chair} | given)
        )

    def sign(self, version=1, by=None):
        return agreeing.sign_finding(self.session, self.reference, version=version, by=by or self.chair)

    def standing(self, by=None):
        return meetings.meeting(self.session, self.round, by=by or self.chair).cases[0][1]

    def signed(self, **given):
        """Reveal, draft and sign the first case."""
        self.revealed()
        self.draft(**given)
        self.sign()
        return self

    def reopen(self, version=1, result=Result.OBSERVATIONS, reason="The force has answered.", by=None, **words):
        agreed = Agreed(result, **({"remarks": "Say more."} | words))
        given = {"version": version, "reason": reason, "agreed": agreed, "by": by or self.chair}
        return superseding.reopen(self.session, self.reference, **given)

    def second(self, version=2, by=None):
        return superseding.second(self.session, self.reference, version=version, by=by or self.lay)

    def meet(self, **changes):
        """Hold a meeting of the round, as it was planned."""
        planned = {"manner": Manner.ROOM, "place": "Room 2", "starts_at": now() - timedelta(minutes=5)}
        planned |= {"planned_at": now() - timedelta(days=1), "planned_by": self.chair.id, "round_id": self.round.id}
        meeting = Meeting(**(planned | changes))
        self.session.add(meeting)
        self.session.flush()
        return meeting


def count(session, table):
    """Count a table's rows."""
    return session.scalar(select(func.count()).select_from(table))


def events(session):
    """List the trail's events in order."""
    return list(session.scalars(select(TrailEntry.event).order_by(TrailEntry.position)))
