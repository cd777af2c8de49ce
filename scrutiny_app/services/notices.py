"""Notices on their way: kept once each, claimed before they are sent, tried again, and given up after the last try.

A claim counts the try and puts the next one off before anything is sent. So no two workers send the same notice, and a
worker that dies between sending and saying so makes one repeat of it, under the same message id.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from scrutiny_app.domain.events import NoticeGivenUp, NoticeSent
from scrutiny_app.domain.notices import MOST_TRIES, WAITS
from scrutiny_app.domain.people import CommandLine
from scrutiny_app.models.notices import Notice
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.trail import now

WORKER = CommandLine("worker")


class Wanted(NamedTuple):
    """A notice that somebody should get; `turn` tells one of the same kind and subject from the next."""

    user_id: int
    kind: str
    about: int
    turn: int


@dataclass(frozen=True)
class GivenUp:
    """A person whom a notice did not reach, however often it was tried."""

    user: User
    at: datetime
    tries: int


def keep(session: Session, wanted: Iterable[Wanted]) -> int:
    """Keep the notices that are not kept already, due at once; say how many there were."""
    asked = set(wanted)
    query = select(Notice.user_id, Notice.kind, Notice.about, Notice.turn)
    rows = session.execute(query.where(Notice.about.in_({one.about for one in asked})))
    fresh = asked - {Wanted(*row) for row in rows}
    session.add_all(Notice(**one._asdict(), due_at=now()) for one in sorted(fresh))
    return len(fresh)


def due(session: Session) -> list[tuple[int, int]]:
    """List the notices to be sent now, the oldest first, each with how often it was tried."""
    query = select(Notice.id, Notice.tries).where(Notice.sent_at.is_(None), Notice.given_up_at.is_(None))
    return [(id_, tries) for id_, tries in session.execute(query.where(Notice.due_at <= now()).order_by(Notice.due_at))]


def claim(session: Session, notice_id: int, tries: int) -> Notice | None:
    """Take a notice for its next try; None where another has it, where it is done with, or is now given up."""
    unsent = (Notice.id == notice_id, Notice.sent_at.is_(None), Notice.given_up_at.is_(None))
    if tries >= MOST_TRIES:
        if notice := session.scalar(select(Notice).where(*unsent, Notice.tries == tries)):
            _give_up(session, notice)
        return None
    mine = update(Notice).where(*unsent, Notice.tries == tries, Notice.due_at <= now())
    taken = session.execute(mine.values(tries=tries + 1, due_at=now() + WAITS[tries]).returning(Notice.id)).first()
    return session.get_one(Notice, notice_id, populate_existing=True) if taken else None


def settle(session: Session, notice: Notice) -> None:
    """Let go of a notice whose reason is gone: it is not sent, and may be wanted again."""
    session.delete(notice)


def record_sent(session: Session, notice_id: int, turn: int) -> None:
    """Keep that a notice was taken by the mail server, and which turn of its subject it told of."""
    notice = session.get(Notice, notice_id)
    if notice is None or notice.sent_at is not None:
        return
    notice.sent_at, notice.turn = now(), turn
    trail.record(session, NoticeSent(notice.user_id, notice.kind, notice.about), by=WORKER)


def record_failed(session: Session, notice_id: int) -> None:
    """Give a notice up where its last try failed; else it waits for the next."""
    notice = session.get(Notice, notice_id)
    if notice is not None and notice.tries >= MOST_TRIES and notice.sent_at is None and notice.given_up_at is None:
        _give_up(session, notice)


def given_up(session: Session, by: User) -> list[GivenUp]:
    """List for an administrator whom notices did not reach, the newest first; of what they were is not said."""
    query = select(User, Notice.given_up_at, Notice.tries).join(Notice, Notice.user_id == User.id)
    query = query.where(Notice.given_up_at.is_not(None), (User.force == by.force) | User.force.is_(None))
    rows = session.execute(query.order_by(Notice.given_up_at.desc()).limit(100))
    return [GivenUp(user, at, tries) for user, at, tries in rows if at is not None]


def _give_up(session: Session, notice: Notice) -> None:
    notice.given_up_at = now()
    trail.record(session, NoticeGivenUp(notice.user_id, notice.kind, notice.about, notice.tries), by=WORKER)
