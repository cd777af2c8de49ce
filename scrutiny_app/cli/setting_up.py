"""`scrutiny init`: an instance's folder, its keys and its tables."""

import os
import secrets
from pathlib import Path

import click

from scrutiny_app import settings as settings_
from scrutiny_app.database import migrate
from scrutiny_app.services.dossiers import make_key_file
from scrutiny_app.settings import Settings


def make_instance(settings: Settings) -> list[str]:
    """Make what an instance lacks, touch nothing that is there, and say what was done."""
    done = []
    settings.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not settings.secret_key_file.exists():
        _write_once(settings.secret_key_file, secrets.token_bytes(32))
        done.append(f"made the key that signs forms: {settings.secret_key_file}")
    if settings.case_key_file and not settings.case_key_file.exists():
        make_key_file(settings.case_key_file)
        done.append(
            f"made the case key: {settings.case_key_file}. Keep a copy of it apart from any backup of the data."
        )
    migrate(settings.database_url)
    done.append("brought the database's tables up to date")
    return done


def _write_once(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


@click.command()
def init() -> None:
    """Make the instance's folder, keys and tables; what is there already is kept.

    Example: scrutiny init
    """
    for line in make_instance(settings_.read()):
        click.echo(line)
    click.echo("Next: scrutiny user add USERNAME --name NAME --role administrator --force FORCE")
