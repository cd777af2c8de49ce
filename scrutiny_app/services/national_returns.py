"""National returns: one round told in counts, for bodies that look at many forces; nothing of any case or person."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from itertools import groupby
from statistics import median
from typing import Any, NamedTuple

from msgspec.structs import replace
from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import ReturnMade
from scrutiny_app.domain.following import ActionStep
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.national_forms import timings_shown
from scrutiny_app.domain.national_return import STEPS, Return, Timing, to_bytes
from scrutiny_app.domain.rounds import RoundKind
from scrutiny_app.domain.suppressing import LEAST
from scrutiny_app.domain.told_rounds import ToldRound
from scrutiny_app.models.actions import Action, ActionDeed
from scrutiny_app.models.cases import Case
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.public_asking import state_of
from scrutiny_app.services.public_figures import reckon_return
from scrutiny_app.services.public_returns import keep_return, kept_return
from scrutiny_app.services.timeliness import read_at, told_at
from scrutiny_app.services.told_rounds import tell
from scrutiny_app.services.trail import Actor

DAY = 24 * 60 * 60


def make_return(session: Session, round_id: int, *, public_form: bool, least: int = LEAST, by: Actor) -> bytes:
    """Write a round's national return and record that it was written; OutOfOrder before every finding is signed."""
    round_ = _find(session, round_id, by)
    told = tell(session, round_)
    made = public_counts(session, told, least) if public_form else told.exact
    cases = list(session.scalars(select(RoundCase.id).where(*rounds.in_round(round_))))
    timeliness = list(_timings(session, cases))
    written = to_bytes(replace(made, timeliness=timings_shown(timeliness) if public_form else timeliness))
    hidden_below = least if public_form else None
    trail.record(session, ReturnMade(round_.id, public_form, sha256(written).hexdigest(), hidden_below), by=by)
    return written


class Ahead(NamedTuple):
    """A public return that was reckoned before anything is written, and the state of all that it rests on."""

    told: ToldRound
    made: Return
    state: tuple[int, ...]


def reckon_ahead(session: Session, round_id: int, least: int, *, by: Actor) -> Ahead | None:
    """Reckon a round's public return and write nothing; None where it is kept already."""
    told = tell(session, _find(session, round_id, by))
    if kept_return(session, told, least):
        return None
    return Ahead(told, reckon_return(session, told, least), state_of(session))


def keep_ahead(session: Session, ahead: Ahead) -> None:
    """Keep what was reckoned ahead, unless what it rests on has changed since: then it is reckoned anew."""
    if state_of(session) == ahead.state:
        keep_return(session, ahead.told, ahead.made)


def is_ready(session: Session, round_id: int, least: int, *, by: Actor) -> bool:
    """Say whether a round's public return has stood the attack already, so that it is written in a moment."""
    return kept_return(session, tell(session, _find(session, round_id, by)), least) is not None


def public_counts(session: Session, told: ToldRound, least: int) -> Return:
    """Give the counts of a round's public return: those that were kept, or else reckoned now, and kept."""
    made = kept_return(session, told, least)
    if made is None:
        made = reckon_return(session, told, least)
        keep_return(session, told, made)
    return made


def _find(session: Session, round_id: int, by: Actor) -> Round:
    found = rounds.find_round(session, round_id, by) if isinstance(by, User) else session.get(Round, round_id)
    if found is None:
        raise NotYours
    if found.kind != RoundKind.PANEL:
        raise Refused("Only a panel's round has a national return: dip samples and audits are the force's own.")
    return found


def _timings(session: Session, cases: Collection[int]) -> Iterator[Timing]:
    days = {
        "disposal_to_finding": _to_finding(session, cases),
        "finding_to_letter": _to_letter(session, cases),
        "letter_to_acknowledged": _to_acknowledged(session, cases),
        "finding_to_action_closed": _to_closed(session, cases),
    }
    for step in STEPS:
        taken = sorted(days.get(step, ()))
        yield Timing(step=step, n=len(taken), median_days=round(float(median(taken)), 1) if taken else None)


def _to_finding(session: Session, cases: Collection[int]) -> list[float]:
    """Count the days from each disposal to the first signature under a finding on it."""
    query = (
        select(RoundCase.id, Case.disposal_date, Signature.signed_at)
        .join(Pick, Pick.round_case_id == RoundCase.id)
        .join(Case, Case.id == Pick.case_id)
        .join(Finding, Finding.round_case_id == RoundCase.id)
        .join(Signature, Signature.finding_id == Finding.id)
        .where(RoundCase.id.in_(cases))
        .order_by(RoundCase.id, Signature.signed_at)
    )
    first = _first(session.execute(query).all())
    return [(signed.astimezone(LONDON).date() - disposed).days for _, disposed, signed in first]


def _to_letter(session: Session, cases: Collection[int]) -> list[float]:
    """Count the days from each signed finding to the first letter about it, sent or handed over."""
    first: dict[int, tuple[datetime, datetime]] = {}
    for signed, letter in _letters(session, cases):
        told = told_at(letter)
        if told and (letter.finding_id not in first or told < first[letter.finding_id][1]):
            first[letter.finding_id] = (signed, told)
    return [(told - signed).total_seconds() / DAY for signed, told in first.values()]


def _to_acknowledged(session: Session, cases: Collection[int]) -> list[float]:
    """Count the days from each letter to its acknowledgement, or to the lead's word that it was read."""
    both = [(told_at(letter), read_at(letter)) for _, letter in _letters(session, cases)]
    return [(read - told).total_seconds() / DAY for told, read in both if told and read]


def _letters(session: Session, cases: Collection[int]) -> list[tuple[datetime, Letter]]:
    """List the letters on cases that have not ended, each with when its finding was signed."""
    query = select(Signature.signed_at, Letter).join(Letter, Letter.finding_id == Signature.finding_id)
    query = query.join(Finding, Finding.id == Letter.finding_id)
    query = query.where(Finding.round_case_id.in_(cases), Letter.ended_at.is_(None)).order_by(Letter.id)
    return [(signed, letter) for signed, letter in session.execute(query)]


def _to_closed(session: Session, cases: Collection[int]) -> list[float]:
    """Count the days from each signed finding to the closing of each action that followed it and is closed."""
    query = (
        select(Action.id, ActionDeed.step, Signature.signed_at, ActionDeed.done_at)
        .join(Action, Action.id == ActionDeed.action_id)
        .join(Finding, Finding.id == Action.finding_id)
        .join(Signature, Signature.finding_id == Finding.id)
        .where(Finding.round_case_id.in_(cases))
        .order_by(Action.id, ActionDeed.id.desc())
    )
    newest = _first(session.execute(query).all())
    return [(done - signed).total_seconds() / DAY for _, step, signed, done in newest if step == ActionStep.CLOSED]


def _first(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[Row[*tuple[Any, ...]]]:
    """Give the first row of each of those that begin alike."""
    return (next(group) for _, group in groupby(rows, key=lambda row: row[0]))
