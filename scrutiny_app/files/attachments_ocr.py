"""Reading a page's picture with Tesseract, where it is installed, in a process of its own."""

import resource
import subprocess
from contextlib import suppress

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it publishes no types

BY_OCR = "read by OCR, may hold mistakes"
PROGRAM = "/usr/bin/tesseract"
MOST_PAGES = 20
MOST_PIXELS = 12_000_000
SCALE = 250 / 72  # dots for each point
PAGE_SECONDS = 30
_MOST_WORDS = 400_000


class Reader:
    """Reads one file's pages, up to so many; without Tesseract it reads nothing."""

    def __init__(self, wanted: bool) -> None:
        self._left = MOST_PAGES if wanted else 0

    def words(self, page: pdfium.PdfPage) -> str:
        """Give a page's words as far as they can be read off its picture: nothing where they cannot."""
        if self._left == 0:
            return ""
        self._left -= 1
        soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (hard if soft == resource.RLIM_INFINITY else min(soft + 2, hard), hard))
        with suppress(OSError, subprocess.SubprocessError):
            return _recognised(_picture(page))
        return ""


def _picture(page: pdfium.PdfPage) -> bytes:
    """Draw a page in grey, without its comments, as a PGM."""
    width, height = page.get_size()
    scale = min(SCALE, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False)
    rows = bytes(bitmap.buffer)
    lines = (rows[at * bitmap.stride : at * bitmap.stride + bitmap.width] for at in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(lines)


def _recognised(picture: bytes) -> str:
    command = [PROGRAM, "stdin", "stdout", "-l", "eng"]
    done = subprocess.run(
        command,
        input=picture,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=2 * PAGE_SECONDS,
        check=True,
        env={"OMP_THREAD_LIMIT": "1"},
        preexec_fn=_limited,
    )
    return done.stdout[:_MOST_WORDS].decode("utf-8", "replace").strip()


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (PAGE_SECONDS, PAGE_SECONDS))
