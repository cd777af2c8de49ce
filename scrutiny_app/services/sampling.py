"""Sampling: the public dice recorded, the sample drawn from the frozen frame, and the picks read by those who may.

Everything is read from what was frozen, so that a late import, an edited case or a changed row cannot touch a draw.
"""

import re
import secrets
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import sampling
from scrutiny_app.domain.committing import Exchange, joined_dice
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import PicksRead, SampleDrawn
from scrutiny_app.domain.framing import digest
from scrutiny_app.domain.rounds import REFERENCE_LETTERS, Stage
from scrutiny_app.domain.sampling import DiceBy, Drawn, FrameChanged, Kind
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.frames import DiceParty, Draw, Frame
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import FrameFile, Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import framing, rounds, trail
from scrutiny_app.services.rolling import checked_dice, checked_names, checked_rollers

_ALPHABET = f"2346789{REFERENCE_LETTERS}"  # without 0, 1 and 5, which look like letters


class PickedCase(NamedTuple):
    """One pick or reserve; `reference` and `place` are those of its place in the round, None for a reserve."""

    pick_id: int
    case_id: int
    case_number: str
    stratum: str
    position: int
    kind: str
    ticket: str
    round_case_id: int | None
    reference: str | None
    place: int | None


def draw_sample(
    session: Session,
    round_: Round,
    *,
    dice: str,
    rolled_by: Sequence[str],
    by: User,
    witnessed_by: Sequence[str] = (),
) -> Draw:
    """Draw a round's sample from its frozen frame and the public dice, once and for all."""
    frame = _frame_to_draw(session, round_)
    _require_one_room(session, frame)
    dice, rolled = checked_dice(dice), checked_rollers(session, rolled_by, round_.force)
    witnesses = checked_names(witnessed_by)
    made = Draw(dice=dice, rolled_by="\n".join(rolled), witnessed_by="\n".join(witnesses), how=DiceBy.ROLLED)
    return _drawn(session, round_, frame, made, by)


def draw_revealed(session: Session, round_: Round, exchange: Exchange, *, by: User) -> Draw:
    """Draw a round's sample from the dice that parties apart have committed to and revealed."""
    frame = _frame_to_draw(session, round_)
    made = Draw(dice=joined_dice(exchange), rolled_by="\n".join(exchange.names), witnessed_by="", how=DiceBy.REVEALED)
    return _drawn(session, round_, frame, made, by)


def take_all(session: Session, round_: Round, *, by: User) -> Draw:
    """Draw every case of a frame that is no larger than its sample: the digits decide nothing, so nobody rolls them."""
    frame = _frame_to_draw(session, round_)
    _require_one_room(session, frame)
    if sum(frame.allocation.values()) < frame.total:
        raise Refused("This frame has more cases than the sample, so which are drawn is for the dice. Roll them.")
    dice = sampling.normalise_dice(str(secrets.randbelow(9 * 10**19) + 10**19))
    return _drawn(session, round_, frame, Draw(dice=dice, rolled_by="", witnessed_by="", how=DiceBy.NEEDLESS), by)


def _frame_to_draw(session: Session, round_: Round) -> Frame:
    if rounds.draw_of(session, round_) is not None:
        raise Overtaken(
            "This round's sample has already been drawn, and a draw is never repeated. See its certificate."
        )
    frame = rounds.frame_of(session, round_)
    if frame is None:
        raise rounds.OutOfOrder("Freeze the frame first: its digest must be on the trail before any dice are rolled.")
    rounds.require_stage(session, round_, Stage.FROZEN)
    return frame


def _require_one_room(session: Session, frame: Frame) -> None:
    """Refuse while parties apart are to roll, so that nobody can roll again where their digits do not please."""
    if session.scalar(select(func.count()).select_from(DiceParty).where(DiceParty.frame_id == frame.id)):
        raise rounds.OutOfOrder(
            "Parties apart have been named to roll the dice of this draw, so none are rolled in one room. Go on with "
            "them, or record that they are silent and begin again."
        )


def _drawn(session: Session, round_: Round, frame: Frame, draw: Draw, by: User) -> Draw:
    drawn = drawn_from(session, frame, draw.dice, sampling.Plan(frame.allocation, frame.rules["reserves"]))
    draw.frame_id, draw.drawn_by, draw.drawn_at = frame.id, by.id, trail.now()
    session.add(draw)
    session.flush()
    keep_picks(session, draw, round_, drawn)
    event = SampleDrawn(
        round_id=round_.id,
        frame_id=frame.id,
        frame_digest=frame.digest,
        dice_digest=digest(draw.dice.encode()),
        picks_digest=digest(_picks_file(drawn)),
        drawn=sum(one.kind is Kind.PICK for one in drawn),
        reserves=sum(one.kind is Kind.RESERVE for one in drawn),
    )
    trail.record(session, event, by=by)
    return draw


