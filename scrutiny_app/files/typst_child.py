"""Setting a PDF, or charts as pictures, by typst, in a process of its own: it is given words and answers with the file.

Typst keeps what it has set in memory, for the next time: here that ends with the process, and no case's words stay in
one that serves pages. What no text should need, in memory or time, ends it too.
"""

import re
import sys
from pathlib import Path
from typing import Any

import typst

from scrutiny_app.files.sandbox import limit

MEMORY = 2 * 2**30
DOTS = 200  # to an inch
_TEMPLATES = Path(__file__).parent / "packs"
_NAMED = re.compile(rb"(?<=/Creator\()Typst [\w.+-]+|(?<=<xmp:CreatorTool>)Typst [\w.+-]+")
_MADE_AT = 946_684_800  # the first second of 2000, UTC: a file does not say when it was written


def main(template: str, seconds: str) -> None:
    """Read the words for a template, and answer with its PDF; for `charts`, with the pictures one after the other."""
    limit(memory=MEMORY, seconds=int(seconds))
    given = {template: sys.stdin.buffer.read().decode()}
    sys.stdout.buffer.write(_pictures(given) if template == "charts" else _pdf(template, given))


def _pdf(template: str, given: dict[str, str]) -> bytes:
    written = typst.compile(
        str(_TEMPLATES / f"{template}.typ"),
        format="pdf",
        sys_inputs=given,
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=_MADE_AT,
    )
    # Its properties name this product, and not which version of which program set it. The file tells where each of its
    # parts begins, so nothing in it may move.
    return _NAMED.sub(lambda found: b"Scrutiny".ljust(len(found[0])), written)


def _pictures(given: dict[str, str]) -> bytes:
    pages: Any = typst.compile(  # a list, once there is more than one
        str(_TEMPLATES / "charts.typ"), format="png", ppi=DOTS, sys_inputs=given, ignore_system_fonts=True
    )
    pictures = pages if isinstance(pages, list) else [pages]
    return b"".join(len(picture).to_bytes(8) + picture for picture in pictures)


if __name__ == "__main__":
    main(*sys.argv[1:])
