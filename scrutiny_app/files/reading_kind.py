"""What kind of file this is, by its name and its first bytes; one that is not what it says is refused."""

from scrutiny_app.domain.errors import Refused

ENDINGS = {".xlsx": ".xlsx", ".csv": ".csv", ".txt": ".csv"}  # Excel ends its text with tabs in .txt
SAVE_ANEW = "Save the extract as an Excel workbook (.xlsx) or as CSV, and import that."
_OF_JSON = (
    "To make one of JSON, export the report from the system as CSV; or in Excel choose Data, Get Data, From File, From "
    "JSON, load it as a table, and save that as CSV UTF-8."
)
_SAVE_AS = "Open it in Excel, choose File, Save As, and “Excel Workbook (.xlsx)”."
_HOW = {
    ".json": _OF_JSON,
    ".xml": "To make one of XML, open it in Excel as an XML table, and save that as CSV UTF-8.",
    **dict.fromkeys((".xls", ".ods", ".xlsb", ".xlsm"), _SAVE_AS),
}

_JSON = (b"[{", b'{"')
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"#!", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"<", "a web page or another kind of marked-up text"),
)


def plain_name(name: str) -> str:
    """Give a file's name without folders, and without characters that cannot be seen or that turn the words round."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return "".join(filter(str.isprintable, last)).strip()[-200:]


def kind_of(name: str, start: bytes) -> str:
    """Give ".xlsx" or ".csv" by a file's name and beginning; raise Refused where it is neither, or they differ."""
    if not start:
        raise Refused("The file is empty. Export it again from the records system.")
    plain = plain_name(name)
    ending = plain[plain.rfind(".") :].lower() if "." in plain else ""
    if ending not in ENDINGS:
        raise Refused(
            f"Only .xlsx and .csv files are read, and .txt with tabs. {SAVE_ANEW} {_HOW.get(ending, '')}".rstrip()
        )
    content = _content(start)
    if ENDINGS[ending] != content:
        raise Refused(f"The file's name ends in {ending}, but it holds what a {content} file does. Save it anew.")
    return content


def _content(start: bytes) -> str:
    if start.startswith(_OLE):
        if _PROTECTED in start:
            raise Refused("The workbook is protected by a password. Save it without one and import that.")
        raise Refused(f"The workbook is protected by a password, or is in Excel's old format. {SAVE_ANEW}")
    first = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if first.startswith(_JSON):
        raise Refused(f"This is JSON, not an extract. {SAVE_ANEW} {_OF_JSON}")
    for magic, kind in _OTHERS:
        if first.startswith(magic):
            raise Refused(f"This is {kind}, not an extract. {SAVE_ANEW}")
    return ".xlsx" if start.startswith(_ZIP) else ".csv"
