"""Measure each speed beside its floor and print the table that docs/benchmarks.md keeps."""

import os
import platform
import tempfile
from pathlib import Path

from tests.benchmarks import drawing, importing, pages, planning, redacting, reporting, starting, trails


def main() -> None:
    """Run every measurement, one after the other."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    with tempfile.TemporaryDirectory() as folder:
        for work in (starting, trails, pages, drawing, planning, importing, reporting, redacting):
            for line in work.measure(Path(folder)):
                print(line, flush=True)


main()
