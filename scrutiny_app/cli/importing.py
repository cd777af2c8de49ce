"""`scrutiny import`: an extract's cases, from the command line."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from scrutiny_app.cli.opening import case_key, deed
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.importing import Problem
from scrutiny_app.services import importing
from scrutiny_app.services.importing import Received


@dataclass(frozen=True)
class Counts:
    """What this import did with the file's rows; a file that was imported before changes nothing."""

    total: int
    imported: int
    updated: int
    unchanged: int
    rejected: int


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "as_username", help="username on whose behalf this is done")
@click.option("--json", "as_json", is_flag=True, help="answer in JSON")
def import_(file: Path, as_username: str | None, as_json: bool) -> None:
    """Import an extract (.xlsx or .csv): load its good rows and list what is wrong with the others.

    Without --as the cases are those of the force that the file's first row names.

    Example: scrutiny import fixtures/sample-extract.xlsx --as jlead
    """
    key, today = case_key(), importing.today_in_london()
    try:
        with deed(as_username) as (session, by):
            received = importing.import_extract(session, file.name, file.read_bytes(), key=key, by=by, today=today)
            problems = importing.problems_of(session, received.extract)
    except Refused:
        with deed(as_username) as (session, by):
            importing.record_refusal(session, by=by)
        raise
    click.echo(as_data(received, problems) if as_json else as_text(received, problems))


def counts(received: Received) -> Counts:
    """Count what was done: of a file seen before, every good row is unchanged."""
    extract = received.extract
    if received.again:
        return Counts(extract.total, 0, 0, extract.total - extract.rejected, extract.rejected)
    return Counts(extract.total, extract.imported, extract.updated, extract.unchanged, extract.rejected)


def as_data(received: Received, problems: list[Problem]) -> str:
    """Write what a program may read."""
    answer = {
        **asdict(counts(received)),
        "already_imported": received.again,
        "problems": [asdict(problem) for problem in problems],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def as_text(received: Received, problems: list[Problem]) -> str:
    """Write what a person may read."""
    lines = [f"row {one.row}, {one.column}: {one.found}. {one.advice}" for one in problems]
    if received.again:
        lines.append(f"This file was imported before, on {received.extract.received_at:%d/%m/%Y}. Nothing was changed.")
    done = counts(received)
    lines.append(
        f"{done.total} rows: {done.imported} imported, {done.updated} updated, "
        f"{done.unchanged} unchanged, {done.rejected} rejected"
    )
    return "\n".join(lines)
