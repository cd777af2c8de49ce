"""How much of a workbook may be looked at before its rows are read: each sheet's first ones, to find the extract's.

An honest sheet's headings and first rows are soon found, though blank rows, which cost little, may stand before them.
Sheets that begin with rows of many megabytes are not honest, and there may be many of them.
"""

from typing import IO

from scrutiny_app.domain.errors import Refused

MOST_READ = 2**29  # bytes, of all sheets
MOST_PARSED = 2**26  # bytes of rows with values
MOST_OF_EACH = 2**19  # bytes more of those for each sheet
_TOO_MUCH = (
    "The workbook's sheets begin with far longer rows, or far more blank ones, than an extract has. "
    "Copy the rows of the extract, as values, into a new workbook and import that."
)


class Meter:
    """The bytes of all of a workbook's sheets that may still be looked at."""

    def __init__(self, sheets: int) -> None:
        self._read = MOST_READ
        self._parsed = MOST_PARSED + MOST_OF_EACH * sheets

    def read(self, size: int) -> None:
        """Count bytes that were read; raise Refused where they are too many."""
        self._read -= size
        if self._read < 0:
            raise Refused(_TOO_MUCH)

    def parse(self, size: int) -> None:
        """Count bytes that are to be parsed; raise Refused where they are too many."""
        self._parsed -= size
        if self._parsed < 0:
            raise Refused(_TOO_MUCH)


class Metered:
    """A sheet's part that counts what is read of it."""

    def __init__(self, stream: IO[bytes], meter: Meter) -> None:
        self._stream = stream
        self._meter = meter

    def read(self, size: int, /) -> bytes:
        """Read so many bytes, or fewer at the end; raise Refused where too many were read."""
        block = self._stream.read(size)
        self._meter.read(len(block))
        return block
