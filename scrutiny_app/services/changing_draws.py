"""Changing a draw: a case found ineligible gives way to the next reserve, a draw is voided, a sample grows.

One person proposes and another decides; growing takes one, because it chooses nothing: the same order goes on.
Nothing changes once a case's grades are revealed, so that nobody can pass over a case for what was found in it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import events
from scrutiny_app.domain.allocation import allocate
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.domain.replacing import Line, NoReserveLeft, Sample, Strike
from scrutiny_app.domain.rounds import ChangeKind, Stage
from scrutiny_app.domain.sampling import Kind, Plan
from scrutiny_app.domain.weighing import weigh
from scrutiny_app.models.draw_changes import DrawChange, DrawDecision
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import ChangeReason, Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, sampling, trail
from scrutiny_app.services.dossiers import CaseKey

LONGEST_REASON = 1000  # characters
_CHANGEABLE = (Stage.DRAWN, Stage.RELEASED, Stage.OPEN, Stage.CLOSED)
_GROUNDS = (ExclusionReason.NOT_AN_OOCR, ExclusionReason.LIVE_APPEAL_OR_COMPLAINT, ExclusionReason.DUPLICATE)


class NotASecondPerson(Refused):
    """A proposal decided by whoever made it."""


@dataclass(frozen=True)
class Change:
    """A change of a draw as the force's side reads it; `approved` is None while it waits."""

    id: int
    kind: ChangeKind
    reference: str | None
    ground: str | None
    reason: str
    proposed_by: str
    proposer_id: int
    proposed_at: datetime
    approved: bool | None
    into: str | None
    decided_by: str | None
    decided_at: datetime | None


def propose_replacement(
    session: Session,
    round_: Round,
    round_case: RoundCase,
    ground: ExclusionReason,
    reason: str,
    *,
    key: CaseKey,
    by: User,
    leave_empty: bool = False,
) -> DrawChange:
    """Propose that a drawn case, found ineligible, give way to the next reserve of its stratum."""
    frame, _ = _drawn(session, round_)
    if ground not in _GROUNDS:
        raise Refused("Choose why the case is ineligible from the list.")
    _require_unrevealed(session, round_, round_case)
    if _waiting(session, frame, round_case.id):
        raise Overtaken("A replacement of this case is proposed already. Wait for the decision.")
    made = DrawChange(kind=ChangeKind.REPLACE, round_case_id=round_case.id, ground=ground, leave_empty=leave_empty)
    return _propose(session, round_, frame, made, reason, key, by)


def propose_void(session: Session, round_: Round, reason: str, *, key: CaseKey, by: User) -> DrawChange:
    """Propose that a frozen frame, and its draw if there is one, stand for nothing any more; they stay on record."""
    frame = rounds.frame_of(session, round_)
    if frame is None:
        raise rounds.OutOfOrder("Nothing is frozen, so there is nothing to void. Change the plan instead.")
    rounds.require_stage(session, round_, Stage.FROZEN, *_CHANGEABLE)
    _require_unrevealed(session, round_)
    if _waiting(session, frame, None):
        raise Overtaken("It is proposed already to void this draw. Wait for the decision.")
    return _propose(session, round_, frame, DrawChange(kind=ChangeKind.VOID), reason, key, by)


def decide(session: Session, round_: Round, change_id: int, *, approved: bool, by: User) -> DrawDecision:
    """Decide on another person's proposal, and do what was proposed where it is approved."""
    change = session.scalar(
        select(DrawChange)
        .join(Frame, Frame.id == DrawChange.frame_id)
        .where(DrawChange.id == change_id, Frame.round_id == round_.id)
    )
    if change is None:
        raise NotYours
    if session.get(DrawDecision, change.id) is not None:
        raise Overtaken("This has been decided already. See the record below.")
    if change.proposed_by == by.id:
        raise NotASecondPerson("You proposed this yourself. Somebody else must decide.")
    decision = DrawDecision(change_id=change.id, approved=approved, decided_by=by.id, decided_at=trail.now())
    if approved and change.kind == ChangeKind.VOID:
        _void(session, round_, change)
    elif approved:
        decision.into_id, decision.accounts = _replace(session, round_, change)
    session.add(decision)
    event = events.ChangeDecided(
        round_.id,
        change.frame_id,
        change.id,
        change.kind,
        approved,
        change.round_case_id,
        decision.into_id,
        _as_json(decision.accounts) if decision.accounts else None,
    )
    trail.record(session, event, by=by)
    return decision


