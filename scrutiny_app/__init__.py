"""Scrutiny: independent panels check how police forces deal with offences out of court.

`create_app` is where a server begins. The pages are loaded then and not before, so that a command, a rule or the child
process that reads a workbook does not pay for them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from scrutiny_app import settings as settings_

if TYPE_CHECKING:
    from flask import Flask


def create_app(settings: settings_.Settings | None = None) -> "Flask":
    """Make the app of one portal; raise UnsafeSettings, CannotOpen or UnguardedRoutes rather than start unsafely."""
    app: Flask = import_module(f"{__name__}.web.app").make_app(settings or settings_.read())
    return app
