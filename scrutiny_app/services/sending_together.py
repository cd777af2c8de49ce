"""Sending a round's letters together: those that stand as they were drafted, each in the very words that were read.

A letter that somebody edited or held is sent on its own page, and so is one of whose words something is to be asked.
"""

from collections.abc import Collection
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.domain.events import OriginalRead
from scrutiny_app.domain.learning import Draft
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import learning, trail
from scrutiny_app.services.addressing import DueLetter
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.leaving_unsaid import SaysTooMuch, check_words
from scrutiny_app.services.sending_in_turn import may_go


class Drafted(NamedTuple):
    """One letter that nobody has touched, with its words; `alone` says why it does not go with the others."""

    due: DueLetter
    words: Draft
    alone: str | None

    @property
    def digest(self) -> str:
        """Give what tells these words from any others."""
        return sha256(f"{self.due.to.id if self.due.to else 0}\n{self.words.text}".encode()).hexdigest()


def drafted_letters(session: Session, round_: Round, *, key: CaseKey, by: User) -> list[Drafted]:
    """Open a round's letters that wait to be sent as they were drafted; each dossier that is opened is recorded."""
    due = learning.letters_due(session, round_, key=key, by=by)
    return [_drafted(session, one, key, by) for one in due if may_go(one) and one.letter is None]


def send_together(
    session: Session, round_: Round, wanted: Collection[str], *, key: CaseKey, by: User
) -> tuple[list[DueLetter], list[DueLetter]]:
    """Send the letters whose words, by digest, were read; give those sent, and those asked for that were not."""
    sent, left = [], []
    for one in drafted_letters(session, round_, key=key, by=by):
        if one.digest in wanted and one.alone is None:
            place = one.due.case.finding.id, one.due.addressee
            stamp = one.due.stamp
            sent.append(learning.send_letter(session, *place, one.words.text, stamp=stamp, key=key, by=by))
        elif one.digest in wanted:
            left.append(one.due)
    return sent, left


def _drafted(session: Session, due: DueLetter, key: CaseKey, by: User) -> Drafted:
    pick, words = due.case.pick, learning.draft(session, due, key)
    trail.record(session, OriginalRead(pick.case_id, pick.dossier_version, alarmed=False), by=by)
    try:
        check_words(session, due, words.text, key=key, confirmed=())
    except SaysTooMuch as refusal:
        return Drafted(due, words, refusal.message)
    return Drafted(due, words, None)
