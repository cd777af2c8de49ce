"""A pack for the tests of its forms, and what stands in a file, decoded wherever words could hide there."""

import io
import re
import subprocess
import sys
import zipfile
import zlib
from ctypes import create_string_buffer
from datetime import date

import pypdfium2  # type: ignore[import-untyped]  # it publishes no types
from pypdfium2 import raw

from scrutiny_app.domain.packs import Marks, Pack, PackedCase
from scrutiny_app.domain.releasing import BlankState, Fact, Text
from tests.making import released_case

MARKS = Marks("K7QM-2X9D", "R-0042", date(2026, 12, 31))
HOSTILE = "#panic[*x*] $a$ \\ ] [ ` ``` _b_ <c> @d // e /* f */ = g #import \"h\" {i} ~ '' & ;"


def pack(cases: int = 2, *, words: str = "[Suspect] pushed [Victim 1].") -> Pack:
    """Make a pack of cases whose first text holds these words."""
    return Pack("Round of April to June 2026", "Northmoor Police", cases, [case(n, words) for n in range(1, cases + 1)])


def case(place: int, words: str) -> PackedCase:
    """Make a case with a fact, a text and each of the three blanks."""
    texts = (
        Text("circumstances", "What happened", words),
        Text("victim_views", "Victim’s views", "", BlankState.NOT_RECORDED),
        Text("rationale", "Reasons for the decision", "", BlankState.REDACTED, received=True),
    )
    facts = (Fact("Offence", "Common assault"), Fact("Rank", "", BlankState.WITHHELD))
    return PackedCase(place, 1, released_case(reference=f"NP-{place:05d}", facts=facts, texts=texts))


def in_another_process(writer: str) -> bytes:
    """Write the plain pack in a new Python, whose hashes, clock and locale are its own."""
    code = (
        f"import sys; from tests.unit.files.packed import MARKS, pack; from {writer.rpartition('.')[0]} import "
        f"{writer.rpartition('.')[2]} as write; sys.stdout.buffer.write(write(pack(), MARKS{GRADING.get(writer, '')}))"
    )
    environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    return done.stdout


GRADING = dict.fromkeys(
    ("scrutiny_app.files.pack_pdf.write_pdf", "scrutiny_app.files.pack_docx.write_docx"), ", grading=True"
)


def decoded(data: bytes) -> str:
    """Give all that stands in a file: its bytes, its parts or streams unpacked, and a PDF's words as they are read."""
    found = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found += [package.read(name) for name in package.namelist()]
            found += [name.encode() for name in package.namelist()]
    if data.startswith(b"%PDF"):
        found += [_inflated(stream) for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)]
        found.append("\n".join(pages(data)).encode())
    return "\n".join(part.decode(errors="replace") for part in found)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def pages(data: bytes) -> list[str]:
    """Give a PDF's pages as words, with one space between words."""
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def tags(data: bytes) -> list[str]:
    """List the types of a PDF's structure elements, page by page, in reading order."""
    document = pypdfium2.PdfDocument(data)
    found: list[str] = []
    for page in list(document):  # held, since its tree lives no longer than a page
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        for at in range(raw.FPDF_StructTree_CountChildren(tree)):
            _walk(raw.FPDF_StructTree_GetChildAtIndex(tree, at), found)
        raw.FPDF_StructTree_Close(tree)
    return found


def _walk(element, found: list[str]) -> None:
    if not element:
        return
    size = raw.FPDF_StructElement_GetType(element, None, 0)
    kind = create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, kind, size)
    found.append(kind.raw.decode("utf-16-le").rstrip("\0"))
    for at in range(raw.FPDF_StructElement_CountChildren(element)):
        _walk(raw.FPDF_StructElement_GetChildAtIndex(element, at), found)
