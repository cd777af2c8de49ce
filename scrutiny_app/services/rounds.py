"""Rounds: opened, closed; found by those whose they are; and told by what was done how far they have come."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from scrutiny_app.domain import sampling
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import Event, FrameFrozen, RoundClosed, RoundOpened, SampleDrawn
from scrutiny_app.domain.people import GRADING_ROLES, PANEL_ROLES, Role
from scrutiny_app.domain.rounds import STAGE_TITLES, ChangeKind, RoundKind, Stage
from scrutiny_app.models.draw_changes import DrawChange, DrawDecision
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.grades import Grade, Reveal
from scrutiny_app.models.panels import Panel, Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.models.withholdings import Withholding
from scrutiny_app.services import panels, trail
from scrutiny_app.services.trail import now, today_in_london

STAGES = tuple(Stage)


class OutOfOrder(Refused):
    """A deed whose turn has not come, or has passed."""


class Certificate(NamedTuple):
    """What anyone may know of a round's draw; all of the draw's own parts are None before it."""

    frame: Frame
    frozen_by: str
    frozen: TrailEntry
    draw: Draw | None
    drawn_by: str | None
    drawn: TrailEntry | None
    seed: str | None


def open_grading(session: Session, round_: Round, close_on: date | None, *, by: User) -> Round:
    """Open a round for grading, until the end of a day if one is given; raise Refused while anything is missing.

    A round that has closed may be opened again while a case of it is unrevealed, so that a quorum can still be made.
    """
    if require_stage(session, round_, Stage.RELEASED, Stage.CLOSED) is Stage.CLOSED and _all_revealed(session, round_):
        raise OutOfOrder("Every case of this round has been revealed, so there is nothing left to grade.")
    if close_on is not None and close_on < today_in_london():
        raise Refused("The last day of grading is already past: give today or a later day, or leave it empty.")
    panel = session.get_one(Panel, round_.panel_id)
    graders = graders_of(session, panel)
    if len(graders) < panel.least_members:
        raise Refused(
            f"{panel.name} needs at least {panel.least_members} members who can grade and has {len(graders)}. "
            "Seat more people on it first."
        )
    if Role.CHAIR not in {grader.role for grader in graders}:
        raise Refused(f"{panel.name} has no chair, and only a chair can reveal grades. Seat one first.")
    round_.opened_at, round_.close_on, round_.closed_at = round_.opened_at or now(), close_on, None
    trail.record(session, RoundOpened(round_.id, count_cases(session, round_)), by=by)
    return round_


def _all_revealed(session: Session, round_: Round) -> bool:
    revealed = select(Reveal.round_case_id).join(RoundCase).where(*in_round(round_))
    return len(session.scalars(revealed).all()) == count_cases(session, round_)


def close_grading(session: Session, round_: Round, *, by: User) -> Round:
    """Close a round: nobody grades in it from then on."""
    require_stage(session, round_, Stage.OPEN)
    round_.closed_at = now()
    trail.record(session, RoundClosed(round_.id), by=by)
    return round_


def graders_of(session: Session, panel: Panel) -> list[User]:
    """List those who may grade in a panel's rounds: its members and chairs who can sign in."""
    sitting = [one.user for one in panels.seated(session, panel)]
    return [user for user in sitting if user.role in GRADING_ROLES and user.disabled_at is None]


def _whose(by: User) -> ColumnElement[bool]:
    if by.role in PANEL_ROLES:
        seat = (Seat.panel_id == Round.panel_id, Seat.user_id == by.id, Seat.left_at.is_(None))
        return exists().where(*seat)
    return and_(Round.force == by.force, Round.dropped_at.is_(None))


def rounds_for(session: Session, by: User) -> list[Round]:
    """List a person's rounds, newest first: the force's own, or those of the panels they sit on."""
    return list(session.scalars(select(Round).where(_whose(by)).order_by(Round.planned_at.desc(), Round.id.desc())))


def find_round(session: Session, round_id: int, by: User) -> Round:
    """Find one of a person's rounds; raise NotYours for any other."""
    found = session.scalar(select(Round).where(Round.id == round_id, _whose(by)))
    if found is None:
        raise NotYours
    return found


def find_round_case(session: Session, round_case_id: int, by: User) -> tuple[Round, RoundCase]:
    """Find a drawn case's place in one of a person's rounds; raise NotYours for any other."""
    row = session.execute(
        select(Round, RoundCase)
        .join(RoundCase, RoundCase.round_id == Round.id)
        .where(RoundCase.id == round_case_id, RoundCase.withdrawn_at.is_(None), _whose(by))
    ).one_or_none()
    if row is None:
        raise NotYours
    return row[0], row[1]


def frames_of(session: Session, round_: Round) -> list[Frame]:
    """List a round's frames in their order, those whose draw was voided or begun again among them."""
    return list(session.scalars(select(Frame).where(Frame.round_id == round_.id).order_by(Frame.id)))


def voided(session: Session, frame: Frame) -> bool:
    """Say whether a frame was voided, with its draw if it had one."""
    query = select(DrawDecision.change_id).join(DrawChange, DrawChange.id == DrawDecision.change_id)
    void = query.where(DrawChange.frame_id == frame.id, DrawChange.kind == ChangeKind.VOID, DrawDecision.approved)
    return session.scalar(void) is not None