def grow(session: Session, round_: Round, size: int, *, key: CaseKey, by: User) -> list[RoundCase]:
    """Draw more cases of the same frame, by the same dice and in the same order; give those that came in."""
    frame, draw = _drawn(session, round_, Stage.DRAWN, Stage.RELEASED)
    sample = _sample(session, frame, draw)
    places = {name: line.places for name, line in sample.lines.items()}
    rules = frame.rules
    weights = {name: Fraction(weight) for name, weight in (rules["weights"] or {}).items()}
    shares = allocate(frame.counts, size, rules["floor"], rules["cap"], earlier=places, weights=weights or None)
    if shares == places:
        raise Refused(f"The sample has {sum(places.values())} places already. Ask for more.")
    struck = max(len(line.strikes) for line in sample.lines.values())
    _name_more(session, round_, frame, draw, max(shares.values()) + struck)
    grown = _sample(session, frame, draw).grow(shares)
    came_in = [session.get_one(Pick, one) for one in set(grown.standing) - set(sample.standing)]
    added = sampling.put_in(session, round_, came_in)
    change = DrawChange(
        kind=ChangeKind.GROW, frame_id=frame.id, leave_empty=False, proposed_by=by.id, proposed_at=trail.now()
    )
    session.add(change)
    session.flush()
    session.add(ChangeReason(change_id=change.id, reason=key.seal(f"To {size} cases.", _place(change.id))))
    accounts = _accounts(grown)
    session.add(
        DrawDecision(change_id=change.id, approved=True, accounts=accounts, decided_by=by.id, decided_at=trail.now())
    )
    event = events.SampleGrown(round_.id, frame.id, change.id, size, len(added), _as_json(accounts))
    trail.record(session, event, by=by)
    return added


def changes_of(session: Session, round_: Round, *, key: CaseKey) -> list[Change]:
    """List all that was proposed and decided about a round's draws, oldest first."""
    names = dict(row for row in session.execute(select(User.id, User.name)))
    references = dict(
        row for row in session.execute(select(RoundCase.id, RoundCase.reference).where(RoundCase.round_id == round_.id))
    )
    query = (
        select(DrawChange, ChangeReason.reason, DrawDecision)
        .join(Frame, Frame.id == DrawChange.frame_id)
        .join(ChangeReason, ChangeReason.change_id == DrawChange.id)
        .outerjoin(DrawDecision, DrawDecision.change_id == DrawChange.id)
        .where(Frame.round_id == round_.id)
        .order_by(DrawChange.id)
    )
    return [
        Change(
            id=change.id,
            kind=ChangeKind(change.kind),
            reference=references.get(change.round_case_id),
            ground=change.ground,
            reason=key.open(reason, _place(change.id)),
            proposed_by=names[change.proposed_by],
            proposer_id=change.proposed_by,
            proposed_at=change.proposed_at,
            approved=decision and decision.approved,
            into=references.get(decision.into_id) if decision else None,
            decided_by=names[decision.decided_by] if decision else None,
            decided_at=decision.decided_at if decision else None,
        )
        for change, reason, decision in session.execute(query)
    ]


def _drawn(session: Session, round_: Round, *stages: Stage) -> tuple[Frame, Draw]:
    rounds.require_stage(session, round_, *(stages or _CHANGEABLE))
    frame, draw = rounds.frame_of(session, round_), rounds.draw_of(session, round_)
    if frame is None or draw is None:
        raise rounds.OutOfOrder("This round's sample has not been drawn yet. Enter the dice first.")
    return frame, draw


def _propose(
    session: Session, round_: Round, frame: Frame, change: DrawChange, reason: str, key: CaseKey, by: User
) -> DrawChange:
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise Refused(f"Give the reason in at most {LONGEST_REASON:,} characters.")
    change.frame_id, change.proposed_by, change.proposed_at = frame.id, by.id, trail.now()
    change.leave_empty = bool(change.leave_empty)
    session.add(change)
    session.flush()
    session.add(ChangeReason(change_id=change.id, reason=key.seal(reason, _place(change.id))))
    event = events.ChangeProposed(
        round_.id, frame.id, change.id, change.kind, change.round_case_id, change.ground, key.fingerprint(reason)
    )
    trail.record(session, event, by=by)
    return change


def _place(change_id: int) -> str:
    return f"draw-change:{change_id}"


def _waiting(session: Session, frame: Frame, round_case_id: int | None) -> bool:
    decided = select(DrawDecision.change_id)
    query = select(func.count()).where(DrawChange.frame_id == frame.id, DrawChange.id.not_in(decided))
    which = DrawChange.kind == ChangeKind.VOID if round_case_id is None else DrawChange.round_case_id == round_case_id
    return bool(session.scalar(query.where(which)))


