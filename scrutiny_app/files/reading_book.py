"""What a workbook says of itself: its sheets and their parts, its date system, its number formats, its comments."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, normpath
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

from defusedxml.ElementTree import iterparse

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading_package import DAMAGED, MOST_ASIDE, read_part

MOST_SHEETS = 200
MOST_FORMATS = 65_536
MOST_DEPTH = 100  # elements within elements; to nest a million of them takes far more time than their bytes
WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True)
class SheetPart:
    """A sheet: its name, its part of the package, whether it can be seen, and the parts of its comments."""

    name: str
    part: str
    visible: bool
    comments: tuple[str, ...]


@dataclass(frozen=True)
class Book:
    """A workbook's sheets in order, the part of its shared strings, and what a reader of cells must know."""

    sheets: tuple[SheetPart, ...]
    strings: str | None
    from_1904: bool
    styles: str


def read_book(package: zipfile.ZipFile) -> Book:
    """Read everything but the rows; raise Refused where it does not hold together."""
    _check_links(package)
    related = _relations(package, WORKBOOK)
    by_kind = dict(related.values())
    root = _root_of(read_part(package, WORKBOOK))
    sheets = tuple(_sheets(package, root, related))
    if len({sheet.part for sheet in sheets}) != len(sheets) or len({sheet.name for sheet in sheets}) != len(sheets):
        raise Refused(DAMAGED)
    from_1904 = any(_local(one) == "workbookPr" and one.get("date1904") in ("1", "true") for one in root)
    styles = by_kind.get("styles")
    formats = _formats(read_part(package, styles)) if styles in package.namelist() and styles else ""
    strings = by_kind.get("sharedStrings")
    return Book(sheets, strings if strings in package.namelist() else None, from_1904, formats)


def _root_of(content: bytes) -> Element:
    """Parse a small part; raise Refused as soon as it is nested deeper than any is."""
    depth, root = 0, Element("")
    for event, element in iterparse(BytesIO(content), events=("start", "end")):
        depth, root = depth + (1 if event == "start" else -1), element
        if depth > MOST_DEPTH:
            raise Refused(DAMAGED)
    return root


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _sheets(package: zipfile.ZipFile, root: Element, related: dict[str, tuple[str, str]]) -> Iterator[SheetPart]:
    listed = [one for one in root.iter() if _local(one) == "sheet"]
    if len(listed) > MOST_SHEETS:
        raise Refused(f"The workbook has more than {MOST_SHEETS} sheets. Keep the extract's own and import that.")
    for one in listed:
        link = next((value for name, value in one.items() if name.endswith("}id")), "")
        if link not in related:
            raise Refused(DAMAGED)
        kind, part = related[link]
        if kind != "worksheet":
            continue
        if part not in package.namelist():
            raise Refused(DAMAGED)
        comments = sorted(
            target for kind, target in _relations(package, part).values() if kind in ("comments", "threadedComment")
        )
        yield SheetPart(one.get("name", ""), part, one.get("state", "visible") == "visible", tuple(comments))


def _relations(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Give what a part is joined to inside the package: the kind and the part, by the name of the link."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    if path not in package.namelist():
        return {}
    return {
        link.get("Id", ""): (link.get("Type", "").rpartition("/")[2], _resolved(part, link.get("Target", "")))
        for link in _root_of(read_part(package, path))
        if link.get("TargetMode") != "External"
    }


def _resolved(part: str, target: str) -> str:
    path = target.lstrip("/") if target.startswith("/") else f"{dirname(part)}/{target}"
    return normpath(path)


def _check_links(package: zipfile.ZipFile) -> None:
    """Refuse links to anything outside the package but what a reader may click on."""
    for name in package.namelist():
        if not name.lower().endswith(".rels"):
            continue
        for link in _root_of(read_part(package, name)):
            if link.get("TargetMode") == "External" and not link.get("Type", "").endswith("/hyperlink"):
                raise Refused("The workbook holds links to other files. Copy its rows, as values, into a new workbook.")


def _formats(styles: bytes) -> str:
    """Give a style sheet of number formats alone: what tells a date from a number, and nothing else."""
    codes: list[str] = []
    cells: list[str] = []
    path: list[str] = []
    for event, element in iterparse(BytesIO(styles), events=("start", "end")):
        name = _local(element)
        if event == "start":
            path.append(name)
            if len(path) > MOST_DEPTH:
                raise Refused(DAMAGED)
            continue
        path.pop()
        if name == "numFmt" and path[-1:] == ["numFmts"]:
            code = quoteattr(element.get("formatCode", ""))
            codes.append(f"<numFmt numFmtId={quoteattr(element.get('numFmtId', '0'))} formatCode={code}/>")
        elif name == "xf" and path[-1:] == ["cellXfs"]:
            cells.append(f"<xf numFmtId={quoteattr(element.get('numFmtId', '0'))}/>")
        if len(codes) + len(cells) > MOST_FORMATS:
            raise Refused("The workbook has more styles than Excel allows. Copy its rows into a new one.")
        element.clear()
    return f"<numFmts>{''.join(codes)}</numFmts><cellXfs>{''.join(cells)}</cellXfs>"


_REFERENCE = re.compile(
    rb"<(?:\w+:)?(?:comment|threadedComment)\s[^>]*?\bref\s*=\s*[\"']\$?([A-Z]{1,3})\$?([0-9]{1,7})"
)


def commented(package: zipfile.ZipFile, parts: tuple[str, ...]) -> list[tuple[int, int]]:
    """List the cells that bear comments, by row from 1 and column from 0, in order."""
    places: set[tuple[int, int]] = set()
    for part in parts:
        if part in package.namelist() and package.getinfo(part).file_size <= MOST_ASIDE:
            for letters, row in _REFERENCE.findall(package.read(part)):
                places.add((int(row), column_of(letters)))
    return sorted(places)


def column_of(letters: bytes) -> int:
    """Give a column's number, from 0, by its letters."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column - 1
