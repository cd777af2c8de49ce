"""A round's letters that have gone out, and which of them have a reply that somebody has not read yet."""

from collections.abc import Collection
from datetime import datetime
from json import loads

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.events import LetterRead
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry


def sent_letters(session: Session, round_: Round) -> list[Letter]:
    """List a round's letters that were sent or handed over, those of superseded findings too."""
    return sent_by_round(session, [round_])[round_.id]


def sent_by_round(session: Session, rounds: Collection[Round]) -> dict[int, list[Letter]]:
    """List the same of several rounds by their ids, in as few statements as of one."""
    found: dict[int, list[Letter]] = {one.id: [] for one in rounds}
    query = select(RoundCase.round_id, Letter).join(Finding, Finding.id == Letter.finding_id).join(Signature)
    query = query.join(RoundCase, RoundCase.id == Finding.round_case_id).where(RoundCase.round_id.in_(found))
    gone = or_(Letter.sent_at.is_not(None), Letter.handed_at.is_not(None))
    for round_id, letter in session.execute(query.where(gone).order_by(Letter.id)):
        found[round_id].append(letter)
    return found


def with_new_reply(session: Session, round_: Round, *, by: User) -> list[Letter]:
    """List a round's letters with a reply that came after this person last read them; opens nothing."""
    return new_by_round(session, [round_], by=by)[round_.id]


def new_by_round(session: Session, rounds: Collection[Round], *, by: User) -> dict[int, list[Letter]]:
    """List the same of several rounds by their ids, in as few statements as of one."""
    answered = {
        round_id: [one for one in sent if one.replies and one.replies[-1].written_by != by.id]
        for round_id, sent in sent_by_round(session, rounds).items()
    }
    asked = [round_id for round_id, letters in answered.items() if letters]
    last = _last_read(session, asked, by) if asked else {}
    return {
        round_id: [one for one in letters if one.id not in last or last[one.id] < one.replies[-1].written_at]
        for round_id, letters in answered.items()
    }


def _last_read(session: Session, rounds: Collection[int], by: User) -> dict[int, datetime]:
    """Give the time at which somebody last read each letter of some rounds, by letter's id."""
    query = select(TrailEntry.facts, TrailEntry.at).where(TrailEntry.actor == f"user:{by.id}")
    query = query.where(TrailEntry.event == LetterRead.__name__, TrailEntry.round_id.in_(rounds))
    return {loads(facts)["letter_id"]: at for facts, at in session.execute(query.order_by(TrailEntry.position))}
