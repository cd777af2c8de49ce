"""`scrutiny import` and `scrutiny attach`: a file of cases, or a zip of attachments, from the command line."""

import atexit
import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from scrutiny_app.cli import answering
from scrutiny_app.cli.attaching import Attaching
from scrutiny_app.cli.loading import Loading, Tell, Wishes
from scrutiny_app.cli.opening import case_key, deed, open_database
from scrutiny_app.cli.trying import Unknown, attempt
from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading import Incoming, open_incoming
from scrutiny_app.services import importing, receiving

STEPS = 1000  # of the progress bar


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "as_username", help="username on whose behalf this is done")
@click.option(
    "--layout",
    "--profile",
    "layout",
    help="the layout that the file has, by its name; the product has: ours, occurrence, caseapp",
)
@click.option("--dry-run", is_flag=True, help="say what the file would do, and keep nothing")
@click.option("--again", is_flag=True, help="load the file even if it was loaded before")
@click.option("--refuse-changes", is_flag=True, help="add new cases, and leave those that are held as they are")
@click.option("--json", "as_json", is_flag=True, help="answer in JSON")
def import_(
    file: Path,
    as_username: str | None,
    layout: str | None,
    dry_run: bool,
    again: bool,
    refuse_changes: bool,
    as_json: bool,
) -> None:
    """Import an extract (.xlsx or .csv): load its good rows and list what is wrong with the others.

    Without --as the cases are those of the force that the file's first row names. Cases that are held already are
    changed, unless --refuse-changes. If it is killed half way, the same command again goes on from there; interrupted
    with Ctrl-C, or told to stop, it cancels the file.

    Example: scrutiny import fixtures/sample-extract.xlsx --as jlead
    """
    with begun(Wishes(as_username, layout, again, refuse_changes)) as loading, open_incoming(file) as incoming:
        if dry_run:
            dry(loading, incoming, as_json=as_json)
            return
        with progress() as tell:
            extract, loaded_before = loading.load(incoming, tell)
        with loading.database.reading() as session:
            problems = importing.problems_of(session, extract)
    counts = answering.counts_of(extract, loaded_before)
    if as_json:
        click.echo(answering.as_data(counts, problems, again=loaded_before))
        return
    before = [f"This file was imported before, on {extract.received_at:%d/%m/%Y}. Nothing was changed."]
    click.echo(answering.as_text(counts, problems, *(before if loaded_before else [])))


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "as_username", help="username on whose behalf this is done")
@click.option("--dry-run", is_flag=True, help="say what the zip would do, and keep nothing")
@click.option("--json", "as_json", is_flag=True, help="answer in JSON")
def attach(file: Path, as_username: str | None, dry_run: bool, as_json: bool) -> None:
    """Add a zip of attachments, each named by its case number, to the cases that are held.

    Without --as the cases are those of the only force that is held.

    Example: scrutiny attach attachments.zip --as jlead
    """
    with begun(Wishes(as_username)) as loading, open_incoming(file) as incoming, progress() as tell:
        attaching = Attaching(loading)
        if dry_run:
            counts, problems = attaching.attempt(incoming, tell)
        else:
            extract = attaching.attach(incoming, tell)
            counts = answering.counts_of(extract, again=False)
            with loading.database.reading() as session:
                problems = importing.problems_of(session, extract)
    more = (answering.NOT_KEPT,) if dry_run else ()
    said = answering.as_data(counts, problems) if as_json else answering.as_text(counts, problems, *more, of="files")
    click.echo(said)


def dry(loading: Loading, incoming: Incoming, *, as_json: bool) -> None:
    """Say what a file would do; raise Refused, when its columns have been told, where it would not be loaded."""
    with progress() as tell:
        result = attempt(loading, incoming, tell)
    click.echo(answering.tried(result, as_json=as_json))
    if isinstance(result, Unknown):
        raise Refused(result.why)


@contextmanager
def begun(wishes: Wishes) -> Iterator[Loading]:
    """Open what a command needs, for someone who may import."""
    key = case_key()
    with deed(wishes.as_username) as (_session, by):
        receiving.require_importer(by)
    database = open_database()
    try:
        with stoppable(), seldom_collecting():
            yield Loading(database, key, wishes)
    except KeyboardInterrupt:
        raise Refused("Stopped before anything was kept.") from None
    finally:
        database.engine.dispose()


@contextmanager
def stoppable() -> Iterator[None]:
    """Take being told to stop for an interruption at the keyboard, so that what was begun is cancelled."""

    def stop(*_given: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Have Python look for circles seldom: rows are many and hold none, and what was there before them stays."""
    atexit.register(gc.freeze)  # and not once more through everything when all is done
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@contextmanager
def progress() -> Iterator[Tell]:
    """Show a bar on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _share: None
        return
    with click.progressbar(length=STEPS, label="Reading", file=sys.stderr) as bar:
        yield lambda share: bar.update(round(share * STEPS) - bar.pos)
