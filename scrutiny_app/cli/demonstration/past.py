"""The panel's earlier meetings of the year: each on one quarter's cases, with its letters and actions."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.cli.demonstration.past_actions import follow_up
from scrutiny_app.cli.demonstration.past_letters import tell_everybody
from scrutiny_app.cli.demonstration.rounds import Rounds
from scrutiny_app.domain.rounds import RoundPlan

MET_AFTER = 45  # days after the quarter's last
SIZE = 10  # the least of which a public report always prints the results


class Meeting(NamedTuple):
    """One earlier meeting: which of the year's it was, the quarter whose cases it read, how many days ago it was."""

    place: int
    first: date
    last: date
    ago: int

    @property
    def title(self) -> str:
        """Name its round by the month in which the panel met."""
        return f"Panel of {self.last + timedelta(days=MET_AFTER):%B %Y}"


def meetings(ends: Sequence[date], today: date) -> list[Meeting]:
    """Give the meetings on the quarters that ended on these days, oldest first; the first day ends one before them."""
    spans = pairwise(ends)
    return [
        Meeting(place, before + timedelta(days=1), last, (today - last).days - MET_AFTER)
        for place, (before, last) in enumerate(spans)
    ]


def hold(session: Session, meeting: Meeting, rounds: Rounds) -> None:
    """Hold one earlier meeting, and have what follows from it done."""
    plan = RoundPlan(
        title=meeting.title,
        period_from=meeting.first,
        period_to=meeting.last,
        size=SIZE,
        floor=1,
        filters={},
        strata=("disposal",),
    )
    round_ = rounds.hold(session, plan, meeting.ago)
    rows = rounds.rows_of(session, round_)
    tell_everybody(session, round_, rounds.cast, rounds.key, rows, place=meeting.place, met_ago=meeting.ago)
    follow_up(session, round_, rounds.cast, rounds.key, place=meeting.place, met_ago=meeting.ago)
