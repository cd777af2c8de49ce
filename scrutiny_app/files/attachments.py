"""Attached files: a zip of them read in a process of its own, so that a hostile one can exhaust nothing but that.

A file that cannot be relied on is refused by itself, with a reason, and the others go on; a zip that is hostile as a
whole is refused altogether.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

import msgspec

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.attachments_found import Order, ReadFile, Whole
from scrutiny_app.files.sandbox import Stopped, answers

CHUNK = 20  # files
MOST_BYTES = 200 * 2**20
_CHILD = "scrutiny_app.files.attachments_child"
_MOST_SECONDS = 3600  # on the clock; the child keeps far stricter limits of its own
_whole = msgspec.json.Decoder(Whole)
_file = msgspec.json.Decoder(ReadFile)


@dataclass(frozen=True)
class FilesChunk:
    """Some files of a zip in its order; chunks count from 0, and `share` is how far it has been read, 0 to 1."""

    number: int
    share: float
    files: list[ReadFile]


def read_attachments(file: BinaryIO, size: int, *, skip: int = 0, ocr: bool = True) -> Iterator[FilesChunk]:
    """Read a zip's files, after `skip` whole chunks of them; raise Refused where it is refused as a whole."""
    if not size:
        raise Refused("The file is empty. Make the zip anew and send that.")
    if size > MOST_BYTES:
        raise Refused(f"The zip is larger than {MOST_BYTES >> 20} MB. Send its files in parts.")
    order = msgspec.json.encode(Order(skip=skip * CHUNK, ocr=ocr))
    try:
        coming = answers(_CHILD, file.fileno(), order, seconds=_MOST_SECONDS)
        whole = _whole.decode(next(coming, b""))
        if whole.refused:
            raise Refused(whole.refused)
        yield from _chunks(map(_file.decode, coming), whole.files, skip)
    except (Stopped, msgspec.MsgspecError):
        raise Refused(
            "The zip could not be read to its end: it asks for more memory or time than its size should need. "
            "Send fewer files at a time."
        ) from None


def _chunks(files: Iterator[ReadFile], total: int, number: int) -> Iterator[FilesChunk]:
    while chunk := list(islice(files, CHUNK)):
        yield FilesChunk(number, chunk[-1].place / max(total, 1), chunk)
        number += 1
