"""What somebody had written in a form that was not taken: given back to be copied, and stored and logged nowhere."""

from flask import current_app, request
from werkzeug.exceptions import HTTPException

# What a form sends that is no word of its writer's, or none to be shown.
SECRETS = frozenset({"csrf_token", "username", "password", "old", "new", "again", "next"})


def written() -> list[str]:
    """Give back a person's own words, each text once; never a password, a token, or what they chose from a list."""
    texts = (text.strip() for name, text in request.form.items(multi=True) if name not in SECRETS)
    return list(dict.fromkeys(text for text in texts if _is_words(text)))


def page_of_form() -> str | None:
    """Give the address of the page that a form stands on: the one that it was sent to, or the nearest above that."""
    path = request.path
    while path:
        if _is_page(path):
            return path
        path = path.rpartition("/")[0]
    return None


def _is_words(text: str) -> bool:
    """Tell what was typed from a choice's code, which has no space, and has small letters, digits or hyphens alone."""
    return len(text.split()) > 1 or (text.rstrip(".,;:!?").isalpha() and not text.islower())


def _is_page(path: str) -> bool:
    adapter = current_app.create_url_adapter(request)
    if adapter is None:
        return False
    try:
        _, parts = adapter.match(path, method="GET")
    except HTTPException:
        return False
    return parts.items() <= (request.view_args or {}).items()
