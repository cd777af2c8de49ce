"""Which kind of file this is: by its content, with which the name's ending must agree."""

import io
import zipfile
from collections.abc import Callable

from scrutiny_app.files.attachments_found import Found, Refusal
from scrutiny_app.files.attachments_mail import read_mail
from scrutiny_app.files.attachments_pdf import read_pdf
from scrutiny_app.files.attachments_text import read_text
from scrutiny_app.files.attachments_word import read_word
from scrutiny_app.files.attachments_workbook import read_workbook
from scrutiny_app.files.attachments_zip import BROKEN

_KINDS = {".pdf": "a PDF", ".docx": "a Word document", ".xlsx": "a workbook", ".txt": "plain text", ".eml": "an e-mail"}
_SEND = "Send PDF, DOCX, XLSX, EML or TXT files."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"#!", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"<", "a web page or another kind of marked-up text"),
)


def read_file(name: str, data: bytes, *, ocr: bool) -> Found:
    """Read one file's visible text; raise Refusal where it is not what its name says or cannot be relied on."""
    ending = "." + name.rpartition(".")[2].lower()
    if not data:
        raise Refusal("It is empty. Send the file itself.")
    if ending not in _KINDS:
        raise Refusal(f"Files of its kind are not read. {_SEND}")
    content = _content(data)
    if content != ending and not (content == ".txt" and ending == ".eml"):
        raise Refusal(f"Its name ends in {ending}, but it holds {_KINDS[content]}. Name it rightly and send it again.")
    readers: dict[str, Callable[[bytes], Found]] = {
        ".pdf": lambda data: read_pdf(data, ocr=ocr),
        ".docx": read_word,
        ".xlsx": read_workbook,
        ".eml": read_mail,
        ".txt": read_text,
    }
    return readers[ending](data)


def _content(data: bytes) -> str:
    start = data[:64].lstrip()
    if start.startswith(_OLE):
        raise Refusal("It is protected by a password, or is in an old Office or Outlook format. Save it anew.")
    for magic, kind in _OTHERS:
        if start.startswith(magic):
            raise Refusal(f"It is {kind}. {_SEND}")
    if start.startswith(b"%PDF"):
        return ".pdf"
    return _of_package(data) if start.startswith(b"PK") else ".txt"


def _of_package(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except BROKEN:
        raise Refusal("It is damaged. Open it, save it anew and send that.") from None
    if "word/document.xml" in names:
        return ".docx"
    if "xl/workbook.xml" in names:
        return ".xlsx"
    raise Refusal("It is a zip inside the zip. Send its files in one zip.")
