"""Setting a pack's PDF, run as a process of its own: it is given the words as JSON and answers with the file.

Typst keeps what it has set in memory, for the next time: here that ends with the process, and no case's words stay in
one that serves pages. What no text should need, in memory or time, ends it too.
"""

import re
import sys
from pathlib import Path

import typst

from scrutiny_app.files.sandbox import limit

MEMORY = 2 * 2**30
SECONDS = 120
_TEMPLATE = Path(__file__).parent / "packs" / "pack.typ"
_NAMED = re.compile(rb"(?<=/Creator\()Typst [\w.+-]+|(?<=<xmp:CreatorTool>)Typst [\w.+-]+")
_MADE_AT = 946_684_800  # the first second of 2000, UTC: a copy does not say when it was written


def main() -> None:
    """Read the words, and answer with the PDF."""
    limit(memory=MEMORY, seconds=SECONDS)
    written = typst.compile(
        str(_TEMPLATE),
        format="pdf",
        sys_inputs={"pack": sys.stdin.buffer.read().decode()},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=_MADE_AT,
    )
    sys.stdout.buffer.write(neutral(written))


def neutral(written: bytes) -> bytes:
    """Let the file's properties name this product, and not which version of which program set it.

    The file tells where each of its parts begins, so nothing in it may move.
    """
    return _NAMED.sub(lambda found: b"Scrutiny".ljust(len(found[0])), written)


if __name__ == "__main__":
    main()
