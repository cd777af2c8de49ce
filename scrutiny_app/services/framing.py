"""Framing: what a round could draw from, counted; and that list frozen, hashed and put on the trail before any dice."""

import re
import secrets
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import insert, literal, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import events
from scrutiny_app.domain.allocation import FrameTooSmall, SampleTooSmall
from scrutiny_app.domain.committing import next_draw_id
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.framing import UnusableFrame, digest, exclusions_file, is_targeted, read_frame
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.domain.sampling import check_draw_id
from scrutiny_app.domain.surveying import Survey, survey_blocks
from scrutiny_app.domain.trail import canonical
from scrutiny_app.models.frames import Frame
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import FrameFile, FramePart
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import matching, rounds, trail
from scrutiny_app.services.allocating import EMPTY, rules, shares, weights_of

PARTS_AT_ONCE = 16  # of a frame's file, while it is read
_OF_THE_FRAME = (
    *("round_id", "digest", "exclusions_digest", "total", "counts", "exclusions"),
    *("allocation", "rules", "targeted"),
)


@dataclass(frozen=True)
class Preview:
    """What freezing would give at this moment; `allocation` is empty where `refusal` says why it cannot be frozen."""

    counts: dict[str, int]
    exclusions: dict[str, int]
    allocation: dict[str, int]
    refusal: str | None
    targeted: bool

    @property
    def total(self) -> int:
        """Count the eligible cases."""
        return sum(self.counts.values())


class UnfinishedPeriod(Refused):
    """A frame asked for before its period is over."""


class RivalFrozen(rounds.OutOfOrder):
    """A frame asked for while another, which could draw the same cases, waits for its dice."""


def preview(session: Session, round_: Round) -> Preview:
    """Count what a round could draw from, by stratum, and what is left out, by reason; loads no case."""
    counts, exclusions = matching.count(session, round_)
    try:
        allocation, refusal = shares(counts, round_, weights_of(session, round_, counts)), None
    except (FrameTooSmall, SampleTooSmall) as refused:
        allocation, refusal = {}, refused.message
    return Preview(counts, exclusions, allocation, refusal, _is_targeted(round_, sum(counts.values())))


def freeze(session: Session, round_: Round, *, by: User) -> Frame:
    """Freeze a round's frame: from then on no import, no edit and no change of plan touches its draw."""
    if round_.period_to > trail.today_in_london():
        raise UnfinishedPeriod(
            "The period has not ended yet: cases finalised after today could not be in the frame. Freeze it when the "
            "period is over, or change the plan to end it today."
        )
    if rounds.frame_of(session, round_) is not None:
        raise Overtaken("This round's frame is already frozen. What is frozen cannot be frozen again.")
    rounds.require_stage(session, round_, Stage.PLANNED)
    _require_no_rival(session, round_)

    draw_id = _draw_id(session, round_)
    left_out = list(matching.left_out(session, round_))
    exclusions_bytes = exclusions_file(left_out, nonce=secrets.token_hex(32))
    with session.begin_nested():  # where it is refused, nothing of its file stays
        surveyed = _kept(session, round_, draw_id, without={one.case_number for one in left_out})
        weights = weights_of(session, round_, surveyed.counts)
        allocation = shares(surveyed.counts, round_, weights)
    frame = Frame(
        round_id=round_.id,
        draw_id=draw_id,
        digest=surveyed.digest,
        exclusions_digest=digest(exclusions_bytes),
        total=surveyed.total,
        counts=surveyed.counts,
        exclusions=dict(Counter(one.reason.value for one in left_out)),
        allocation=allocation,
        rules=rules(round_, weights) | {"numbers": matching.count_chosen(session, round_)},
        targeted=_is_targeted(round_, surveyed.total),
        frozen_by=by.id,
        frozen_at=trail.now(),
    )
    session.add(frame)
    session.flush()
    versions = matching.corrected(session, round_)
    session.add(FrameFile(frame_id=frame.id, exclusions=exclusions_bytes, versions=versions))
    trail.record(session, _frozen(round_, frame), by=by)
    return frame


