"""Exchanging: dice of parties apart, each committed to before any is revealed, kept as they are read out.

Who falls silent is on record, and the same frame goes on the trail under a new draw id, for new digits of all.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain import committing, events
from scrutiny_app.domain.committing import Exchange, OutOfTurn, Party
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.framing import digest
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.models.frames import DiceDeed, DiceParty, Draw, Frame
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import framing, rolling, rounds, sampling, trail

NOT_BEGUN = "The parties have not been named yet. Name those who roll the dice first."


@dataclass(frozen=True)
class Abandoned:
    """A draw id for which somebody kept silent, and so no sample was ever drawn."""

    draw_id: str
    silent: tuple[str, ...]


def exchange_of(session: Session, round_: Round) -> Exchange | None:
    """Give the exchange of the frame that a round stands on as far as it has come, or None where none was begun."""
    frame = rounds.frame_of(session, round_)
    parties = _parties(session, frame) if frame else []
    if frame is None or not parties:
        return None
    deeds = _deeds(session, frame)
    commitments = {one.name: one.commitment for one in deeds if one.commitment is not None}  # the newest of each
    return Exchange(
        draw_id=frame.draw_id,
        parties=tuple(Party(one.name, one.of_force) for one in parties),
        spent=_given(session).difference(commitments.values()),
        commitments=commitments,
        digits={one.name: one.digits for one in deeds if one.digits is not None},
        silent=_silent(deeds),
    )


def abandoned_of(session: Session, round_: Round) -> list[Abandoned]:
    """List the exchanges of a round that ended in silence, oldest first."""
    silent = ((frame, _silent(_deeds(session, frame))) for frame in rounds.frames_of(session, round_))
    return [Abandoned(frame.draw_id, names) for frame, names in silent if names]


def begin(session: Session, round_: Round, parties: Iterable[Party], *, by: User) -> Exchange:
    """Name the parties that roll apart; refuses where the sample is drawn, or the digits would decide nothing."""
    frame = _frame(session, round_)
    if _parties(session, frame):
        raise Overtaken("The parties have been named already. Go on with their commitments.")
    if sum(frame.allocation.values()) == frame.total:
        raise Refused("Every case of this frame is drawn, so no dice decide anything. Draw without them.")
    begun = committing.begin(frame.draw_id, parties, _given(session))
    rolling.check_not_of_force(session, [one.name for one in begun.parties if not one.of_force], round_.force)
    session.add_all(DiceParty(frame_id=frame.id, name=one.name, of_force=one.of_force) for one in begun.parties)
    session.flush()
    trail.record(session, events.DiceAwaited(round_.id, frame.id, frame.draw_id, len(begun.parties)), by=by)
    return begun


def commit(session: Session, round_: Round, name: str, commitment: str, *, by: User) -> Exchange:
    """Keep a party's commitment as it was read out."""
    frame, exchange = _open(session, round_)
    return _keep_commitment(session, frame, committing.commit(exchange, name, commitment), name, by)


def correct(session: Session, round_: Round, name: str, commitment: str, *, by: User) -> Exchange:
    """Keep another commitment of a party, before the last is in; the one before stays on record, and on the trail."""
    frame, exchange = _open(session, round_)
    return _keep_commitment(session, frame, committing.correct(exchange, name, commitment), name, by)


def _keep_commitment(session: Session, frame: Frame, given: Exchange, name: str, by: User) -> Exchange:
    kept = given.commitments[name]
    before = sum(one.name == name and one.commitment is not None for one in _deeds(session, frame))
    _keep(session, frame, name, "commit", number=before + 1, commitment=kept)
    trail.record(session, events.DiceCommitted(frame.round_id, frame.id, given.names.index(name) + 1, kept), by=by)
    return given


def reveal(session: Session, round_: Round, name: str, nonce: str, digits: str, *, by: User) -> Exchange:
    """Keep a party's nonce and digits, which must be those that it committed to."""
    frame, exchange = _open(session, round_)
    given = committing.reveal(exchange, name, nonce, digits)
    _keep(session, frame, name, "reveal", nonce=nonce.strip().lower(), digits=given.digits[name])
    shown = digest(given.digits[name].encode())
    trail.record(session, events.DiceRevealed(round_.id, frame.id, given.names.index(name) + 1, shown), by=by)
    return given


def draw(session: Session, round_: Round, *, by: User) -> Draw:
    """Draw the sample from the digits of all parties; refuses before the last has revealed."""
    _, exchange = _open(session, round_)
    return sampling.draw_revealed(session, round_, exchange, by=by)


def abandon(session: Session, round_: Round, *, by: User) -> Frame:
    """Record who kept silent, and put the same frame on the trail under the next draw id; the dice begin again."""
    frame, exchange = _open(session, round_)
    ended = committing.abandon(exchange)
    for name in ended.silent:
        _keep(session, frame, name, "silence")
    trail.record(session, events.DiceAbandoned(round_.id, frame.id, len(ended.silent)), by=by)
    return framing.freeze_again(session, round_, frame, by=by)


def _frame(session: Session, round_: Round) -> Frame:
    frame = rounds.frame_of(session, round_)
    if frame is None:
        raise rounds.OutOfOrder("Freeze the frame first: its digest must be on the trail before any dice are rolled.")
    if rounds.draw_of(session, round_) is not None:
        raise Overtaken("This round's sample has been drawn already. See its certificate.")
    rounds.require_stage(session, round_, Stage.FROZEN)
    return frame


def _open(session: Session, round_: Round) -> tuple[Frame, Exchange]:
    frame, exchange = _frame(session, round_), exchange_of(session, round_)
    if exchange is None:
        raise OutOfTurn(NOT_BEGUN)
    return frame, exchange


def _parties(session: Session, frame: Frame) -> list[DiceParty]:
    return list(session.scalars(select(DiceParty).where(DiceParty.frame_id == frame.id).order_by(DiceParty.name)))


def _deeds(session: Session, frame: Frame) -> list[DiceDeed]:
    query = select(DiceDeed).where(DiceDeed.frame_id == frame.id)
    return list(session.scalars(query.order_by(DiceDeed.name, DiceDeed.number)))


def _keep(session: Session, frame: Frame, name: str, deed: str, number: int = 1, **given: str) -> None:
    session.add(DiceDeed(frame_id=frame.id, name=name, deed=deed, number=number, at=trail.now(), **given))
    session.flush()


def _silent(deeds: Iterable[DiceDeed]) -> tuple[str, ...]:
    return tuple(sorted(one.name for one in deeds if one.deed == "silence"))


def _given(session: Session) -> frozenset[str]:
    """Give every commitment that was ever given, for whichever draw: their nonces may be known by now."""
    query = select(DiceDeed.commitment).where(DiceDeed.commitment.is_not(None))
    return frozenset(one for one in session.scalars(query) if one)
