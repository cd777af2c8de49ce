"""A file as the answer, for its reader to keep."""

from collections.abc import Iterable

from flask import Response


def attached(content: bytes | str | Iterable[str], name: str, media_type: str) -> Response:
    """Answer with a file."""
    return Response(content, mimetype=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
