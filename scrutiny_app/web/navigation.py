"""What stands at the top of every page: whose site it is, who has signed in, and where they may go."""

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import Flask, current_app, request, url_for

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.people import Role
from scrutiny_app.services.access import IDLE
from scrutiny_app.web.access import somebody
from scrutiny_app.web.current import settings

if TYPE_CHECKING:
    from scrutiny_app.models.people import User

# Endpoint, words, and who is shown it; an endpoint that this portal does not serve is left out.
PLACES: tuple[tuple[str, str, Permission], ...] = (
    ("extracts.index", "Extracts", Permission.READ_IMPORT_PROBLEMS),
    ("rounds.index", "Rounds", Permission.READ_ROUNDS),
    ("withheld.index", "Withheld", Permission.RECALL_RELEASE),
    ("my_cases.index", "My cases", Permission.READ_RELEASED_CASE),
    ("panel_rounds.index", "Rounds", Permission.READ_REPORT),
    ("meetings_planned.index", "Meetings", Permission.READ_MINUTES),
    ("my_panels.index", "Panels", Permission.SET_TERMS),
    ("force_meetings.index", "Meetings", Permission.READ_MINUTES),
    ("letters.index", "Letters", Permission.READ_FEEDBACK),
    ("my_letters.index", "My letters", Permission.READ_OWN_LETTERS),
    ("asking.mine", "Requests", Permission.ANSWER_REQUEST),
    ("actions.index", "Actions", Permission.ANSWER_ACTION),
    ("actions.index", "Actions", Permission.READ_ACTIONS),
    ("panel_actions.index", "Actions", Permission.READ_ACTIONS),
    ("figures.show", "Figures", Permission.READ_FIGURES),
    ("panel_figures.show", "Figures", Permission.READ_FIGURES),
    ("learning_points.index", "Learning", Permission.READ_LEARNING),
    ("volumes.show", "Volumes", Permission.READ_VOLUMES),
    ("public_reports.index", "Public reports", Permission.PREPARE_PUBLIC),
    ("public_reports.index", "Public reports", Permission.APPROVE_PUBLIC),
    ("panel_public_reports.index", "Public reports", Permission.PREPARE_PUBLIC),
    ("panel_public_reports.index", "Public reports", Permission.APPROVE_PUBLIC),
    ("panels.index", "Panels", Permission.MANAGE_PANEL),
    ("people.index", "People", Permission.READ_PEOPLE),
    ("trail.index", "Trail", Permission.READ_TRAIL),
    ("trail.security", "Security", Permission.MANAGE_PEOPLE),
)
PANEL_PLACES = frozenset(
    {
        "my_cases.index",
        "panel_rounds.index",
        "meetings_planned.index",
        "my_panels.index",
        "panel_actions.index",
        "panel_figures.show",
        "panel_public_reports.index",
    }
)
MADE = "scrutiny_addresses"


class Place(NamedTuple):
    """One entry of the service navigation."""

    text: str
    url: str
    active: bool


def places(user: "User") -> list[Place]:
    """List where a person may go, the page they are on marked."""
    found = [Place("Home", address("home.show"), request.endpoint in ("force_home.show", "panel_home.show"))]
    for endpoint, text in _granted(Role(user.role)):
        side = endpoint in PANEL_PLACES
        if endpoint in current_app.view_functions and side == (user.force is None):
            here = request.endpoint == endpoint or request.blueprint == endpoint.partition(".")[0] != "trail"
            found.append(Place(text, address(endpoint), here))
    return found


@cache
def _granted(role: Role) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((endpoint, text) for endpoint, text, permission in PLACES if allows(role, permission)))


def address(endpoint: str) -> str:
    """Give the address of a page that has no parts: made once, since it stays the same for as long as the app runs."""
    made: dict[tuple[str, str], str] = current_app.extensions[MADE]
    key = (request.script_root, endpoint)
    if key not in made:
        made[key] = url_for(endpoint)
    return made[key]


def install(app: Flask) -> None:
    """Give every template what the base needs."""
    app.extensions[MADE] = {}

    @app.context_processor
    def site() -> dict[str, Any]:
        user = somebody()
        common: dict[str, Any] = {"demo": settings().demo, "home_url": address("home.show")}
        if user is None:
            return common
        return common | {
            "person": user.name,
            "account_url": address("account.show"),
            "me": user,
            "site_name": user.force or "Independent scrutiny panel",
            "navigation": places(user),
            "sign_out_url": address("sign_in.leave"),
            "session_idle_seconds": int(IDLE.total_seconds()),
            "session_extend_url": address("sign_in.stay"),
        }
