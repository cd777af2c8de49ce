"""The program that reads a file: given it as an open descriptor and told on standard input what is wanted of it.

It may be asked for a look at first, and then for the cases of the file that it has open. It answers in frames of
MessagePack, under limits, and knows no setting, key or database.
"""

import gc
import os
import sys
import zipfile
import zlib
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

import msgspec
from defusedxml import DefusedXmlException

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files import frames
from scrutiny_app.files.reading_answers import Looked, Refusal, Request, Share
from scrutiny_app.files.reading_cases import CaseReader
from scrutiny_app.files.reading_csv import open_csv
from scrutiny_app.files.reading_kind import kind_of
from scrutiny_app.files.reading_limits import MEGABYTE, Limits
from scrutiny_app.files.reading_looking import look_at
from scrutiny_app.files.reading_objects import with_objects
from scrutiny_app.files.reading_package import DAMAGED
from scrutiny_app.files.reading_workbook import open_workbook
from scrutiny_app.files.tables import Opened

START = 64 * 1024
# NotImplementedError is zipfile's own, for a packing that it does not know.
_BAD_PACKAGE = (zipfile.BadZipFile, zlib.error, ParseError, DefusedXmlException, NotImplementedError, EOFError, OSError)
_TOO_MUCH = (
    "The file could not be read: it asks for more memory than its size should need. Copy the rows into a new workbook, "
    "with nothing far below or beside them, and import that."
)


def main() -> None:
    """Read an order, then the file, and answer, as often as is asked."""
    limits = Limits()
    gc.set_threshold(100_000, 50, 50)  # rows are many and hold no circles
    opened: Opened | None = None
    with os.fdopen(int(sys.argv[1]), "rb") as file:
        for order in frames.received(sys.stdin.buffer):
            request = msgspec.json.decode(order, type=Request)
            try:
                opened = opened or with_objects(open_file(file, request, limits), request.pointed)
                _answer(opened, request)
            except Refused as refused:
                _say(Refusal(refused.message))
            except MemoryError:
                _say(Refusal(_TOO_MUCH))
            except _BAD_PACKAGE:
                _say(Refusal(DAMAGED))
            frames.send(sys.stdout.buffer, b"")


def _answer(opened: Opened, request: Request) -> None:
    if request.wanted:
        CaseReader(opened, request.wanted).read(_say)
    else:
        _say(Looked(look_at(opened, request.rows, lambda share: _say(Share(share)), request.sought)))


def open_file(file: BinaryIO, request: Request, limits: Limits) -> Opened:
    """Open a file as what its name and content say that it is."""
    file.seek(0)
    kind = kind_of(request.name, file.read(START))
    if kind == ".xlsx":
        return open_workbook(file, request.size, limits)
    limits.allow(request.size // 8, request.size // (2 * MEGABYTE))
    return open_csv(file, request.size)


def _say(answer: msgspec.Struct) -> None:
    frames.send(sys.stdout.buffer, msgspec.msgpack.encode(answer))


if __name__ == "__main__":
    main()
