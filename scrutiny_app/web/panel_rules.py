"""The pages of a panel's rules, which both sides serve: quorum, terms of reference, training, who lacks what."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.quorum import in_sentences
from scrutiny_app.services import panels, terms, training
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.panels import QuorumForm, TermsForm, TrainingForm


def register(bp: Blueprint) -> Blueprint:
    """Serve these pages under a side's own address."""
    for rule, view, methods in (
        ("/<int:panel_id>/readiness", readiness, ["GET"]),
        ("/<int:panel_id>/quorum", quorum, ["GET", "POST"]),
        ("/<int:panel_id>/terms", set_terms, ["GET", "POST"]),
        ("/<int:panel_id>/training", train, ["GET", "POST"]),
    ):
        bp.add_url_rule(rule, view_func=view, methods=methods)
    return bp


@requires(Permission.SET_TERMS)
def readiness(panel_id: int) -> ResponseReturnValue:
    """Show a panel's rule and terms, and who on it lacks what."""
    with reading() as session:
        panel = panels.find_panel(session, panel_id, signed_in_user())
        found = training.readiness(session, panel)
        newest = terms.newest_terms(session, panel)
    return render_template(
        "panels/readiness.html",
        panel=panel,
        rule=in_sentences(panels.quorum_of(panel)),
        newest=newest,
        people=found,
        lacking=[one for one in found if one.lacks],
    )


@requires(Permission.SET_TERMS)
def quorum(panel_id: int) -> ResponseReturnValue:
    """Set whom a finding needs."""
    user = signed_in_user()
    with reading() as session:
        panel = panels.find_panel(session, panel_id, user)
    form = QuorumForm(obj=panels.quorum_of(panel))
    if form.validate_on_submit():
        with transaction() as session:
            panels.set_quorum(session, panels.find_panel(session, panel_id, user), form.quorum, by=user)
        flash("The rule is set. It holds for every case that is not revealed or signed yet.", "success")
        return redirect(url_for(".readiness", panel_id=panel_id))
    return render_template("panels/quorum.html", panel=panel, form=form)


@requires(Permission.SET_TERMS)
def set_terms(panel_id: int) -> ResponseReturnValue:
    """Set a panel's terms of reference, which everybody on it is then asked to accept."""
    user = signed_in_user()
    with reading() as session:
        panel = panels.find_panel(session, panel_id, user)
        newest = terms.newest_terms(session, panel)
    form = TermsForm()
    if newest and not form.is_submitted():
        form.text.data, form.lasts_days.data, form.seen.data = newest.text, newest.lasts_days, str(newest.version)
    if form.validate_on_submit():
        text, days, seen = form.text.data or "", form.lasts_days.data or 0, form.seen.data or ""
        try:
            with transaction() as session:
                before = int(seen) if seen.isdecimal() and len(seen) < 9 else -1
                terms.set_terms(session, panels.find_panel(session, panel_id, user), text, days, seen=before, by=user)
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("The terms are set. Nobody on the panel reads a case before they have accepted them.", "success")
            return redirect(url_for(".readiness", panel_id=panel_id))
    return render_template("panels/terms.html", panel=panel, newest=newest, form=form)


@requires(Permission.SET_TERMS)
def train(panel_id: int) -> ResponseReturnValue:
    """Record a training that somebody has had."""
    user, form = signed_in_user(), TrainingForm()
    with reading() as session:
        panel = panels.find_panel(session, panel_id, user)
        form.offer(one.user for one in panels.seated(session, panel))
        subjects = training.subjects(session, panel)
    if form.validate_on_submit():
        try:
            with transaction() as session:
                training.record_training(session, panel, int(form.person.data), form.trained, by=user)
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("The training is recorded.", "success")
            return redirect(url_for(".readiness", panel_id=panel_id))
    return render_template("panels/training.html", panel=panel, subjects=subjects, form=form)
