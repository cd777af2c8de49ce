"""The parts of an Office document: checked by their names and first bytes, and parsed without anything declared."""

import io
import re
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from scrutiny_app.files.attachments_found import MEGABYTE, Refusal
from scrutiny_app.files.attachments_zip import BROKEN

MOST_PARTS = 2_000
MOST_INFLATED = 64 * MEGABYTE
MOST_PART = 16 * MEGABYTE
DAMAGED = "It is damaged. Open it, save it anew and send that."
_FORBIDDEN = (
    ("vbaproject", "macros"),
    ("/macrosheets/", "macros"),
    ("/embeddings/", "embedded files"),
    ("/activex/", "active controls"),
    ("/afchunk", "embedded files"),
    ("/externallinks/", "links to other files"),
    ("xl/connections.xml", "links to other data"),
)
_CHUNK = b"/aFChunk"


class Package:
    """An Office document as its parts."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN:
            raise Refusal(DAMAGED) from None
        infos = self._zip.infolist()
        self.names = [info.filename for info in infos]
        inflated = sum(info.file_size for info in infos)
        if len(infos) > MOST_PARTS or inflated > MOST_INFLATED or any(info.flag_bits & 1 for info in infos):
            raise Refusal("It would unpack to far more than it seems, or is protected. Save it anew and send that.")
        if len(set(self.names)) != len(infos):
            raise Refusal(DAMAGED)
        for name in self.names:
            for forbidden, kind in _FORBIDDEN:
                if forbidden in f"/{name.lower()}":
                    raise Refusal(f"It holds {kind}. Save it without them and send that.")
            if name.lower().endswith((".xml", ".rels", ".vml")):
                self._check(name)

    def part(self, name: str) -> bytes:
        """Unpack a part, never past the size that the directory gives for it."""
        try:
            info = self._zip.getinfo(name)
            if info.file_size > MOST_PART:
                raise Refusal("It holds far more than its words. Save the words alone and send that.")
            with self._zip.open(info) as opened:
                return opened.read(info.file_size)
        except BROKEN:
            raise Refusal(DAMAGED) from None

    def tree(self, name: str) -> Element:
        """Parse a part."""
        try:
            tree: Element = fromstring(self.part(name), forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError):
            raise Refusal(DAMAGED) from None
        return tree

    def count(self, pattern: str) -> int:
        """Count the parts whose whole names are like this."""
        return sum(1 for name in self.names if re.fullmatch(pattern, name, re.IGNORECASE))

    def _check(self, name: str) -> None:
        """Refuse a part that declares a document type, is in no such encoding as UTF-8, or embeds another file."""
        start = self.part(name) if name.endswith(".rels") else self.part(name)[: 64 * 1024]
        if b"<!DOCTYPE" in start or b"<!ENTITY" in start or b"\0" in start:
            raise Refusal("It declares a document type, which no document needs. Save it anew and send that.")
        if name.endswith(".rels") and _CHUNK in start:
            raise Refusal("It holds embedded files. Save it without them and send that.")
