"""Reading a PDF: the words that one sees on its pages, and no other that it holds.

Words drawn invisibly (as under a scan), without colour or off the page are dropped. Comments, forms, layers of metadata
and embedded files are never read. A page of which one sees no words but something drawn is read by OCR where it can be.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it publishes no types
import pypdfium2.raw as raw  # type: ignore[import-untyped]  # nor does this

from scrutiny_app.files.attachments_found import (
    DOCUMENT,
    MOST_CHARACTERS,
    NOT_READ,
    READ,
    SCAN,
    Found,
    Refusal,
    counted,
    found,
)
from scrutiny_app.files.attachments_ocr import BY_OCR, Reader

MOST_PAGES = 1_000
_INVISIBLE = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})
_HYPHEN = 0x02  # what the library calls a hyphen at a line's end
_UNKNOWN = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})
_DAMAGED = "It is damaged, or is no PDF. Open it, save it anew and send that."
_METADATA = (b"Title", b"Author", b"Subject", b"Keywords")


@dataclass
class _Seen:
    """What has been met so far, beside the words."""

    hidden: int = 0
    unknown: int = 0
    images: int = 0
    comments: int = 0
    fields: int = 0
    by_ocr: list[int] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)

    def left_out(self, document: pdfium.PdfDocument) -> list[str]:
        """Say all that was left out, and what may hold mistakes."""
        named = any(raw.FPDF_GetMetaText(document, name, None, 0) > 2 for name in _METADATA)
        scripts = raw.FPDFDoc_GetJavaScriptActionCount(document)
        return [
            *([f"{_pages(self.by_ocr)}: {BY_OCR}"] if self.by_ocr else []),
            *([f"{_pages(self.unread)}: {NOT_READ}"] if self.unread else []),
            *counted(self.hidden, "hidden character"),
            *counted(self.unknown, "character that cannot be read", "characters that cannot be read"),
            *counted(self.images, "image beside the words", "images beside the words"),
            *counted(self.comments, "comment"),
            *counted(self.fields, "form field"),
            *counted(max(scripts, 0), "script"),
            *counted(raw.FPDFDoc_GetAttachmentCount(document), "embedded file"),
            *(["metadata"] if named else []),
        ]


def read_pdf(data: bytes, *, ocr: bool) -> Found:
    """Read a PDF's visible words page by page; raise Refusal where it is encrypted, damaged or too long."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Refusal("It is protected by a password. Save it without one and send that.") from None
        raise Refusal(_DAMAGED) from None
    if raw.FPDF_GetSecurityHandlerRevision(document) != -1:
        raise Refusal("It is encrypted. Print it to a new PDF and send that.")
    if not 0 < len(document) <= MOST_PAGES:
        raise Refusal(_DAMAGED if not len(document) else f"It has more than {MOST_PAGES:,} pages. Send fewer.")
    seen, reader = _Seen(), Reader(ocr)
    try:
        pages = list(_texts(document, seen, reader))
    except pdfium.PdfiumError:
        raise Refusal(_DAMAGED) from None
    any_words = any(pages)
    kind = SCAN if (seen.by_ocr or seen.unread) and len(seen.by_ocr) == sum(map(bool, pages)) else DOCUMENT
    for number in seen.unread if any_words else ():
        pages[number - 1] = f"(Page {number}: {NOT_READ})"
    state = NOT_READ if seen.unread and not any_words else READ
    return found(kind, "\n\n".join(filter(None, pages)), seen.left_out(document), state)


def _texts(document: pdfium.PdfDocument, seen: _Seen, reader: Reader) -> Iterator[str]:
    """Give each page's words, counting what is left out."""
    most = 2 * MOST_CHARACTERS
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        words = _visible(page, seen, most)
        most -= len(words)
        _count_annotations(page, seen)
        drawn = [thing.type for thing in page.get_objects(max_depth=4)]
        pictures = drawn.count(raw.FPDF_PAGEOBJ_IMAGE)
        if words.strip():
            seen.images += pictures
        elif pictures or any(kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING) for kind in drawn):
            words = reader.words(page)
            (seen.by_ocr if words else seen.unread).append(number)
        yield words.strip()
        page.close()


def _visible(page: pdfium.PdfPage, seen: _Seen, most: int) -> str:
    """Give the words that one sees on a page."""
    text = raw.FPDFText_LoadPage(page)
    try:
        count = raw.FPDFText_CountChars(text)
        if count > most:
            raise Refusal(f"It holds more than {MOST_CHARACTERS:,} characters of text. Send fewer pages.")
        return "".join(_characters(text, count, _Sight(page, text), seen))
    finally:
        raw.FPDFText_ClosePage(text)


def _characters(text: ctypes.c_void_p, count: int, sight: "_Sight", seen: _Seen) -> Iterator[str]:
    for at in range(count):
        code = raw.FPDFText_GetUnicode(text, at)
        generated = raw.FPDFText_IsGenerated(text, at) == 1
        if generated or code in (0x0A, 0x0D, 0x20):
            yield "-" if code == _HYPHEN else chr(code)
        elif not sight.shows(at):
            seen.hidden += 1
        elif code in _UNKNOWN:
            seen.unknown += 1
        else:
            yield "-" if code == _HYPHEN else chr(code)


class _Sight:
    """Which characters of a page one sees; what is drawn at once is asked about once."""

    def __init__(self, page: pdfium.PdfPage, text: ctypes.c_void_p) -> None:
        self._text = text
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self._drawn: dict[int, bool] = {}
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._color = [ctypes.c_uint() for _ in range(4)]

    def shows(self, at: int) -> bool:
        """Say whether a character is drawn in some colour, and on the page."""
        thing = raw.FPDFText_GetTextObject(self._text, at)
        address = ctypes.cast(thing, ctypes.c_void_p).value or 0
        if address not in self._drawn:
            self._drawn[address] = bool(thing) and self._is_drawn(thing, at)
        return self._drawn[address] and self._is_on_page(at)

    def _is_drawn(self, thing: object, at: int) -> bool:
        if raw.FPDFTextObj_GetTextRenderMode(thing) in _INVISIBLE:
            return False
        fill = raw.FPDFText_GetFillColor(self._text, at, *map(ctypes.byref, self._color))
        return not (fill and self._color[3].value == 0)

    def _is_on_page(self, at: int) -> bool:
        if not raw.FPDFText_GetCharBox(self._text, at, *map(ctypes.byref, self._edges)):
            return False
        left, right, bottom, top = (edge.value for edge in self._edges)
        return bool(left < self._right and right > self._left and bottom < self._top and top > self._bottom)


def _count_annotations(page: pdfium.PdfPage, seen: _Seen) -> None:
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        seen.fields += kind == raw.FPDF_ANNOT_WIDGET
        seen.comments += kind not in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)
        raw.FPDFPage_CloseAnnot(annotation)


def _pages(numbers: list[int]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
