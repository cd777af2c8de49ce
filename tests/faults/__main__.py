"""`make faults`: an import killed at random moments, fifty times by the worker and fifty by the command.

    python -m tests.faults [--rows 20000] [--kills 50] [--seed N]

Half of the imports are on SQLite and half on PostgreSQL. Each begins in an empty database and is killed up to five
times. The seed that is printed chooses the same moments again.
"""

import argparse
import csv
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random, SystemRandom
from uuid import uuid4

import psycopg
from sqlalchemy import make_url

from scrutiny_app.database import migrate
from tests import postgresql
from tests.faults.killing import LOADERS, ROOT, File, Instance, check_in_the_end, finish, kill_while_loading

MOST_DEATHS = 5  # of one import
SPOILT = 20  # rows of the file


def main() -> None:
    """Kill, check, and say what was killed where."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(2**32))
    given = parser.parse_args()
    chance = Random(given.seed)
    print(f"{given.rows} rows, {given.kills} kills each, seed {given.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="scrutiny-faults-") as folder, server() as urls:
        file = make_file(Path(folder), given.rows)
        for by in LOADERS:
            kill(by, file, given.kills, chance, Path(folder), urls)


def kill(by: str, file: File, kills: int, chance: Random, folder: Path, urls: dict[str, str]) -> None:
    """Kill one kind of loader so many times, over as many imports as that takes."""
    began, phases, imports = time.monotonic(), Counter[str](), 0
    spans: dict[str, float] = {}
    while phases.total() < kills:
        kind = list(urls)[imports % len(urls)]
        if kind not in spans:
            spans[kind] = undisturbed(by, file, folder, urls[kind])
            print(f"{by}, {kind}: {spans[kind]:.1f} seconds undisturbed", flush=True)
        with instance(file, folder, urls[kind]) as one:
            deaths = min(chance.randint(1, MOST_DEATHS), kills - phases.total())
            phases.update(kill_while_loading(one, by, chance, deaths, spans[kind]))
        imports += 1
    print(f"{by}: {phases.total()} kills in {imports} imports, {time.monotonic() - began:.0f} seconds; all whole")
    for phase, number in sorted(phases.items()):
        print(f"  {number:3} while {phase}", flush=True)


def undisturbed(by: str, file: File, folder: Path, url: str) -> float:
    """Load the file without any death, and give how long that takes from the start of the process."""
    with instance(file, folder, url) as one:
        loader, began = LOADERS[by](one), time.monotonic()
        finish(loader)
        took = time.monotonic() - began
        check_in_the_end(one)
        return took


@contextmanager
def instance(file: File, folder: Path, url: str) -> Iterator[Instance]:
    """Lend an empty database, and drop it afterwards."""
    own = folder / uuid4().hex
    own.mkdir()
    if url.startswith("sqlite"):
        address = f"sqlite:///{own / 'scrutiny.db'}"
    else:
        execute(url, f'CREATE DATABASE "{own.name}"')
        address = make_url(url).set(database=own.name).render_as_string(hide_password=False)
    migrate(address)
    one = Instance(own, address, file)
    try:
        yield one
    finally:
        one.database.engine.dispose()
        shutil.rmtree(own)
        if not url.startswith("sqlite"):
            execute(url, f'DROP DATABASE "{own.name}" WITH (FORCE)')


def execute(url: str, statement: str) -> None:
    """Do something to the server's databases."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement.encode())


@contextmanager
def server() -> Iterator[dict[str, str]]:
    """Give the databases to be had: SQLite, and PostgreSQL where it is installed, on a server of our own."""
    if postgresql.programs() is None:
        print("PostgreSQL is missing: SQLite alone")
        yield {"SQLite": "sqlite://"}
        return
    folder = postgresql.new_folder()
    try:
        yield {"SQLite": "sqlite://", "PostgreSQL": postgresql.start_once(folder)}
    finally:
        postgresql.stop(folder)


def make_file(folder: Path, rows: int) -> File:
    """Write an invented extract, some of whose rows are then spoilt."""
    path = folder / "cases.csv"
    subprocess.run([sys.executable, "-m", "fixtures", "--rows", str(rows), "--out", str(path)], cwd=ROOT, check=True)
    with path.open(newline="", encoding="utf-8-sig") as written:
        cases = list(csv.DictReader(written))
    spoilt = {id(case) for case in Random(rows).sample(cases, SPOILT)}
    for case in cases:
        case["Sex"] = "neither of these" if id(case) in spoilt else case["Sex"]
    with path.open("w", newline="", encoding="utf-8-sig") as rewritten:
        writer = csv.DictWriter(rewritten, list(cases[0]))
        writer.writeheader()
        writer.writerows(cases)
    return File(path, rows, frozenset(case["Case number"] for case in cases if id(case) not in spoilt))


if __name__ == "__main__":
    main()
