"""A frame file read in blocks of whole lines: checked, counted and hashed without an object kept for any of its lines.

A block that is right is known to be so from its bytes as a whole, which is many times quicker than line by line. Where
it is not, the lines are read one by one, to name the first that is wrong.
"""

import codecs
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import lt
from typing import BinaryIO

from scrutiny_app.domain.framing import UnusableFrame, read_frame

BLOCK = 64 * 1024  # bytes; larger ones are slower, for they leave the processor's cache

# What is left of a good file when these are deleted is a tab and a line feed for each line.
_NOT_CONTROLS = bytes(set(range(256)) - set(range(32)) - {127})
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Survey:
    """A frame file's digest, and its cases in each stratum, strata in byte order."""

    digest: str
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """Count the frame's cases."""
        return sum(self.counts.values())


def survey(frame: BinaryIO) -> Survey:
    """Check, count and hash a frame file; raises UnusableFrame, naming the line, where it cannot be drawn from."""
    frame.seek(0)
    return survey_blocks(whole_lines(blocks_of(frame)), partial(_name_the_fault, frame))


def survey_blocks(blocks: Iterable[bytes], name_the_fault: Callable[[], None]) -> Survey:
    """Check, count and hash a frame as it streams by in whole lines; `name_the_fault` raises what is wrong with it."""
    whole, counts, before = hashlib.sha256(), Counter[bytes](), b""
    for block in blocks:
        whole.update(block)
        if not _is_laid_out(block):
            name_the_fault()
        case_numbers, strata = columns(block)
        if not before < case_numbers[0] or not all(map(lt, case_numbers, case_numbers[1:])):
            name_the_fault()
        # In order as they are, numbers that are blank, or begin with a byte-order mark, can only be among the first.
        if (not before or before < b"!" or not block.isascii()) and not _reads_well(block, first=not before):
            name_the_fault()
        before = case_numbers[-1]
        counts.update(strata)
    if not counts:
        raise UnusableFrame("The frame is empty. Give it a line for each case: a number, one tab and a stratum.")
    if not all(stratum.strip() for stratum in counts):
        name_the_fault()
    return Survey(whole.hexdigest(), {stratum.decode(): counts[stratum] for stratum in sorted(counts)})


def blocks_of(file: BinaryIO) -> Iterator[bytes]:
    """Read a file from where it stands to its end, a block at a time."""
    return iter(partial(file.read, BLOCK), b"")


def whole_lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Cut blocks anew so that each ends with a line, but for the last where its line has no end."""
    rest = b""
    for block in blocks:
        lines, feed, after = block.rpartition(b"\n")
        if feed:
            yield rest + lines + feed
            rest = after
        else:
            rest += block
    if rest:
        yield rest


def columns(block: bytes) -> tuple[list[bytes], list[bytes]]:
    """Give the case numbers, and the strata, of a block that holds a tab and a line feed a line."""
    fields = block.replace(b"\n", b"\t").split(b"\t")
    return fields[:-1:2], fields[1::2]


def _is_laid_out(block: bytes) -> bool:
    """Say whether each line is one tab with something printable, or nothing, on either side of it."""
    return block.endswith(b"\n") and block.translate(None, _NOT_CONTROLS) == b"\t\n" * block.count(b"\n")


def _reads_well(block: bytes, *, first: bool) -> bool:
    """Say whether a block's text is of the one form that it could be written in, and no field of it is blank."""
    try:
        text = block.decode()
    except UnicodeDecodeError:
        return False
    if (first and block.startswith(codecs.BOM_UTF8)) or _UNPRINTABLE.search(text):
        return False
    fields = text[:-1].replace("\n", "\t").split("\t")
    return unicodedata.is_normalized("NFC", text) and all(field.strip() for field in fields)


def _name_the_fault(frame: BinaryIO) -> None:
    frame.seek(0)
    for _ in read_frame(frame):
        pass
    raise UnusableFrame("The frame changed while it was read. Wait until nobody writes to it, and try again.")
