"""The letters about findings that stand no more: kept as they were, listed beside the newer ones, and sent no more."""

from sqlalchemy.orm import Session

from scrutiny_app.domain.events import LettersListed
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.addressing import Case, DueLetter, addressed_letters, cases
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.standing_findings import standing_ids


def letters_superseded(session: Session, round_: Round, *, key: CaseKey, by: User) -> list[DueLetter]:
    """List what was written in a round about findings that were superseded since; recorded as seen."""
    query = cases().where(RoundCase.round_id == round_.id, Finding.id.not_in(standing_ids()))
    gone = [Case(*row) for row in session.execute(query.order_by(RoundCase.position, Finding.id))]
    found = [one for one in addressed_letters(session, gone, key) if one.letter is not None]
    if found:
        trail.record(session, LettersListed(round_.id, len(found)), by=by)
    return found
