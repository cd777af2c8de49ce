"""A force's own themes: added under a common one, and ended; never renamed."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.common_themes import AFTER, AS_OF
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.grading import THEME_TITLES, Theme
from scrutiny_app.services import local_themes
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.learning import EndThemeForm, LocalThemeForm

bp = Blueprint("local_themes", __name__, url_prefix="/force/themes")


@bp.get("")
@requires(Permission.KEEP_LEARNING)
def index() -> ResponseReturnValue:
    """List the force's own themes, with the form for another."""
    return _page(LocalThemeForm(formdata=None, from_on=today_in_london()))


@bp.post("")
@requires(Permission.KEEP_LEARNING)
def add() -> ResponseReturnValue:
    """Add a theme."""
    form = LocalThemeForm()
    if form.validate_on_submit() and form.from_on.data:
        try:
            with transaction() as db:
                under = Theme(form.under.data)
                given = {"from_on": form.from_on.data, "by": signed_in_user()}
                local_themes.add_local_theme(db, form.title.data or "", under, **given)
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("Added. Panels can use it from that day on.", "success")
            return redirect(url_for(".index"))
    return _page(form)


@bp.route("/<int:theme_id>/end", methods=["GET", "POST"])
@requires(Permission.KEEP_LEARNING)
def end(theme_id: int) -> ResponseReturnValue:
    """Ask for a theme's last day, and keep it."""
    form = EndThemeForm(until_on=today_in_london())
    with reading() as db:
        theme = next((one for one in local_themes.local_themes(db, by=signed_in_user()) if one.id == theme_id), None)
    if theme is None:
        raise NotYours
    if form.validate_on_submit() and form.until_on.data:
        try:
            with transaction() as db:
                local_themes.end_local_theme(db, theme_id, until_on=form.until_on.data, by=signed_in_user())
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("Kept. What was coded with it stays.", "success")
            return redirect(url_for(".index"))
    return render_template("learning/end_theme.html", form=form, theme=theme)


def _page(form: LocalThemeForm) -> ResponseReturnValue:
    with reading() as db:
        themes = local_themes.local_themes(db, by=signed_in_user())
    common = {"titles": THEME_TITLES, "after": AFTER, "as_of": AS_OF}
    return render_template("learning/themes.html", form=form, themes=themes, **common)
