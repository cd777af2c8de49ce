"""Panels of the force: made, seated, shared with a second force, and their deputies."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.people import BODY_TITLES, ROLE_TITLES
from scrutiny_app.domain.quorum import in_sentences
from scrutiny_app.services import panels, sharing_panels, terms
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.forms.panels import ForceForm, PanelForm, SeatForm

bp = Blueprint("panels", __name__, url_prefix="/force/panels")


@bp.get("")
@requires(Permission.MANAGE_PANEL)
def index() -> ResponseReturnValue:
    """List the force's panels."""
    with reading() as session:
        return render_template("panels/index.html", panels=panels.panels_of(session, signed_in_user()))


@bp.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_PANEL)
def new() -> ResponseReturnValue:
    """Make a panel."""
    form = PanelForm()
    if form.validate_on_submit():
        try:
            with transaction() as session:
                least = form.least_members.data or 0
                panel = panels.make_panel(session, name=form.name.data or "", least_members=least, by=signed_in_user())
        except Refused as refusal:
            refuse(form.name, refusal.message)
        else:
            flash("The panel is made. Seat its people next.", "success")
            return redirect(url_for(".show", panel_id=panel.id))
    return render_template("panels/new.html", form=form)


@bp.route("/<int:panel_id>", methods=["GET", "POST"])
@requires(Permission.MANAGE_PANEL)
def show(panel_id: int) -> ResponseReturnValue:
    """Show who sits on a panel, and seat another."""
    form = SeatForm()
    with reading() as session:
        panel = panels.find_panel(session, panel_id, signed_in_user())
        form.offer(panels.could_sit(session, panel))
        seated = panels.seated(session, panel)
    if form.validate_on_submit():
        try:
            with transaction() as session:
                panels.take_seat(session, panel, int(form.person.data), by=signed_in_user())
        except Refused as refusal:
            refuse(form.person, refusal.message)
        else:
            flash("The person is seated.", "success")
            return redirect(url_for(".show", panel_id=panel_id))
    with reading() as session:
        newest = terms.newest_terms(session, panel)
    return render_template(
        "panels/show.html",
        panel=panel,
        seated=seated,
        form=form,
        force_form=ForceForm(formdata=None, force=panel.second_force),
        rule=in_sentences(panels.quorum_of(panel)),
        newest=newest,
        role_titles=ROLE_TITLES,
        body_titles=BODY_TITLES,
    )


@bp.post("/<int:panel_id>/force")
@requires(Permission.MANAGE_PANEL)
def second_force(panel_id: int) -> ResponseReturnValue:
    """Name the panel's second force, or part from it."""
    given = ForceForm().force.data or None
    with transaction() as session:
        panel = panels.find_panel(session, panel_id, signed_in_user())
        sharing_panels.set_second_force(session, panel, given, by=signed_in_user())
    flash(f"The panel is shared with {given}." if given else "The panel reads one force’s cases.", "success")
    return redirect(url_for(".show", panel_id=panel_id))


@bp.post("/<int:panel_id>/seats/<int:user_id>/deputy")
@requires(Permission.MANAGE_PANEL)
def deputy(panel_id: int, user_id: int) -> ResponseReturnValue:
    """Make a seated chair a deputy, or the panel's chair again."""
    is_deputy = request.form.get("deputy") == "yes"
    with transaction() as session:
        panel = panels.find_panel(session, panel_id, signed_in_user())
        panels.set_deputy(session, panel, user_id, is_deputy, by=signed_in_user())
    said = "a deputy: they chair a meeting once they step in for it" if is_deputy else "the panel’s chair"
    flash(f"That person is now {said}.", "success")
    return redirect(url_for(".show", panel_id=panel_id))


@bp.post("/<int:panel_id>/seats/<int:user_id>/end")
@requires(Permission.MANAGE_PANEL)
def end_seat(panel_id: int, user_id: int) -> ResponseReturnValue:
    """End a person's seat."""
    with transaction() as session:
        panel = panels.find_panel(session, panel_id, signed_in_user())
        panels.leave_seat(session, panel, user_id, by=signed_in_user())
    flash("The seat is ended: the panel’s rounds are gone from that person’s pages.", "success")
    return redirect(url_for(".show", panel_id=panel_id))
