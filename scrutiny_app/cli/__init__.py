"""The command line: `scrutiny`, or `python -m scrutiny_app`. Exit codes: 0 done, 1 refused, 2 usage."""

import os
import sys

import click

from scrutiny_app.cli import demonstration, drawing, importing, people, serving, setting_up, trailing, working
from scrutiny_app.domain.errors import Refused
from scrutiny_app.services.dossiers import CannotOpen
from scrutiny_app.settings import UnsafeSettings


@click.group(help=__doc__, context_settings={"help_option_names": ["-h", "--help"]})
def scrutiny() -> None:
    """Hold the commands together."""


for command in (
    setting_up.init,
    serving.serve,
    working.worker,
    people.user,
    importing.import_,
    importing.attach,
    drawing.draw_file,
    drawing.verify_draw,
    trailing.trail,
    demonstration.demo,
):
    scrutiny.add_command(command)


def main() -> None:
    """Run one command; a refusal is told in a sentence, and not as a fault."""
    os.umask(0o077)  # what we write is for this user alone
    try:
        scrutiny(prog_name="scrutiny")
    except (Refused, UnsafeSettings, CannotOpen, FileNotFoundError) as refusal:
        click.echo(f"Refused: {refusal}", err=True)
        sys.exit(1)
