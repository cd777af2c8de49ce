"""The published reports, for anybody: the same files that `scrutiny publish` writes."""

from mimetypes import guess_type

from flask import Blueprint, Response, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.files.public_page import PAGE
from scrutiny_app.services.publishing import files_of, front_files
from scrutiny_app.web.access import public
from scrutiny_app.web.current import reading

bp = Blueprint("public_site", __name__, url_prefix="/reports")


@bp.get("/")
@public
def index() -> ResponseReturnValue:
    """List the published reports by force."""
    return file("")


@bp.get("/<path:report_file>")
@public
def file(report_file: str) -> ResponseReturnValue:
    """Give one file of the site; a folder's is its page."""
    with reading() as db:
        front, made = front_files(db), files_of(db, report_file.partition("/")[0])
    if f"{report_file}/{PAGE}" in made:
        return redirect(url_for(".file", report_file=f"{report_file}/"), 308)
    name = f"{report_file}{PAGE}" if not report_file or report_file.endswith("/") else report_file
    if name not in front and name not in made:
        abort(404)
    kind, _ = guess_type(name)
    content = front[name] if name in front else made[name]()
    kind = kind or "application/octet-stream"
    in_words = kind.startswith("text/") or kind == "application/json"
    return Response(content, content_type=f"{kind}; charset=utf-8" if in_words else kind)
