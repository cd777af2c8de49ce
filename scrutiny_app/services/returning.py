"""Returning: a second person says no to what was called ready, and says what to do; it must be checked again."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import RedactionReturned
from scrutiny_app.domain.redacting import plainly
from scrutiny_app.models.people import User
from scrutiny_app.models.redactions import RedactionReturn
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.redactions import Progress, open_newest, progress_of
from scrutiny_app.services.releasing import obstacle
from scrutiny_app.services.trail import now

LONGEST_REMARKS = 2_000


@dataclass(frozen=True)
class Returned:
    """What somebody said when they returned a version."""

    remarks: str
    by: str
    at: datetime


def return_version(
    session: Session, round_case: RoundCase, version: int, remarks: str, *, key: CaseKey, by: User
) -> RedactionReturn:
    """Return the newest version with remarks; raise Overtaken, or NotApprovable to whoever could not approve it."""
    words = remarks.strip()
    if not words or len(words) > LONGEST_REMARKS:
        raise Refused("Say what must be changed, in up to 2,000 characters: whoever checks it again will read it.")
    open_newest(session, round_case, key, version=version)
    standing = progress_of(session, round_case)
    refusal = obstacle(standing, by)
    if refusal or standing.check is None:
        raise refusal or Refused("Nobody has checked this version yet.")

    check = standing.check
    sealed = key.seal(words, _place(check.id))
    row = RedactionReturn(check_id=check.id, sealed=sealed, returned_by=by.id, returned_at=now())
    session.add(row)
    session.flush()

    event = RedactionReturned(round_case.round_id, round_case.id, version, reason_digest=key.fingerprint(words))
    trail.record(session, event, by=by)
    return row


def remarks_on(session: Session, standing: Progress, key: CaseKey) -> Returned | None:
    """Give the remarks with which the newest version was returned, or None where it was not."""
    row = standing.returned
    if row is None:
        return None
    words = plainly(key.open(row.sealed, _place(row.check_id)))
    return Returned(words, session.get_one(User, row.returned_by).name, row.returned_at)


def _place(check_id: int) -> str:
    return f"return:{check_id}"
