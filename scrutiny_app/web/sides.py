"""The panel's pages are for the panel's people and the force's for the force's, whatever else their roles may do."""

from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.web.access import somebody


def panel_only() -> None:
    """Answer the force's people as if the panel's pages did not exist, and record the refusal."""
    user = somebody()
    if user is not None and user.role not in PANEL_ROLES:
        raise NotYours("side")


def force_only() -> None:
    """Answer the panel's people as if the force's pages did not exist, and record the refusal."""
    user = somebody()
    if user is not None and user.role in PANEL_ROLES:
        raise NotYours("side")
