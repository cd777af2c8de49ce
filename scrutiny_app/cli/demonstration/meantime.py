"""What comes between while a round is on its way: questions to officers, copies on paper, a case taken away."""

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.cli.demonstration.people import Cast
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.meetings import Manner
from scrutiny_app.domain.packs import Fate, Form
from scrutiny_app.domain.planning_meetings import Plan
from scrutiny_app.domain.redacting import OPEN_TO_CHECK
from scrutiny_app.services import (
    asking,
    completeness,
    packs,
    planning_meetings,
    reading_releases,
    redactions,
    rounds,
    withholding,
)
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.redactions import open_record
from scrutiny_app.services.trail import now, today_in_london

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.received import InformationRequest
    from scrutiny_app.models.rounds import Round, RoundCase

WORDS = "Please send what was recorded of this. If nothing was written down, say that."
ANSWER = "It was done by telephone the day after the decision. It stands in my pocket book; I did not copy it over."
ANSWER_IN_DAYS = 10
MEETS_IN_DAYS, MEETS_AT = 24, time(18, 30)  # three days after grading closes
MEETS_WHERE = "https://video.example.org/summer-panel"


def ask_officers(session: Session, round_: "Round", cast: Cast, key: CaseKey) -> None:
    """Ask for what is missing from two cases that nobody has checked: one officer has answered, and one has yet to.

    The one who has yet to is the officer whose sign-in is shown, about a case of their own where there is one.
    """
    unchecked = [one.round_case for one in redactions.progress(session, round_) if one.standing in OPEN_TO_CHECK]
    cases = [case for case in unchecked if completeness.missing_items(session, case, key)] or unchecked
    numbers = {case.id: str(open_record(session, case, key)["officer_number"]) for case in cases}
    cast.enlist(session, set(numbers.values()))
    shown = cast.shown_officer()
    cases.sort(key=lambda case: numbers[case.id] == shown.staff_number)

    answers = cast.officers[numbers[cases[0].id]]
    request = _ask(session, cases[0], answers, cast, key)
    asking.answer(session, request.id, ANSWER, at_the_time=False, key=key, by=answers)
    _ask(session, cases[-1], shown, cast, key)


def _ask(session: Session, case: "RoundCase", officer: "User", cast: Cast, key: CaseKey) -> "InformationRequest":
    return asking.ask(
        session,
        case,
        asked_of=officer.id,
        items=completeness.missing_items(session, case, key)[:2],
        words=WORDS,
        due_on=today_in_london() + timedelta(days=ANSWER_IN_DAYS),
        key=key,
        by=cast.users["lead"],
    )


def hand_out_copies(session: Session, round_: "Round", cast: Cast) -> None:
    """Make copies on paper for three readers: one is counted back in, the others are still out."""
    by = cast.users["commissioners_officer"]
    for reader, form in (("chair", Form.DOCX), ("member_2", Form.PDF), ("member_3", Form.PDF)):
        copy = packs.make_copy(session, round_, form, reader_id=cast.users[reader].id, by=by)
        packs.take_copy(session, round_, copy.serial, by=by)
        if reader == "chair":
            packs.count_copy(session, round_, copy.serial, Fate.RETURNED, by=by)


def withhold_the_last(session: Session, round_: "Round", cast: Cast) -> None:
    """Let a reader say that the round's last case identifies somebody: it is taken from everybody."""
    case, by = rounds.cases_of(session, round_)[-1], cast.users["adviser"]
    read = reading_releases.read_case(session, case.reference, by=by)
    named = next(text.name for text in read.content.texts if text.text)
    withholding.report(session, case.reference, [named], by=by)


def plan_to_meet(session: Session, round_: "Round", cast: Cast) -> None:
    """Plan the meeting at which the round's cases are talked about, by video."""
    day = now().astimezone(LONDON).date() + timedelta(days=MEETS_IN_DAYS)
    starts_at = datetime.combine(day, MEETS_AT, LONDON).astimezone(UTC)
    plan = Plan(Manner.VIDEO, MEETS_WHERE, starts_at)
    planning_meetings.plan_meeting(session, round_, plan, by=cast.users["commissioners_officer"])
