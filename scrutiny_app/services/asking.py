"""Asking: a lead asks somebody of the force for what is missing from a drawn case, and they answer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import InformationAsked, InformationRequestClosed
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.received import LONGEST_REQUEST, Received
from scrutiny_app.domain.redacting import plainly
from scrutiny_app.models.people import User
from scrutiny_app.models.received import InformationRequest, ReceivedText
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import later_texts, trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.redactions import open_record
from scrutiny_app.services.trail import now, today_in_london


@dataclass(frozen=True)
class Asked:
    """One request as its asker or the one who was asked reads it; `number` is the case's own, by which they know it."""

    row: InformationRequest
    round: Round
    case: RoundCase
    to: str
    by: str
    number: str
    words: str
    is_answered: bool

    def is_overdue(self, today: date) -> bool:
        """Say whether the day has passed and the request is still open."""
        return self.row.closed_at is None and today > self.row.due_on


def ask(
    session: Session,
    round_case: RoundCase,
    *,
    asked_of: int,
    items: Collection[str],
    words: str,
    due_on: date,
    key: CaseKey,
    by: User,
) -> InformationRequest:
    """Ask somebody of the force for what is missing from a drawn case; raise Refused where that makes no sense.

    `items` are labels of the recording list. The words are sealed: they may say whose case it is.
    """
    told = words.strip()
    if not items and not told:
        raise Refused("Choose what is missing, or write what you ask for.")
    if len(told) > LONGEST_REQUEST:
        raise Refused(f"Shorten the request to {LONGEST_REQUEST:,} characters.")
    if due_on < today_in_london():
        raise Refused("The day by which an answer is due is past: give today or a later day.")
    if asked_of not in {person.id for person in people_to_ask(session, by)}:
        raise Refused("Choose somebody of the force who can sign in and answer.")
    place = _place(round_case.id)
    row = InformationRequest(
        round_case_id=round_case.id,
        asked_of=asked_of,
        items=sorted(items),
        sealed=key.seal({"number": open_record(session, round_case, key)["case_number"], "words": told}, place),
        due_on=due_on,
        asked_by=by.id,
        asked_at=now(),
    )
    session.add(row)
    session.flush()
    trail.record(session, InformationAsked(round_case.round_id, round_case.id, row.id, asked_of, len(row.items)), by=by)
    return row


def people_to_ask(session: Session, by: User) -> list[User]:
    """List by name those of a person's force who can be asked about a case: they sign in, and answer letters."""
    query = select(User).where(User.force == by.force, User.disabled_at.is_(None)).order_by(User.name)
    return [user for user in session.scalars(query) if allows(Role(user.role), Permission.ANSWER_LETTER)]


def officer_in(session: Session, round_case: RoundCase, *, key: CaseKey, by: User) -> User | None:
    """Find the officer in a drawn case among those who can be asked, by the staff number in its record."""
    number = (open_record(session, round_case, key)["officer_number"] or "").strip().casefold()
    people = people_to_ask(session, by)
    return next((one for one in people if number and (one.staff_number or "").casefold() == number), None)


def take_back(session: Session, request_id: int, *, by: User) -> InformationRequest:
    """Close a request of a person's force that needs no answer any more."""
    row = _find(session, InformationRequest.id == request_id, Round.force == by.force)
    return _close(session, row, by)


def answer(session: Session, request_id: int, text: str, *, at_the_time: bool, key: CaseKey, by: User) -> ReceivedText:
    """Keep a person's answer to a request, which joins the case; `at_the_time` says that the decision-maker had it."""
    row = _find(session, InformationRequest.id == request_id, InformationRequest.asked_of == by.id)
    _close(session, row, by)
    case = session.get_one(RoundCase, row.round_case_id)
    return later_texts.receive(
        session, case, Received.REQUESTED, text, at_the_time=at_the_time, source_id=row.id, key=key, by=by
    )


def requests_about(session: Session, round_case: RoundCase, *, key: CaseKey) -> list[Asked]:
    """List what was asked about a drawn case, newest first."""
    return _asked(session, RoundCase.id == round_case.id, key=key)


def requests_to(session: Session, *, key: CaseKey, by: User) -> list[Asked]:
    """List what is asked of a person, open ones first, by the day on which they are due."""
    found = _asked(session, InformationRequest.asked_of == by.id, key=key)
    return sorted(found, key=lambda one: (one.row.closed_at is not None, one.row.due_on))


def find_request(session: Session, request_id: int, *, key: CaseKey, by: User) -> Asked:
    """Find a request that was put to a person; any other does not exist."""
    found = _asked(session, InformationRequest.id == request_id, InformationRequest.asked_of == by.id, key=key)
    if not found:
        raise NotYours
    return found[0]


def count_open(session: Session, *, by: User) -> int:
    """Count the requests that wait for a person's answer."""
    query = select(func.count()).select_from(InformationRequest)
    query = query.where(InformationRequest.asked_of == by.id, InformationRequest.closed_at.is_(None))
    return session.scalar(query) or 0


def _requests() -> Select[InformationRequest, Round, RoundCase]:
    query = select(InformationRequest, Round, RoundCase)
    query = query.join(RoundCase, RoundCase.id == InformationRequest.round_case_id)
    return query.join(Round, Round.id == RoundCase.round_id).order_by(InformationRequest.id.desc())


def _asked(session: Session, *which: ColumnElement[bool], key: CaseKey) -> list[Asked]:
    asker, asked = aliased(User), aliased(User)
    answered = select(ReceivedText.id).where(
        ReceivedText.kind == Received.REQUESTED, ReceivedText.source_id == InformationRequest.id
    )
    query = _requests().add_columns(asked.name, asker.name, answered.exists()).where(*which)
    query = query.join(asked, asked.id == InformationRequest.asked_of)
    query = query.join(asker, asker.id == InformationRequest.asked_by)
    return [
        Asked(row, round_, case, to, by, **_told(row, case, key), is_answered=is_answered)
        for row, round_, case, to, by, is_answered in session.execute(query)
    ]


def _told(row: InformationRequest, case: RoundCase, key: CaseKey) -> dict[str, str]:
    return {name: plainly(words) for name, words in key.open(row.sealed, _place(case.id)).items()}


def _find(session: Session, *which: ColumnElement[bool]) -> InformationRequest:
    row = session.execute(_requests().where(*which)).first()
    if row is None:
        raise NotYours
    return row[0]


def _close(session: Session, row: InformationRequest, by: User) -> InformationRequest:
    if row.closed_at is not None:
        raise Overtaken("This request has been answered or taken back already. Nothing was changed.")
    row.closed_at = now()
    case = session.get_one(RoundCase, row.round_case_id)
    trail.record(session, InformationRequestClosed(case.round_id, case.id, row.id), by=by)
    return row


def _place(round_case_id: int) -> str:
    return f"request:{round_case_id}"
