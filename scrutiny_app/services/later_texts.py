"""Later texts: what the force says of a drawn case after its draw; nothing of it skips the redaction.

Such a text joins the case's redaction as a new version, which must be checked and approved like any other before a
panel reads it. The dossier that was frozen with the draw is never changed by it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import received
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import TextReceived
from scrutiny_app.domain.received import Received
from scrutiny_app.models.people import User
from scrutiny_app.models.received import ReceivedText
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.redacting import machine_marks
from scrutiny_app.services.redactions import open_newest, open_record, received_place
from scrutiny_app.services.retelling import joined_marks
from scrutiny_app.services.trail import now
from scrutiny_app.services.versions import Version, keep_version, newest


@dataclass(frozen=True)
class Kept:
    """One text that came after the draw, as the force's side lists it."""

    number: int
    kind: Received
    at_the_time: bool
    by: str
    at: datetime


def receive(
    session: Session,
    round_case: RoundCase,
    kind: Received,
    text: str,
    *,
    at_the_time: bool = False,
    source_id: int | None = None,
    key: CaseKey,
    by: User,
) -> ReceivedText:
    """Keep a text that came after the draw, and draft its redaction as a new version of the case's.

    Raises Overtaken where the same reply or answer has been received already, Refused for no words or too many.
    """
    words = text.replace("\r\n", "\n").strip()
    _check(session, kind, words, at_the_time=at_the_time, source_id=source_id)
    number = _next_number(session, round_case)
    row = ReceivedText(
        round_case_id=round_case.id,
        number=number,
        kind=kind,
        source_id=source_id,
        at_the_time=at_the_time,
        sealed=key.seal(words, received_place(round_case.id, number)),
        digest=key.fingerprint(words),
        received_by=by.id,
        received_at=now(),
    )
    session.add(row)
    session.flush()
    version = _redraft(session, round_case, received.name_of(number), key)
    event = TextReceived(round_case.round_id, round_case.id, number, kind.value, at_the_time, row.digest, version)
    trail.record(session, event, by=by)
    return row


def received_texts(session: Session, round_case: RoundCase) -> list[Kept]:
    """List the texts that came to a case after its draw, in order."""
    query = select(ReceivedText, User.name).join(User, User.id == ReceivedText.received_by)
    rows = session.execute(query.where(ReceivedText.round_case_id == round_case.id).order_by(ReceivedText.number))
    return [Kept(row.number, Received(row.kind), row.at_the_time, who, row.received_at) for row, who in rows]


def since_release(session: Session, round_case: RoundCase) -> list[str]:
    """Name the texts that came since a panel last was given the case to read; none where it never was."""
    query = select(func.max(Release.approved_at)).where(Release.round_case_id == round_case.id)
    released_at = session.scalar(query)
    if released_at is None:
        return []
    kept = received_texts(session, round_case)
    return [received.name_of(one.number) for one in kept if one.at > released_at]


def is_received(session: Session, kind: Received, source_id: int) -> bool:
    """Say whether a reply or an answer, by its own id, has joined its case already."""
    query = select(ReceivedText.id).where(ReceivedText.kind == kind, ReceivedText.source_id == source_id)
    return session.scalar(query) is not None


def _check(session: Session, kind: Received, words: str, *, at_the_time: bool, source_id: int | None) -> None:
    if not words:
        raise Refused("Write or send a text: there is none to keep.")
    if len(words) > received.LONGEST:
        raise Refused(f"Shorten the text to {received.LONGEST:,} characters, or send it in parts.")
    if at_the_time and kind not in received.MAY_BE_OF_THE_TIME:
        raise Refused("A reply or an answer to the panel came after the decision, so nobody can have had it then.")
    if source_id is not None and is_received(session, kind, source_id):
        raise Overtaken("This has been received for the panel already. There is nothing more to do.")


def _next_number(session: Session, round_case: RoundCase) -> int:
    count = select(func.count()).where(ReceivedText.round_case_id == round_case.id)
    number = (session.scalar(count) or 0) + 1
    if number > received.MOST_OF_A_CASE:
        raise Refused(f"A case has at most {received.MOST_OF_A_CASE} texts that came after its draw.")
    return number


def _redraft(session: Session, round_case: RoundCase, name: str, key: CaseKey) -> int | None:
    """Join a text to a redaction that has been drafted; before the draft there is nothing to join, so None.

    The version counts as the machine's: whoever sent the text has not worked on the redaction.
    """
    if newest(session, round_case) is None:
        return None
    opened = open_newest(session, round_case, key)
    marks = joined_marks(name, opened.marks, machine_marks(open_record(session, round_case, key)))
    made = Version("received", "", len(marks[name].spans), marks, opened.version.lifts)
    return keep_version(session, round_case, made, key, by=None).version
