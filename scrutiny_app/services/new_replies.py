"""New replies: the letters with a reply that came after somebody last read them, of all of a force's rounds."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.models.findings import Finding
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds
from scrutiny_app.services.sent_letters import with_new_reply


class NewReply(NamedTuple):
    """One letter with a reply not read yet: its round, its case, and who wrote back."""

    round: Round
    reference: str
    letter: Letter
    by: User | None


def new_replies(session: Session, *, by: User) -> list[NewReply]:
    """List them, the reply that has waited longest first; opens nothing."""
    found = [
        (round_, one) for round_ in rounds.rounds_for(session, by) for one in with_new_reply(session, round_, by=by)
    ]
    query = select(Finding.id, RoundCase.reference).join(RoundCase, Finding.round_case_id == RoundCase.id)
    cases = dict(session.execute(query.where(Finding.id.in_([one.finding_id for _, one in found]))).all())
    listed = [
        NewReply(round_, cases[one.finding_id], one, session.get(User, one.replies[-1].written_by))
        for round_, one in found
    ]
    return sorted(listed, key=lambda one: one.letter.replies[-1].written_at)
