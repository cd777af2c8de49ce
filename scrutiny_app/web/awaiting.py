"""What of meetings, terms and training awaits a person, as the home pages of both sides put it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from flask import url_for
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.meetings import MANNER_TITLES, Attending
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.rounds import RoundKind, Stage
from scrutiny_app.services import minutes, panels, rounds, terms, training
from scrutiny_app.services.chairing import may_step_in
from scrutiny_app.services.minutes_approved import is_approved
from scrutiny_app.services.planning_meetings import PlannedMeeting
from scrutiny_app.services.trail import now
from scrutiny_app.web.filters import british_date, british_datetime, in_london, plural

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round

Task = dict[str, Any]
TO_DO = {"status": "To do", "colour": "blue"}


def next_meeting(user: "User", planned: Sequence[PlannedMeeting]) -> dict[str, Any] | None:
    """Give the next meeting that a person may come to, with its place and its links, or None."""
    coming = [one for one in planned if one.is_coming(now())]
    if not coming:
        return None
    one, page = coming[0], _pages(user)
    return {
        "plan": one.plan,
        "panel": one.panel.name,
        "manner": MANNER_TITLES[one.plan.manner],
        "moved": _moved(one),
        "apologies": user.id in one.attending and one.attending[user.id].state == Attending.APOLOGIES,
        "href": url_for(f"{page}.show", meeting_id=one.meeting.id),
        "calendar": url_for(f"{page}.calendar", meeting_id=one.meeting.id),
        "more": len(coming) - 1,
        "all": url_for(f"{page}.index"),
    }


def of_terms(session: Session, user: "User") -> Iterator[Task]:
    """Tell a person of the panel which terms they have to accept."""
    for one in terms.outstanding(session, user):
        href = url_for("panel_terms.show", panel_id=one.panel.id)
        hint = "You read no case before you have"
        text = f"Read and accept the terms of “{one.panel.name}”"
        yield {"text": text, "href": href, "hint": hint, "deed": "Read the terms"} | TO_DO


def of_plans(
    session: Session, user: "User", stages: "list[tuple[Round, Stage]]", planned: Sequence[PlannedMeeting]
) -> Iterator[Task]:
    """Tell whoever plans meetings which open or closed rounds have none, and a deputy that the chair cannot come."""
    if not allows(Role(user.role), Permission.PLAN_MEETING):
        return
    standing, held = standing_meetings(planned), held_meetings(planned)
    for round_, stage in stages:
        if round_.kind != RoundKind.PANEL or stage not in (Stage.OPEN, Stage.CLOSED):
            continue
        meeting = standing.get(round_.id)
        if meeting is None:
            href, hint = url_for(f"{_pages(user)}.new", round=round_.id), _without_meeting(round_, stage)
            text, deed = f"Plan a meeting on “{round_.title}”", "Plan a meeting"
            if before := held.get(round_.id):
                text, deed = f"“{round_.title}” has met, and is not signed", "Plan another meeting"
                hint = f"{in_the_past(before)} {left_unsigned(session, round_)}"
            yield {"text": text, "href": href, "hint": hint, "deed": deed} | TO_DO
        elif may_step_in(session, round_, user) and _chair_is_away(session, meeting):
            href = url_for(f"{_pages(user)}.show", meeting_id=meeting.meeting.id)
            text = f"The chair cannot come: step in on {british_date(meeting.plan.starts_at)}?"
            yield {"text": text, "href": href, "hint": round_.title, "deed": "See the meeting"} | TO_DO


def standing_meetings(planned: Sequence[PlannedMeeting]) -> dict[int, PlannedMeeting]:
    """Give by round (its id) the first meeting that is still to be held or is being held."""
    return {one.round.id: one for one in reversed(planned) if one.is_standing}


def held_meetings(planned: Sequence[PlannedMeeting]) -> dict[int, PlannedMeeting]:
    """Give by round (its id) the last meeting that has ended."""
    return {one.round.id: one for one in planned if one.meeting.ended_at is not None}


def in_the_past(one: PlannedMeeting) -> str:
    """Say when a meeting was held."""
    today = in_london(now()).date() == in_london(one.plan.starts_at).date()
    return f"The meeting was held {'today' if today else f'on {british_date(one.plan.starts_at)}'}."


def left_unsigned(session: Session, round_: "Round") -> str:
    """Say how many of a round's findings are still to be signed."""
    left = rounds.count_cases(session, round_) - rounds.count_signed(session, round_)
    return f"{plural(left, 'finding')} {'is' if left == 1 else 'are'} not signed; the chair can still sign."


def of_minutes(session: Session, user: "User", stages: "list[tuple[Round, Stage]]") -> Iterator[Task]:
    """Tell a person of the panel of the newest minutes that they may read."""
    if not allows(Role(user.role), Permission.READ_MINUTES):
        return
    for round_, stage in stages:
        if stage in (Stage.CLOSED, Stage.SIGNED) and minutes.is_ready(session, round_):
            href, approved = url_for("minutes.show", round_id=round_.id), is_approved(session, round_)
            hint = "Approved by the panel" if approved else "A draft, until the panel approves it at its next meeting"
            text = f"The minutes of “{round_.title}” can be read"
            yield {"text": text, "href": href, "hint": hint, "deed": "Read the minutes", "status": "Ready"}
            return


def of_readiness(session: Session, user: "User") -> Iterator[Task]:
    """Tell whoever sets a panel's terms how many on it lack something."""
    if not allows(Role(user.role), Permission.SET_TERMS):
        return
    endpoint = "my_panels.readiness" if user.force is None else "panel_rules.readiness"
    for panel, _ in panels.panels_of(session, user):
        found = training.readiness(session, panel)
        unread = sum(bool(one.terms and one.terms.is_outstanding) for one in found)
        expired = sum(bool(one.expired) for one in found)
        lacking = [_have(unread, "terms to accept"), _have(expired, "training to renew")]
        if said := " and ".join(words for words in lacking if words):
            hint = "Without accepted terms nobody reads a case" if unread else "What is recorded of it has run out"
            told = {"text": f"{said} on “{panel.name}”", "href": url_for(endpoint, panel_id=panel.id)}
            yield told | {"hint": hint, "deed": "See who", "status": "With the panel"}


def _have(people: int, what: str) -> str:
    """Say how many people have something to do; nothing for none."""
    return f"{people} {'person has' if people == 1 else 'people have'} {what}" if people else ""


def _without_meeting(round_: "Round", stage: Stage) -> str:
    if stage is Stage.CLOSED:
        return "Grading is closed, and no meeting is planned"
    closes = f"until {british_date(round_.close_on)}" if round_.close_on else "with no day set for its close"
    return f"Grading is open {closes}, and no meeting is planned"


def _chair_is_away(session: Session, one: PlannedMeeting) -> bool:
    people = [
        who for who in panels.seated(session, one.panel) if who.user.role == Role.CHAIR and not who.seat.is_deputy
    ]
    words = [one.attending.get(who.user.id) for who in people]
    return all(word is not None and word.state in (Attending.APOLOGIES, Attending.ABSENT) for word in words)


def _moved(one: PlannedMeeting) -> str:
    """Say from when a meeting was moved last, and why; nothing for one whose time was not changed."""
    last = one.moves[-1] if one.moves else None
    if last is None or last.was_at == one.plan.starts_at:
        return ""
    return f"Moved from {british_datetime(last.was_at)}: {last.reason}"


def _pages(user: "User") -> str:
    return "meetings_planned" if user.force is None else "force_meetings"
