"""Reading a workbook from standard input and answering in lines of JSON, under limits: run as a process of its own.

It imports nothing of the product. Each answer is a pair: ["left out", name] for each hidden sheet, then ["sheet", name]
and ["rows", [[number, cells], ...]] without the blank ones, ["refused", sentence], and at the end ["end", null]. Killed
by a limit, it says no "end".
"""

import io
import json
import re
import resource
import stat
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import fromstring
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

MEGABYTE = 2**20
MOST_INFLATED = 2048 * MEGABYTE
MOST_RATIO = 100  # inflated to compressed, once past what any machine can bear
RATIO_FROM = 32 * MEGABYTE
MOST_PARTS = 1000
MOST_SHEETS = 200
MOST_COLUMNS = 500
MOST_BROKEN = 200_000  # rows
OVERLAP = 1024  # longer than a cell's opening
PROLOG = 64 * 1024
CHUNK = 250

FORBIDDEN = (
    ("vbaproject.bin", "macros"),
    ("xl/macrosheets/", "macros"),
    ("xl/embeddings/", "embedded files"),
    ("xl/activex/", "active controls"),
    ("xl/externallinks/", "links to other files"),
    ("xl/connections.xml", "links to other data"),
)
_XML = (".xml", ".rels", ".vml")
_ROOT = re.compile(rb"<[A-Za-z_]")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_DAMAGED = "The workbook is damaged, or is not a workbook. Open it in Excel, save it anew and import that."

Marks = dict[int, dict[int, str]]  # row number, column from 0: what is wrong there


class Refusal(Exception):
    """A workbook not to be read; its words are for the person who sent it."""


def main() -> None:
    """Read standard input and answer."""
    limit(512 * MEGABYTE, 5)
    data = sys.stdin.buffer.read()
    try:
        for kind, content in answers(data):
            print(json.dumps((kind, content), default=typed, ensure_ascii=False, separators=(",", ":")))
    except Refusal as refusal:
        print(json.dumps(("refused", str(refusal))))
    except (CalamineError, zipfile.BadZipFile, ParseError, KeyError, NotImplementedError, EOFError):
        print(json.dumps(("refused", _DAMAGED)))
    sys.stdout.flush()


def limit(memory: int, seconds: int) -> None:
    """Let this process have so many bytes of address space and seconds of processor, and write no file."""
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def answers(data: bytes) -> Iterator[tuple[str, object]]:
    """Yield everything there is to say of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        inflated = check_package(package, len(data))
        limit(256 * MEGABYTE + len(data) + 4 * inflated, 5 + inflated // (4 * MEGABYTE))
        parts = sheet_parts(package)
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            if len(workbook.sheet_names) > MOST_SHEETS:
                raise Refusal(
                    f"The workbook has more than {MOST_SHEETS} sheets. Keep the extract's own and import that."
                )
            sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
            visible = [sheet for sheet in sheets if sheet.visible is SheetVisibleEnum.Visible]
            for sheet in sheets:
                if sheet not in visible:
                    yield "left out", sheet.name
            for sheet in visible:
                yield "sheet", sheet.name
                marks = broken_cells(package, parts[sheet.name])
                yield from rows(workbook.get_sheet_by_name(sheet.name), marks)
    yield "end", None


def check_package(package: zipfile.ZipFile, size: int) -> int:
    """Refuse a package by what its directory and its parts' first bytes say; give its size when inflated."""
    parts = package.infolist()
    names = [part.filename for part in parts]
    inflated = sum(part.file_size for part in parts)
    if "[Content_Types].xml" not in names or len(set(names)) != len(names):
        raise Refusal(_DAMAGED)
    if len(parts) > MOST_PARTS or inflated > MOST_INFLATED or (inflated > RATIO_FROM and inflated > MOST_RATIO * size):
        raise Refusal(
            "The workbook would unpack to far more than it seems. Copy its rows into a new one and import that."
        )
    for part in parts:
        check_part(package, part)
    return inflated


