"""Sampling: the public dice recorded, the sample drawn from the frozen frame, and the picks read by those who may.

Everything is read from what was frozen, so that a late import, an edited case or a changed row cannot touch a draw.
"""

import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import sampling
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import PicksRead, SampleDrawn
from scrutiny_app.domain.framing import digest, read_frame
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.domain.sampling import Drawn, FrameChanged, UnusableDice
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import FrameFile, Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail

MOST_DIGITS = 300
LEAST_ROLLERS = 2
LONGEST_ROLLERS = 400  # characters, all names together
# Neither vowels nor what looks like something else (0 O, 1 I L, 5 S): a reference is read aloud and spells nothing.
_ALPHABET = "2346789BCDFGHJKMNPQRTVWXYZ"


class UnfitRollers(Refused):
    """Too few people rolled the dice, or one of the force's own."""


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


def draw_sample(session: Session, round_: Round, *, dice: str, rolled_by: Sequence[str], by: User) -> Draw:
    """Draw a round's sample from its frozen frame and the public dice, once and for all."""
    if rounds.draw_of(session, round_) is not None:
        raise Overtaken(
            "This round's sample has already been drawn, and a draw is never repeated. See its certificate."
        )
    frame = rounds.frame_of(session, round_)
    if frame is None:
        raise rounds.OutOfOrder("Freeze the frame first: its digest must be on the trail before any dice are rolled.")
    rounds.require_stage(session, round_, Stage.FROZEN)
    dice, names = _checked_dice(dice), _checked_rollers(session, rolled_by, round_.force)
    drawn = _draw(session, frame, dice)

    draw = Draw(frame_id=frame.id, dice=dice, rolled_by="\n".join(names), drawn_by=by.id, drawn_at=trail.now())
    session.add(draw)
    session.flush()
    _keep_picks(session, draw, round_, drawn, _cases(session, round_.force, drawn))
    event = SampleDrawn(
        round_id=round_.id,
        frame_id=frame.id,
        frame_digest=frame.digest,
        dice_digest=digest(dice.encode()),
        picks_digest=digest(_picks_file(drawn)),
        drawn=len(drawn.picks),
        reserves=len(drawn.reserves),
    )
    trail.record(session, event, by=by)
    return draw


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


def _checked_dice(dice: str) -> str:
    normal = sampling.normalise_dice(dice)
    if len(normal.replace(" ", "")) > MOST_DIGITS:
        raise UnusableDice(f"At most {MOST_DIGITS} digits can be kept, and {sampling.LEAST_DIGITS} are enough.")
    return normal


def _checked_rollers(session: Session, rolled_by: Sequence[str], force: str) -> list[str]:
    names = list(dict.fromkeys(" ".join(name.split()) for name in rolled_by if name.strip()))
    if len({name.casefold() for name in names}) < LEAST_ROLLERS:
        raise UnfitRollers(f"Name at least {LEAST_ROLLERS} people who rolled the dice, one on each line")
    if len("\n".join(names)) > LONGEST_ROLLERS or not "".join(names).isprintable():
        raise UnfitRollers(f"Write the names in plain letters, at most {LONGEST_ROLLERS} in all")
    theirs = {name.casefold() for name in session.scalars(select(User.name).where(User.force == force))}
    for name in names:
        if name.casefold() in theirs:
            raise UnfitRollers(
                f"{name} is one of the force's people here: the dice are rolled by those it does not employ"
            )
    return names


def _draw(session: Session, frame: Frame, dice: str) -> sampling.Draw:
    file = session.get_one(FrameFile, frame.id).frame
    if digest(file) != frame.digest:
        raise FrameChanged("The frame file is not the one that was frozen. Stop, and tell the registrar.")
    plan = sampling.Plan(frame.allocation, frame.rules["reserves"])
    return sampling.draw(read_frame(file), sampling.seed(frame.draw_id, frame.digest, dice), plan)


def _cases(session: Session, force: str, drawn: sampling.Draw) -> dict[str, int]:
    numbers = [one.case_number for one in drawn.drawn]
    query = select(CaseNumber.number, CaseNumber.case_id)
    rows = session.execute(query.where(CaseNumber.force == force, CaseNumber.number.in_(numbers)))
    return dict(row for row in rows)


def _keep_picks(session: Session, draw: Draw, round_: Round, drawn: sampling.Draw, cases: Mapping[str, int]) -> None:
    versions = session.get_one(FrameFile, draw.frame_id).versions
    places = _places(session, round_, drawn.picks)
    for one in drawn.drawn:
        case_id, place = cases[one.case_number], places.get(one.case_number)
        session.add(
            Pick(
                draw_id=draw.id,
                case_id=case_id,
                dossier_version=versions.get(str(case_id), 1),
                stratum=one.stratum,
                position=one.position,
                kind=one.kind,
                ticket=one.ticket,
                round_case_id=place.id if place else None,
            )
        )


def _places(session: Session, round_: Round, picks: Iterable[Drawn]) -> dict[str, RoundCase]:
    """Put the picks into a round in a random order, so that neither id, place nor reference tells ticket or stratum."""
    numbers = [one.case_number for one in picks]
    secrets.SystemRandom().shuffle(numbers)
    references = _references(session, round_.force, len(numbers))
    places = {
        number: RoundCase(round_id=round_.id, reference=reference, position=position)
        for position, (number, reference) in enumerate(zip(numbers, references, strict=True), start=1)
    }
    for place in places.values():
        session.add(place)
        session.flush()  # one at a time, so that ids follow the random order
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


def _picks_file(drawn: sampling.Draw) -> bytes:
    """Write picks and reserves as `stratum, position, kind, case number, ticket` lines, tabs between, LF after each."""
    rows = ((one.stratum, str(one.position), one.kind, one.case_number, one.ticket) for one in drawn.drawn)
    return "".join("\t".join(row) + "\n" for row in rows).encode()
