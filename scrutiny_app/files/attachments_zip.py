"""Opening a zip of files, or a document that is one: by what its directory says, before anything is unpacked."""

import re
import stat
import zipfile
import zlib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

from scrutiny_app.files.attachments_found import MEGABYTE, Refusal, one_line

MOST_FILES = 2_000
MOST_DIRECTORY = 8 * MEGABYTE
MOST_INFLATED = 2048 * MEGABYTE
MOST_RATIO = 100  # inflated to compressed, once past what any machine can bear
RATIO_FROM = 32 * MEGABYTE
MOST_FILE = 25 * MEGABYTE

DAMAGED = "The zip is damaged, or is not a zip. Make it anew and send that."
# What zipfile raises on a damaged or hostile package; NotImplementedError is its word for a packing it does not know.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError, RuntimeError)
_MADE_BY_THE_MACHINE = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|Thumbs\.db$)", re.IGNORECASE)
_END = b"PK\x05\x06"


@dataclass(frozen=True)
class Member:
    """One file of a zip: its place, counted from 1, its name made plain, and why it is not opened, if it is not."""

    place: int
    name: str
    info: zipfile.ZipInfo
    refused: str = ""


def open_zip(file: BinaryIO, size: int) -> zipfile.ZipFile:
    """Open a zip whose directory is no bomb; raise Refusal otherwise."""
    _check_directory(file, size)
    try:
        package = zipfile.ZipFile(file)
    except BROKEN:
        raise Refusal(DAMAGED) from None
    inflated = sum(info.file_size for info in package.infolist())
    if inflated > MOST_INFLATED or (inflated > RATIO_FROM and inflated > MOST_RATIO * size):
        raise Refusal("The zip would unpack to far more than it seems. Send fewer files, or the files as they are.")
    return package


def members(package: zipfile.ZipFile) -> list[Member]:
    """List the files of a zip, those that may not be opened with the reason; folders are no files."""
    infos = [info for info in package.infolist() if not info.is_dir()]
    infos = [info for info in infos if not _MADE_BY_THE_MACHINE.search(info.filename)]
    if len(infos) > MOST_FILES:
        raise Refusal(f"The zip holds more than {MOST_FILES:,} files. Send them in parts.")
    if not infos:
        raise Refusal("The zip holds no files. Make it anew and send that.")
    names = [one_line(info.orig_filename.replace("\\", "/"))[-200:] for info in infos]
    times = Counter(name.casefold() for name in names)
    return [
        Member(place, name, info, _fault(info, twice=times[name.casefold()] > 1))
        for place, (name, info) in enumerate(zip(names, infos, strict=True), 1)
    ]


def content(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Unpack one file, never past the size that the directory gives for it."""
    data = None
    with suppress(*BROKEN), package.open(info) as opened:
        data = opened.read(info.file_size)
    if data is None or len(data) != info.file_size:
        raise Refusal("It is damaged in the zip. Make the zip anew and send that.")
    return data


def _check_directory(file: BinaryIO, size: int) -> None:
    """Refuse a zip whose directory is larger than any honest one: reading it would take the memory."""
    file.seek(max(size - 65_600, 0))
    tail = file.read(65_600)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        raise Refusal(DAMAGED)
    if int.from_bytes(tail[at + 12 : at + 16], "little") > MOST_DIRECTORY:
        raise Refusal(f"The zip holds more than {MOST_FILES:,} files. Send them in parts.")


def _fault(info: zipfile.ZipInfo, *, twice: bool) -> str:
    """Say why a file may not be opened, or nothing where it may."""
    name = info.orig_filename.replace("\\", "/")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/"):
        return "Its name leads out of the zip. Give it a plain name and send it again."
    if kind and kind != stat.S_IFREG:
        return "It is a link or a device, not a file. Send the file itself."
    if twice:
        return "Two files of the zip bear this name. Name them apart and send them again."
    if info.flag_bits & 1:
        return "It is protected by a password. Send it without one."
    if info.file_size > MOST_FILE:
        return f"It is larger than {MOST_FILE // MEGABYTE} MB. Send the pages that matter alone."
    if info.file_size > MEGABYTE and info.file_size > MOST_RATIO * 10 * max(info.compress_size, 1):
        return "It would unpack to far more than it seems. Save it anew and send that."
    return ""