def check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a part with a bad name, of a kind that an extract never needs, or whose XML declares a document type."""
    name = part.filename
    if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or stat.S_ISLNK(part.external_attr >> 16):
        raise Refusal(_DAMAGED)
    if part.flag_bits & 1:
        raise Refusal("The workbook is protected by a password. Save it without one and import that.")
    for forbidden, kind in FORBIDDEN:
        if forbidden in name.lower():
            raise Refusal(f"The workbook holds {kind}. Copy its rows, as values, into a new workbook and import that.")
    if name.lower().endswith(_XML):
        with package.open(part) as opened:
            check_prolog(opened.read(PROLOG))


def check_prolog(start: bytes) -> None:
    """Refuse XML in another encoding than UTF-8, or that says anything but comments before its root element."""
    encoding = _ENCODING.match(start.removeprefix(b"\xef\xbb\xbf"))
    root = _ROOT.search(start)
    if (encoding and encoding[1].lower() not in (b"utf-8", b"us-ascii")) or b"\0" in start or not root:
        raise Refusal(_DAMAGED)
    if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
        raise Refusal("The workbook declares a document type, which no extract needs. Save it anew in Excel.")


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Find which part of the package holds each sheet."""
    target = {}
    for relation in fromstring(package.read("xl/_rels/workbook.xml.rels")):
        target[relation.get("Id")] = relation.get("Target", "")
    parts = {}
    for element in fromstring(package.read("xl/workbook.xml")).iter():
        if element.tag.endswith("}sheet"):
            (relation_id,) = (value for name, value in element.items() if name.endswith("}id"))
            path = target[relation_id]
            parts[element.get("name", "")] = path.lstrip("/") if path.startswith("/") else f"xl/{path}"
    return parts


def rows(sheet: CalamineSheet, marks: Marks) -> Iterator[tuple[str, object]]:
    """Yield a sheet's rows that are not blank, some at a time, with the cells that cannot be relied on marked."""
    if sheet.start is None:
        return
    if sheet.width > MOST_COLUMNS:
        raise Refusal(f"The sheet is more than {MOST_COLUMNS} columns wide. Delete the columns that are not needed.")
    left = sheet.start[1]
    chunk: list[tuple[int, list[object]]] = []
    for number, cells in enumerate(sheet.iter_rows(), 1):
        row: list[object] = list(cells)
        for column, what in marks.get(number, {}).items():
            if 0 <= column - left < len(row):
                row[column - left] = {"broken": what}
        if any(cell != "" for cell in row):
            chunk.append((number, row))
        if len(chunk) == CHUNK:
            yield "rows", chunk
            chunk = []
    if chunk:
        yield "rows", chunk


_ERROR = re.compile(rb"<(?:\w+:)?c\s([^>]*\bt\s*=\s*[\"']e[\"'][^>]*)>")
_FORMULA = re.compile(rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f[\s/>]")
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")


def broken_cells(package: zipfile.ZipFile, part: str) -> Marks:
    """Find the cells that hold a formula, whose value may be stale, or an error, which the reader takes for a blank."""
    marks: Marks = {}
    rest = b""
    with package.open(part) as opened:
        while block := opened.read(MEGABYTE):
            block = rest + block
            for what, pattern in (("formula", _FORMULA), ("error", _ERROR)):
                for cell in pattern.finditer(block):
                    mark(marks, cell[1], what)
            if len(marks) > MOST_BROKEN:
                raise Refusal("The workbook is full of formulas. Copy its rows, as values, into a new one.")
            rest = block[-OVERLAP:]
    return marks


def mark(marks: Marks, attributes: bytes, what: str) -> None:
    """Note one cell by the reference among its attributes, such as r="AB12"."""
    place = _PLACE.search(attributes)
    if place is None:
        raise Refusal(_DAMAGED)
    column = 0
    for letter in place[1]:
        column = column * 26 + letter - ord("A") + 1
    marks.setdefault(int(place[2]), {})[column - 1] = what


def typed(cell: object) -> dict[str, str]:
    """Give JSON a word for a cell that it has none for."""
    if isinstance(cell, datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, date):
        return {"date": cell.isoformat()}
    return {"time": ""}


if __name__ == "__main__":
    main()
