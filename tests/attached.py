"""Attached files as people send them, and as attackers do: each built by hand, and all that they say invented."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from email.message import EmailMessage
from tempfile import TemporaryFile
from typing import BinaryIO

import docx
import openpyxl
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it publishes no types

WORDS = "She said that she was sorry."


def zipped(files: Mapping[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Make a zip."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return made.getvalue()


@contextmanager
def held(data: bytes) -> Iterator[BinaryIO]:
    """Hold bytes as an open file."""
    with TemporaryFile() as file:
        file.write(data)
        file.flush()
        yield file


def pdf(
    *pages: str, resources: str = "", catalog: str = "", page: str = "", extra: tuple[bytes, ...] = (), info: str = ""
) -> bytes:
    """Make a PDF whose pages are drawn by these commands; `extra` are its objects from 10 on, an image say."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    first = 10 + len(extra)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    objects: dict[int, bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: font.encode(),
        4: f"<< {info} >>".encode(),
        **dict(enumerate(extra, 10)),
    }
    for at, drawn in enumerate(pages):
        box = "/MediaBox [0 0 595 842]"
        used = f"/Resources << /Font << /F1 3 0 R >> {resources} >>"
        own = f"<< /Type /Page /Parent 2 0 R {box} {used} /Contents {first + 2 * at + 1} 0 R {page} >>"
        objects[first + 2 * at] = own.encode()
        objects[first + 2 * at + 1] = stream(drawn.encode("cp1252"))
    return _written(objects)


def stream(data: bytes, more: str = "") -> bytes:
    """Make a PDF's stream."""
    return f"<< /Length {len(data)} {more} >>\nstream\n".encode() + data + b"\nendstream"


def said(words: str, *, at: tuple[int, int] = (72, 720), mode: int = 0, size: int = 14) -> str:
    """Draw a line of words on a PDF's page."""
    return f"BT /F1 {size} Tf {mode} Tr {at[0]} {at[1]} Td ({words}) Tj ET\n"


def grey_image(width: int, height: int, pixels: bytes) -> bytes:
    """Make a PDF's picture."""
    kind = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray"
    return stream(zlib.compress(pixels), f"{kind} /BitsPerComponent 8 /Filter /FlateDecode")


def scan(pixels: bytes = b"\x80" * 100, width: int = 10, height: int = 10, *, under: str = "") -> bytes:
    """Make a PDF of one page that is a picture, with words drawn invisibly under it."""
    picture = f"q 595 0 0 842 0 0 cm /Im1 Do Q\n{under}"
    return pdf(picture, resources="/XObject << /Im1 10 0 R >>", extra=(grey_image(width, height, pixels),))


def scanned(words: str) -> bytes:
    """Make a PDF of one page that is a picture of words."""
    drawn = pdfium.PdfDocument(pdf(said(words, size=28)))[0].render(scale=2, grayscale=True)
    rows = bytes(drawn.buffer)
    pixels = b"".join(rows[at * drawn.stride :][: drawn.width] for at in range(drawn.height))
    return scan(pixels, drawn.width, drawn.height, under=said("Secret", mode=3))


def word(*paragraphs: str) -> bytes:
    """Make a Word document."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: object) -> bytes:
    """Give a document's or workbook's bytes."""
    made = io.BytesIO()
    document.save(made)  # type: ignore[attr-defined]
    return made.getvalue()


def word_of(body: str, **parts: str) -> bytes:
    """Make a Word document of WordprocessingML: its body, and other parts of the folder `word` by name."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    space += ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
    }
    files |= {f"word/{name}.xml": f"<w:{name} {space}>{inside}</w:{name}>" for name, inside in parts.items()}
    return zipped(files)


def paragraph(*runs: str) -> str:
    """Write a paragraph of WordprocessingML; a run without a mark of its own is plain words."""
    return f"<w:p>{''.join(run if run.startswith('<') else plain_run(run) for run in runs)}</w:p>"


def plain_run(words: str, marks: str = "") -> str:
    """Write a run of WordprocessingML."""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def workbook(*rows: tuple[object, ...]) -> openpyxl.Workbook:
    """Make a workbook of one sheet."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    return made


def mail(plain: str | None = WORDS, *, html: str | None = None, **headers: str) -> EmailMessage:
    """Make an e-mail."""
    made = EmailMessage()
    given = {"From": "wendeline@example.org", "To": "desk@example.org", "Subject": "What happened"} | headers
    for name, value in given.items():
        made[name] = value
    if plain is not None:
        made.set_content(plain)
    if html is not None and plain is not None:
        made.add_alternative(html, subtype="html")
    elif html is not None:
        made.set_content(html, subtype="html")
    return made


def _written(objects: Mapping[int, bytes]) -> bytes:
    made = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(made)
        made += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {max(objects) + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, max(objects) + 1):
        made += f"{places[number]:010} 00000 n \n".encode() if number in places else b"0000000000 65535 f \n"
    made += f"trailer << /Size {max(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)
