"""Reading a grading sheet that came back, in a process of its own: a hostile one can exhaust nothing but that."""

import os

import msgspec

from scrutiny_app.domain.grading_sheets import Cells, SheetRefused
from scrutiny_app.files.sandbox import Stopped, answers

MOST_BYTES = 2 * 2**20
_CHILD = "scrutiny_app.files.grading_sheet_child"
_SECONDS = 30  # on the clock; the child keeps stricter limits of its own
_EXHAUSTED = (
    "The file could not be read to its end: it asks for more memory or time than a grading sheet needs. Get your sheet "
    "anew from your page of the round, and copy your answers into it."
)


class Read(msgspec.Struct):
    """What the process says: why the file is refused, or each cell as it is written."""

    refused: list[str] = []
    cells: Cells = []


def read_sheet(data: bytes) -> Cells:
    """Give a sheet's cells, row by row; raise SheetRefused where it is no sheet, or holds what none was made with."""
    if not data:
        raise SheetRefused("The file is empty. Save your grading sheet anew and send that.")
    if len(data) > MOST_BYTES:
        raise SheetRefused(f"The file is larger than {MOST_BYTES >> 20} MB, so it is not your grading sheet.")
    with os.fdopen(os.memfd_create("sheet", os.MFD_CLOEXEC), "w+b") as file:
        file.write(data)
        file.seek(0)  # which flushes it, and is where the process begins to read
        try:
            found = list(answers(_CHILD, file.fileno(), b"", seconds=_SECONDS))
            read = msgspec.json.decode(found[0] if found else b"", type=Read)
        except (Stopped, msgspec.MsgspecError):
            raise SheetRefused(_EXHAUSTED) from None
    if read.refused:
        raise SheetRefused(*read.refused)
    return read.cells
