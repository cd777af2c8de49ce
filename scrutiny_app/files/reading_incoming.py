"""A file that has come in: its plain name, its size, and where its bytes can be read."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.sheets_sought import NOTHING_SOUGHT, Sought
from scrutiny_app.files.reading_kind import plain_name
from scrutiny_app.files.sandbox import Program

MOST_BYTES = 4096 * 2**20


@dataclass(frozen=True)
class Incoming:
    """A file to be read; `file` can be sought in and has a descriptor.

    `open_in` holds the program that has it open and waits to be asked for more, if there is one; `sought` says which of
    its sheets are known or wanted.
    """

    name: str
    file: BinaryIO
    size: int
    open_in: list[Program] = field(default_factory=list)
    sought: Sought = NOTHING_SOUGHT

    def close(self) -> None:
        """End the program that has it open."""
        while self.open_in:
            self.open_in.pop().close()


@contextmanager
def open_incoming(path: Path | str) -> Iterator[Incoming]:
    """Open a file by its path; raise Refused where there is none, or it is too large."""
    try:
        file = open(path, "rb")  # noqa: SIM115  closed below
    except OSError:
        raise Refused("There is no such file, or it may not be read.") from None
    with file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise Refused("That is not a file.")
        if found.st_size > MOST_BYTES:
            raise Refused(f"The file is larger than {MOST_BYTES >> 30} GB. Export a shorter period, and import parts.")
        with closing(Incoming(plain_name(Path(path).name), file, found.st_size)) as incoming:
            yield incoming


@contextmanager
def held_incoming(name: str, parts: Iterable[bytes], size: int) -> Iterator[Incoming]:
    """Hold a file that comes in parts in memory alone: it touches no disk."""
    with os.fdopen(os.memfd_create("extract", os.MFD_CLOEXEC), "w+b") as file:
        for part in parts:
            file.write(part)
        file.flush()
        file.seek(0)
        with closing(Incoming(plain_name(name), file, size)) as incoming:
            yield incoming
