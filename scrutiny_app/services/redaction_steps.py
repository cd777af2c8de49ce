"""The steps of one case's redaction: who did what to it, first to last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.withholding import WithheldBy
from scrutiny_app.models.people import User
from scrutiny_app.models.redactions import Redaction, RedactionCheck, RedactionReturn
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.withholdings import Withholding
from scrutiny_app.services.versions import Change, Version


@dataclass(frozen=True)
class Step:
    """One thing done to a case's redaction: what, to which version, by whom (None for the machine) and when."""

    at: datetime
    what: Change | Literal["kept", "checked", "returned", "released", "reported", "recalled"]
    version: int
    who: str | None
    kind: str = ""
    places: int = 0


def history(session: Session, round_case: RoundCase, newest: Version) -> list[Step]:
    """Tell who did what to a case's redaction, first to last; a release counts by its own version.

    The newest version remembers how each was made, so that nothing else of what is sealed is opened.
    """
    every = (*_made(session, round_case, newest), *_judged(session, round_case), *_released(session, round_case))
    return sorted(every, key=lambda step: step.at)


def _made(session: Session, round_case: RoundCase, newest: Version) -> Iterator[Step]:
    query = (
        select(Redaction.version, Redaction.made_at, User.name)
        .outerjoin(User, User.id == Redaction.made_by)
        .where(Redaction.round_case_id == round_case.id)
        .order_by(Redaction.version.desc())
    )
    # From the newest back: of versions kept before they remembered one another only that they were made.
    deeds = reversed(newest.past)
    for (number, at, who), deed in zip_longest(session.execute(query), deeds):
        yield Step(at, deed.change, number, who, deed.kind, deed.places) if deed else Step(at, "kept", number, who)


def _judged(session: Session, round_case: RoundCase) -> Iterator[Step]:
    of_case = Redaction.round_case_id == round_case.id
    checked = (
        select(RedactionCheck.checked_at, Redaction.version, User.name)
        .join(Redaction, Redaction.id == RedactionCheck.redaction_id)
        .join(User, User.id == RedactionCheck.checked_by)
    )
    returned = (
        select(RedactionReturn.returned_at, Redaction.version, User.name)
        .join(RedactionCheck, RedactionCheck.id == RedactionReturn.check_id)
        .join(Redaction, Redaction.id == RedactionCheck.redaction_id)
        .join(User, User.id == RedactionReturn.returned_by)
    )
    yield from (Step(at, "checked", number, who) for at, number, who in session.execute(checked.where(of_case)))
    yield from (Step(at, "returned", number, who) for at, number, who in session.execute(returned.where(of_case)))


def _released(session: Session, round_case: RoundCase) -> Iterator[Step]:
    """Yield the releases and what took them away; a reader who reported one is not named: the panel is blind."""
    of_case = Release.round_case_id == round_case.id
    released = select(Release.approved_at, Release.version, User.name).join(User, User.id == Release.approved_by)
    taken = (
        select(Withholding.kind, Withholding.withheld_at, Release.version, User.name)
        .join(Release, Release.id == Withholding.release_id)
        .join(User, User.id == Withholding.withheld_by)
    )
    yield from (Step(at, "released", number, who) for at, number, who in session.execute(released.where(of_case)))
    for kind, at, number, who in session.execute(taken.where(of_case)):
        recalled = kind == WithheldBy.RECALLED
        yield Step(at, "recalled" if recalled else "reported", number, who if recalled else "A reader")
