"""Writing a report as a tagged PDF (PDF/UA-1), and a chart as a picture: the same bytes for the same words.

Words reach the template as data, so that none can act as its markup. It is set in the typefaces that come with typst,
by a process of its own, with limits: what it keeps in memory ends with it.
"""

from collections.abc import Sequence
from typing import Any

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.column_widths import fitted
from scrutiny_app.files.documents import Block, Grid, Heading, Paragraph, Picture
from scrutiny_app.files.pack_pdf import drawable
from scrutiny_app.files.typesetting import typeset

PDF = "application/pdf"
TYPEFACE = "Libertinus Serif"  # a chart's words are drawn in it, as no other stands ready
_LETTERS = 0.86  # its letters are narrower than Arial's
_MOST_SECONDS = 60


def write_report(title: str, under: str, blocks: Sequence[Block]) -> bytes:
    """Write blocks as an A4 document; its pictures are SVG. Raise Refused where it cannot be set."""
    data = {"title": title, "under": under, "blocks": [_block(block) for block in blocks]}
    written = typeset("report", _drawable(data), seconds=_MOST_SECONDS)
    if not written.startswith(b"%PDF"):
        raise Refused(
            "The PDF could not be set: it is too long for it. Take the Word document or the workbook instead."
        )
    return written


def as_pictures(charts: Sequence[str]) -> list[bytes]:
    """Turn charts, which are SVG text, into PNG, sharp enough for print."""
    if not charts:
        return []
    written = typeset("charts", list(charts), seconds=_MOST_SECONDS)
    pictures = []
    while written:
        size = int.from_bytes(written[:8])
        pictures.append(written[8 : 8 + size])
        written = written[8 + size :]
    if len(pictures) != len(charts):
        raise Refused("The charts could not be drawn. Take the PDF or the workbook instead.")
    return pictures


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "words": block.words, "level": block.level}
        case Paragraph():
            return {"kind": "point" if block.point else "paragraph", "words": block.words}
        case Picture():
            svg = block.content.decode()
            return {"kind": "picture", "title": block.title, "description": block.description, "svg": svg}
        case Grid():
            return {
                "kind": "table",
                "title": block.title,
                "header": list(block.header),
                "rows": [list(row) for row in block.rows],
                "numeric": list(block.numeric),
                "widths": list(block.widths) or fitted(block.header, block.rows, _LETTERS),
            }


def _drawable(data: Any) -> Any:
    """Put in words what the typeface cannot draw; a chart stays as it is."""
    match data:
        case str():
            return drawable(data)
        case dict():
            return {key: value if key == "svg" else _drawable(value) for key, value in data.items()}
        case list():
            return [_drawable(value) for value in data]
        case _:
            return data
