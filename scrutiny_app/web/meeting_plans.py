"""The pages of meetings as they are planned, which both sides serve: the list, one meeting, and its changes."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.meetings import ATTENDING_TITLES, MANNER_TITLES, Attending
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.domain.rounds import STAGE_TITLES, Stage
from scrutiny_app.files.calendar import MEDIA_TYPE, write_calendar
from scrutiny_app.services import attending, minutes, panels, planning_meetings
from scrutiny_app.services.appointments import appointment_of
from scrutiny_app.services.chairing import chairs, may_step_in, passed_to
from scrutiny_app.services.planning_meetings import PlannedMeeting, find_meeting, meetings_for, rounds_to_meet_on
from scrutiny_app.services.rounds import find_round
from scrutiny_app.services.trail import now
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.attached import attached
from scrutiny_app.web.awaiting import standing_meetings
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.filters import british_date, in_london
from scrutiny_app.web.forms.meetings import CancelForm, MoveForm, PlanForm
from scrutiny_app.web.naming_asked import ANSWER, told_on
from scrutiny_app.web.reason_names import check_reason_nameless


def register(bp: Blueprint) -> Blueprint:
    """Serve these pages under a side's own address."""
    for rule, view, methods in (
        ("", index, ["GET"]),
        ("/new", new, ["GET", "POST"]),
        ("/<int:meeting_id>", show, ["GET"]),
        ("/<int:meeting_id>/move", move, ["GET", "POST"]),
        ("/<int:meeting_id>/cancel", cancel, ["GET", "POST"]),
        ("/<int:meeting_id>/apologies/<int:user_id>/back", take_back, ["POST"]),
        ("/<int:meeting_id>/calendar", calendar, ["GET"]),
    ):
        bp.add_url_rule(rule, view_func=view, methods=methods)
    bp.add_app_template_filter(weekday)
    return bp


def weekday(at: datetime) -> str:
    """Name the day of the week of a moment in London."""
    return f"{in_london(at):%A}"


@requires(Permission.READ_MINUTES)
def index() -> ResponseReturnValue:
    """List the meetings of a person's rounds, those to come first."""
    user = signed_in_user()
    with reading() as session:
        found = meetings_for(session, user)
    coming = [one for one in found if one.is_coming(now())]
    others = [one for one in reversed(found) if one not in coming]
    plans = allows(user.role, Permission.PLAN_MEETING)
    return render_template(
        "meetings_planned/index.html", coming=coming, others=others, plans=plans, manners=MANNER_TITLES
    )


@requires(Permission.PLAN_MEETING)
def new() -> ResponseReturnValue:
    """Plan a meeting."""
    form, user = PlanForm(), signed_in_user()
    with reading() as session:
        offered, planned = rounds_to_meet_on(session, user), standing_meetings(meetings_for(session, user))
    form.offer((one, _how_it_stands(stage, planned.get(one.id))) for one, stage in offered)
    if not form.is_submitted() and request.args.get("round"):
        form.round_id.data = request.args["round"]
    if form.validate_on_submit():
        try:
            with transaction() as session:
                round_ = find_round(session, int(form.round_id.data), user)
                another = form.another.data
                meeting = planning_meetings.plan_meeting(session, round_, form.plan, another=another, by=user)
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("The meeting is planned. Everybody on the panel finds it on their home page.", "success")
            return redirect(url_for(".show", meeting_id=meeting.id))
    may_be_another = any(one.id in planned for one, _ in offered)
    return render_template("meetings_planned/new.html", form=form, may_be_another=may_be_another)


@requires(Permission.READ_MINUTES)
def show(meeting_id: int) -> ResponseReturnValue:
    """Show when and where a meeting is, what changed, and who comes."""
    user = signed_in_user()
    with reading() as session:
        one = find_meeting(session, meeting_id, user)
        seated = panels.seated(session, one.panel)
        chair = next((who.user for who in seated if who.user.id == one.meeting.chaired_by), None)
        stepping_in, passed = may_step_in(session, one.round, user), passed_to(session, one.round, user)
        chairing = chairs(session, one.round, user)
        minutes_ready = minutes.is_ready(session, one.round)
    return render_template(
        "meetings_planned/show.html",
        one=one,
        seated=seated,
        chair=chair,
        may_step_in=stepping_in,
        passed=passed,
        chairing=chairing,
        minutes_ready=minutes_ready,
        is_coming=one.is_coming(now()),
        has_begun=one.plan.starts_at <= now(),
        plans=allows(user.role, Permission.PLAN_MEETING) and one.is_standing,
        keeps=allows(user.role, Permission.KEEP_MINUTES) and one.meeting.cancelled_at is None,
        on_panel=user.role in PANEL_ROLES,
        reads=allows(user.role, Permission.READ_SPREAD),
        manners=MANNER_TITLES,
        states=ATTENDING_TITLES,
        apologies=Attending.APOLOGIES,
        coming=Attending.COMING,
    )


