"""Standing: which cases of a draw are its sample, after every change that was approved; told again from what was kept.

Nothing is drawn anew: whoever is named later is further down the same order, by the same dice and the same frame.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.replacing import Line, Sample, Strike
from scrutiny_app.domain.sampling import Kind, Plan
from scrutiny_app.domain.weighing import weigh
from scrutiny_app.models.draw_changes import DrawChange, DrawDecision
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, sampling
from scrutiny_app.services.accounts import newest_account

Accounts = dict[str, list[int]]


def sample_of(session: Session, frame: Frame, draw: Draw) -> Sample[int]:
    """Give a draw's sample as it stands, by pick: what was drawn, less and more by every change that was approved."""
    picks = list(session.scalars(select(Pick).where(Pick.draw_id == draw.id).order_by(Pick.stratum, Pick.position)))
    strikes, places = _strikes(session, frame, picks), _places(session, frame)
    lines = {}
    for name, cases in frame.counts.items():
        order = tuple(pick.id for pick in picks if pick.stratum == name)
        struck = tuple(strike for strike in strikes if strike.out in order)
        lines[name] = Line(name, cases, order, places.get(name, 0), struck)
    return Sample(lines)


def order_of(session: Session, round_: Round) -> dict[int, tuple[str, int]]:
    """Give the stratum of each case in a round, and its place there by ticket, by the id of its place in the round."""
    query = select(Pick.round_case_id, Pick.stratum, Pick.position).join(RoundCase, RoundCase.id == Pick.round_case_id)
    return {place: (name, nth) for place, name, nth in session.execute(query.where(*rounds.in_round(round_))) if place}


def _strikes(session: Session, frame: Frame, picks: Sequence[Pick]) -> list[Strike[int]]:
    query = (
        select(DrawChange.round_case_id, DrawDecision.into_id)
        .join(DrawDecision, DrawDecision.change_id == DrawChange.id)
        .where(DrawChange.frame_id == frame.id, DrawChange.round_case_id.is_not(None), DrawDecision.approved)
        .order_by(DrawChange.id)
    )
    placed: Mapping[int | None, int] = {pick.round_case_id: pick.id for pick in picks if pick.round_case_id}
    return [Strike(placed[out], placed.get(into), stood=True) for out, into in session.execute(query)]


def _places(session: Session, frame: Frame) -> dict[str, int]:
    account = newest_account(session, frame)
    return dict(frame.allocation) if account is None else {name: places for name, (places, *_) in account.items()}


def name_more(session: Session, round_: Round, frame: Frame, draw: Draw, room: int) -> None:
    """Name more reserves of every stratum: the same order, further down, until `room` cases are named in each."""
    query = select(Pick.stratum, func.max(Pick.position)).where(Pick.draw_id == draw.id).group_by(Pick.stratum)
    named = dict(row for row in session.execute(query))
    if all(named.get(name, 0) >= min(room, cases) for name, cases in frame.counts.items()):
        return
    drawn = sampling.drawn_from(session, frame, draw.dice, Plan(frame.allocation, room))
    more = [one for one in drawn if named.get(one.stratum, 0) < one.position <= room and one.kind is Kind.RESERVE]
    sampling.keep_picks(session, draw, round_, more)


def accounts(sample: Sample[int]) -> Accounts:
    """Give what figures rest on from now on: each stratum's places, tickets looked at, and cases that stand."""
    weighed = weigh(sample)
    return {name: [line.places, weighed[name].looked_at, weighed[name].standing] for name, line in sample.lines.items()}
