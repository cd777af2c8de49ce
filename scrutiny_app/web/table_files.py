"""A table on screen as a file: the page is made as ever, guard and filters and all, and its table is read from it.

So a file can hold nothing that its reader may not see. Each is put on the trail.
"""

from typing import Any

from flask import Flask, Response, request, url_for

from scrutiny_app.domain.events import TableDownloaded
from scrutiny_app.files.papers import SHOWS
from scrutiny_app.files.writing import XLSX, Sheet, Written, write_csv, write_workbook
from scrutiny_app.services import trail
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.filters import anchor, british_datetime
from scrutiny_app.web.tables_read import Page, Read

ASKED = "download"  # in the address: the table's name, a dot, and the form
FORMS = {"csv": "text/csv; charset=utf-8", "xlsx": XLSX}


def table_address(caption: str, form: str) -> str:
    """Give the address of a table of the page that is being made, as a file, with the filters that it has."""
    given: dict[str, Any] = {name: values for name, values in request.args.lists() if not _is_ours(name)}
    given |= request.view_args or {}
    given[ASKED] = f"{anchor(caption)}.{form}"
    return url_for(request.endpoint or "", **given)


def install(app: Flask) -> None:
    """Answer with a table's file where the address asks for one that the page offers."""
    app.jinja_env.globals["table_address"] = table_address

    @app.after_request
    def answer(response: Response) -> Response:
        name, _, form = request.args.get(ASKED, "").rpartition(".")
        if form not in FORMS or request.method != "GET" or response.status_code != 200:
            return response
        page = response.get_data(as_text=True)
        if response.mimetype == "text/html" and f'data-table="{name}"' in page:
            _put(response, Page(page), name, form)
        return response


def _is_ours(name: str) -> bool:
    """Say whether a name in the address is no filter: the file's own, or one that making an address takes itself."""
    return name in {ASKED, "endpoint"} or name.startswith("_")


def _put(response: Response, page: Page, name: str, form: str) -> None:
    table = next((one for one in page.tables if anchor(one.caption) == name), None)
    if table is None:
        return
    what = f"{request.endpoint}: {name}"
    with transaction() as session:
        trail.record(session, TableDownloaded(what, form), by=signed_in_user())
        shows = [*page.shows(), ("Downloaded", str(british_datetime(trail.now())))]
    response.set_data(_written(table, form, shows))
    response.headers["Content-Type"] = FORMS[form]
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'


def _written(table: Read, form: str, shows: list[tuple[str, str]]) -> bytes:
    rows: list[list[Written]] = [[*row] for row in table.rows]
    if form == "csv":
        return write_csv(table.header, [*rows, (), (SHOWS,), *shows])
    sheets = [Sheet(table.caption, table.header, rows), Sheet(SHOWS, ("What", "How"), shows)]
    return write_workbook(sheets)
