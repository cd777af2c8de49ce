"""Replies by round: the letters with a reply that somebody has not read, and who is awaited since when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.models.findings import Finding
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import redactions, rounds
from scrutiny_app.services.awaited_letters import Awaited, awaited_letters
from scrutiny_app.services.redactions import Progress
from scrutiny_app.services.replies_on_the_way import cases_on_the_way
from scrutiny_app.services.sent_letters import new_by_round


class NewReply(NamedTuple):
    """One letter with a reply not read yet: its case, and who wrote back."""

    reference: str
    letter: Letter
    by: User | None


class OnTheWay(NamedTuple):
    """A reply that was put before the panel, which cannot read it yet: how far it has come, and since when it waits."""

    progress: Progress
    since: datetime


@dataclass(frozen=True)
class RoundReplies:
    """What of one round's letters is new, awaited, and on its way to the panel; the longest waiting first."""

    round: Round
    new: list[NewReply]
    awaited: list[Awaited]
    on_the_way: list[OnTheWay]

    def __bool__(self) -> bool:
        return bool(self.new or self.awaited or self.on_the_way)


def replies_by_round(session: Session, *, by: User) -> list[RoundReplies]:
    """List the rounds of a person's force of which a reply is new or awaited; opens nothing."""
    ours = rounds.rounds_for(session, by)
    waiting = cases_on_the_way(session, ours)
    unread, awaited = new_by_round(session, ours, by=by), awaited_letters(session, ours)
    cases, writers = _told(session, [letter for letters in unread.values() for letter in letters])
    found = [
        RoundReplies(
            one,
            [
                NewReply(cases[letter.finding_id], letter, writers.get(letter.replies[-1].written_by))
                for letter in sorted(unread[one.id], key=lambda letter: letter.replies[-1].written_at)
            ],
            [letter for letter in awaited if letter.round_id == one.id],
            _on_the_way(session, one, waiting[one.id]) if one.id in waiting else [],
        )
        for one in ours
    ]
    return [one for one in found if one]


def _told(session: Session, letters: Collection[Letter]) -> tuple[dict[int, str], dict[int, User]]:
    """Give the references of the letters' cases by finding's id, and who wrote back last by user's id."""
    query = select(Finding.id, RoundCase.reference).join(RoundCase, Finding.round_case_id == RoundCase.id)
    cases = dict(session.execute(query.where(Finding.id.in_([one.finding_id for one in letters]))).all())
    wrote = {one.replies[-1].written_by for one in letters}
    return cases, {one.id: one for one in session.scalars(select(User).where(User.id.in_(wrote)))}


def _on_the_way(session: Session, round_: Round, since: Mapping[int, datetime]) -> list[OnTheWay]:
    found = [one for one in redactions.progress(session, round_) if one.round_case.id in since]
    return sorted((OnTheWay(one, since[one.round_case.id]) for one in found), key=lambda one: one.since)
