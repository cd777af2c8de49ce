"""Importing a large file, beside merely reading it and inserting as many bytes."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Column, Engine, Integer, LargeBinary, MetaData, Table, func, insert, select

from scrutiny_app.database import Database, make_engine
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from tests.benchmarks.wide import write_csv, write_workbook

ROWS = int(os.environ.get("BENCH_ROWS", "100000"))
CHUNK = 5000
# Runs a command and says how large the largest of its processes was: a process knows that of its own children alone.
RUN = (
    "import resource, subprocess, sys\n"
    "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
)
# The floor's reading, in a process of its own so that its memory is its own; it says how long it took.
READ = {
    "xlsx": "from python_calamine import CalamineWorkbook as W\n"
    "for row in W.from_path(path).get_sheet_by_index(0).iter_rows(): pass",
    "csv": "import csv\nfor row in csv.reader(open(path, newline='')): pass",
}


def measure(folder: Path) -> Iterator[str]:
    """Import a workbook and a CSV file of the same rows, each into a database of its own."""
    for ending, write in (("xlsx", write_workbook), ("csv", write_csv)):
        file = folder / f"wide.{ending}"
        write(file, ROWS)
        url = f"sqlite:///{folder / ending / 'scrutiny.db'}"
        took, memory = imported(folder / ending, file)
        sizes = sealed_sizes(url)
        read, wrote = bare_read(ending, file), bare_insert(folder / f"{ending}.floor.db", sizes)
        ratio = took / (read + wrote)
        yield (
            f"import {ROWS:,} rows of 40 columns, .{ending} ({file.stat().st_size >> 20} MB): {took:.1f} s, "
            f"{ratio:.2f} x (bare read {read:.1f} s + bare insert of {sum(sizes) >> 20} MB {wrote:.1f} s); "
            f"largest process {memory} MB"
        )
        file.unlink()


def imported(instance: Path, file: Path) -> tuple[float, int]:
    """Import a file by the command, into a new instance: seconds, and the megabytes of the largest of its processes."""
    scrutiny = [sys.executable, "-m", "scrutiny_app"]
    environment = os.environ | {"SCRUTINY_INSTANCE": str(instance)}
    subprocess.run([*scrutiny, "init"], env=environment, check=True, stdout=subprocess.DEVNULL)
    command = [sys.executable, "-c", RUN, *scrutiny, "import", str(file)]
    began = time.perf_counter()
    answer = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return time.perf_counter() - began, int(answer.stdout)


def sealed_sizes(url: str) -> list[int]:
    """Give the size of every dossier, in bytes, and see that all rows are there."""
    database = Database(url)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == ROWS
        sizes = list(session.scalars(select(func.length(Dossier.sealed))))
    database.engine.dispose()
    return sizes


def bare_read(ending: str, file: Path) -> float:
    """Read the file and do nothing with it: seconds."""
    program = f"import sys, time\npath = sys.argv[1]\nbegan = time.perf_counter()\n{READ[ending]}\n"
    program += "print(time.perf_counter() - began)"
    answer = subprocess.run([sys.executable, "-c", program, str(file)], check=True, capture_output=True, text=True)
    return float(answer.stdout)


def bare_insert(path: Path, sizes: list[int]) -> float:
    """Insert as many bytes in as many rows, in as many transactions, just as durably: seconds."""
    engine = make_engine(f"sqlite:///{path}")
    table = Table("floor", MetaData(), Column("id", Integer, primary_key=True), Column("sealed", LargeBinary))
    table.metadata.create_all(engine)
    noise = os.urandom(max(sizes) * 2)
    took = seconds(lambda: insert_all(engine, table, noise, sizes))
    engine.dispose()
    return took


def insert_all(engine: Engine, table: Table, noise: bytes, sizes: list[int]) -> None:
    """Insert a chunk at a time."""
    for start in range(0, len(sizes), CHUNK):
        chunk = [{"sealed": noise[number % 997 :][:size]} for number, size in enumerate(sizes[start : start + CHUNK])]
        with engine.begin() as connection:
            connection.execute(insert(table), chunk)


def seconds(measured: Callable[[], object]) -> float:
    """Say how long a call took."""
    began = time.perf_counter()
    measured()
    return time.perf_counter() - began
