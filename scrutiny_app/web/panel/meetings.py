"""The meeting: each case from private grades to a signed finding, on one page that says what is left."""

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.adopting import division_in_words, merged, together
from scrutiny_app.domain.agreeing import ESCALATION_TITLES, RESULT_TITLES, in_words
from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.grading import GRADE_TITLES, SEVERITY_TITLES, THEME_TITLES
from scrutiny_app.services import adopting, agreeing, carrying_over, meetings, minutes, reporting, rounds, showing
from scrutiny_app.services.approving_minutes import unapproved
from scrutiny_app.services.case_lines import case_lines
from scrutiny_app.services.chairing import may_step_in, passed_to
from scrutiny_app.services.convening import awaited_meeting
from scrutiny_app.services.hidden_cases import hidden_cases
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.planning_meetings import describe
from scrutiny_app.services.rounds import find_round
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.web import errors
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.filters import plural
from scrutiny_app.web.forms.findings import versions_of
from scrutiny_app.web.fresh_password import requires_fresh
from scrutiny_app.web.written import page_of_form

bp = Blueprint("meetings", __name__, url_prefix="/panel")
SIGNED_ALREADY = "Nothing more was signed: what you ticked is signed already, in the version that you read."
NOTHING_MORE = "Nothing more was revealed: what you chose is revealed already, or not ready any more."


@bp.get("/rounds/<int:round_id>/meeting")
@requires(Permission.READ_SPREAD)
def show(round_id: int) -> ResponseReturnValue:
    """Show how each case of the round stands, and what is left before all are signed."""
    user = signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        meeting = meetings.meeting(session, round_, by=user)
        arising = carrying_over.matters_arising(session, round_, by=user)
        shown = showing.look(session, round_, by=user)
        minutes_ready = minutes.is_ready(session, round_)
        all_revealed = reporting.is_revealed(session, round_)
        hidden = hidden_cases(session, round_, by=user)
        live = describe(session, shown.meeting, round_) if shown.meeting and not shown.meeting.ended_at else None
        stepping_in, passed = may_step_in(session, round_, user), passed_to(session, round_, user)
        awaited = awaited_meeting(session, round_)
        rule = meetings.rule(session, round_)
        lines = case_lines(session, [case.id for case, _ in meeting.cases])
        to_approve = unapproved(session, round_, by=user) if meeting.chairs else []
    return render_template(
        "meetings/show.html",
        meeting=meeting,
        arising=arising,
        shown=shown,
        hidden=hidden,
        live=live,
        may_step_in=stepping_in,
        awaited=awaited,
        passed=passed,
        minutes_ready=minutes_ready,
        all_revealed=all_revealed,
        chairs=meeting.chairs,
        user=user,
        reports="panel_reports.show" in current_app.view_functions,
        words={"grade_titles": GRADE_TITLES, "theme_titles": THEME_TITLES, "severity_titles": SEVERITY_TITLES}
        | {"result_titles": RESULT_TITLES},
        rule=rule,
        to_approve=to_approve,
        lines=lines,
        escalation_titles=ESCALATION_TITLES,
        in_words=in_words,
        division_in_words=division_in_words,
        merged=merged,
        together=together,
    )


@bp.get("/cases/<reference>/reveal")
@requires(Permission.REVEAL_GRADES)
def ask(reference: str) -> ResponseReturnValue:
    """Ask whether a case's grades shall be revealed, which ends grading on it."""
    user = signed_in_user()
    with transaction() as session:
        mine, case = find_my_case(session, reference, user)
        waiting = adopting.to_reveal(session, mine.round, by=user)
        shown = showing.look(session, mine.round, by=user)
    one = [waits for waits in waiting if waits.case.id == case.id]
    if not one:
        return redirect(url_for("panel_findings.edit", reference=reference))
    given = {"round": mine.round, "waiting": one, "reference": case.reference, "case": case, "shown": shown}
    return render_template("meetings/reveal.html", **given, is_open=mine.is_open)


@bp.post("/cases/<reference>/reveal")
@requires(Permission.REVEAL_GRADES)
def reveal(reference: str) -> ResponseReturnValue:
    """Reveal one case's grades, have the room see them where that was asked for, and go on to its finding."""
    user = signed_in_user()
    with transaction() as session:
        agreeing.reveal(session, reference, by=user)
        if request.form.get("put_up"):
            showing.put_up(session, find_my_case(session, reference, user)[0].round, reference, by=user)
    flash(f"Case {reference} is revealed, and grading on it has ended.", "success")
    return redirect(url_for("panel_findings.edit", reference=reference))


@bp.route("/rounds/<int:round_id>/reveal", methods=["GET", "POST"])
@requires(Permission.REVEAL_GRADES)
def reveal_all(round_id: int) -> ResponseReturnValue:
    """Ask, and then reveal every case that can be; the others are listed with why not."""
    user = signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        if request.method == "POST":
            chosen = adopting.reveal_ready(session, round_, request.form.getlist("case"), by=user)
            told = f"{plural(len(chosen), 'case')} revealed. Grading on what is revealed has ended."
            flash(told if chosen else NOTHING_MORE, "success" if chosen else "important")
            return redirect(url_for(".show", round_id=round_id))
        waiting = adopting.to_reveal(session, round_, by=user)
        is_open = rounds.is_open(round_, today_in_london())
    given = {"round": round_, "waiting": waiting, "reference": None, "is_open": is_open}
    return render_template("meetings/reveal.html", **given)


@bp.post("/rounds/<int:round_id>/adopt")
@requires(Permission.DRAFT_FINDING)
def adopt(round_id: int) -> ResponseReturnValue:
    """Draft together the findings on which all agree."""
    user = signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        ticked, offered = versions_of(request.form.getlist("case")), request.form.get("offered", "")
        comments = request.form.getlist("comments")
        adopted = adopting.adopt_together(session, round_, ticked, offered=offered, with_comments=comments, by=user)
    flash(_adopted_in_words(adopted), "success" if adopted.now else "important")
    return redirect(url_for(".show", round_id=round_id))


@bp.post("/rounds/<int:round_id>/sign")
@requires(Permission.SIGN_FINDING)
@requires_fresh(back="meetings.show")
def sign(round_id: int) -> ResponseReturnValue:
    """Sign every finding that is ticked, each in the version that was read."""
    user = signed_in_user()
    with transaction() as session:
        round_ = find_round(session, round_id, user)
        chosen, offered = versions_of(request.form.getlist("case")), request.form.get("offered", "")
        done = adopting.sign_drafted(session, round_, chosen, offered=offered, by=user)
    flash(f"{plural(len(done), 'finding')} signed." if done else SIGNED_ALREADY, "success" if done else "important")
    return redirect(url_for(".show", round_id=round_id))


@bp.errorhandler(Overtaken)
def overtaken(refusal: Overtaken) -> ResponseReturnValue:
    """Tell who comes second what was done meanwhile, with the way back to the meeting."""
    round_id = (request.view_args or {}).get("round_id")
    back = url_for(".show", round_id=round_id) if round_id else page_of_form()
    return errors.page(409, refusal.message, back=back)


def _adopted_in_words(adopted: adopting.Adopted) -> str:
    """Say how many were adopted now, and how many had been."""
    already = f"{plural(len(adopted.already), 'finding')} had been adopted already." if adopted.already else ""
    if not adopted.now:
        return f"{already} Nothing more was done."
    return f"{plural(len(adopted.now), 'finding')} adopted together. {already} Sign them when the panel is ready."
