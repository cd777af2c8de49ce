"""Withholding: one reader's word takes a release away from everybody, at once and before anyone has looked into it."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import PossibleBreach
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.domain.withholding import WithheldBy
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.withholdings import Withholding
from scrutiny_app.services import trail
from scrutiny_app.services.my_cases import find_my_case, has_conflict
from scrutiny_app.services.rounds import in_round, is_withheld
from scrutiny_app.services.trail import now

FACTS = "facts"  # what a reader calls the part of a case that is no text


def report(session: Session, reference: str, texts: Collection[str], *, by: User) -> Withholding:
    """Take a release away from everybody on one reader's word that it identifies somebody.

    `texts` are names of the release's texts, or FACTS. Raises Refused where none is said, Overtaken where it was taken
    away meanwhile, NotYours where the reader does not see the case.
    """
    try:
        mine, case = find_my_case(session, reference, by)
    except NotYours:
        if is_withheld_from(session, reference, by=by):
            raise Overtaken("This case has just been withheld from everybody. There is nothing more to do.") from None
        raise
    content = from_json(session.get_one(Release, case.release_id).content)
    known = {FACTS, *(text.name for text in (*content.texts, *content.later_texts))}
    if not texts or not known >= set(texts):
        raise Refused("Say in which part of the case somebody can be identified.")

    taken = Withholding(
        release_id=case.release_id,
        kind=WithheldBy.REPORTED,
        texts=sorted(texts),
        withheld_by=by.id,
        withheld_at=now(),
    )
    session.add(taken)
    session.flush()
    trail.record(session, PossibleBreach(mine.round.id, case.id, case.release_id, len(taken.texts)), by=by)
    return taken


def count_withheld(session: Session, round_: Round, *, by: User) -> int:
    """Count the cases of a round that nobody reads for now, without those that were never this reader's to read."""
    newest = select(func.max(Release.id)).group_by(Release.round_case_id)
    query = select(func.count()).select_from(RoundCase).join(Release, Release.round_case_id == RoundCase.id)
    query = query.where(*in_round(round_), Release.id.in_(newest), is_withheld(Release.id))
    return session.scalar(query.where(~has_conflict(RoundCase.id, by.id))) or 0


def is_withheld_from(session: Session, reference: str, *, by: User) -> bool:
    """Say whether a reader would see a case, had its release not been taken away."""
    if not reference.isprintable():
        return False
    seated = select(Seat.panel_id).where(Seat.user_id == by.id, Seat.left_at.is_(None))
    newest = select(func.max(Release.id)).group_by(Release.round_case_id)
    query = (
        select(RoundCase.id)
        .join(Round, Round.id == RoundCase.round_id)
        .join(Release, Release.round_case_id == RoundCase.id)
        .where(RoundCase.reference == reference.upper(), Round.panel_id.in_(seated), Round.opened_at.is_not(None))
        .where(Release.id.in_(newest), is_withheld(Release.id), ~has_conflict(RoundCase.id, by.id))
    )
    return session.scalar(query) is not None
