"""Files sent by a form: kept in memory alone, since they name people and nothing of them may reach the disk in clear.

Only a page marked for it takes a large one, and only from somebody who may import.
"""

from collections.abc import Callable
from io import BytesIO
from typing import IO, Any, ParamSpec, TypeVar

from flask import Flask, Request, current_app, request
from werkzeug.datastructures import FileStorage

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.people import Role
from scrutiny_app.web.access import somebody

MOST = 200 * 2**20  # bytes of an extract
MOST_SENT = MOST + 2**20  # bytes of the form that it comes in
MARK = "_takes_files"
P = ParamSpec("P")
R = TypeVar("R")


class InMemory(Request):
    """A request whose files are never spooled to the disk, as Werkzeug would by itself from 500 KB on."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return BytesIO()


def takes_files(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view as one to which a large file may be sent."""
    setattr(view, MARK, True)
    return view


def content_of(sent: FileStorage) -> bytes:
    """Give a sent file's bytes, without a second copy of them."""
    return sent.stream.getvalue() if isinstance(sent.stream, BytesIO) else sent.read()


def install(app: Flask) -> None:
    """Keep what is sent in memory; it must be called before anything else that reads forms."""
    app.request_class = InMemory

    @app.before_request
    def allow() -> None:
        view: Any = current_app.view_functions.get(request.endpoint or "")
        if request.method == "POST" and getattr(view, MARK, False) and _may_import():
            request.max_content_length = MOST_SENT


def _may_import() -> bool:
    user = somebody()
    return user is not None and allows(Role(user.role), Permission.IMPORT_EXTRACT)
