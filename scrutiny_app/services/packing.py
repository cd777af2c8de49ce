"""Packing: a draw's verification pack, written from what was frozen and drawn, whatever became of the sample since."""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.events import PackTaken
from scrutiny_app.domain.reperforming import BY_WEIGHTS, PROPORTIONAL, Terms
from scrutiny_app.domain.sampling import Drawn, Kind
from scrutiny_app.files.verification import STANDS, VOID, Record, verification_pack
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import FrameFile, Pick
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import exchange_records, framing, rounds, trail


class Pack(NamedTuple):
    """A pack by the name that it is saved under."""

    name: str
    content: bytes


def take_pack(session: Session, round_: Round, draw_id: str | None = None, *, by: User) -> Pack:
    """Write the pack of a round's draw, or of one that it had before, and record that somebody took it."""
    frame = _frame(session, round_, draw_id)
    draw = session.scalar(select(Draw).where(Draw.frame_id == frame.id)) if frame else None
    if frame is None or draw is None:
        raise rounds.OutOfOrder("This round's sample has not been drawn yet, so there is nothing to verify.")
    void = rounds.voided(session, frame)
    trail.record(session, PackTaken(round_.id, frame.id), by=by)
    name = f"{frame.draw_id}{'-VOID' if void else ''}.zip"
    return Pack(name, verification_pack(record_of(session, frame, draw, void=void)))


def packs_of(session: Session, round_: Round) -> set[int]:
    """Give the frames of a round from which a sample was drawn, whatever became of it: each has its pack for ever."""
    query = select(Frame.id).join(Draw, Draw.frame_id == Frame.id).where(Frame.round_id == round_.id)
    return set(session.scalars(query))


def _frame(session: Session, round_: Round, draw_id: str | None) -> Frame | None:
    if draw_id is None:
        return rounds.frame_of(session, round_)
    found = next((one for one in rounds.frames_of(session, round_) if one.draw_id == draw_id), None)
    if found is None:
        raise NotYours
    return found


def record_of(session: Session, frame: Frame, draw: Draw, *, void: bool = False) -> Record:
    """Gather a draw as it was made, without what was put in or grown after it."""
    rules = frame.rules
    terms = Terms(
        draw_id=frame.draw_id,
        frame_digest=frame.digest,
        exclusions_digest=frame.exclusions_digest,
        digits=draw.dice,
        size=rules["size"],
        floor=rules["floor"],
        allocation=frame.allocation,
        cap=rules["cap"],
        reserves=rules["reserves"],
        rule=PROPORTIONAL if rules["weights"] is None else BY_WEIGHTS,
        weights=_whole(rules["weights"] or {}),
    )
    return Record(
        terms=terms,
        counts=frame.counts,
        frame=b"".join(framing.file_of(session, frame)),
        exclusions=session.get_one(FrameFile, frame.id).exclusions,
        dice={
            "standing": VOID if void else STANDS,
            "how": draw.how,
            "rolled_by": ", ".join(draw.rolled_by.splitlines()),
            "witnessed_by": ", ".join(draw.witnessed_by.splitlines()),
        },
        drawn=_as_drawn(session, frame, draw),
        parties=exchange_records.parties_of(session, frame),
    )


def _whole(weights: Mapping[str, str]) -> dict[str, int]:
    """Give the weights that the certificate lists, brought to whole numbers so that a shell can reckon with them."""
    exact = {name: Fraction(weight) for name, weight in weights.items()}
    common = lcm(*(weight.denominator for weight in exact.values()))
    return {name: int(weight * common) for name, weight in exact.items()}


def _as_drawn(session: Session, frame: Frame, draw: Draw) -> list[Drawn]:
    query = select(CaseNumber.number, Pick.stratum, Pick.position, Pick.ticket)
    query = query.join(CaseNumber, CaseNumber.case_id == Pick.case_id).where(Pick.draw_id == draw.id)
    drawn = []
    for number, stratum, position, ticket in session.execute(query):
        places = frame.allocation[stratum]
        if position <= places + frame.rules["reserves"]:
            drawn.append(Drawn(number, stratum, position, ticket, Kind.PICK if position <= places else Kind.RESERVE))
    return sorted(drawn, key=lambda one: (one.stratum, one.position))
