"""`scrutiny publish`: the published reports as files for a web server, the same bytes that the portals serve."""

from pathlib import Path

import click

from scrutiny_app.cli.opening import open_database
from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.public_folder import InTheWay, write_folder
from scrutiny_app.services.publishing import site_files


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def publish(folder: Path) -> None:
    """Write every published report to DIR: pages that need no script and no sign-in, with their data.

    DIR becomes a link to a folder beside it, and a new run exchanges that folder in one step. It publishes nothing by
    itself: that is done on the pages, after the chair and the registrar have approved.

    Example: scrutiny publish /srv/www/reports
    """
    database = open_database()
    try:
        with database.reading() as session:
            files = site_files(session)
    finally:
        database.engine.dispose()
    try:
        write_folder(files, folder)
    except InTheWay as fault:
        raise Refused(str(fault)) from None
    click.echo(f"Wrote {len(files):,} files to {folder}")
