"""The door to every page: who may open it is marked on the view, and a page without a mark stops the app.

Flask-Login is called from here alone.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from flask import Flask, redirect, request, session, url_for
from flask_login import LoginManager, current_user, login_user, logout_user
from flask_login.mixins import AnonymousUserMixin
from werkzeug.wrappers import Response

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.people import PANEL_ROLES, Role
from scrutiny_app.services import access
from scrutiny_app.services.trail import now
from scrutiny_app.settings import Portal
from scrutiny_app.web.current import reading, settings

if TYPE_CHECKING:
    from scrutiny_app.models.people import User

MARK = "_who_may"
CONFIRMED = "confirmed_at"
P = ParamSpec("P")
R = TypeVar("R")
View = Callable[P, R]


class UnguardedRoutes(Exception):
    """Some routes carry no mark of who may open them; the app does not start."""


class SignedIn:
    """What Flask-Login holds of the person who has signed in; `user` is the row itself."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def __init__(self, user: "User") -> None:
        self.user = user

    def get_id(self) -> str:
        """Give the id that the server-side session keeps."""
        return str(self.user.id)


def public(view: View[P, R]) -> View[P, R]:
    """Mark a view as open to anyone, signed in or not."""
    setattr(view, MARK, "public")
    return view


def signed_in(view: View[P, R]) -> View[P, R | Response]:
    """Mark a view as open to everyone who has signed in."""
    return _guarded(view, "signed in", lambda role: True)


def requires(*permissions: Permission) -> Callable[[View[P, R]], View[P, R | Response]]:
    """Mark a view as open to roles that are granted any of these permissions; to others it does not exist."""
    if not permissions:
        raise ValueError("name at least one permission")

    def mark(view: View[P, R]) -> View[P, R | Response]:
        return _guarded(view, permissions, lambda role: any(allows(role, permission) for permission in permissions))

    return mark


def _guarded(view: View[P, R], mark: object, may: Callable[[Role], bool]) -> View[P, R | Response]:
    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R | Response:
        if not current_user.is_authenticated:
            return redirect(url_for("sign_in.show", next=request.full_path if request.method == "GET" else None))
        if not may(signed_in_user().role):
            raise NotYours("role")
        return view(*args, **kwargs)

    setattr(guarded, MARK, mark)
    return guarded


def mark_of(view: Callable[..., Any]) -> Any:
    """Give a view's mark: "public", "signed in", a tuple of permissions, or None."""
    return getattr(view, MARK, None)


def check_every_route(app: Flask) -> None:
    """Raise UnguardedRoutes, naming them, where any route of the app carries no mark."""
    bare = sorted(rule.rule for rule in app.url_map.iter_rules() if mark_of(app.view_functions[rule.endpoint]) is None)
    if bare:
        raise UnguardedRoutes(f"mark these routes with who may open them: {', '.join(bare)}")


def signed_in_user() -> "User":
    """Give the row of the person who has signed in; RuntimeError where nobody has (a guard is missing)."""
    who = current_user._get_current_object()
    if not isinstance(who, SignedIn):
        raise RuntimeError("nobody has signed in")
    return who.user


def somebody() -> "User | None":
    """Give the row of the person who has signed in, or None."""
    who = current_user._get_current_object()
    return who.user if isinstance(who, SignedIn) else None


def terms_to_accept() -> int | None:
    """Give a panel (by id) whose terms of reference the person has to accept before they read a case, or None."""
    return getattr(session, "terms_of", None)


def begin(user: "User") -> None:
    """Sign a person in, under a new session id."""
    session.clear()
    session.rotate()  # type: ignore[attr-defined]  # our own session class
    login_user(SignedIn(user))
    session[CONFIRMED] = now().isoformat()


def end() -> None:
    """Sign the person out: the session ends at once, and another, nobody's, begins."""
    logout_user()
    session.clear()
    session.rotate()  # type: ignore[attr-defined]  # our own session class


def belongs_here(role: Role) -> bool:
    """Say whether a role's work is done in this process's portal."""
    portal = settings().portal
    return portal is Portal.ALL or (role in PANEL_ROLES) == (portal is Portal.PANEL)


def install(app: Flask) -> None:
    """Join Flask-Login to the server-side session."""
    manager = LoginManager(app)
    manager.session_protection = None  # the session id is opaque, server-side and bound to nothing that changes

    @manager.user_loader
    def load(user_id: str) -> SignedIn | None:
        user = getattr(session, "person", None)  # read with the session, unless they have just signed in
        if user is None or user.id != int(user_id):
            with reading() as db:
                user = access.person(db, int(user_id))
        return SignedIn(user) if user and belongs_here(Role(user.role)) else None

    manager.anonymous_user = AnonymousUserMixin
