"""Files sent by a form: kept in memory alone, since they name people and nothing of them may reach the disk in clear.

Only a page marked for it takes a large one, and only from somebody who may do what it is for.
"""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import IO, Any, ParamSpec, TypeVar

from flask import Flask, Request, current_app, request
from werkzeug.datastructures import FileStorage

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.people import Role
from scrutiny_app.files import attachments_one
from scrutiny_app.web.access import somebody

MOST = 200 * 2**20  # bytes of an extract
MOST_SENT = MOST + 2**20  # bytes of the form that it comes in
ONE_SENT = attachments_one.MOST_BYTES + 2**20
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
    setattr(view, MARK, (MOST_SENT, Permission.IMPORT_EXTRACT))
    return view


def takes_one_file(view: Callable[P, R]) -> Callable[P, R]:
    """Mark a view as one to which the single file of a case may be sent."""
    setattr(view, MARK, (ONE_SENT, Permission.ASK_FOR_INFORMATION, Permission.ANSWER_REQUEST))
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
        most, *permissions = getattr(view, MARK, (0,))
        if request.method == "POST" and most and _may(permissions):
            request.max_content_length = most


def _may(permissions: Iterable[Permission]) -> bool:
    user = somebody()
    return user is not None and any(allows(Role(user.role), permission) for permission in permissions)
