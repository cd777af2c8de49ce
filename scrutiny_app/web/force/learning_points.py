"""Learning points: read by those who learn, gathered and retired by the lead."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.grading import THEME_TITLES, Theme
from scrutiny_app.services import learning_points
from scrutiny_app.services.learning_points import Point
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.learning import PointForm, ThemeForm

bp = Blueprint("learning_points", __name__, url_prefix="/force/learning")


@bp.get("")
@requires(Permission.READ_LEARNING)
def index() -> ResponseReturnValue:
    """List the force's learning points."""
    with reading() as db:
        points = learning_points.learning_points(db, by=signed_in_user())
    return render_template("learning/index.html", points=points, may_keep=_may_keep())


@bp.get("/<int:number>")
@requires(Permission.READ_LEARNING)
def show(number: int) -> ResponseReturnValue:
    """Show one learning point with its examples."""
    with reading() as db:
        point = learning_points.find_point(db, number, by=signed_in_user())
    return render_template("learning/show.html", point=point, may_keep=_may_keep())


@bp.get("/new")
@requires(Permission.KEEP_LEARNING)
def begin() -> ResponseReturnValue:
    """Choose a theme, and then the findings with it."""
    form, theme = ThemeForm(request.args), _theme()
    if theme is None:
        return render_template("learning/theme.html", form=form)
    return _form(PointForm(formdata=None), theme)


@bp.post("/new")
@requires(Permission.KEEP_LEARNING)
def add() -> ResponseReturnValue:
    """Keep a new learning point."""
    return _write(None)


@bp.get("/<int:number>/edit")
@requires(Permission.KEEP_LEARNING)
def edit(number: int) -> ResponseReturnValue:
    """Show a learning point to be changed."""
    with reading() as db:
        point = learning_points.find_point(db, number, by=signed_in_user())
    row, policy = point.row, point.policy
    given = {"title": row.title, "good": row.good, "policy": policy.words, "link": policy.link}
    form = PointForm(formdata=None, findings=row.findings, seen=str(row.version), **given)
    return _form(form, _theme() or _theme_of(point), number)


@bp.post("/<int:number>/edit")
@requires(Permission.KEEP_LEARNING)
def save(number: int) -> ResponseReturnValue:
    """Keep a new version of a learning point."""
    return _write(number)


@bp.post("/<int:number>/retire")
@requires(Permission.KEEP_LEARNING)
def retire(number: int) -> ResponseReturnValue:
    """Retire a learning point."""
    seen = request.form.get("seen", "")
    with transaction() as db:
        learning_points.retire_point(db, number, seen=int(seen) if seen.isdecimal() else 0, by=signed_in_user())
    flash("Retired. It is kept, and taught no more.", "success")
    return redirect(url_for(".index"))


def _write(number: int | None) -> ResponseReturnValue:
    form, theme = PointForm(), _theme()
    if theme is None:
        return redirect(url_for(".begin"))
    with reading() as db:
        if number is not None:
            learning_points.find_point(db, number, by=signed_in_user())
        form.offer(learning_points.findings_with(db, theme, by=signed_in_user()))
    if form.validate_on_submit():
        try:
            kept = _keep(form, theme, number)
        except NotYours:
            raise
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("Kept. Officers and supervisors can read it.", "success")
            return redirect(url_for(".show", number=kept))
    return _form(form, theme, number)


def _keep(form: PointForm, theme: Theme, number: int | None) -> int:
    seen = form.seen.data or ""
    given: dict[str, Any] = {"theme": theme, "number": number, "seen": int(seen) if seen.isdecimal() else 0}
    words = (form.title.data or "", form.good.data or "", form.policy_given, form.findings.data or [])
    with transaction() as db:
        return learning_points.write_point(db, *words, by=signed_in_user(), **given).number


def _form(form: PointForm, theme: Theme, number: int | None = None) -> ResponseReturnValue:
    with reading() as db:
        form.offer(learning_points.findings_with(db, theme, by=signed_in_user()))
    title = THEME_TITLES[theme]
    return render_template("learning/edit.html", form=form, theme=theme, theme_title=title, number=number)


def _theme() -> Theme | None:
    asked = request.args.get("theme", "")
    return Theme(asked) if asked in set(Theme) else None


def _theme_of(point: Point) -> Theme:
    """Give the theme that a point was gathered from: the one that its examples share."""
    titles = learning_points.themes_of(point)
    return next((theme for theme, title in THEME_TITLES.items() if title in titles), Theme.GOOD_PRACTICE)


def _may_keep() -> bool:
    return allows(signed_in_user().role, Permission.KEEP_LEARNING)
