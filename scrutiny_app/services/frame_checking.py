"""Is the frame whole? Numbers named from outside by the chair or the registrar, and the registrar's answers.

Both sides are served from here, so nothing here knows a case: a number is what somebody typed. An answer is about the
frame that stands; when another takes its place, the question is open again.
"""

from datetime import datetime
from json import loads
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import NumberAnswered, NumberNamed, NumberTakenBack, TotalsEntered
from scrutiny_app.domain.frame_checking import (
    Answer,
    Despite,
    FrameCheck,
    Source,
    UnusableNumbers,
    read_numbers,
    squeezed,
)
from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.domain.reconciling import Reconciled, from_json
from scrutiny_app.models.frame_checks import NamedNumber
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import rounds, trail

MOST_OF_A_ROUND = 500
NOT_FROZEN = "Numbers are named once the frame is frozen: then no list can be made to fit them. It is not frozen yet."


_NUMBERS = select(NamedNumber.number)


class Asked(NamedTuple):
    """One number with what is known of it; no answer where the registrar has yet to answer of this frame."""

    number: NamedNumber
    named_by: str
    answer: Answer | None
    reason: ExclusionReason | None


def name_numbers(session: Session, round_: Round, text: str, source: Source, *, by: User) -> tuple[int, int]:
    """Keep the numbers of a text, one a line; give how many were new and how many had been named before."""
    _require_frozen(session, round_)
    numbers = read_numbers(text)
    kept = {squeezed(one) for one in session.scalars(_NUMBERS.where(NamedNumber.round_id == round_.id))}
    fresh = [number for number in numbers if squeezed(number) not in kept]
    if len(kept) + len(fresh) > MOST_OF_A_ROUND:
        raise UnusableNumbers(f"A round takes {MOST_OF_A_ROUND} numbers at most, and {len(kept)} are named already")
    for number in fresh:
        named = NamedNumber(round_id=round_.id, number=number, source=source, named_by=by.id, named_at=trail.now())
        session.add(named)
        session.flush()
        trail.record(session, NumberNamed(round_.id, named.id, source.value), by=by)
    return len(fresh), len(numbers) - len(fresh)


def take_back(session: Session, round_: Round, number_id: int, *, by: User) -> None:
    """Take back a number that one named oneself, as long as nobody has answered it; the trail keeps that one did."""
    named = session.scalar(
        select(NamedNumber).where(
            NamedNumber.id == number_id, NamedNumber.round_id == round_.id, NamedNumber.named_by == by.id
        )
    )
    if named is None:
        raise NotYours
    if named.answer is not None:
        raise Overtaken("The registrar has answered this number already, so it stays. Its answer can be changed.")
    session.delete(named)
    trail.record(session, NumberTakenBack(round_.id, number_id), by=by)


def answer_number(
    session: Session,
    round_: Round,
    number_id: int,
    answer: Answer,
    reason: ExclusionReason | None,
    *,
    by: User,
    despite: Despite | None = None,
) -> NamedNumber:
    """Say where a number is in the frame that stands, or change what was said; each answer is on the trail.

    `despite` tells why the answer is not what the frozen files show.
    """
    _require_frozen(session, round_)
    if (answer is Answer.EXCLUDED) != (reason is not None):
        raise Refused("Choose why the case was left out, and choose a reason only where it was.")
    named = find_number(session, round_, number_id).number
    named.answer, named.reason = answer, reason
    named.answered_by, named.answered_at = by.id, trail.now()
    trail.record(
        session,
        NumberAnswered(round_.id, named.id, answer.value, reason and reason.value, despite and despite.value),
        by=by,
    )
    return named


def numbers_of(session: Session, round_: Round, *, by: User) -> list[Asked]:
    """List a round's numbers as they were named; a reader on the panel's side is given their own and no others."""
    since = _since(session, round_)
    query = select(NamedNumber, User.name).join(User, User.id == NamedNumber.named_by)
    query = query.where(NamedNumber.round_id == round_.id).order_by(NamedNumber.id)
    if by.role in PANEL_ROLES:
        query = query.where(NamedNumber.named_by == by.id)
    return [_asked(named, name, since) for named, name in session.execute(query)]


def find_number(session: Session, round_: Round, number_id: int) -> Asked:
    """Find one of a round's numbers, for the registrar; raise NotYours for any other round's."""
    query = select(NamedNumber, User.name).join(User, User.id == NamedNumber.named_by)
    row = session.execute(query.where(NamedNumber.id == number_id, NamedNumber.round_id == round_.id)).one_or_none()
    if row is None:
        raise NotYours
    return _asked(*row, _since(session, round_))


def check_of(session: Session, round_: Round) -> FrameCheck:
    """Count a round's numbers by what was answered of the frame that stands."""
    of_round = NamedNumber.round_id == round_.id
    named = session.scalar(select(func.count()).select_from(NamedNumber).where(of_round)) or 0
    since = _since(session, round_) if named else None
    if since is None:
        return FrameCheck(named)
    query = select(NamedNumber.answer, func.count()).where(of_round, NamedNumber.answered_at >= since)
    counts = dict(row for row in session.execute(query.group_by(NamedNumber.answer)))
    return FrameCheck(named, *(counts.get(answer.value, 0) for answer in Answer))


def reconciled(session: Session, round_: Round) -> Reconciled | None:
    """Give what was found when the force's own totals were last entered; None where none are."""
    newest = next(iter(trail.newest(session, most=1, round_id=round_.id, events=[TotalsEntered.__name__])), None)
    totals = from_json(loads(newest.facts)["totals"]) if newest else {}
    if newest is None or not totals:
        return None
    since = _since(session, round_)
    return Reconciled(totals, before_freezing=since is None or newest.at < since)


def _asked(named: NamedNumber, name: str, since: datetime | None) -> Asked:
    if named.answer is None or named.answered_at is None or since is None or named.answered_at < since:
        return Asked(named, name, None, None)
    return Asked(named, name, Answer(named.answer), ExclusionReason(named.reason) if named.reason else None)


def _since(session: Session, round_: Round) -> datetime | None:
    """Tell when the list that stands was first frozen: beginning again with the dice changes nothing of it."""
    frame = rounds.frame_of(session, round_)
    if frame is None:
        return None
    return min(one.frozen_at for one in rounds.frames_of(session, round_) if one.digest == frame.digest)


def _require_frozen(session: Session, round_: Round) -> None:
    if rounds.frame_of(session, round_) is None:
        raise rounds.OutOfOrder(NOT_FROZEN)
