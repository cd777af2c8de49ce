"""What the demonstration's signed round has the force do: an action answered, one still open, and a case passed on."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from fixtures.generating import Row
from scrutiny_app.cli.demonstration.people import Cast
from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.following import Words
from scrutiny_app.services import action_texts, actions, agreeing, escalating
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.trail import today_in_london

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrutiny_app.models.actions import Action
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round, RoundCase

ASKED = "Have every decision maker write down what the victim wanted, and why if they were not asked."
DONE = (
    "The form now asks for it and cannot be sent without it. Supervisors were briefed in the first week of the month."
)
PROOF = "Of the next 40 cases, 37 say what the victim wanted and 3 say why nobody could ask."
OFFICERS_TASK = "Write down from your pocket book what the offender was asked to do to put things right."
PASSED_ON = "Nothing shows that anybody asked whether a child in the household was safe. Please look at this again."
DUE_IN_DAYS = 28


def pass_on(session: Session, case: "RoundCase", cast: Cast) -> None:
    """Pass one case on while the panel meets: nobody follows it yet, so that the lead has that to do."""
    escalating.escalate(session, case.reference, route=Route.SAFEGUARDING, note=PASSED_ON, by=cast.users["chair"])


def have_done(session: Session, round_: "Round", cast: Cast, key: CaseKey, rows: dict[int, Row]) -> None:
    """Have the lead answer an action of the panel's, and set another for the officer whose sign-in is shown."""
    lead, due_on = cast.users["lead"], today_in_london() + timedelta(days=DUE_IN_DAYS)
    asked = actions.set_by_panel(session, round_, ASKED, owner_id=lead.id, due_on=due_on, by=cast.users["chair"])
    action_texts.answer(session, asked.id, DONE, PROOF, key=key, by=lead)
    let_panel_read(session, asked, cast, key)
    officer = cast.shown_officer()
    action_texts.set_by_force(
        session,
        round_,
        OFFICERS_TASK,
        owner_id=officer.id,
        due_on=due_on,
        finding_id=_finding_for(session, officer, rows),
        key=key,
        by=lead,
    )


def let_panel_read(
    session: Session, action: "Action", cast: Cast, key: CaseKey, kinds: "Collection[Words]" = (Words.RESPONSE,)
) -> None:
    """Have the preparer draft the response to an action as it was written, and the lead let the panel read it."""
    for one in action_texts.texts_of(session, action, key):
        if one.row.kind in kinds:
            checked = action_texts.redraft(session, one.row.id, one.words, key=key, by=cast.users["preparer"])
            action_texts.release_words(session, checked.id, key=key, by=cast.users["lead"])


def _finding_for(session: Session, officer: "User", rows: dict[int, Row]) -> int:
    """Give (by id) the finding on a case of the officer's own."""
    theirs = [place for place, row in rows.items() if row.cells["officer_number"] == officer.staff_number]
    return agreeing.newest_findings(session, theirs)[theirs[0]].id