def frame_of(session: Session, round_: Round) -> Frame | None:
    """Give the frozen frame that a round stands on, or None: the newest, unless it was voided."""
    newest = session.scalar(select(Frame).where(Frame.round_id == round_.id).order_by(Frame.id.desc()).limit(1))
    return None if newest is None or voided(session, newest) else newest


def draw_of(session: Session, round_: Round) -> Draw | None:
    """Give a round's draw, or None."""
    frame = frame_of(session, round_)
    return session.scalar(select(Draw).where(Draw.frame_id == frame.id)) if frame else None


def undrawn(session: Session, force: str, kind: RoundKind) -> list[Round]:
    """List a force's rounds of a kind whose frame is frozen and waits for its dice."""
    query = select(Round).where(Round.force == force, Round.kind == kind, Round.dropped_at.is_(None))
    query = query.where(exists().where(Frame.round_id == Round.id))
    return [one for one in session.scalars(query) if frame_of(session, one) and not draw_of(session, one)]


def stage(session: Session, round_: Round) -> Stage:
    """Tell how far a round has come, from what has been done to it."""
    if frame_of(session, round_) is None:
        return Stage.PLANNED
    if draw_of(session, round_) is None:
        return Stage.FROZEN
    cases = count_cases(session, round_)
    if round_.opened_at is None:
        return Stage.DRAWN if count_released(session, round_) < cases else Stage.RELEASED
    if count_signed(session, round_) == cases:
        return Stage.SIGNED
    return Stage.OPEN if is_open(round_, today_in_london()) else Stage.CLOSED


def is_open(round_: Round, today: date) -> bool:
    """Say whether members may grade in a round today."""
    ended = round_.closed_at is not None or (round_.close_on is not None and today > round_.close_on)
    return round_.opened_at is not None and not ended


def require_stage(session: Session, round_: Round, *allowed: Stage) -> Stage:
    """Raise OutOfOrder, saying where the round stands, unless it stands at one of these stages."""
    at = stage(session, round_)
    if at not in allowed:
        wanted = " or ".join(f"“{STAGE_TITLES[one]}”" for one in allowed)
        raise OutOfOrder(f"This round is at “{STAGE_TITLES[at]}”; this can be done at {wanted} only.")
    return at


def cases_of(session: Session, round_: Round) -> list[RoundCase]:
    """List the cases drawn into a round, in its order."""
    return list(session.scalars(select(RoundCase).where(*in_round(round_)).order_by(RoundCase.position)))


def count_cases(session: Session, round_: Round) -> int:
    """Count the cases drawn into a round."""
    return session.scalar(select(func.count()).select_from(RoundCase).where(*in_round(round_))) or 0


def in_round(round_: Round) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions by which a drawn case is one of a round's: it is not withdrawn."""
    return RoundCase.round_id == round_.id, RoundCase.withdrawn_at.is_(None)


def is_withheld(release_id: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Say in SQL whether a release was taken away: reported by a reader, or recalled."""
    return exists().where(Withholding.release_id == release_id)


def count_released(session: Session, round_: Round) -> int:
    """Count the round's cases whose newest release can be read."""
    newest = select(func.max(Release.id)).group_by(Release.round_case_id)
    released = select(Release.round_case_id).where(Release.id.in_(newest), ~is_withheld(Release.id))
    query = select(func.count()).select_from(RoundCase)
    return session.scalar(query.where(*in_round(round_), RoundCase.id.in_(released))) or 0


def count_signed(session: Session, round_: Round) -> int:
    """Count the round's cases that have a signed finding."""
    signed = select(Finding.round_case_id).join(Signature, Signature.finding_id == Finding.id).distinct()
    query = select(func.count()).select_from(RoundCase)
    return session.scalar(query.where(*in_round(round_), RoundCase.id.in_(signed))) or 0


def count_grades(session: Session, round_: Round) -> int:
    """Count the cases that members have graded or abstained on, each member's once: how many are in, never whose."""
    each = select(Grade.round_case_id, Grade.user_id).distinct().join(RoundCase, RoundCase.id == Grade.round_case_id)
    return session.scalar(select(func.count()).select_from(each.where(*in_round(round_)).subquery())) or 0


def certificate_of(session: Session, round_: Round, *, even_void: bool = False) -> Certificate:
    """Gather a round's certificate; raise OutOfOrder while no frame is frozen.

    Where the newest was voided and none has followed, it is that one's if `even_void`, and else there is none.
    """
    frame = frame_of(session, round_)
    if frame is None and even_void:
        frame = next(iter(reversed(frames_of(session, round_))), None)
    draw = session.scalar(select(Draw).where(Draw.frame_id == frame.id)) if frame else None
    frozen, drawn = _entry(session, round_, FrameFrozen), _entry(session, round_, SampleDrawn)
    if frame is None or frozen is None:
        raise OutOfOrder("There is no certificate yet: it is made when the frame is frozen.")
    return Certificate(
        frame=frame,
        frozen_by=session.get_one(User, frame.frozen_by).name,
        frozen=frozen,
        draw=draw,
        drawn_by=session.get_one(User, draw.drawn_by).name if draw else None,
        drawn=drawn if draw else None,  # the newest such entry may be of a draw that was voided
        seed=sampling.seed(frame.draw_id, frame.digest, draw.dice) if draw else None,
    )


def _entry(session: Session, round_: Round, event: type[Event]) -> TrailEntry | None:
    query = select(TrailEntry).where(TrailEntry.round_id == round_.id, TrailEntry.event == event.__name__)
    return session.scalar(query.order_by(TrailEntry.position.desc()).limit(1))
