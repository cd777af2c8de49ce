"""Layouts of a force's files: those that somebody confirmed, and those that come with the product."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.layouts import LAYOUTS
from scrutiny_app.services import layouts
from scrutiny_app.services.layouts import Known
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading
from scrutiny_app.web.force.mapped import said_of

bp = Blueprint("layouts", __name__, url_prefix="/force/layouts")


@bp.get("")
@requires(Permission.READ_IMPORT_PROBLEMS)
def index() -> ResponseReturnValue:
    """List the layouts by which the force's files are read."""
    known = _known()
    own, standard = [one for one in known if one.kept], [one for one in known if not one.kept]
    return render_template("layouts/index.html", own=own, standard=standard)


@bp.get("/<int:layout_id>")
@requires(Permission.READ_IMPORT_PROBLEMS)
def show(layout_id: int) -> ResponseReturnValue:
    """Show what fills what in one of the force's layouts."""
    return _page(next((one for one in _known() if one.kept and one.kept.id == layout_id), None))


@bp.get("/standard/<name>")
@requires(Permission.READ_IMPORT_PROBLEMS)
def standard(name: str) -> ResponseReturnValue:
    """Show what fills what in a layout that comes with the product."""
    found = next((one for one in _known() if not one.kept and one.name == name), None)
    described = next((one for one in LAYOUTS.values() if one.name == name), None)
    if described is None:
        return _page(found)
    headings, people = ([heading for heading, _ in columns] for columns in (described.columns, described.people))
    return _page(found, described.about, headings, people)


def _known() -> list[Known]:
    with reading() as db:
        return layouts.layouts_of(db, signed_in_user().force or "")


def _page(
    found: Known | None, about: str = "", headings: list[str] | None = None, people: list[str] | None = None
) -> ResponseReturnValue:
    if found is None:
        raise NotYours
    said = said_of(found.mapping, headings, people)
    return render_template("layouts/show.html", layout=found, about=about, said=said)
