"""What earlier meetings had the force do: actions closed, overdue, opened again; matters followed; a point taught."""

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.cli.demonstration.clock import earlier
from scrutiny_app.cli.demonstration.following import let_panel_read
from scrutiny_app.cli.demonstration.people import Cast
from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.following import ActionKind, Words
from scrutiny_app.domain.grading import Severity, Theme
from scrutiny_app.domain.learning_points import Policy
from scrutiny_app.domain.people import Role
from scrutiny_app.services import (
    action_texts,
    actions,
    agreeing,
    asking_again,
    closing_actions,
    escalating,
    handing_over,
    learning_points,
    local_themes,
    rounds,
)
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.passed_on import follow, to_follow
from scrutiny_app.services.trail import today_in_london

if TYPE_CHECKING:
    from scrutiny_app.models.actions import Action
    from scrutiny_app.models.rounds import Round

SET_AFTER, ANSWERED_AFTER, CLOSED_AFTER, TAUGHT_AFTER = 17, 25, 31, 33  # days after the panel met
DUE_DAYS, AGAIN_DAYS = 28, 14  # from when it was set; from the day on which the demonstration is made
TO_DO = (
    "Let every caution be checked by a sergeant who was not there.",
    "Write to the youth justice service about how its views are asked for.",
    "Have the list of conditions looked through: some are out of date.",
)
DONE = (
    "Done. A second sergeant reads each one before it is given, and says so on the record.",
    "We wrote to the service, and its views are asked for on one form from this month on.",
    "Done. Four conditions were taken out, and the new list was sent to every station.",
)
FOLLOWED = "It was looked at again by those whose task that is. Nothing further is needed."
RECODED = "The recorded outcome was compared with what was done, and corrected."
PROOF = "The record said outcome 8 until the correction, and says outcome 22 since."
LOOKED_AT = "The safeguarding team’s own record of the visit was read by its inspector on the day of this answer."
AGAIN = "Two stations still use the old list. Please tell us when they have the new one."
CODE = "The recorded outcome does not seem to be the one that was given. Please look at the code."
TAUGHT = {
    Theme.VICTIM: ("Ask the victim, and write it down", "The victim was asked, and the record says when and what."),
    Theme.RATIONALE: ("Say why, in three lines", "The rationale says why this disposal and not another."),
}
OTHERWISE = ("Worth writing down", "Whoever reads the record a year on can tell what was done and why.")
POLICY = Policy("Out-of-court resolutions: local policy, part 4", "https://www.example.org/policy/part-4")
OWN_THEME = "Restorative justice was not offered"


def follow_up(session: Session, round_: "Round", cast: Cast, key: CaseKey, *, place: int, met_ago: int) -> None:
    """Have done what follows from the first, the second or the third meeting of the year."""
    lead, registrar, chair = (cast.users[one] for one in ("lead", "registrar", "chair"))
    owner = registrar if place == 2 else lead
    with earlier(met_ago - SET_AFTER):
        due_on = today_in_london() + timedelta(days=DUE_DAYS)
        asked = actions.set_by_panel(session, round_, TO_DO[place], owner_id=owner.id, due_on=due_on, by=chair)
        if place == 1:
            second = rounds.cases_of(session, round_)[1].reference
            escalating.escalate(session, second, route=Route.RECODE, note=CODE, by=chair)
        passed = [
            follow(session, round_, one.id, owner_id=registrar.id, due_on=due_on, key=key, by=lead)
            for one, _ in to_follow(session, round_)
        ]
        if place == 0:
            local_themes.add_local_theme(session, OWN_THEME, Theme.VICTIM, from_on=today_in_london(), by=lead)
    with earlier(met_ago - ANSWERED_AFTER):
        for one in passed:
            said, proof = (RECODED, PROOF) if one.kind == ActionKind.RECODE else (FOLLOWED, LOOKED_AT)
            _answer(session, one, said, proof, cast, key)
        if place != 1:  # the second meeting's is overdue
            _answer(session, asked, DONE[place], "", cast, key)
    with earlier(met_ago - CLOSED_AFTER):
        for one in [*passed, asked] if place != 1 else passed:
            closing_actions.close_by_panel(session, one.id, by=chair)
        _hand_on(session, round_, cast, place)
    with earlier(met_ago - TAUGHT_AFTER):
        if place == 1:
            _teach(session, round_, cast)
        if place == 2:
            due_on = today_in_london() + timedelta(days=met_ago - TAUGHT_AFTER + AGAIN_DAYS)
            asking_again.reopen_by_panel(session, asked.id, reason=AGAIN, due_on=due_on, by=chair)


def _answer(session: Session, action: "Action", said: str, proof: str, cast: Cast, key: CaseKey) -> None:
    owner = next(one for one in cast.users.values() if one.id == action.owner_id)
    action_texts.answer(session, action.id, said, proof, key=key, by=owner)
    let_panel_read(session, action, cast, key, (Words.RESPONSE, Words.PROOF))


def _hand_on(session: Session, round_: "Round", cast: Cast, place: int) -> None:
    """Hand the findings to the officer who answers for them; they have acknowledged the first meeting's alone."""
    lead = cast.users["lead"]
    if place == 0:
        senior = next(one for one in cast.officers.values() if one.role == Role.SUPERVISOR and not one.supervisor_id)
        handing_over.name_accountable(session, senior.id, by=lead)
        cast.answer_for(senior)
    if place < 2:
        handover = handing_over.hand_over_findings(session, round_, by=lead)
        if place == 0:
            reader = next(one for one in cast.officers.values() if one.id == handover.user_id)
            handing_over.acknowledge_findings(session, round_.id, by=reader)


def _teach(session: Session, round_: "Round", cast: Cast) -> None:
    """Gather what the panel remarked on most into a learning point, over all the meetings that there were."""
    places = [
        one.id for held in rounds.rounds_for(session, cast.users["lead"]) for one in rounds.cases_of(session, held)
    ]
    seen = Counter(
        Theme(one.theme)
        for finding in agreeing.newest_findings(session, places).values()
        for one in finding.observations
        if one.severity != Severity.GOOD
    )
    theme = seen.most_common(1)[0][0]
    title, good = TAUGHT.get(theme, OTHERWISE)
    bearing = learning_points.findings_with(session, theme, by=cast.users["lead"])
    ids = [one.finding_id for one in bearing]
    learning_points.write_point(session, title, good, POLICY, ids, theme=theme, by=cast.users["lead"])
