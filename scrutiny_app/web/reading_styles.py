"""How somebody likes to read: the size of the letters and the space between lines, remembered by their browser."""

from typing import NamedTuple

from flask import request
from werkzeug.wrappers import Response

from scrutiny_app.web.current import settings

COOKIE = "scrutiny_reading"
A_YEAR = 365 * 24 * 60 * 60  # seconds
SIZES = {"usual": "Usual", "large": "Large", "largest": "Largest"}
SPACINGS = {"usual": "Usual", "wide": "Wide"}


class ReadingStyle(NamedTuple):
    """A size and a spacing, each by its code."""

    size: str = "usual"
    spacing: str = "usual"


def chosen_style() -> ReadingStyle:
    """Give what this browser remembers; anything that is no choice of ours counts as the usual."""
    size, _, spacing = request.cookies.get(COOKIE, "").partition("-")
    return ReadingStyle(size if size in SIZES else "usual", spacing if spacing in SPACINGS else "usual")


def keep_style(answer: Response, size: str, spacing: str) -> None:
    """Have the browser remember a choice; what is none is passed over."""
    if size in SIZES and spacing in SPACINGS:
        secure = not settings().demo
        answer.set_cookie(
            COOKIE, f"{size}-{spacing}", max_age=A_YEAR, secure=secure, httponly=True, samesite="Lax", path="/panel"
        )
