"""`scrutiny worker`: one process more that reads the files sent in."""

import os
import sys

import click

# A worker loads the job engine and nothing of the web, so it is a program of its own.
WORKER = (sys.executable, "-m", "scrutiny_app.jobs")


@click.command()
@click.option("--name", help="what this worker is called, unlike any other of the same database")
def worker(name: str | None) -> None:
    """Look at the files that are sent in, check and load them, until stopped.

    `scrutiny serve` starts one. On SQLite there may be one; on PostgreSQL as many as are wanted, on any machine.

    Example: scrutiny worker --name night-1
    """
    os.execv(WORKER[0], [*WORKER, *(["--name", name] if name else [])])  # noqa: S606  # our own interpreter and module
