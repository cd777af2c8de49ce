"""Changing a draw: a case found ineligible gives way to the next reserve, a draw is voided, a sample grows.

One person proposes and another decides; growing takes one, because it chooses nothing: the same order goes on.
Nothing changes once a case's grades are revealed, so that nobody can pass over a case for what was found in it.
"""

from fractions import Fraction

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import events
from scrutiny_app.domain.allocation import allocate
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.domain.replacing import NoReserveLeft, Sample
from scrutiny_app.domain.rounds import MOST_CASES, ChangeKind, Stage
from scrutiny_app.domain.trail import canonical
from scrutiny_app.models.draw_changes import DrawChange, DrawDecision
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import ChangeReason, Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, sampling, standing, trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.draw_history import change_place

LONGEST_REASON = 1000  # characters
_CHANGEABLE = (Stage.DRAWN, Stage.RELEASED, Stage.OPEN, Stage.CLOSED)
GROWABLE = (Stage.DRAWN, Stage.RELEASED)
GROUNDS = (ExclusionReason.NOT_AN_OOCR, ExclusionReason.LIVE_APPEAL_OR_COMPLAINT, ExclusionReason.DUPLICATE)


class NotASecondPerson(Refused):
    """A proposal decided by whoever made it."""


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
    """Propose that a drawn case, found ineligible, give way to the next reserve of its stratum.

    Where its stratum has no other case, raises NoReserveLeft unless the place is to be left empty.
    """
    if round_case.round_id != round_.id or round_case.withdrawn_at is not None:
        raise NotYours
    frame, _ = _drawn(session, round_)
    if ground not in GROUNDS:
        raise Refused("Choose why the case is ineligible from the list.")
    _require_unrevealed(session, round_, round_case)
    if _waiting(session, frame, round_case.id):
        raise Overtaken("A replacement of this case is proposed already. Wait for the decision.")
    if not leave_empty and not can_be_filled(session, round_, round_case):
        raise NoReserveLeft(
            "No other case of its stratum is left to take the place. Tick that the place is to be left empty."
        )
    if rounds.count_cases(session, round_) == 1 and not can_be_filled(session, round_, round_case):
        raise NoReserveLeft("No case would be left in the round. Propose to void the draw instead.")
    made = DrawChange(kind=ChangeKind.REPLACE, round_case_id=round_case.id, ground=ground, leave_empty=leave_empty)
    return _propose(session, round_, frame, made, reason, key, by)


def can_be_filled(session: Session, round_: Round, round_case: RoundCase) -> bool:
    """Say whether a case of its stratum is left that could take a drawn case's place."""
    frame, draw = _drawn(session, round_)
    pick = session.scalars(select(Pick).where(Pick.round_case_id == round_case.id)).one()
    line = standing.sample_of(session, frame, draw).lines[pick.stratum]
    return bool(line.waiting) or not line.is_whole


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
        raise Overtaken(
            "This has been decided already, and nothing was changed by you. What was decided, and by whom, is told on "
            "the page of the draw’s changes."
        )
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
        canonical(decision.accounts) if decision.accounts else None,
    )
    trail.record(session, event, by=by)
    return decision


def grown_places(session: Session, round_: Round, size: int) -> dict[str, tuple[int, int]]:
    """Give each stratum's places as they are and as they would be in a sample of `size`; nothing is changed."""
    frame, draw = _drawn(session, round_, *GROWABLE)
    lines = standing.sample_of(session, frame, draw).lines
    places = {name: line.places for name, line in lines.items()}
    if size > MOST_CASES:
        raise Refused(f"A sample has at most {MOST_CASES:,} cases. Ask for fewer.")
    if size <= sum(places.values()):
        raise Refused(f"The sample has {sum(places.values())} places already, and only grows. Ask for more.")
    rules = frame.rules
    weights = {name: Fraction(weight) for name, weight in (rules["weights"] or {}).items()}
    shares = allocate(frame.counts, size, rules["floor"], rules["cap"], earlier=places, weights=weights or None)
    for name, line in lines.items():
        if shares[name] > max(places[name], line.cases - len(line.strikes)):
            raise NoReserveLeft(f"Stratum {name} has no {shares[name]} eligible cases left. Ask for fewer.")
    return {name: (places[name], shares[name]) for name in places}


