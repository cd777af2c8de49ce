"""`scrutiny trail`: proving and exporting the record of every deed."""

import json
import sys

import click

from scrutiny_app.cli.opening import deed
from scrutiny_app.domain.events import TrailVerified
from scrutiny_app.domain.trail import GENESIS
from scrutiny_app.services import trail as trail_


@click.group()
def trail() -> None:
    """Verify the trail, or write it out.

    Example: scrutiny trail verify
    """


@trail.command()
@click.option("--as", "as_username", help="username on whose behalf this is done")
@click.option("--json", "as_json", is_flag=True, help="answer in JSON")
def verify(as_username: str | None, as_json: bool) -> None:
    """Re-hash every entry; exit 0 where the chain holds, 1 where it does not.

    Example: scrutiny trail verify --json
    """
    with deed(as_username) as (session, by):
        total, broken = trail_.verify(session)
        newest = trail_.head(session)
        head = newest.digest if newest else GENESIS
        trail_.record(session, TrailVerified(total, not broken, head), by=by)
    if as_json:
        click.echo(json.dumps({"entries": total, "intact": not broken, "broken_at": broken, "head": head}))
    elif broken:
        click.echo(f"The trail does not hold at entry {', '.join(map(str, broken))} (of {total}). Tell the registrar.")
    else:
        click.echo(f"The trail holds: {total} entries, head {head}")
    sys.exit(1 if broken else 0)


@trail.command()
@click.option("--as", "as_username", help="username on whose behalf this is done")
def export(as_username: str | None) -> None:
    """Write every entry as a line of JSON, with what its digest was reckoned from.

    Example: scrutiny trail export > trail.jsonl
    """
    with deed(as_username) as (session, _by):
        for entry in trail_.entries(session):
            click.echo(trail_.line(entry))
