"""Superseding: a signed finding is never edited; another takes its place, for a reason, once a second person agrees.

The chair begins it, a second person of the panel agrees to exactly that version, and the chair signs it. Until then the
signed one stands, and afterwards it stays readable.
"""

from collections.abc import Collection

from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import FindingIncomplete
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import FindingReopened, FindingSeconded
from scrutiny_app.domain.people import GRADING_ROLES
from scrutiny_app.models.findings import Finding, Seconding
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.agreeing import Agreed, TooEarly, find_revealed, is_same, keep_finding, newest_findings
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.seated_names import seated_name
from scrutiny_app.services.trail import now

LONGEST_REASON = 1000  # characters


class CannotSecond(Refused):
    """A second person who is the first."""


def reopen(session: Session, reference: str, *, version: int, reason: str, agreed: Agreed, by: User) -> Finding:
    """Begin a finding that shall take the place of a signed one; `version` is that of the signed one.

    Raises TooEarly where nothing is signed, Overtaken where one has been begun, and FindingIncomplete without a reason.
    """
    mine, case, newest = find_revealed(session, reference, by)
    reason = reason.strip()
    if newest is not None and newest.supersedes_id and not newest.signature:
        if is_same(newest, agreed, reason):
            return newest
        raise Overtaken(
            "Someone has begun a finding to take the place of the signed one, so yours was not saved. Compare the two."
        )
    if newest is None or newest.signature is None:
        raise TooEarly("This case has no signed finding that another could supersede: record or change the draft.")
    _check_reason(reason)
    if name := seated_name(session, mine.round, reason):
        raise FindingIncomplete(f"Name nobody: take out {name}.")

    finding = keep_finding(session, mine, case, newest, agreed, version=version, by=by)
    finding.supersedes_id, finding.reason = newest.id, reason
    session.flush()
    digest = trail.keep_reason(session, reason)
    trail.record(session, FindingReopened(mine.round.id, case.id, finding.id, newest.id, digest), by=by)
    return finding


def pending(session: Session, reference: str, by: User) -> Finding | None:
    """Give the finding that waits to supersede a signed one on a case that a person sees, or None."""
    _, case = find_my_case(session, reference, by)
    newest = newest_findings(session, [case.id]).get(case.id)
    return newest if newest is not None and newest.supersedes_id and newest.signature is None else None


def second(session: Session, reference: str, *, version: int, by: User) -> Seconding:
    """Agree, as a second person, that this version take the place of the signed finding; twice is once.

    Raises TooEarly where none waits, Overtaken where it was changed after it was read, and CannotSecond for the person
    who drafted it.
    """
    if by.role not in GRADING_ROLES:
        raise NotYours
    mine, case = find_my_case(session, reference, by)
    waiting = pending(session, reference, by)
    if waiting is None:
        raise TooEarly("No finding on this case waits for a second person.")
    if version != waiting.version:
        raise Overtaken("This finding was changed after you read it. Read the newest version, then agree to that one.")
    if waiting.drafted_by == by.id:
        raise CannotSecond("You drafted this version: another person of the panel agrees to it.")
    if kept := session.get(Seconding, waiting.id):
        return kept
    agreed = Seconding(finding_id=waiting.id, seconded_by=by.id, seconded_at=now())
    session.add(agreed)
    trail.record(session, FindingSeconded(mine.round.id, case.id, waiting.id), by=by)
    return agreed


def waiting(session: Session, cases: Collection[int]) -> list[tuple[Finding, bool]]:
    """Give what waits to supersede a signed finding on some cases (by id), each with whether a second person agreed."""
    found = [one for one in newest_findings(session, cases).values() if one.supersedes_id and not one.signature]
    return [(one, is_seconded(session, one)) for one in found]


def is_seconded(session: Session, finding: Finding) -> bool:
    """Say whether a second person has agreed to this version."""
    return session.get(Seconding, finding.id) is not None


def _check_reason(reason: str) -> None:
    if not reason:
        raise FindingIncomplete("Say why this finding takes the place of the signed one.")
    if len(reason) > LONGEST_REASON:
        raise FindingIncomplete(f"The reason is longer than {LONGEST_REASON:,} characters: shorten it.")
