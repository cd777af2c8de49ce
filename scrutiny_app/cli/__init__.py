"""The command line: `scrutiny`, or `python -m scrutiny_app`. Exit codes: 0 done, 1 refused, 2 usage."""

import os
import sys
from importlib import import_module

import click

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.services.dossiers import CannotOpen
from scrutiny_app.settings import UnsafeSettings

COMMANDS = {
    "attach": "importing.attach",
    "collate": "returning.collate",
    "demo": "demonstration.demo",
    "draw-file": "drawing.draw_file",
    "import": "importing.import_",
    "init": "setting_up.init",
    "publish": "publishing.publish",
    "return": "returning.return_",
    "serve": "serving.serve",
    "trail": "trailing.trail",
    "user": "people.user",
    "verify-draw": "drawing.verify_draw",
    "worker": "working.worker",
}


class Commands(click.Group):
    """The commands by their names: only the one that is wanted is imported, since all together take a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one."""
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name].split(".")
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), function)
        return command


@click.group(cls=Commands, help=__doc__, context_settings={"help_option_names": ["-h", "--help"]})
def scrutiny() -> None:
    """Hold the commands together."""


def main() -> None:
    """Run one command; a refusal is told in a sentence, and not as a fault."""
    os.umask(0o077)  # what we write is for this user alone
    try:
        scrutiny(prog_name="scrutiny")
    except NotYours:
        click.echo("Refused: There is no such thing, or it is not for whoever this is done for.", err=True)
        sys.exit(1)
    except (Refused, UnsafeSettings, CannotOpen, FileNotFoundError) as refusal:
        click.echo(f"Refused: {refusal}", err=True)
        sys.exit(1)
