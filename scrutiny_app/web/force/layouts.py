"""Layouts of a force's files: those that somebody confirmed, and those that come with the product."""

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.layouts import LAYOUTS
from scrutiny_app.domain.mapping import to_json
from scrutiny_app.domain.uses import Mapping
from scrutiny_app.services import layouts, people
from scrutiny_app.services.layouts import Known
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading
from scrutiny_app.web.filters import british_datetime
from scrutiny_app.web.force.mapped import Said, said_of

if TYPE_CHECKING:
    from scrutiny_app.models.extracts import Extract

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
    with reading() as db:
        found = layouts.find_version(db, signed_in_user().force or "", layout_id)
        confirmed = _by(db, found)
    version = found.kept.version if found.kept else None
    return _page(found.name, said_of(found.mapping), version=version, confirmed=confirmed)


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
    return _page(layout.name, said, about=layout.about)


def read_by(db: Session, extract: "Extract", said: Mapping | None) -> tuple[str, str, str]:
    """Give the layout by which a file was read, its page's address, and who confirmed it; nothing where not known."""
    if extract.layout_id is not None:
        found = layouts.find_version(db, extract.force, extract.layout_id)
        version = found.kept.version if found.kept else 1
        return f"{found.name}, version {version}", url_for("layouts.show", layout_id=extract.layout_id), _by(db, found)
    for number, layout in enumerate(LAYOUTS.values(), 1):
        if said and to_json(layout.mapping) == to_json(said):
            return f"{layout.name}, which comes with the product", url_for("layouts.standard", number=number), ""
    return "", "", ""


def _by(db: Session, found: Known) -> str:
    """Say by whom and when a layout was confirmed."""
    if found.kept is None:
        return ""
    who = people.usernames(db).get(found.kept.saved_by, found.kept.saved_by)
    return f"confirmed by {who} on {british_datetime(found.kept.saved_at)}"


def _page(name: str, said: Said, *, version: int | None = None, about: str = "", confirmed: str = "") -> str:
    may_import = allows(signed_in_user().role, Permission.IMPORT_EXTRACT)
    return render_template(
        "layouts/show.html",
        name=name,
        version=version,
        about=about,
        said=said,
        may_import=may_import,
        confirmed=confirmed,
    )


def _known() -> list[Known]:
    with reading() as db:
        return layouts.layouts_of(db, signed_in_user().force or "")
