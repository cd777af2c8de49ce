"""`scrutiny serve`: both portals, each a process of its own; the panel's is not given the case key."""

import errno
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from types import FrameType

import click

from scrutiny_app import settings as settings_
from scrutiny_app.domain.errors import Refused
from scrutiny_app.settings import Portal, Settings

THREADS = 8


@click.command()
def serve() -> None:
    """Serve the force's portal on SCRUTINY_PORT and the panel's on SCRUTINY_PANEL_PORT (the next port unless set).

    With SCRUTINY_PORTAL set, serve that portal alone, in this process.

    Example: SCRUTINY_PORT=8000 scrutiny serve
    """
    settings = settings_.read()
    if not settings.secret_key_file.exists():
        raise Refused(f"There is nothing set up in {settings.instance}: run `scrutiny init` first.")
    if os.environ.get("SCRUTINY_PORTAL"):
        answer(settings)
    else:
        sys.exit(watch([start(portal, settings) for portal in (Portal.FORCE, Portal.PANEL)]))


def answer(settings: Settings) -> None:
    """Serve one portal until the process is told to stop."""
    import waitress

    from scrutiny_app import create_app  # the other commands start faster without the pages

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    app = create_app(settings)
    click.echo(f"The {settings.portal} portal answers on http://{settings.host}:{settings.port}. Ctrl+C stops it.")
    try:
        waitress.serve(
            app,
            host=settings.host,
            port=settings.port,
            threads=THREADS,
            ident=None,
            clear_untrusted_proxy_headers=not settings.behind_proxy,
        )
    except OSError as fault:
        if fault.errno not in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
            raise
        raise Refused(
            f"Cannot listen on {settings.host}:{settings.port} ({fault.strerror}): "
            "stop what uses that port, or set SCRUTINY_PORT to another."
        ) from None


def environment(portal: Portal, settings: Settings, variables: Mapping[str, str]) -> dict[str, str]:
    """Give a portal's process its variables: the panel's gets its own port, and nothing that names the case key."""
    own = dict(variables) | {"SCRUTINY_PORTAL": portal.value}
    if portal is Portal.PANEL:
        own["SCRUTINY_PORT"] = str(settings.panel_port)
        own.pop("SCRUTINY_CASE_KEY_FILE", None)
    return own


def start(portal: Portal, settings: Settings) -> subprocess.Popen[bytes]:
    """Start one portal's process."""
    command = [sys.executable, "-m", "scrutiny_app", "serve"]
    return subprocess.Popen(command, env=environment(portal, settings, os.environ))


def watch(processes: list[subprocess.Popen[bytes]]) -> int:
    """Wait until one process ends or we are told to stop, stop the others, and give the exit code."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    code = 0
    try:
        while all(process.poll() is None for process in processes):
            time.sleep(0.2)
        code = 1
    except KeyboardInterrupt:
        code = 0
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=20)
    return code
