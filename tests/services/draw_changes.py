"""A drawn round over two strata whose tickets are worked out by hand, and short words for what becomes of it."""

import hashlib

from sqlalchemy import select

from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.domain.people import Role
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.frames import Frame
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services import changing_draws, framing, rounds
from tests.making import DICE, KEY

RESOLUTIONS, CAUTIONS = "community_resolution", "simple_caution"


class Drawn:
    """A round drawn from resolutions and cautions, a lead, a preparer and a registrar."""

    def __init__(self, session, make, *, resolutions=20, cautions=10, size=9, **changes):
        self.session = session
        self.lead, self.preparer, self.registrar = (make.user(r) for r in (Role.LEAD, Role.PREPARER, Role.REGISTRAR))
        make.cases(cautions, disposal=CAUTIONS)
        self.round = make.drawn_round(by=self.lead, cases=resolutions, size=size, **changes)

    @property
    def frame(self):
        return rounds.frame_of(self.session, self.round)

    def by_hand(self, stratum):
        """Give a stratum's case numbers in the order of their tickets, from the frozen file and the dice alone."""
        frame = self.session.scalars(select(Frame).where(Frame.round_id == self.round.id)).first()
        key = hashlib.sha256(f"{frame.draw_id}|{frame.digest}|{DICE}".encode()).hexdigest()
        lines = b"".join(framing.file_of(self.session, frame)).decode().splitlines()
        cases = [case for case, name in (line.split("\t") for line in lines) if name == stratum]
        return sorted(cases, key=lambda case: hashlib.sha256((key + case).encode()).hexdigest())

    def standing(self, stratum):
        """Give the case numbers that are in the round, in the order of their tickets."""
        query = (
            select(CaseNumber.number)
            .join(Pick, Pick.case_id == CaseNumber.case_id)
            .join(RoundCase, RoundCase.id == Pick.round_case_id)
            .where(*rounds.in_round(self.round), Pick.stratum == stratum)
            .order_by(Pick.position)
        )
        return list(self.session.scalars(query))

    def place_of(self, number):
        """Give the newest place in the round of a case, by its number."""
        query = (
            select(RoundCase)
            .join(Pick, Pick.round_case_id == RoundCase.id)
            .join(CaseNumber, CaseNumber.case_id == Pick.case_id)
        )
        return self.session.scalars(query.where(CaseNumber.number == number).order_by(RoundCase.id.desc())).first()

    def propose(self, number, *, by=None, ground=ExclusionReason.DUPLICATE, reason="Twice in the list.", **changes):
        given = {"key": KEY, "by": by or self.preparer} | changes
        return changing_draws.propose_replacement(
            self.session, self.round, self.place_of(number), ground, reason, **given
        )

    def decide(self, change, *, by=None, approved=True):
        return changing_draws.decide(self.session, self.round, change.id, approved=approved, by=by or self.lead)

    def strike(self, number, **changes):
        return self.decide(self.propose(number, **changes))

    def void(self, reason="The wrong period was planned."):
        change = changing_draws.propose_void(self.session, self.round, reason, key=KEY, by=self.lead)
        return self.decide(change, by=self.registrar)

    def grow(self, size):
        return changing_draws.grow(self.session, self.round, size, key=KEY, by=self.lead)
