"""Finding how a CSV file's words are written, in one pass over it, so that no name is spoilt by a wrong guess."""

import codecs
import re
from typing import BinaryIO

from scrutiny_app.domain.errors import Refused

BLOCK = 2**20
SAVE_AS_UTF8 = "Save the file as “CSV UTF-8” and import it again."

_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def find_encoding(file: BinaryIO) -> str:
    """Give the name of the file's encoding; raise Refused, naming the line, where no one encoding fits it all."""
    file.seek(0)
    start = file.read(4)
    file.seek(0)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        _check_decodes(file, "utf-16")
        return "utf-16"
    wrong, has_sequences = _look_for_utf8(file)
    if not wrong:
        return "utf-8-sig"
    if has_sequences:  # part UTF-8, part not: whichever is chosen would spoil someone's name
        raise Refused(f"Line {wrong} is not in UTF-8, but others are. {SAVE_AS_UTF8}")
    file.seek(0)
    _check_decodes(file, "cp1252")  # as Excel saves plain CSV in Britain
    return "cp1252"


def _look_for_utf8(file: BinaryIO) -> tuple[int, bool]:
    """Give the first line that is not UTF-8, or 0, and whether anything that is not plain ASCII is UTF-8."""
    wrong, has_sequences, rest = -1, False, b""
    at = 0  # of the block's first byte
    while block := file.read(BLOCK):
        if (nul := block.find(b"\0")) >= 0:
            line = _line_at(file, at + len(rest) + nul)
            raise Refused(f"Line {line} holds a null character. {SAVE_AS_UTF8}")
        block = rest + block
        rest = b""
        if not block.isascii():
            block, rest = _whole(block)
            has_sequences = has_sequences or _UTF8_SEQUENCE.search(block) is not None
            if wrong < 0 and (place := _first_wrong(block)) >= 0:
                wrong = at + place
        at += len(block)
    if rest and wrong < 0:
        wrong = at
    return (_line_at(file, wrong) if wrong >= 0 else 0), has_sequences


def _line_at(file: BinaryIO, at: int) -> int:
    """Count the lines up to a place, from 1: only where something is wrong there, for it takes its time."""
    lines = 1
    file.seek(0)
    while at and (block := file.read(min(BLOCK, at))):
        lines += block.count(b"\n")
        at -= len(block)
    return lines


def _whole(block: bytes) -> tuple[bytes, bytes]:
    """Split off the beginning of a sequence that the block's end may have cut."""
    for length in (1, 2, 3):
        if block[-length] >= 0xC0:
            return block[:-length], block[-length:]
        if block[-length] < 0x80 or length == len(block):
            break
    return block, b""


def _first_wrong(block: bytes) -> int:
    """Give the place of the first byte that is not UTF-8; -1 where all are."""
    try:
        block.decode()
    except UnicodeDecodeError as error:
        return error.start
    return -1


def _check_decodes(file: BinaryIO, encoding: str) -> None:
    """Raise Refused, naming the line, where the file is not in that encoding or holds a null character."""
    decoder = codecs.getincrementaldecoder(encoding)()
    lines = 1
    while True:
        block = file.read(BLOCK)
        try:
            text = decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode(_of_part(encoding, error.encoding), "replace").count("\n")
            raise Refused(f"Line {lines + before} holds characters that cannot be read. {SAVE_AS_UTF8}") from None
        if (nul := text.find("\0")) >= 0:
            raise Refused(f"Line {lines + text.count(chr(10), 0, nul)} holds a null character. {SAVE_AS_UTF8}")
        lines += text.count("\n")
        if not block:
            return


def _of_part(encoding: str, found: str) -> str:
    return encoding if encoding != "utf-16" else {"utf-16-be": "utf-16-be"}.get(found, "utf-16-le")
