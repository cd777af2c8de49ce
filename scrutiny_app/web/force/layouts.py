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
    own = [one for one in _known() if one.kept]
    return render_template("layouts/index.html", own=own, standard=enumerate(LAYOUTS.values(), 1))


@bp.get("/<int:layout_id>")
@requires(Permission.READ_IMPORT_PROBLEMS)
def show(layout_id: int) -> ResponseReturnValue:
    """Show what fills what in one of the force's layouts."""
    found = next((one for one in _known() if one.kept and one.kept.id == layout_id), None)
    if found is None or found.kept is None:
        raise NotYours
    said = said_of(found.mapping)
    return render_template("layouts/show.html", name=found.name, version=found.kept.version, about="", said=said)


@bp.get("/standard/<int:number>")
@requires(Permission.READ_IMPORT_PROBLEMS)
def standard(number: int) -> ResponseReturnValue:
    """Show what fills what in a layout that comes with the product; they are counted from 1."""
    offered = dict(enumerate(LAYOUTS.values(), 1))
    if number not in offered:
        raise NotYours
    layout = offered[number]
    said = said_of(
        layout.mapping, [heading for heading, _ in layout.columns], [heading for heading, _ in layout.people]
    )
    return render_template("layouts/show.html", name=layout.name, version=None, about=layout.about, said=said)


def _known() -> list[Known]:
    with reading() as db:
        return layouts.layouts_of(db, signed_in_user().force or "")
