"""Joining the settings, the database and one portal's pages into an app, or refusing to."""

from collections.abc import MutableMapping
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from flask.templating import Environment
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter, Map

from scrutiny_app.database import Database
from scrutiny_app.settings import Portal, Settings
from scrutiny_app.web import (
    access,
    asked,
    errors,
    filters,
    fresh_password,
    headers,
    navigation,
    sessions,
    table_files,
    uploads,
)
from scrutiny_app.web.current import EXTENSION, Running

PACKAGE = "scrutiny_app"
ROOT = Path(__file__).parents[2]
SIDES = {
    Portal.ALL: ("both", "force", "panel"),
    Portal.FORCE: ("both", "force"),
    Portal.PANEL: ("both", "panel"),
}


def make_app(settings: Settings) -> Flask:
    """Make the app of one portal; raise CannotOpen or UnguardedRoutes rather than start unsafely."""
    app = Flask(PACKAGE, template_folder=str(ROOT / "templates"), static_folder="static")
    app.jinja_environment = Templates
    app.config.update(
        SECRET_KEY=settings.secret_key_file.read_bytes(),
        SESSION_COOKIE_NAME="scrutiny_session" if settings.demo else "__Host-scrutiny",
        SESSION_COOKIE_SECURE=not settings.demo,
        MAX_CONTENT_LENGTH=4 * 1024 * 1024,  # a page that takes files says so: see `uploads`
        MAX_FORM_MEMORY_SIZE=1024 * 1024,
        MAX_FORM_PARTS=2000,
        WTF_CSRF_TIME_LIMIT=None,  # a token lives as long as its session
        WTF_CSRF_SSL_STRICT=False,  # no-referrer is sent on purpose, so the referrer cannot be checked
        TRUSTED_HOSTS=_hosts(settings),
        PROPAGATE_FAULTS=False,
    )
    app.url_map.converters["int"] = Id
    app.extensions[EXTENSION] = Running(settings, Database(settings.database_url), _case_key(settings))
    app.session_interface = sessions.ServerSessions()
    if settings.behind_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app)  # type: ignore[method-assign]  # Flask's documented way

    uploads.install(app)
    CSRFProtect(app)
    access.install(app)
    fresh_password.install(app)
    headers.install(app)
    errors.install(app)
    filters.install(app)
    navigation.install(app)
    asked.install(app)
    table_files.install(app)
    access.public(app.view_functions["static"])
    for side in SIDES[settings.portal]:
        for bp in import_module(f"{PACKAGE}.web.{side}").pages:
            app.register_blueprint(bp)
    access.check_every_route(app)
    return app


class Templates(Environment):
    """Our templates, which share one set of globals as it is: none has any of its own."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give the site's own globals; Jinja's chain of two is compared anew, key by key, at each import of a page."""
        if d:
            raise ValueError("a template has no globals of its own")
        return self.globals


class Id(IntegerConverter):
    """A row's id in an address; a number that no row could have is no page, and not a fault of the database's."""

    def __init__(self, map: Map) -> None:
        super().__init__(map, max=asked.LARGEST)


def _hosts(settings: Settings) -> list[str]:
    public = urlsplit(settings.public_url).hostname
    return [public] if public else ["127.0.0.1", "localhost", "[::1]"]


def _case_key(settings: Settings) -> Any:
    if settings.case_key_file is None:
        return None
    return import_module(f"{PACKAGE}.services.dossiers").read_key(settings.case_key_file)
