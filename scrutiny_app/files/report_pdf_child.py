"""Setting a report's PDF, or its charts as pictures, run as a process of its own with limits on memory and time."""

import sys
from pathlib import Path
from typing import Any

import typst

from scrutiny_app.files.pack_pdf_child import neutral
from scrutiny_app.files.sandbox import limit

MEMORY = 2 * 2**30
SECONDS = 60
DOTS = 200  # to an inch
_TEMPLATES = Path(__file__).parent / "packs"
_MADE_AT = 946_684_800  # the first second of 2000, UTC: a report does not say when it was written


def main() -> None:
    """Read the words or the charts, and answer with the file, or with the pictures one after the other."""
    limit(memory=MEMORY, seconds=SECONDS)
    given = sys.stdin.buffer.read().decode()
    if sys.argv[1] == "pdf":
        sys.stdout.buffer.write(_pdf(given))
        return
    pages: Any = typst.compile(  # a list, once there is more than one
        str(_TEMPLATES / "charts.typ"),
        format="png",
        ppi=DOTS,
        sys_inputs={"charts": given},
        ignore_system_fonts=True,
    )
    for picture in pages if isinstance(pages, list) else [pages]:
        sys.stdout.buffer.write(len(picture).to_bytes(8) + picture)


def _pdf(given: str) -> bytes:
    written = typst.compile(
        str(_TEMPLATES / "report.typ"),
        format="pdf",
        sys_inputs={"report": given},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=_MADE_AT,
    )
    return neutral(written)


if __name__ == "__main__":
    main()