def _require_unrevealed(session: Session, round_: Round, round_case: RoundCase | None = None) -> None:
    query = select(func.count()).select_from(Reveal).join(RoundCase, RoundCase.id == Reveal.round_case_id)
    which = RoundCase.round_id == round_.id if round_case is None else RoundCase.id == round_case.id
    if session.scalar(query.where(which)):
        raise rounds.OutOfOrder(
            "Grades have been revealed, so nothing of this draw can be changed any more: a case must not be passed "
            "over for what was found in it."
        )


def _void(session: Session, round_: Round, change: DrawChange) -> None:
    frame = rounds.frame_of(session, round_)
    if frame is None or frame.id != change.frame_id:
        raise Overtaken("This draw has been followed by another already.")
    _require_unrevealed(session, round_)
    for place in rounds.cases_of(session, round_):
        place.withdrawn_at = trail.now()
    round_.opened_at = round_.close_on = round_.closed_at = None


def _replace(session: Session, round_: Round, change: DrawChange) -> tuple[int | None, Mapping[str, list[int]]]:
    """Take the case out and put the next reserve in; give that one's place, and the accounts from now on."""
    frame, draw = _drawn(session, round_)
    if frame.id != change.frame_id:
        raise Overtaken("This draw has been followed by another already.")
    place = session.get_one(RoundCase, change.round_case_id)
    _require_unrevealed(session, round_, place)
    pick = session.scalars(select(Pick).where(Pick.round_case_id == place.id)).one()
    sample = _sample(session, frame, draw)
    try:
        struck = sample.strike(pick.stratum, pick.id)
    except NoReserveLeft:
        line = sample.lines[pick.stratum]
        if not line.is_whole:
            _name_more(session, round_, frame, draw, len(line.order) + frame.rules["reserves"])
            sample = _sample(session, frame, draw)
        struck = sample.strike(pick.stratum, pick.id, change.leave_empty)
    place.withdrawn_at = trail.now()
    into = struck.lines[pick.stratum].strikes[-1].into
    came_in = sampling.put_in(session, round_, [session.get_one(Pick, into)]) if into is not None else []
    session.flush()
    return (came_in[0].id if came_in else None), _accounts(struck)


def _sample(session: Session, frame: Frame, draw: Draw) -> Sample[int]:
    """Give a draw's sample as it stands, by pick: what was drawn, less and more by every change that was approved."""
    picks = list(session.scalars(select(Pick).where(Pick.draw_id == draw.id).order_by(Pick.stratum, Pick.position)))
    query = (
        select(Pick.id, DrawDecision.into_id, DrawDecision.accounts)
        .select_from(DrawDecision)
        .join(DrawChange, DrawChange.id == DrawDecision.change_id)
        .outerjoin(Pick, Pick.round_case_id == DrawChange.round_case_id)
        .where(DrawChange.frame_id == frame.id, DrawDecision.accounts.is_not(None))
        .order_by(DrawDecision.change_id)
    )
    placed = {pick.round_case_id: pick.id for pick in picks if pick.round_case_id}
    strikes: dict[int, Strike[int]] = {}
    places = dict(frame.allocation)
    for out, into, accounts in session.execute(query):
        places = {name: numbers[0] for name, numbers in accounts.items()}
        if out is not None:
            strikes[out] = Strike(out, placed.get(into), stood=True)
    lines = {}
    for name, cases in frame.counts.items():
        order = tuple(pick.id for pick in picks if pick.stratum == name)
        struck = tuple(strike for out, strike in strikes.items() if out in order)
        lines[name] = Line(name, cases, order, places.get(name, 0), struck)
    return Sample(lines)


def _name_more(session: Session, round_: Round, frame: Frame, draw: Draw, room: int) -> None:
    """Name more reserves of every stratum: the same order, further down, until `room` cases are named in each."""
    named = dict(
        row
        for row in session.execute(
            select(Pick.stratum, func.max(Pick.position)).where(Pick.draw_id == draw.id).group_by(Pick.stratum)
        )
    )
    if all(named.get(name, 0) >= min(room, cases) for name, cases in frame.counts.items()):
        return
    drawn = sampling.drawn_from(session, frame, draw.dice, Plan(frame.allocation, room))
    more = [one for one in drawn if named.get(one.stratum, 0) < one.position <= room and one.kind is Kind.RESERVE]
    sampling.keep_picks(session, draw, round_, more)


def _accounts(sample: Sample[int]) -> dict[str, list[int]]:
    weighed = weigh(sample)
    return {name: [line.places, weighed[name].looked_at, weighed[name].standing] for name, line in sample.lines.items()}


def _as_json(facts: Mapping[str, object]) -> str:
    return json.dumps(facts, sort_keys=True, separators=(",", ":"))
