"""Framing: what a round could draw from, counted; and that list frozen, hashed and put on the trail before any dice."""

import json
import re
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import events
from scrutiny_app.domain.allocation import FrameTooSmall, SampleTooSmall, allocate
from scrutiny_app.domain.cases import NOT_RECORDED
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.framing import (
    Exclusion,
    ExclusionReason,
    FrameLine,
    count_by_stratum,
    digest,
    exclusions_file,
    frame_file,
    is_targeted,
    read_frame,
)
from scrutiny_app.domain.rounds import RoundKind, Stage
from scrutiny_app.domain.sampling import Kind, check_draw_id
from scrutiny_app.domain.statistics import chance_of_seeing, hypergeometric
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import FrameFile, Pick
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import rounds, trail

ALGORITHM = "dip-1"
LIKELY_SHARE = 0.2  # of cases at fault: a supposition, and pages say so
RARE_SHARES = (0.05, 0.1)
MOST_RESERVES = 50  # named in each stratum; a sample of fewer names as many as it has cases

# Cases that a panel round has drawn: a lead's own dip sample does not take a case out of the panel's frame.
_BEFORE_A_PANEL = (
    select(Pick.case_id)
    .join(Draw, Draw.id == Pick.draw_id)
    .join(Frame, Frame.id == Draw.frame_id)
    .join(Round, Round.id == Frame.round_id)
    .where(Pick.kind == Kind.PICK, Round.kind == RoundKind.PANEL)
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


@dataclass(frozen=True)
class Prospects:
    """What a sample could show: were `found` of its cases at fault, from `low` to `high` of the whole frame would be.

    `chances` gives, for a number of faults in the frame, the chance that the sample holds at least one.
    """

    found: int
    low: int
    high: int
    chances: dict[int, float]


class UnfinishedPeriod(Refused):
    """A frame asked for before its period is over."""


def prospects(total: int, size: int) -> Prospects:
    """Reckon what a simple random sample of `size` of `total` cases could show, were one in five at fault."""
    found = round(size * LIKELY_SHARE)
    low, high = hypergeometric(found, size, total)
    faults = {max(1, round(total * share)) for share in RARE_SHARES}
    return Prospects(found, low, high, {rare: chance_of_seeing(rare, size, total) for rare in sorted(faults)})


def preview(session: Session, round_: Round) -> Preview:
    """Count what a round could draw from, by stratum, and what is left out, by reason; loads no case."""
    stratum, excluded = _stratum(round_).label("value"), Case.id.in_(_BEFORE_A_PANEL).label("excluded")
    query = select(stratum, excluded, func.count()).where(*_matching(round_)).group_by("value", "excluded")
    rows = session.execute(query).all()
    counts = {value: count for value, before, count in sorted(rows, key=lambda row: row[0]) if not before}
    before_a_panel = sum(count for _, before, count in rows if before)
    exclusions = {ExclusionReason.ALREADY_BEFORE_A_PANEL.value: before_a_panel} if before_a_panel else {}
    try:
        allocation, refusal = _shares(counts, round_), None
    except (FrameTooSmall, SampleTooSmall) as refused:
        allocation, refusal = {}, refused.message
    return Preview(counts, exclusions, allocation, refusal, is_targeted(sum(counts.values()), round_.size))


def freeze(session: Session, round_: Round, *, by: User) -> Frame:
    """Freeze a round's frame: from then on no import, no edit and no change of plan touches its draw."""
    if round_.period_to > trail.now().date():
        raise UnfinishedPeriod(
            "The period has not ended yet: cases finalised after today could not be in the frame. Freeze it when the "
            "period is over, or change the plan to end it today."
        )
    if rounds.frame_of(session, round_) is not None:
        raise Overtaken("This round's frame is already frozen. What is frozen cannot be frozen again.")
    rounds.require_stage(session, round_, Stage.PLANNED)

    frame_bytes, left_out = frame_file(_lines(session, round_)), _left_out(session, round_)
    exclusions_bytes = exclusions_file(left_out, nonce=secrets.token_hex(32))
    counts = count_by_stratum(read_frame(frame_bytes))
    allocation = _shares(counts, round_)

    frame = Frame(
        round_id=round_.id,
        draw_id=_draw_id(round_),
        digest=digest(frame_bytes),
        exclusions_digest=digest(exclusions_bytes),
        total=sum(counts.values()),
        counts=counts,
        exclusions=dict(Counter(one.reason.value for one in left_out)),
        allocation=allocation,
        rules=rules(round_),
        targeted=is_targeted(sum(counts.values()), round_.size),
        frozen_by=by.id,
        frozen_at=trail.now(),
    )
    session.add(frame)
    session.flush()
    files = {"frame": frame_bytes, "exclusions": exclusions_bytes}
    session.add(FrameFile(frame_id=frame.id, **files, versions=_corrected(session, round_)))
    trail.record(session, _frozen(round_, frame), by=by)
    return frame


def read_file(session: Session, round_: Round, *, by: User) -> FrameFile:
    """Give a frozen frame's files, byte for byte as hashed, and record that they were read."""
    frame = rounds.frame_of(session, round_)
    if frame is None:
        raise rounds.OutOfOrder("This round's frame is not frozen yet, so there is no file. Freeze it first.")
    trail.record(session, events.FrameFileRead(round_.id, frame.id), by=by)
    return session.get_one(FrameFile, frame.id)


def rules(round_: Round) -> dict[str, Any]:
    """State all that decides a round's draw, besides its frame and its dice."""
    return {
        "algorithm": ALGORITHM,
        "size": round_.size,
        "floor": round_.floor,
        "cap": None,
        "allocation": "proportional, largest remainder",
        "reserves": min(round_.size, MOST_RESERVES),
        "stratum": round_.stratum,
        "period_from": round_.period_from.isoformat(),
        "period_to": round_.period_to.isoformat(),
        "filters": round_.filters,
    }


def areas(session: Session, force: str) -> list[str]:
    """List the areas that a force's cases are recorded in."""
    query = select(Case.area).where(Case.force == force, Case.area.is_not(None)).distinct().order_by(Case.area)
    return [area for area in session.scalars(query) if area is not None]


def _shares(counts: dict[str, int], round_: Round) -> dict[str, int]:
    if not counts:
        raise FrameTooSmall(
            "No case is left to draw from. Widen the period or the filters, or import the missing extract."
        )
    return allocate(counts, round_.size, floor=round_.floor)


def _stratum(round_: Round) -> ColumnElement[str]:
    column: ColumnElement[str | None] = getattr(Case, round_.stratum)
    return func.coalesce(column, NOT_RECORDED)


def _matching(round_: Round) -> Iterable[ColumnElement[bool]]:
    yield Case.force == round_.force
    yield Case.disposal_date.between(round_.period_from, round_.period_to)
    for name, values in round_.filters.items():
        if name == "flags":
            yield or_(*(getattr(Case, flag).is_(True) for flag in values))
        else:
            yield func.coalesce(getattr(Case, name), NOT_RECORDED).in_(values)


def _eligible(round_: Round) -> Iterable[ColumnElement[bool]]:
    yield from _matching(round_)
    yield Case.id.not_in(_BEFORE_A_PANEL)


def _lines(session: Session, round_: Round) -> Iterator[FrameLine]:
    query = select(CaseNumber.number, _stratum(round_)).join(Case, Case.id == CaseNumber.case_id)
    for number, stratum in session.execute(query.where(*_eligible(round_)), execution_options={"yield_per": 5000}):
        yield FrameLine(number, stratum)


def _left_out(session: Session, round_: Round) -> list[Exclusion]:
    query = select(CaseNumber.number).join(Case, Case.id == CaseNumber.case_id)
    numbers = session.scalars(query.where(*_matching(round_), Case.id.in_(_BEFORE_A_PANEL)))
    return [Exclusion(number, ExclusionReason.ALREADY_BEFORE_A_PANEL) for number in numbers]


def _corrected(session: Session, round_: Round) -> dict[str, int]:
    """Give the present dossier version of each eligible case that is no longer at its first."""
    query = select(Case.id, Case.version).where(*_eligible(round_), Case.version > 1)
    return {str(case_id): version for case_id, version in session.execute(query)}


def _draw_id(round_: Round) -> str:
    """Name the draw for good from its force, year and round: letters, digits and hyphens, nothing of anyone in it."""
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
        counts=_as_json(frame.counts),
        allocation=_as_json(frame.allocation),
        rules=_as_json(frame.rules),
        size=round_.size,
        floor=round_.floor,
        targeted=frame.targeted,
    )


def _as_json(facts: Mapping[str, object]) -> str:
    return json.dumps(facts, sort_keys=True, separators=(",", ":"))
