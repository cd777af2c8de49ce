"""Meetings on the panel's side: planned by its chair and the commissioner's officer; apologies; who came."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.meetings import Attending
from scrutiny_app.services import panels
from scrutiny_app.services.attending import set_attendance, take_back_apologies
from scrutiny_app.services.beginning import begin_meeting
from scrutiny_app.services.chairing import chairs, passed_to, take_chair
from scrutiny_app.services.planning_meetings import find_meeting
from scrutiny_app.web import meeting_plans
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction

bp = meeting_plans.register(Blueprint("meetings_planned", __name__, url_prefix="/panel/meetings"))
ALL_PRESENT = "Everybody is recorded as present but for those who are marked otherwise. Take off whoever is missing."
RECORDED = set(Attending) - {Attending.COMING}  # said by taking apologies back, and in no other way


@bp.post("/<int:meeting_id>/apologies")
@requires(Permission.ACCEPT_TERMS)
def apologise(meeting_id: int) -> ResponseReturnValue:
    """Send one's own apologies."""
    user = signed_in_user()
    with transaction() as session:
        set_attendance(session, meeting_id, user.id, Attending.APOLOGIES, by=user)
    flash("Your apologies are recorded. If you can come after all, take them back here.", "success")
    return redirect(url_for(".show", meeting_id=meeting_id))


@bp.post("/<int:meeting_id>/coming")
@requires(Permission.ACCEPT_TERMS)
def come_after_all(meeting_id: int) -> ResponseReturnValue:
    """Take back one's own apologies."""
    user = signed_in_user()
    with transaction() as session:
        take_back_apologies(session, meeting_id, user.id, by=user)
    flash("Your apologies are taken back. Whoever looks at the meeting reads that you come.", "success")
    return redirect(url_for(".show", meeting_id=meeting_id))


@bp.post("/<int:meeting_id>/attendance")
@requires(Permission.KEEP_MINUTES)
def attendance(meeting_id: int) -> ResponseReturnValue:
    """Record who came, or before the meeting who is not coming, for each person that something was chosen for.

    "All present" says so of each person of whom nothing else is chosen; whoever is missing is taken off afterwards.
    """
    user, unsaid = signed_in_user(), Attending.PRESENT.value if "all_present" in request.form else ""
    with transaction() as session:
        one = find_meeting(session, meeting_id, user)
        for seated in panels.seated(session, one.panel):
            word = one.attending[seated.user.id].state if seated.user.id in one.attending else ""
            given = request.form.get(f"attending-{seated.user.id}", "")
            chosen = next((one for one in (given, word) if one in RECORDED), unsaid)
            if chosen and chosen != word:
                set_attendance(session, meeting_id, seated.user.id, Attending(chosen), by=user)
    flash(
        ALL_PRESENT if unsaid else "Who came is recorded." if one.has_begun else "Who is coming is recorded.", "success"
    )
    return redirect(url_for(".show", meeting_id=meeting_id, _anchor="came" if unsaid else None))


@bp.post("/<int:meeting_id>/chair")
@requires(Permission.REVEAL_GRADES)
def step_in(meeting_id: int) -> ResponseReturnValue:
    """Step in as the chair of a meeting, or take it back, and go on where they were."""
    user, seen, reference = signed_in_user(), request.form.get("seen", ""), request.form.get("case", "")
    with transaction() as session:
        round_ = find_meeting(session, meeting_id, user).round
        take_chair(session, round_, seen=int(seen) if seen.isdecimal() and len(seen) < 10 else None, by=user)
    flash("You chair this meeting. It is on the trail from when.", "success")
    if reference:
        return redirect(url_for("panel_findings.edit", reference=reference))
    if request.form.get("to") == "cases":
        return redirect(url_for("meetings.show", round_id=round_.id))
    return redirect(url_for(".show", meeting_id=meeting_id))


@bp.route("/<int:meeting_id>/begin", methods=["GET", "POST"])
@requires(Permission.REVEAL_GRADES)
def begin(meeting_id: int) -> ResponseReturnValue:
    """Ask, and then begin a meeting before its time."""
    user, seen = signed_in_user(), request.form.get("seen", "")
    with transaction() as session:
        one = find_meeting(session, meeting_id, user)
        passed, may_chair = passed_to(session, one.round, user), chairs(session, one.round, user)
        if request.method == "POST":
            begin_meeting(session, meeting_id, seen=int(seen) if seen.isdecimal() and len(seen) < 9 else -1, by=user)
    if request.method == "POST":
        flash("The meeting has begun. Record who came, and go through the cases.", "success")
        return redirect(url_for("meetings.show", round_id=one.round.id))
    return render_template("meetings_planned/begin.html", one=one, chairs=may_chair, passed=passed)
