"""Reading plain text: decoded rightly, or refused."""

import codecs
import re

from scrutiny_app.files.attachments_found import DOCUMENT, Found, Refusal, found

_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_UNREADABLE = "It holds characters that cannot be read. Save it as text in UTF-8 and send it again."


def read_text(data: bytes) -> Found:
    """Read a text in UTF-8, in UTF-16 with its mark, or as Windows writes it in Britain."""
    return found(DOCUMENT, decoded(data), [])


def decoded(data: bytes) -> str:
    """Decode a text; raise Refusal where which letters it holds would be a guess."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        if marked or _UTF8_SEQUENCE.search(data):  # part UTF-8, part not: whichever is chosen would spoil a name
            raise Refusal(_UNREADABLE) from None
        text = _as_windows_has_it(data)
    if "\0" in text:
        raise Refusal("It holds null characters, so it is no text. Save it as text in UTF-8 and send it again.")
    return text


def _as_windows_has_it(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise Refusal(_UNREADABLE) from None