def drawn_from(session: Session, frame: Frame, dice: str, plan: sampling.Plan) -> list[Drawn]:
    """Draw from a frame's own file as it streams by; refuses one that is not what was frozen."""
    seed = sampling.seed(frame.draw_id, frame.digest, dice)
    try:
        return list(sampling.draw_frame(framing.file_of(session, frame), seed, plan))
    except FrameChanged:
        raise FrameChanged("The frame file is not the one that was frozen. Stop, and tell the registrar.") from None


def read_picks(session: Session, round_: Round, *, by: User) -> list[PickedCase]:
    """List a round's picks and reserves by case number, strata in byte order, and record that they were read."""
    draw = rounds.draw_of(session, round_)
    if draw is None:
        raise rounds.OutOfOrder("This round's sample has not been drawn yet. Enter the dice first.")
    trail.record(session, PicksRead(round_.id), by=by)
    query = (
        select(
            Pick.id,
            Pick.case_id,
            CaseNumber.number,
            Pick.stratum,
            Pick.position,
            Pick.kind,
            Pick.ticket,
            RoundCase.id,
            RoundCase.reference,
            RoundCase.position,
        )
        .join(CaseNumber, CaseNumber.case_id == Pick.case_id)
        .outerjoin(RoundCase, RoundCase.id == Pick.round_case_id)
        .where(Pick.draw_id == draw.id)
    )
    picked = [PickedCase._make(row) for row in session.execute(query)]
    return sorted(picked, key=lambda one: (one.stratum, one.position))


def _cases(session: Session, force: str, drawn: Iterable[Drawn]) -> dict[str, int]:
    numbers = [one.case_number for one in drawn]
    query = select(CaseNumber.number, CaseNumber.case_id)
    rows = session.execute(query.where(CaseNumber.force == force, CaseNumber.number.in_(numbers)))
    return dict(row for row in rows)


def keep_picks(session: Session, draw: Draw, round_: Round, drawn: Sequence[Drawn]) -> None:
    """Keep picks and reserves, and put the picks into the round."""
    versions = session.get_one(FrameFile, draw.frame_id).versions
    cases = _cases(session, round_.force, drawn)
    picks = [
        Pick(
            draw_id=draw.id,
            case_id=cases[one.case_number],
            dossier_version=versions.get(str(cases[one.case_number]), 1),
            stratum=one.stratum,
            position=one.position,
            kind=one.kind,
            ticket=one.ticket,
        )
        for one in drawn
    ]
    put_in(session, round_, [pick for pick in picks if pick.kind == Kind.PICK])
    session.add_all(picks)
    session.flush()


def put_in(session: Session, round_: Round, picks: Iterable[Pick]) -> list[RoundCase]:
    """Put picks into a round in a random order, so that neither id, place nor reference tells ticket or stratum."""
    shuffled = list(picks)
    secrets.SystemRandom().shuffle(shuffled)
    last = session.scalar(select(func.max(RoundCase.position)).where(RoundCase.round_id == round_.id)) or 0
    places = []
    for position, (pick, reference) in enumerate(
        zip(shuffled, _references(session, round_.force, len(shuffled)), strict=True), start=last + 1
    ):
        place = RoundCase(round_id=round_.id, reference=reference, position=position)
        session.add(place)
        session.flush()  # one at a time, so that ids follow the random order
        pick.round_case_id = place.id
        places.append(place)
    return places


def _references(session: Session, force: str, count: int) -> list[str]:
    """Make references that no case has borne yet: the force's initials and five characters, such as NP-7K3M2."""
    initials = "".join(re.findall(r"\b[A-Za-z]", force))[:3].upper() or "OOCR"
    fresh: dict[str, None] = {}
    while len(fresh) < count:
        reference = f"{initials}-{''.join(secrets.choice(_ALPHABET) for _ in range(5))}"
        taken = select(func.count()).select_from(RoundCase).where(RoundCase.reference == reference)
        if not session.scalar(taken):
            fresh[reference] = None
    return list(fresh)


def _picks_file(drawn: Iterable[Drawn]) -> bytes:
    """Write picks and reserves as `stratum, position, kind, case number, ticket` lines, tabs between, LF after each."""
    rows = ((one.stratum, str(one.position), one.kind, one.case_number, one.ticket) for one in drawn)
    return "".join("\t".join(row) + "\n" for row in rows).encode()
