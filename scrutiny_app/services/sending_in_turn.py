"""Letters sent one after another: which of a round's letters is the next that the lead may send."""

from sqlalchemy.orm import Session

from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import learning
from scrutiny_app.services.addressing import DueLetter
from scrutiny_app.services.dossiers import CaseKey


def next_to_send(session: Session, round_: Round, *, after: DueLetter, key: CaseKey, by: User) -> DueLetter | None:
    """Give the first letter after another that may be sent, or else the first of the round; recorded as seen."""
    due = learning.letters_due(session, round_, key=key, by=by)
    here = _place(after)
    return next(iter(sorted(filter(may_go, due), key=lambda one: (_place(one) <= here, _place(one)))), None)


def may_go(due: DueLetter) -> bool:
    """Say whether a letter only waits for the lead: it has somebody to go to, and is neither gone nor held."""
    held = due.letter is not None and due.letter.held_at is not None
    return not (due.to is None or due.trouble or due.same_as or due.closed or held)


def _place(due: DueLetter) -> tuple[int, int]:
    return due.case.place.position, list(type(due.addressee)).index(due.addressee)
