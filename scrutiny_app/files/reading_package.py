"""Whether a workbook's package may be opened at all: what it holds, by its directory and its parts' first bytes."""

import re
import stat
import zipfile
from typing import BinaryIO

from scrutiny_app.domain.errors import Refused

MEGABYTE = 2**20
MOST_INFLATED = 8192 * MEGABYTE
MOST_RATIO = 100  # inflated to compressed, once past what any machine can bear
RATIO_FROM = 32 * MEGABYTE
MOST_PARTS = 1000
MOST_DIRECTORY = MEGABYTE
MOST_ASIDE = 8 * MEGABYTE  # a part other than a sheet or the strings
_LARGE = 76  # bytes of what a large package has before the end of its directory: that end anew, and where it stands
PROLOG = 64 * 1024

FORBIDDEN = (
    ("vbaproject.bin", "macros"),
    ("xl/macrosheets/", "macros"),
    ("xl/embeddings/", "embedded files"),
    ("xl/activex/", "active controls"),
    ("xl/ctrlprops/", "active controls"),
    ("xl/externallinks/", "links to other files"),
    ("xl/connections.xml", "links to other data"),
    ("xl/querytables/", "links to other data"),
)
_OTHERS = (
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a presentation"),
    ("xl/workbook.bin", "a binary workbook (.xlsb)"),
)
_XML = (".xml", ".rels", ".vml")
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?[^>]*\?>|<!--(?:[^-]|-(?!->))*-->)*<[A-Za-z_]")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

DAMAGED = "The workbook is damaged, or is not a workbook. Open it in Excel, save it anew and import that."
ODD = "The workbook is laid out in a way that is not read. Open it in Excel, save it anew and import that."
_BOMB = "The workbook would unpack to far more than it seems. Copy its rows into a new one and import that."
_ANEW = "Copy its rows, as values, into a new workbook and import that."


def open_package(file: BinaryIO, size: int) -> zipfile.ZipFile:
    """Open a workbook's package; raise Refused where an extract would not be so, and BadZipFile where it is damaged."""
    _check_directory(file, size)
    package = zipfile.ZipFile(file)
    parts = package.infolist()
    names = [part.filename for part in parts]
    _check_is_workbook(package, names)
    _check_sizes(parts, size)
    for part in parts:
        _check_part(package, part)
    _check_content_types(package)
    return package


def _check_sizes(parts: list[zipfile.ZipInfo], size: int) -> None:
    """Refuse parts that unpack to far too much, together or one by one: packing one badly hides another packed well."""
    inflated = sum(part.file_size for part in parts)
    links = sum(part.file_size for part in parts if part.filename.lower().endswith(".rels"))
    if len(parts) > MOST_PARTS or inflated > MOST_INFLATED or links > MOST_ASIDE:
        raise Refused(_BOMB)
    sizes = [(part.file_size, part.compress_size) for part in parts]
    if any(large > RATIO_FROM and large > MOST_RATIO * packed for large, packed in [(inflated, size), *sizes]):
        raise Refused(_BOMB)


def _check_directory(file: BinaryIO, size: int) -> None:
    """Refuse a directory too long to be read at leisure, before it is read."""
    file.seek(max(0, size - 65_557 - _LARGE))
    end = file.read()
    at = end.rfind(b"PK\x05\x06")
    if at < 0 or len(end) < at + 22:
        raise Refused(DAMAGED)
    if _directory_length(end, at) > MOST_DIRECTORY:
        raise Refused("The workbook has far more parts than any extract. Copy its rows into a new one and import that.")
    file.seek(0)


def _directory_length(end: bytes, at: int) -> int:
    """Give the directory's length, by the record for large packages where there is one: the other is then not used."""
    if at >= _LARGE and end[at - _LARGE :].startswith(b"PK\x06\x06") and end[at - 20 :].startswith(b"PK\x06\x07"):
        return int.from_bytes(end[at - 36 : at - 28], "little")
    return int.from_bytes(end[at + 12 : at + 16], "little")


def _check_is_workbook(package: zipfile.ZipFile, names: list[str]) -> None:
    for name, kind in _OTHERS:
        if name in names:
            raise Refused(f"This is {kind}, not an Excel workbook (.xlsx). Save the extract as one and import that.")
    if "mimetype" in names or "content.xml" in names:
        raise Refused("This is an OpenDocument file. Save it as an Excel workbook (.xlsx) and import that.")
    if "[Content_Types].xml" not in names and "xl/workbook.xml" not in names:
        raise Refused("This is a zip of other files, not a workbook. Import the extract itself, as .xlsx or CSV.")
    if "[Content_Types].xml" not in names or len({name.lower() for name in names}) != len(names):
        raise Refused(DAMAGED)


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a part with a bad name, of a kind that an extract never needs, or whose XML declares a document type."""
    name = part.orig_filename
    steps = name.split("/")
    if "\\" in name or ":" in name or "\0" in name or name.startswith("/") or ".." in steps or not name.isprintable():
        raise Refused(DAMAGED)
    if stat.S_ISLNK(part.external_attr >> 16) or part.compress_type not in _METHODS:
        raise Refused(DAMAGED)
    if part.flag_bits & 1:
        raise Refused("The workbook is protected by a password. Save it without one and import that.")
    for forbidden, kind in FORBIDDEN:
        if forbidden in name.lower():
            raise Refused(f"The workbook holds {kind}. {_ANEW}")
    if name.lower().endswith(_XML):
        with package.open(part) as opened:
            check_prolog(opened.read(PROLOG))


def check_prolog(start: bytes) -> None:
    """Refuse XML in another encoding than UTF-8, or that says anything but comments before its root element."""
    if _DECLARED.search(start):
        raise Refused("The workbook declares a document type, which no extract needs. Save it anew in Excel.")
    encoding = _ENCODING.match(start.removeprefix(b"\xef\xbb\xbf"))
    if (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")) or b"\0" in start or not _PROLOG.match(start):
        raise Refused(DAMAGED)


def _check_content_types(package: zipfile.ZipFile) -> None:
    if b"macroenabled" in read_part(package, "[Content_Types].xml").lower():
        raise Refused(f"The workbook holds macros. {_ANEW}")


def read_part(package: zipfile.ZipFile, name: str) -> bytes:
    """Read a small part whole; raise Refused where it is missing or not small."""
    try:
        part = package.getinfo(name)
    except KeyError:
        raise Refused(DAMAGED) from None
    if part.file_size > MOST_ASIDE:
        raise Refused("The workbook holds far more styles, links or comments than an extract. " + _ANEW)
    return package.read(part)