@requires(Permission.PLAN_MEETING)
def move(meeting_id: int) -> ResponseReturnValue:
    """Give a meeting another time, place or way."""
    form = MoveForm()

    def deed(session: Session, meeting_id: int, **given: Any) -> None:
        planning_meetings.move_meeting(session, meeting_id, form.plan, **given)

    return _change(meeting_id, form, deed, "meetings_planned/move.html", "The meeting is changed.")


@requires(Permission.PLAN_MEETING)
def cancel(meeting_id: int) -> ResponseReturnValue:
    """Cancel a meeting."""
    done = "The meeting is cancelled. It stays on the list, and another can be planned."
    return _change(meeting_id, CancelForm(), planning_meetings.cancel_meeting, "meetings_planned/cancel.html", done)


def _change(
    meeting_id: int, form: MoveForm | CancelForm, deed: Callable[..., object], template: str, done: str
) -> ResponseReturnValue:
    """Change a meeting for a reason that names nobody, as it stood when the person saw it."""
    user, named = signed_in_user(), None
    with reading() as session:
        one = find_meeting(session, meeting_id, user)
        own = planning_meetings.references_of(session, one.round)
    if not form.is_submitted():
        form.seen.data = str(one.sequence)
        if isinstance(form, MoveForm):
            form.fill(one.plan)
    if form.validate_on_submit():
        seen, reason = _number(form.seen.data), form.reason.data or ""
        try:
            check_reason_nameless(reason, own, answered=request.form.get(ANSWER, ""))
            with transaction() as session:
                deed(session, meeting_id, seen=seen, reason=reason, by=user)
        except Overtaken as refusal:
            return _overtaken(template, form, meeting_id, refusal)
        except Refused as refusal:
            named = told_on(form, refusal)
        else:
            flash(done, "success")
            return redirect(url_for(".show", meeting_id=meeting_id))
    return render_template(template, form=form, one=one, named=named)


@requires(Permission.PLAN_MEETING)
def take_back(meeting_id: int, user_id: int) -> ResponseReturnValue:
    """Take back somebody's apologies for them."""
    with transaction() as session:
        attending.take_back_apologies(session, meeting_id, user_id, by=signed_in_user())
    flash("Their apologies are taken back.", "success")
    return redirect(url_for(".show", meeting_id=meeting_id))


@requires(Permission.READ_MINUTES)
def calendar(meeting_id: int) -> ResponseReturnValue:
    """Give a meeting as a file for a calendar."""
    with reading() as session:
        file = write_calendar(appointment_of(find_meeting(session, meeting_id, signed_in_user())))
    return attached(file, "meeting.ics", MEDIA_TYPE)


def _overtaken(template: str, form: MoveForm | CancelForm, meeting_id: int, refusal: Overtaken) -> tuple[str, int]:
    """Give whoever comes second their own words beside what the meeting has become; their next press has read it."""
    with reading() as session:
        one = find_meeting(session, meeting_id, signed_in_user())
    form.form_errors.append(refusal.message)
    form.seen.data = str(one.sequence)
    return render_template(template, form=form, one=one, named=None, overtaken=True), 409


def _how_it_stands(stage: Stage, meeting: PlannedMeeting | None) -> str:
    planned = f"; a meeting is planned for {british_date(meeting.plan.starts_at)}" if meeting else ""
    return f"{STAGE_TITLES[stage].lower()}{planned}"


def _number(given: str | None) -> int:
    """Read how many changes somebody had seen; what is no such number is none that could be."""
    return int(given) if given and given.isdecimal() and len(given) < 9 else -1