def grow(session: Session, round_: Round, size: int, *, key: CaseKey, by: User) -> list[RoundCase]:
    """Draw more cases of the same frame, by the same dice and in the same order; give those that came in."""
    frame, draw = _drawn(session, round_, *GROWABLE)
    shares = {name: after for name, (_before, after) in grown_places(session, round_, size).items()}
    before = standing.sample_of(session, frame, draw)
    struck = max(len(line.strikes) for line in before.lines.values())
    standing.name_more(session, round_, frame, draw, max(shares.values()) + struck)
    grown = standing.sample_of(session, frame, draw).grow(shares)
    came_in = [session.get_one(Pick, one) for one in set(grown.standing) - set(before.standing)]
    added, accounts = sampling.put_in(session, round_, came_in), standing.accounts(grown)

    change = DrawChange(kind=ChangeKind.GROW, frame_id=frame.id)
    _keep(session, change, f"To {size} cases.", key, by)
    decided = {"decided_by": by.id, "decided_at": change.proposed_at}
    session.add(DrawDecision(change_id=change.id, approved=True, accounts=accounts, **decided))
    session.flush()
    event = events.SampleGrown(round_.id, frame.id, change.id, size, len(added), canonical(accounts))
    trail.record(session, event, by=by)
    return added


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
    change.frame_id = frame.id
    _keep(session, change, reason, key, by)
    event = events.ChangeProposed(
        round_.id, frame.id, change.id, change.kind, change.round_case_id, change.ground, key.fingerprint(reason)
    )
    trail.record(session, event, by=by)
    return change


def _keep(session: Session, change: DrawChange, reason: str, key: CaseKey, by: User) -> None:
    change.proposed_by, change.proposed_at = by.id, trail.now()
    session.add(change)
    session.flush()
    session.add(ChangeReason(change_id=change.id, reason=key.seal(reason, change_place(change.id))))


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


def _replace(session: Session, round_: Round, change: DrawChange) -> tuple[int | None, standing.Accounts]:
    """Take the case out and put the next reserve in; give that one's place, and the accounts from now on."""
    frame, draw = _drawn(session, round_)
    if frame.id != change.frame_id:
        raise Overtaken("This draw has been followed by another already.")
    place = session.get_one(RoundCase, change.round_case_id)
    _require_unrevealed(session, round_, place)
    pick = session.scalars(select(Pick).where(Pick.round_case_id == place.id)).one()
    struck = _struck(session, round_, frame, draw, pick, leave_empty=change.leave_empty)
    if not struck.standing:
        raise NoReserveLeft("No case would be left in the round. Propose to void the draw instead.")
    place.withdrawn_at = trail.now()
    into = struck.lines[pick.stratum].strikes[-1].into
    came_in = sampling.put_in(session, round_, [session.get_one(Pick, into)]) if into is not None else []
    session.flush()
    return (came_in[0].id if came_in else None), standing.accounts(struck)


def _struck(session: Session, round_: Round, frame: Frame, draw: Draw, pick: Pick, *, leave_empty: bool) -> Sample[int]:
    """Give the sample without a pick; where no reserve is named for it, more are named first."""
    sample = standing.sample_of(session, frame, draw)
    line = sample.lines[pick.stratum]
    if not line.waiting and not line.is_whole:
        standing.name_more(session, round_, frame, draw, len(line.order) + max(frame.rules["reserves"], 1))
        sample = standing.sample_of(session, frame, draw)
    return sample.strike(pick.stratum, pick.id, leave_empty)
