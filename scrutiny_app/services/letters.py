"""Letters and replies as they are kept: sealed, each bound to its place."""

from typing import NamedTuple

from scrutiny_app.domain.learning import Draft, LetterState
from scrutiny_app.models.letters import Letter, Reply
from scrutiny_app.services.dossiers import CaseKey


class Answer(NamedTuple):
    """One reply, opened."""

    reply: Reply
    text: str


def state_of(letter: Letter | None) -> LetterState:
    """Tell how far a letter has come; None is one that nobody has touched."""
    if letter is None:
        return LetterState.DRAFT
    if letter.ended_at:
        return LetterState.ENDED
    if letter.handed_at:
        return LetterState.ACKNOWLEDGED if letter.replies else LetterState.HANDED
    if letter.sent_at is None:
        return LetterState.HELD if letter.held_at else LetterState.EDITED
    if letter.replies:
        return LetterState.ANSWERED
    return LetterState.ACKNOWLEDGED if letter.acknowledged_at else LetterState.SENT


def letter_place(finding_id: int, addressee: str) -> str:
    """Name the place to which a letter is bound."""
    return f"letter:{finding_id}:{addressee}"


def reply_place(letter_id: int, number: int) -> str:
    """Name the place to which the nth reply to a letter is bound, from 1."""
    return f"reply:{letter_id}:{number}"


def open_letter(letter: Letter, key: CaseKey) -> Draft:
    """Open a letter that was kept."""
    return Draft(**key.open(letter.sealed, letter_place(letter.finding_id, letter.addressee)))


def open_replies(letter: Letter, key: CaseKey) -> list[Answer]:
    """Open the replies to a letter, in order."""
    kept = enumerate(letter.replies, start=1)
    return [Answer(reply, key.open(reply.sealed, reply_place(letter.id, number))) for number, reply in kept]
