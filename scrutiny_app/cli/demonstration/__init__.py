"""`scrutiny demo`: an invented force with 600 cases and a round at each stage, for whoever wants to see it all."""

import json
import os
import shutil
import time

import click

from fixtures.generating import FORCE
from scrutiny_app import settings as settings_
from scrutiny_app.cli.demonstration.filling import fill
from scrutiny_app.cli.demonstration.people import SignIn
from scrutiny_app.cli.setting_up import make_instance
from scrutiny_app.database import Database
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.people import ROLE_TITLES
from scrutiny_app.services import cases
from scrutiny_app.services.dossiers import read_key
from scrutiny_app.settings import Settings

SIGN_INS = "demo-sign-ins.json"
CASES, SEED = 600, 1


@click.command()
@click.option("--reset", is_flag=True, help="throw the demonstration away first; anything else is left alone")
def demo(reset: bool) -> None:
    """Fill an invented force, once, and print a sign-in for each role.

    Example: SCRUTINY_DEMO=1 SCRUTINY_PORTAL=all scrutiny demo
    """
    settings = settings_.read()
    if not settings.demo:
        raise Refused("This fills the database with invented cases: set SCRUTINY_DEMO=1 to say that you want that.")
    if reset:
        throw_away(settings)
    kept = settings.instance / SIGN_INS
    if not kept.exists():
        make(settings)
    show(json.loads(kept.read_text()), settings)


def make(settings: Settings) -> None:
    """Make the demonstration's instance and fill it; refuse a database that holds cases already."""
    if settings.case_key_file is None:
        raise Refused("The demonstration needs the case key: set SCRUTINY_PORTAL=all.")
    began = time.monotonic()
    click.echo("Making the demonstration ...")
    make_instance(settings)
    require_demonstration(settings)
    if forces(settings):
        raise Refused(f"{settings.instance} holds a demonstration that was not finished: run `make demo-reset`.")
    database = Database(settings.database_url)
    try:
        sign_ins = fill(database, read_key(settings.case_key_file), CASES, SEED, tell=click.echo)
    finally:
        database.engine.dispose()
    keep(settings, sign_ins)
    click.echo(f"Done in {time.monotonic() - began:.0f} seconds.")


def forces(settings: Settings) -> list[str]:
    """List the forces whose cases an instance's database holds."""
    database = Database(settings.database_url)
    try:
        with database.reading() as session:
            return cases.forces(session)
    finally:
        database.engine.dispose()


def require_demonstration(settings: Settings) -> None:
    """Raise Refused where a database holds the cases of any force but the invented one."""
    if set(forces(settings)) - {FORCE}:
        raise Refused("This database holds cases that are not the demonstration's: unset SCRUTINY_DEMO.")


def throw_away(settings: Settings) -> None:
    """Delete a demonstration's folder; refuse one that is not a demonstration's."""
    if not settings.instance.exists():
        return
    if not settings.database_url.startswith("sqlite"):
        raise Refused("Only a demonstration in its own folder is thrown away: unset SCRUTINY_DATABASE_URL.")
    if (settings.instance / "scrutiny.db").exists():
        require_demonstration(settings)
    shutil.rmtree(settings.instance)


def keep(settings: Settings, sign_ins: dict[str, SignIn]) -> None:
    """Keep the sign-ins in a file that its owner alone can read."""
    path = settings.instance / SIGN_INS
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump({role: sign_in._asdict() for role, sign_in in sign_ins.items()}, file, indent=2)


def show(sign_ins: dict[str, dict[str, str]], settings: Settings) -> None:
    """Print who may sign in, and where."""
    titles = {role.value: title for role, title in ROLE_TITLES.items()}
    click.echo(f"\nSign in at http://{settings.host}:{settings.port} as\n")
    for role, sign_in in sign_ins.items():
        title = titles.get(role) or titles[role.rstrip("0123456789").rstrip("_")]
        click.echo(f"  {title:36}{sign_in['username']:22}{sign_in['password']}")
    click.echo(f"\n(also in {settings.instance / SIGN_INS})\n")
