"""Escalating: passing a case on, apart from its grade. No letter mentions it, and it is only ever added to."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import EscalationRaised
from scrutiny_app.models.findings import Escalation
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.agreeing import find_revealed
from scrutiny_app.services.my_cases import name_in_words
from scrutiny_app.services.trail import now

LONGEST_NOTE = 1000  # characters


class EscalationUnexplained(Refused):
    """A case passed on without saying for what."""


def escalate(session: Session, reference: str, *, route: Route, note: str, by: User) -> Escalation:
    """Pass a revealed case on with a note; the same twice is kept once."""
    mine, case, _ = find_revealed(session, reference, by)
    note = note.strip()
    if not note:
        raise EscalationUnexplained("Say in the note what they are asked to look at.")
    if len(note) > LONGEST_NOTE:
        raise EscalationUnexplained(f"The note is longer than {LONGEST_NOTE:,} characters: shorten it.")
    if name := name_in_words(session, mine.round, note):
        raise EscalationUnexplained(f"Name nobody: take out {name}.")
    for kept in escalations(session, [case.id])[case.id]:
        if (kept.route, kept.note) == (route, note):
            return kept

    raised = Escalation(round_case_id=case.id, route=route, note=note, raised_by=by.id, raised_at=now())
    session.add(raised)
    session.flush()
    trail.record(session, EscalationRaised(mine.round.id, case.id, raised.id, route.value), by=by)
    return raised


def escalations(session: Session, cases: Collection[int]) -> dict[int, list[Escalation]]:
    """Give what each of the cases (by id) was passed on for, oldest first."""
    found: dict[int, list[Escalation]] = {case: [] for case in cases}
    query = select(Escalation).where(Escalation.round_case_id.in_(cases)).order_by(Escalation.id)
    for one in session.scalars(query):
        found[one.round_case_id].append(one)
    return found
