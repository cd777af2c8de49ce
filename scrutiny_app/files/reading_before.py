"""Reading an extract: what the file is goes by its content, and a file that is not what it says is refused."""

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading_before_csv import read_csv
from scrutiny_app.files.reading_before_workbook import read_workbook
from scrutiny_app.files.tables import MOST_BYTES, Table

_READERS = {".xlsx": read_workbook, ".csv": read_csv}
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a rich-text document"),
    (b"<", "a web page or another kind of marked-up text"),
)
_SAVE_ANEW = "Save the extract as an Excel workbook (.xlsx) or as CSV, and import that."


def read_extract(name: str, data: bytes) -> Table:
    """Read a file's headings and rows; raise Refused, at once or while rows are read, where it cannot be trusted."""
    if not data:
        raise Refused("The file is empty. Export it again from the records system.")
    if len(data) > MOST_BYTES:
        raise Refused(
            f"The file is larger than {MOST_BYTES >> 20} MB. Export a shorter period, and import it in parts."
        )
    ending = _ending(name)
    content = _content(data)
    if ending != content:
        raise Refused(f"The file's name ends in {ending}, but it holds what a {content} file does. Save it anew.")
    return _READERS[content](data)


def _ending(name: str) -> str:
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending not in _READERS:
        raise Refused(f"Only .xlsx and .csv files are read. {_SAVE_ANEW}")
    return ending


def _content(data: bytes) -> str:
    start = data[:16].lstrip()
    if start.startswith(_OLE):
        raise Refused(f"The workbook is protected by a password, or is in Excel's old format. {_SAVE_ANEW}")
    for magic, kind in _OTHERS:
        if start.startswith(magic):
            raise Refused(f"This is {kind}, not an extract. {_SAVE_ANEW}")
    return ".xlsx" if data.startswith(_ZIP) else ".csv"
