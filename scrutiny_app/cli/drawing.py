"""`scrutiny draw-file` and `scrutiny verify-draw`: a draw made, or checked, with no database, settings or instance."""

import json
import sys
from pathlib import Path

import click

from scrutiny_app.domain.allocation import DEFAULT_FLOOR
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.reperforming import draw_list, refuse_loose_spaces, row
from scrutiny_app.files.verification_reading import check_pack

COUNT = click.IntRange(min=0)


class UnreadableTwice(Refused):
    """A frame that comes through a pipe: it must be read twice, for its digest before its tickets."""


@click.command("draw-file")
@click.option("--frame", "path", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--draw-id", required=True, help="what binds the dice to this draw: letters, digits and hyphens")
@click.option("--digits", required=True, help="at least 20 digits, rolled in public after the list was fixed")
@click.option("--size", required=True, type=int, help="how many cases to draw")
@click.option("--floor", default=DEFAULT_FLOOR, show_default=True, type=COUNT, help="the least from each stratum")
@click.option("--reserves", type=COUNT, help="reserves to name in each stratum; all of the rest unless given")
def draw_file(path: Path, draw_id: str, digits: str, size: int, floor: int, reserves: int | None) -> None:
    """Draw from a list of `id<TAB>stratum` lines that is sorted by its bytes (LC_ALL=C sort -u).

    Prints stratum, position, pick or reserve, id and ticket, tabs between, without a heading. Memory stays flat
    however long the list is, unless all reserves are asked for: those must all be held.

    Example: scrutiny draw-file --frame frame.tsv --draw-id Q3 --digits "83920 17465 50218 99031" --size 12
    """
    with path.open("rb") as frame:
        if not frame.seekable():
            raise UnreadableTwice("The list comes through a pipe and must be read twice. Save it to a file first.")
        refuse_loose_spaces(frame)
        drawn = draw_list(frame, draw_id=draw_id, digits=digits, size=size, floor=floor, reserves=reserves)
        output = sys.stdout.buffer
        for one in drawn:
            output.write(row(one))
        output.flush()


@click.command("verify-draw")
@click.argument("path", metavar="PACK.zip", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="answer in JSON")
def verify_draw(path: Path, as_json: bool) -> None:
    """Draw again from a verification pack; exit 0 where it agrees, 1 where it differs.

    Example: scrutiny verify-draw draw-pack.zip
    """
    with path.open("rb") as file:
        checked = check_pack(file)
    if as_json:
        facts = {
            "agrees": checked.agrees,
            "differences": checked.differences,
            "notes": checked.notes,
            "draw_id": checked.draw_id,
            "frame_digest": checked.frame_digest,
            "digits": checked.digits,
            "void": checked.void,
        }
        click.echo(json.dumps(facts))
    else:
        for line in (*checked.differences, *checked.notes):
            click.echo(line)
        click.echo(f"Draw {checked.draw_id}, frame {checked.frame_digest}, digits {checked.digits}.")
        click.echo("Compare these with the certificate that was printed before the dice were rolled.")
        if checked.void:
            click.echo("VOID: this draw was voided by two people, and its sample stands for nothing.")
        click.echo(("AGREES" if checked.agrees else "DIFFERS") + (" (a draw that is VOID)" if checked.void else ""))
    sys.exit(0 if checked.agrees else 1)
