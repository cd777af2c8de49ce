"""The two portals: what each serves, and that the panel's has neither the key nor the code that would need it."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_app import create_app
from scrutiny_app.database import Base
from scrutiny_app.domain.people import PANEL_ROLES, Role
from scrutiny_app.settings import Portal, Settings, UnsafeSettings, read
from scrutiny_app.web.access import UnguardedRoutes, check_every_route, mark_of
from scrutiny_app.web.current import EXTENSION
from tests.making import PASSWORD
from tests.web.conftest import Browser

FORBIDDEN_TABLES = {
    "cases",
    "case_numbers",
    "dossiers",
    "extracts",
    "import_problems",
    "frame_files",
    "frame_parts",
    "picks",
    "change_reasons",
    "case_marks",
    "chosen_cases",
    "redactions",
    "redaction_checks",
    "letters",
    "replies",
}
ASK_A_PANEL_PROCESS = """
import sys
from scrutiny_app import create_app
app = create_app()
from scrutiny_app.database import Base
from scrutiny_app.web.current import EXTENSION
assert app.extensions[EXTENSION].case_key is None
print(",".join(sorted(Base.metadata.tables)))
print(",".join(sorted(name for name in sys.modules if name.startswith(("scrutiny_app", "redaction")))))
print(",".join(sorted(rule.rule for rule in app.url_map.iter_rules())))
"""


@pytest.fixture
def panel_process(settings) -> list[set[str]]:
    """The tables, modules and routes of a panel's process that was started as `scrutiny serve` starts it."""
    (settings.instance / "case.key").unlink()
    variables = {name: value for name, value in os.environ.items() if not name.startswith("SCRUTINY_")}
    variables |= {"SCRUTINY_PORTAL": "panel", "SCRUTINY_INSTANCE": str(settings.instance)}
    variables["SCRUTINY_DATABASE_URL"] = settings.database_url
    root = Path(__file__).parents[2]
    answer = subprocess.run(
        [sys.executable, "-c", ASK_A_PANEL_PROCESS], env=variables, cwd=root, capture_output=True, text=True, check=True
    )
    return [set(line.split(",")) for line in answer.stdout.splitlines()]


def test_the_panels_process_starts_without_the_key_and_maps_no_table_that_identifies_anyone(panel_process):
    tables, _modules, _routes = panel_process
    assert tables & {"releases", "grades", "findings"}
    assert tables & FORBIDDEN_TABLES == set()


def test_the_panels_process_loads_no_code_that_opens_a_dossier(panel_process):
    _tables, modules, _routes = panel_process
    assert "scrutiny_app.services.dossiers" not in modules
    assert {name for name in modules if name.startswith(("redaction", "scrutiny_app.web.force"))} == set()


def test_the_panels_process_has_no_route_of_the_forces(panel_process):
    _tables, _modules, routes = panel_process
    assert {route for route in routes if route.startswith("/force")} == set()
    assert {route for route in routes if route.startswith("/panel")}


def test_every_table_is_one_that_the_panel_maps_or_one_that_it_must_not():
    assert set(Base.metadata.tables) >= FORBIDDEN_TABLES


@pytest.mark.parametrize("portal", [Portal.FORCE, Portal.PANEL])
@pytest.mark.parametrize("role", list(Role))
def test_each_portal_lets_in_only_its_own_people(settings, making, role, portal):
    with making() as make:
        person = make.user(role)
    key = None if portal is Portal.PANEL else settings.case_key_file
    app = create_app(replace(settings, portal=portal, case_key_file=key))
    answer = Browser(app.test_client()).post("/sign-in", {"username": person.username, "password": PASSWORD})
    app.extensions[EXTENSION].database.engine.dispose()
    assert ("Sign out" in answer.text) == ((role in PANEL_ROLES) == (portal is Portal.PANEL))


def test_a_route_without_a_mark_stops_the_app(app):
    app._got_first_request = False  # so that a route can still be added
    app.add_url_rule("/forgotten", "forgotten", lambda: "")
    with pytest.raises(UnguardedRoutes, match="/forgotten"):
        check_every_route(app)


def test_only_the_door_and_the_footers_pages_are_public(app):
    open_to_all = {
        rule.rule for rule in app.url_map.iter_rules() if mark_of(app.view_functions[rule.endpoint]) == "public"
    }
    assert open_to_all == {
        "/sign-in",
        "/api/v1/openapi.json",
        "/accessibility",
        "/privacy",
        "/glossary",
        "/reports/",
        "/reports/<path:report_file>",
        "/static/<path:filename>",
    }


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"SCRUTINY_PORTAL": "all"}, "demonstration alone"),
        ({"SCRUTINY_PORTAL": "both"}, "force or panel"),
        ({"SCRUTINY_DEMO": "1", "SCRUTINY_HOST": "0.0.0.0"}, "this machine only"),
        ({"SCRUTINY_PORTAL": "panel", "SCRUTINY_CASE_KEY_FILE": "x"}, "must not be given the case key"),
        ({"SCRUTINY_HOST": "0.0.0.0"}, "https only"),
        ({"SCRUTINY_PORT": "99999"}, "from 1 to 65535"),
        ({"SCRUTINY_DEMO": "perhaps"}, "write 1 or 0"),
    ],
)
def test_settings_that_would_be_unsafe_are_refused_and_the_remedy_named(variables, says):
    with pytest.raises(UnsafeSettings, match=says):
        read(variables)


def test_the_panels_settings_never_name_the_case_key():
    assert read({"SCRUTINY_PORTAL": "panel"}).case_key_file is None
    assert read({"SCRUTINY_PORTAL": "force"}).case_key_file is not None
    assert Settings().case_key_file is None


def test_a_route_names_no_parameter_that_could_hold_an_identifier(app):
    allowed = {"round_id", "extract_id", "case_id", "round_case_id", "reference", "number", "user_id", "panel_id"}
    allowed |= {"finding_id", "layout_id", "letter_id", "addressee", "filename", "form", "report_file"}
    allowed |= {
        "action_id",
        "preparation_id",
        "code",
        "interest_id",
        "lift_id",
        "meeting_id",
        "token_id",
        "theme_id",
        "report_id",
    }
    allowed |= {"change_id", "mark_id", "number_id", "serial", "reply_id", "request_id", "volumes_id", "withholding_id"}
    used = {name for rule in app.url_map.iter_rules() for name in re.findall(r"<(?:\w+:)?(\w+)>", rule.rule)}
    assert used <= allowed
