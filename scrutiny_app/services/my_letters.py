"""The letters that one person gets, and those of the team they supervise: read, acknowledged, answered.

A letter that is neither one's own nor one's team's does not exist; a supervisor reads the team's and answers only their
own.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import LetterAcknowledged, LetterAnswered, LetterRead, LettersListed
from scrutiny_app.domain.learning import LONGEST_REPLY, Draft, LetterState
from scrutiny_app.domain.people import Role
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.letters import Letter, Reply
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.letters import Answer, open_letter, open_replies, reply_place, state_of
from scrutiny_app.services.standing_findings import stand_no_more
from scrutiny_app.services.trail import now


@dataclass(frozen=True)
class MyLetter:
    """One letter as its reader has it: whose it is, whether it is the reader's own, and whether its finding stands."""

    letter: Letter
    to: User
    own: bool
    words: Draft
    superseded: bool = False

    @property
    def state(self) -> LetterState:
        """Tell how far the letter has come."""
        return state_of(self.letter)


def my_letters(session: Session, *, key: CaseKey, by: User) -> list[MyLetter]:
    """List a person's own letters, those that wait for them first, and then their team's; recorded as seen."""
    found = session.execute(_sent().where(_whose(by)).order_by(Letter.sent_at.desc(), Letter.id.desc()))
    rows = [(letter, to) for letter, to in found]
    gone = stand_no_more(session, {letter.finding_id for letter, _ in rows})
    mine = [_mine(letter, to, by, key, letter.finding_id in gone) for letter, to in rows]
    if mine:
        trail.record(session, LettersListed(None, len(mine)), by=by)
    return sorted(mine, key=lambda one: (not one.own, one.letter.acknowledged_at is not None))


def count_waiting(session: Session, *, by: User) -> int:
    """Count a person's own letters that they have not acknowledged and that have not ended."""
    return len(waiting_ids(session, by=by))


def waiting_ids(session: Session, *, by: User) -> list[int]:
    """List (by id) a person's own letters that wait for them, the first sent first."""
    waiting = select(Letter.id).where(Letter.to_user_id == by.id, Letter.acknowledged_at.is_(None))
    waiting = waiting.where(Letter.ended_at.is_(None))
    return list(session.scalars(waiting.order_by(Letter.sent_at, Letter.id)))


def read_my_letter(session: Session, letter_id: int, *, key: CaseKey, by: User) -> tuple[MyLetter, list[Answer]]:
    """Open one of a person's letters, or of their team's, with the replies to it; recorded as read."""
    letter, to = _find(session, letter_id, by)
    trail.record(session, LetterRead(_round_id(session, letter), letter.id), by=by)
    gone = bool(stand_no_more(session, [letter.finding_id]))
    return _mine(letter, to, by, key, gone), open_replies(letter, key)


def acknowledge(session: Session, letter_id: int, *, by: User) -> Letter:
    """Keep that a person has read their letter; raise Overtaken where they said so before."""
    letter = _own(session, letter_id, by)
    if letter.acknowledged_at:
        raise Overtaken("You have said already that you read this letter. There is nothing more to do.")
    letter.acknowledged_at = now()
    trail.record(session, LetterAcknowledged(_round_id(session, letter), letter.id), by=by)
    return letter


def reply(session: Session, letter_id: int, text: str, *, key: CaseKey, by: User) -> Reply:
    """Keep a person's reply to their letter, sealed; who replies has also read it. Raises Refused for no words.

    The same words sent again are the reply that is there already.
    """
    letter = _own(session, letter_id, by)
    if not text.strip():
        raise Refused("A reply needs words: write some.")
    if len(text) > LONGEST_REPLY:
        raise Refused(f"A reply has at most {LONGEST_REPLY:,} characters: shorten it.")
    words = text.replace("\r\n", "\n").strip()
    for before in open_replies(letter, key):
        if (before.text, before.reply.written_by) == (words, by.id):
            return before.reply
    if letter.acknowledged_at is None:
        acknowledge(session, letter_id, by=by)
    sealed = key.seal(words, reply_place(letter.id, len(letter.replies) + 1))
    answer = Reply(letter_id=letter.id, sealed=sealed, written_by=by.id, written_at=now())
    letter.replies.append(answer)
    session.flush()
    trail.record(session, LetterAnswered(_round_id(session, letter), letter.id, answer.id), by=by)
    return answer


def _mine(letter: Letter, to: User, by: User, key: CaseKey, superseded: bool) -> MyLetter:
    return MyLetter(letter, to, to.id == by.id, open_letter(letter, key), superseded)


def _sent() -> Select[Letter, User]:
    return select(Letter, User).join(User, Letter.to_user_id == User.id)


def _whose(by: User) -> ColumnElement[bool]:
    own = Letter.to_user_id == by.id
    return or_(own, User.supervisor_id == by.id) if by.role == Role.SUPERVISOR else own


def _find(session: Session, letter_id: int, by: User) -> tuple[Letter, User]:
    row = session.execute(_sent().where(Letter.id == letter_id, _whose(by))).one_or_none()
    if row is None:
        raise NotYours
    return row[0], row[1]


def _own(session: Session, letter_id: int, by: User) -> Letter:
    letter, to = _find(session, letter_id, by)
    if to.id != by.id:
        raise NotYours
    return letter


def _round_id(session: Session, letter: Letter) -> int:
    query = select(RoundCase.round_id).join(Finding, Finding.round_case_id == RoundCase.id)
    return session.scalars(query.where(Finding.id == letter.finding_id)).one()
