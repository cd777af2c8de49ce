"""One attached file, read like those of a zip: in a process of its own, by the same rules."""

import os
from zipfile import ZipFile

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.attachments import read_attachments
from scrutiny_app.files.attachments_found import Found

MOST_BYTES = 20 * 2**20


def read_one(name: str, data: bytes) -> Found:
    """Give what a file says, and what was left out of it; raise Refused with the reason where it is not read.

    The file's name tells its kind and nothing more: only its ending is handed on.
    """
    if len(data) > MOST_BYTES:
        raise Refused(f"The file is larger than {MOST_BYTES >> 20} MB. Send the pages that matter alone.")
    with os.fdopen(os.memfd_create("attachment", os.MFD_CLOEXEC), "w+b") as file:
        with ZipFile(file, "w") as package:
            package.writestr(f"file{os.path.splitext(name)[1][:10]}", data)
        file.seek(0)
        (read,) = [one for chunk in read_attachments(file, len(data) + 1) for one in chunk.files]
    if read.found is None:
        raise Refused(read.refused)
    if not read.found.text:
        raise Refused("This is a picture in which no text could be read. Write what it shows instead.")
    return read.found
