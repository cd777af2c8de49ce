"""Releasing: a second person sees exactly what members will see, and approves it; only then is there a release.

The release is built from the record that was frozen with the draw. A later edit is an amendment: the release before it
stays until the amendment has been checked and approved in its turn.
"""

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import banding, received
from scrutiny_app.domain.attaching import attachments_of
from scrutiny_app.domain.checking import Checked
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import CaseChecked, CaseReleased, ReleaseRefused
from scrutiny_app.domain.redacting import Standing
from scrutiny_app.domain.releasing import ReleasedCase, Text, attached_text, received_text
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.checking import check_release, decided, keep_checks
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.matching_interests import match_case
from scrutiny_app.services.parties import leaks
from scrutiny_app.services.redacting import LeaksFound
from scrutiny_app.services.redactions import Opened, Progress, open_newest, progress
from scrutiny_app.services.trail import now


class NotApprovable(Refused):
    """This person may not approve this version now; `cause` is the code that the trail keeps."""

    def __init__(self, cause: str, message: str) -> None:
        super().__init__(message)
        self.cause = cause


def preview(round_case: RoundCase, opened: Opened) -> ReleasedCase:
    """Build what members will read: the one function behind the preview and the release."""
    texts, hidden = opened.redacted(), opened.hidden()
    case = banding.released_case(opened.record, round_case.reference, texts, hidden)
    attached = (
        attached_text(name, opened.heading(name), texts.get(name), hidden=name in hidden)
        for name in attachments_of(opened.record)
    )
    came: dict[bool, list[Text]] = {True: [], False: []}  # what the decision-maker had, and what they had not
    for name, one in received.received_of(opened.record).items():
        text = received_text(name, opened.heading(name), texts.get(name), hidden=name in hidden)
        came[one["at_the_time"]].append(text)
    return replace(case, texts=(*case.texts, *attached, *came[True]), later_texts=tuple(came[False]))


def preview_checks(opened: Opened, released: ReleasedCase) -> Checked:
    """Say what the policy checks make of a release: what members read of it once they have graded."""
    return check_release(released, decided(opened.record))


def obstacle(standing: Progress, by: User) -> NotApprovable | None:
    """Say why a person may not approve the newest version of a case, or None where they may."""
    match standing.standing:
        case Standing.UNDRAFTED | Standing.TO_CHECK | Standing.WITHHELD:
            return NotApprovable(
                "not checked",
                "Nobody has said yet that this version is ready. Check it first; then a second person approves.",
            )
        case Standing.RETURNED:
            return NotApprovable(
                "returned", "This version was returned. Check it again; then a second person approves."
            )
        case Standing.APPROVED:
            return NotApprovable("approved", "This version has been approved already. There is nothing more to do.")
    if standing.redaction and standing.redaction.made_by == by.id:
        return NotApprovable("own edit", "You made this version. Someone else must approve it.")
    if standing.check and standing.check.checked_by == by.id:
        return NotApprovable("own check", "You checked this version. Someone else must approve it.")
    return None


def approve(session: Session, round_: Round, round_case: RoundCase, version: int, key: CaseKey, by: User) -> Release:
    """Release the newest version on a second person's approval; raise NotApprovable, Overtaken or LeaksFound."""
    opened = open_newest(session, round_case, key, version=version)
    standing = next(one for one in progress(session, round_) if one.round_case.id == round_case.id)
    refusal = obstacle(standing, by)
    if refusal or standing.check is None:
        raise refusal or Refused("Nobody has checked this version yet.")
    released = preview(round_case, opened)
    found = leaks(opened.record, released.words())
    if found:
        raise LeaksFound(found)

    match_case(session, round_, round_case, opened.record)
    release = Release(
        round_case_id=round_case.id,
        version=_count(session, round_case) + 1,
        content=released.to_json(),
        digest=released.digest,
        checked_by=standing.check.checked_by,
        approved_by=by.id,
        approved_at=now(),
    )
    session.add(release)
    session.flush()

    event = CaseReleased(
        round_.id, round_case.id, release.id, version, release_digest=release.digest, checked_by=release.checked_by
    )
    trail.record(session, event, by=by)
    checked = keep_checks(session, release, preview_checks(opened, released))
    trail.record(session, CaseChecked(round_.id, round_case.id, release.id, checks_digest=checked.digest), by=by)
    return release


def record_refusal(
    session: Session, round_case: RoundCase, version: int, refusal: Refused, by: User, *, returning: bool = False
) -> None:
    """Record, in a transaction of its own, that a second person's yes or no was refused: two people watch over it."""
    cause = refusal.cause if isinstance(refusal, NotApprovable) else type(refusal).__name__
    cause = f"return: {cause}" if returning else cause
    trail.record(session, ReleaseRefused(round_case.round_id, round_case.id, version, cause), by=by)


def _count(session: Session, round_case: RoundCase) -> int:
    query = select(func.count()).select_from(Release).where(Release.round_case_id == round_case.id)
    return session.scalar(query) or 0
