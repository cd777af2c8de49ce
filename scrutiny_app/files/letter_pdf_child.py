"""Setting a letter's PDF, run as a process of its own for the same reasons as a pack's: see pack_pdf_child."""

import sys
from pathlib import Path

import typst

from scrutiny_app.files.pack_pdf_child import neutral
from scrutiny_app.files.sandbox import limit

MEMORY = 2 * 2**30
SECONDS = 30
_TEMPLATE = Path(__file__).parent / "packs" / "letter.typ"
_MADE_AT = 946_684_800  # the first second of 2000, UTC: a letter does not say when it was set


def main() -> None:
    """Read the words, and answer with the PDF."""
    limit(memory=MEMORY, seconds=SECONDS)
    written = typst.compile(
        str(_TEMPLATE),
        format="pdf",
        sys_inputs={"letter": sys.stdin.buffer.read().decode()},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=_MADE_AT,
    )
    sys.stdout.buffer.write(neutral(written))


if __name__ == "__main__":
    main()
