"""`scrutiny serve`: both portals and a worker, each a process of its own; the panel's is not given the case key."""

import os
import subprocess
import sys
from collections.abc import Mapping

import click

from scrutiny_app import settings as settings_
from scrutiny_app.cli.demonstration import require_demonstration
from scrutiny_app.cli.watching import Kept, Process, watch
from scrutiny_app.cli.working import WORKER
from scrutiny_app.domain.errors import Refused
from scrutiny_app.settings import Portal, Settings

# The server loads one portal's pages and nothing of the commands, which hold the code that opens dossiers.
SERVER = (sys.executable, "-m", "scrutiny_app.web")


@click.command()
def serve() -> None:
    """Serve the force's portal on SCRUTINY_PORT and the panel's on SCRUTINY_PANEL_PORT (the next port unless set).

    With SCRUTINY_PORTAL set, serve that portal alone. A worker reads the files sent in, save beside the panel's portal
    alone, or with SCRUTINY_WORKER=0.

    Example: SCRUTINY_PORT=8000 scrutiny serve
    """
    settings = settings_.read()
    if not settings.secret_key_file.exists():
        raise Refused(f"There is nothing set up in {settings.instance}: run `scrutiny init` first.")
    if settings.demo:
        require_demonstration(settings)
    portals = [settings.portal] if os.environ.get("SCRUTINY_PORTAL") else [Portal.FORCE, Portal.PANEL]
    works = settings.worker and settings.portal is not Portal.PANEL
    if len(portals) == 1 and not works:
        os.execv(SERVER[0], SERVER)  # noqa: S606  # our own interpreter and module
    sys.exit(watch([start(portal, settings) for portal in portals], Kept(start_worker) if works else None))


def environment(portal: Portal, settings: Settings, variables: Mapping[str, str]) -> dict[str, str]:
    """Give a portal's process its variables: the panel's gets its own port, and nothing that names the case key."""
    own = dict(variables) | {"SCRUTINY_PORTAL": portal.value}
    if portal is Portal.PANEL:
        own["SCRUTINY_PORT"] = str(settings.panel_port)
        own.pop("SCRUTINY_CASE_KEY_FILE", None)
    return own


def start(portal: Portal, settings: Settings) -> Process:
    """Start one portal's process."""
    return subprocess.Popen(SERVER, env=environment(portal, settings, os.environ))


def start_worker() -> Process:
    """Start a worker that ends when this process does."""
    return subprocess.Popen([*WORKER, "--parent", str(os.getpid())])
