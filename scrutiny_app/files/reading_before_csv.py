"""Reading CSV: decoded rightly or refused by its line, and never a row whose cells have shifted."""

import codecs
import csv
import io
import re
from collections.abc import Iterator

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.importing import recognises
from scrutiny_app.files.tables import MOST_COLUMNS, MOST_ROWS, Row, Table, words

_DELIMITERS = ",;\t"
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAVE_AS_UTF8 = "Save the file as “CSV UTF-8” and import it again."


def read_csv(data: bytes) -> Table:
    """Read comma-, semicolon- or tab-separated rows; the first that is not blank holds the headings."""
    text = _decode(data)
    if (nul := text.find("\0")) >= 0:
        raise Refused(f"Line {_line_of(text[:nul])} holds a null character. {_SAVE_AS_UTF8}")
    rows = _records(text, _delimiter(text))
    heading = next(rows, None)
    if heading is None:
        raise Refused("The file holds no rows. Export it again from the records system.")
    return Table(words(heading[1]), rows)


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(data, "utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _UTF8_SEQUENCE.search(data):  # part UTF-8, part not: whichever is chosen would spoil someone's name
            raise Refused(
                f"Line {_line_of(data[: error.start])} is not in UTF-8, but others are. {_SAVE_AS_UTF8}"
            ) from None
    return _decoded(data, "cp1252")  # as Excel saves plain CSV in Britain


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = _line_of(data[: error.start])
        raise Refused(f"Line {line} holds characters that cannot be read. {_SAVE_AS_UTF8}") from None


def _line_of(before: str | bytes) -> int:
    lines = before.count("\n") if isinstance(before, str) else before.count(b"\n")
    return lines + 1


def _delimiter(text: str) -> str:
    """Choose the separator under which the headings are those of an extract, or else the one found most often."""
    first = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    for delimiter in _DELIMITERS:
        if recognises(first.replace('"', "").split(delimiter)):
            return delimiter
    return max(_DELIMITERS, key=first.count)


def _records(text: str, delimiter: str) -> Iterator[Row]:
    """Yield each row that is not blank, with its number; all must be as wide as the first."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    width = 0
    for number in range(1, MOST_ROWS + 1):
        try:
            record = next(lines, None)
        except csv.Error:
            raise Refused(
                f"Line {lines.line_num} cannot be read: a quotation mark has no partner, or a value is too long. "
                "Correct that line and import the file again."
            ) from None
        if record is None:
            return
        if any(map(str.strip, record)):
            width = width or len(record)
            _check_width(record, width, lines.line_num)
            yield number, list(record)
    raise Refused(f"The file has more than {MOST_ROWS:,} rows. Import it in parts.")


def _check_width(record: list[str], width: int, line: int) -> None:
    if width > MOST_COLUMNS:
        raise Refused(f"The file has more than {MOST_COLUMNS} columns. Delete those that are not needed.")
    if len(record) != width:
        raise Refused(
            f"Line {line} has {len(record)} columns where the headings have {width}. "
            "Correct that line: a value with a separator in it must stand in quotation marks."
        )
