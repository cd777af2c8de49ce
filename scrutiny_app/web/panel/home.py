"""What awaits each person of the panel: terms to accept, cases to grade, a meeting to come to or chair, a report."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.grading import Progress
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.services import rounds, terms, waiting_actions
from scrutiny_app.services.chairing import chairs, passed_to
from scrutiny_app.services.draws_waiting import dice_of, proposals_of
from scrutiny_app.services.my_cases import my_round, my_rounds
from scrutiny_app.services.my_rounds import MyRound
from scrutiny_app.services.planning_meetings import PlannedMeeting, meetings_for
from scrutiny_app.web import awaiting
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.awaiting_actions import to_close
from scrutiny_app.web.awaiting_findings import of_superseding
from scrutiny_app.web.awaiting_publishing import of_public_reports
from scrutiny_app.web.current import reading
from scrutiny_app.web.draws_waiting import DICE_WAIT, dice_in_words, proposals_in_words
from scrutiny_app.web.filters import british_date, british_datetime

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round

bp = Blueprint("panel_home", __name__, url_prefix="/panel")
NOTHING = "Nothing awaits you. You will find new cases here when a round is opened for grading."


@bp.get("/")
@requires(Permission.READ_REPORT)
def show() -> ResponseReturnValue:
    """Show what awaits the person who has signed in."""
    user = signed_in_user()
    with reading() as db:
        mine = my_rounds(db, user)
        ours = rounds.rounds_for(db, user)
        stages = [(round_, rounds.stage(db, round_)) for round_ in ours]
        draws = [task for round_, _ in stages for task in _of_draw(db, round_, user)]
        asked = list(awaiting.of_terms(db, user))
        planned = meetings_for(db, user)
        others = [*awaiting.of_plans(db, user, stages, planned), *awaiting.of_readiness(db, user)]
        agreed = list(of_superseding(db, user, ours))
        meetings, held = awaiting.standing_meetings(planned), awaiting.held_meetings(planned)
        chaired = [task for pair in stages for task in _chairing(db, *pair, meetings, held, user)]
        told = list(awaiting.of_minutes(db, user, stages))
        my_terms = terms.my_terms(db, user)
        follows = [*_closing(db, user), *of_public_reports(db, user, ours)]
        meeting = awaiting.next_meeting(user, planned)
    grades = allows(Role(user.role), Permission.GRADE_CASE)
    waiting = [round_ for round_ in mine if grades and round_.is_open and round_.next_after()]
    return render_template(
        "home/show.html",
        first=_asked(asked[0]) if asked else _first(waiting[0]) if waiting else None,
        tasks=[
            *asked[1:],
            *map(_grading, waiting if asked else waiting[1:]),
            *agreed,
            *chaired,
            *follows,
            *others,
            *draws,
            *told,
            *_reports(stages),
        ],
        my_terms=[one for one in my_terms if not one.is_outstanding],
        meeting=meeting,
        buttons=True,
        nothing=NOTHING,
    )


def _asked(task: dict[str, Any]) -> dict[str, str]:
    words = "Before you read a case, read what the panel asks of everybody who sits on it."
    return {"words": words, "text": "Read the terms of reference", "href": task["href"]}


def _first(mine: MyRound) -> dict[str, str]:
    until = f" You have until {british_date(mine.round.close_on)}." if mine.round.close_on else ""
    words = f"“{mine.round.title}”: {_done(mine)}.{until}"
    return {"words": words} | _go_on(mine, "text")


def _grading(mine: MyRound) -> dict[str, Any]:
    text = f"Grade the cases of “{mine.round.title}”: {_done(mine)}"
    hint = f"You have until {british_date(mine.round.close_on)}" if mine.round.close_on else ""
    return {"text": text, "hint": hint} | awaiting.TO_DO | _go_on(mine, "deed")


def _go_on(mine: MyRound, name: str) -> dict[str, str]:
    case = mine.next_after()
    if case is None:
        raise ValueError("a round with nothing to grade awaits nobody")
    of = f" of {mine.size}" if mine.sees_all else ""  # who sees fewer would read two sums that disagree
    return {name: f"Go on with case {case.place}{of}", "href": url_for("panel_cases.show", reference=case.reference)}


def _done(mine: MyRound) -> str:
    """Say how far somebody has come in a round: what was begun and not submitted is to come back to."""
    begun = sum(case.progress is Progress.TO_GRADE and case.draft_saved_at is not None for case in mine.cases)
    return f"{mine.answered} of {len(mine.cases)} {mine.answered_how}" + (f", {begun} to come back to" if begun else "")


def _of_draw(db: Session, round_: "Round", user: "User") -> Iterator[dict[str, Any]]:
    """Tell a chair what of a round's draw waits on the force's side; of which case and why is told there alone."""
    if not allows(Role(user.role), Permission.REVEAL_GRADES):
        return
    href = url_for("panel_rounds.certificate", round_id=round_.id)
    waits = {"href": href, "deed": "See the draw", "status": "With the force", "colour": "grey"}
    if proposals := proposals_of(db, round_):
        words = f"A proposal about “{round_.title}” waits for a second person"
        yield waits | {"text": words, "hint": proposals_in_words(proposals).capitalize()}
    if dice := dice_of(db, round_):
        yield waits | {"text": f"{DICE_WAIT[dice.phase]}: “{round_.title}”", "hint": dice_in_words(dice)}


def _taken_over(db: Session, round_: "Round", meeting: PlannedMeeting, user: "User") -> Iterator[dict[str, Any]]:
    """Tell who chaired a meeting until somebody took its chair by whom and when that was."""
    passed = passed_to(db, round_, user)
    if passed and passed.was_theirs:
        on = f" on {british_datetime(passed.at)}" if passed.at else ""
        text = f"{passed.name} took the chair of the meeting on “{round_.title}”{on}"
        href = url_for("meetings_planned.show", meeting_id=meeting.meeting.id)
        hint = "You chair it no longer. You can take the chair back"
        yield {"text": text, "href": href, "hint": hint, "deed": "See the meeting", "status": "Passed on"}


def _chairing(
    db: Session,
    round_: "Round",
    stage: Stage,
    meetings: dict[int, PlannedMeeting],
    held: dict[int, PlannedMeeting],
    user: "User",
) -> Iterator[dict[str, Any]]:
    if stage not in (Stage.OPEN, Stage.CLOSED):
        return
    meeting, before = meetings.get(round_.id), held.get(round_.id)
    if meeting:
        yield from _taken_over(db, round_, meeting, user)
    if chairs(db, round_, user):
        at = f"{awaiting.in_the_past(before)} " if before else ""
        at = f"The meeting is on {british_date(meeting.plan.starts_at)}. " if meeting else at
        task = {"text": f"Chair “{round_.title}”", "href": url_for("meetings.show", round_id=round_.id)}
        hint = at + _left_to_chair(db, round_, stage, user)
        yield task | {"hint": hint, "deed": "Go to the meeting’s cases"} | awaiting.TO_DO


def _closing(db: Session, user: "User") -> Iterator[dict[str, Any]]:
    """Tell a chair of the actions whose answer the panel may read."""
    for one in to_close(waiting_actions.to_close(db, by=user)):
        yield one.task | {
            "href": url_for("panel_actions.show", round_id=one.round_id, _anchor=f"action-{one.first}"),
        }


def _reports(stages: "list[tuple[Round, Stage]]") -> Iterator[dict[str, Any]]:
    """Tell of the newest report alone: the earlier ones stand under the rounds."""
    for round_ in [round_ for round_, stage in stages if stage is Stage.SIGNED][:1]:
        href = url_for("panel_reports.show", round_id=round_.id)
        told = {"text": f"The meeting’s report of “{round_.title}” is ready", "hint": "Every finding of it is signed"}
        yield told | {"href": href, "deed": "Read the meeting’s report", "status": "Ready"}


def _left_to_chair(db: Session, round_: "Round", stage: Stage, user: "User") -> str:
    """Say how far a round has come before its chair; while members grade, no count that moves with them."""
    if stage is Stage.OPEN:
        closes = f" until {british_date(round_.close_on)}" if round_.close_on else ""
        return f"Members are grading{closes}. Give your own answers first: you reveal a case after them."
    revealed = sum(case.revealed_at is not None for case in my_round(db, round_, user).cases)
    size, signed = rounds.count_cases(db, round_), rounds.count_signed(db, round_)
    return f"Grading is closed. Of {size} cases {revealed} are revealed and {signed} signed."
