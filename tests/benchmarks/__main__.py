"""Measure each speed beside its floor and print the table that docs/benchmarks.md keeps."""

import os
import platform
import tempfile
from pathlib import Path

from tests.benchmarks import drawing, importing, pages, starting, trails


def main() -> None:
    """Run every measurement, one after the other."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    with tempfile.TemporaryDirectory() as folder:
        for measure in (starting.measure, trails.measure, pages.measure, drawing.measure, importing.measure):
            for line in measure(Path(folder)):
                print(line, flush=True)


main()