def freeze_again(session: Session, round_: Round, frame: Frame, *, by: User) -> Frame:
    """Put the same frame on the trail under the draw id that follows: nothing but its dice is new."""
    again = Frame(
        draw_id=next_draw_id(frame.draw_id),
        frozen_by=by.id,
        frozen_at=trail.now(),
        **{name: getattr(frame, name) for name in _OF_THE_FRAME},
    )
    session.add(again)
    session.flush()
    file = session.get_one(FrameFile, frame.id)
    session.add(FrameFile(frame_id=again.id, exclusions=file.exclusions, versions=file.versions))
    parts = select(literal(again.draw_id), FramePart.number, FramePart.lines).where(FramePart.draw_id == frame.draw_id)
    session.execute(insert(FramePart).from_select(["draw_id", "number", "lines"], parts))
    trail.record(session, _frozen(round_, again), by=by)
    return again


def read_file(session: Session, round_: Round, *, by: User) -> FrameFile:
    """Find a frozen frame's file of exclusions and record that it, or the frame's own, is read."""
    frame = rounds.frame_of(session, round_)
    if frame is None:
        raise rounds.OutOfOrder("This round's frame is not frozen yet, so there is no file. Freeze it first.")
    trail.record(session, events.FrameFileRead(round_.id, frame.id), by=by)
    return session.get_one(FrameFile, frame.id)


def file_of(session: Session, frame: Frame) -> Iterator[bytes]:
    """Give a frame's file in pieces, byte for byte as hashed."""
    query = select(FramePart.lines).where(FramePart.draw_id == frame.draw_id).order_by(FramePart.number)
    return iter(session.scalars(query, execution_options={"yield_per": PARTS_AT_ONCE}))


def _is_targeted(round_: Round, total: int) -> bool:
    return round_.targeted or is_targeted(total, round_.size)


def rival_of(session: Session, round_: Round) -> Round | None:
    """Give another round whose frame waits for its dice and could draw the same cases: one case, two panels."""
    for other in rounds.undrawn(session, round_.force, round_.kind):
        overlaps = other.period_from <= round_.period_to and round_.period_from <= other.period_to
        if other.id != round_.id and overlaps:
            return other
    return None


def _require_no_rival(session: Session, round_: Round) -> None:
    if other := rival_of(session, round_):
        raise RivalFrozen(
            f"“{other.title}” is frozen for a period that overlaps, and not drawn yet: both could draw the same "
            "case. Draw that one, or have it voided, first. Then freeze this one."
        )


def _kept(session: Session, round_: Round, draw_id: str, without: Set[str]) -> Survey:
    """Keep the frame's file piece by piece as it is made, and check, count and hash it on the way."""
    last = b""

    def keep() -> Iterator[bytes]:
        nonlocal last
        for number, last in enumerate(matching.lines(session, round_, without)):
            session.execute(insert(FramePart), {"draw_id": draw_id, "number": number, "lines": last})
            yield last

    def name_the_fault() -> None:
        for _ in read_frame(last):
            pass
        raise UnusableFrame("The case numbers do not stand in one order. Tell the administrator; nothing was frozen.")

    blocks = keep()
    if (first := next(blocks, None)) is None:
        raise FrameTooSmall(EMPTY)
    return survey_blocks(chain([first], blocks), name_the_fault)


def _draw_id(session: Session, round_: Round) -> str:
    """Name the draw for good from its force, year and round: letters, digits and hyphens, nothing of anyone in it."""
    earlier = rounds.frames_of(session, round_)
    if earlier:
        return next_draw_id(earlier[-1].draw_id)
    force = re.sub("[^A-Za-z0-9]+", "-", round_.force).strip("-")[:40].rstrip("-") or "Force"
    return check_draw_id(f"{force}-{round_.period_to:%Y}-R{round_.id}")


def _frozen(round_: Round, frame: Frame) -> events.FrameFrozen:
    return events.FrameFrozen(
        round_id=round_.id,
        frame_id=frame.id,
        draw_id=frame.draw_id,
        frame_digest=frame.digest,
        exclusions_digest=frame.exclusions_digest,
        total=frame.total,
        excluded=sum(frame.exclusions.values()),
        counts=canonical(frame.counts),
        allocation=canonical(frame.allocation),
        rules=canonical(frame.rules),
        size=round_.size,
        floor=round_.floor,
        targeted=frame.targeted,
    )
