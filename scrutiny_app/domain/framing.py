"""The frame: the frozen list of cases that a draw may choose from, kept as one file that anybody can hash.

The file's bytes are fixed by its content alone (UTF-8 NFC, byte-sorted, LF), so two people who hold the same
cases hold the same digest, whatever order the cases came in.
"""

import hashlib
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import BinaryIO, NamedTuple

from scrutiny_app.domain.errors import Refused

# Tabs, line breaks of every kind, other control characters (a shell trips on them) and half characters.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_NONCE = re.compile("[0-9a-f]{32,64}")


class FrameLine(NamedTuple):
    """One eligible case and the stratum that it is drawn from."""

    case_number: str
    stratum: str


class ExclusionReason(StrEnum):
    """Why a case that matches the round's filter is left out of its frame."""

    NOT_AN_OOCR = "not_an_oocr"
    ALREADY_BEFORE_A_PANEL = "already_before_a_panel"
    LIVE_APPEAL_OR_COMPLAINT = "live_appeal_or_complaint"
    DUPLICATE = "duplicate"


EXCLUSION_TITLES = {
    ExclusionReason.NOT_AN_OOCR: "Not an out-of-court resolution",
    ExclusionReason.ALREADY_BEFORE_A_PANEL: "Already put before a panel",
    ExclusionReason.LIVE_APPEAL_OR_COMPLAINT: "Live appeal or complaint",
    ExclusionReason.DUPLICATE: "Duplicate",
}


@dataclass(frozen=True)
class Exclusion:
    """One case left out of the frame, and why."""

    case_number: str
    reason: ExclusionReason


class UnusableFrame(Refused):
    """A frame, or its list of exclusions, that two people could not be sure to read alike."""


def frame_file(lines: Iterable[FrameLine]) -> bytes:
    """Write the frame as `case_number<TAB>stratum` lines; refuses unprintable or empty fields and repeated cases."""
    return _sorted_rows(lines)


def exclusions_file(exclusions: Iterable[Exclusion], nonce: str) -> bytes:
    """Write the exclusions as `case_number<TAB>reason` lines below a random nonce of 32 to 64 lower-case hex digits.

    Case numbers are easily guessed; without the nonce, so would be the list that a published digest stands for.
    """
    if not _NONCE.fullmatch(nonce):
        raise ValueError("the nonce must be 32 to 64 lower-case hex digits")
    return nonce.encode() + b"\n" + _sorted_rows((one.case_number, one.reason.value) for one in exclusions)


def read_frame(frame: bytes | BinaryIO) -> Iterator[FrameLine]:
    """Yield a frame file's lines as they are read; raises UnusableFrame, naming the line, at the first that is wrong.

    Nothing is held but the line before, so a file opened in binary mode can be of any length.
    """
    before, before_row = None, b""
    for number, row in enumerate(io.BytesIO(frame) if isinstance(frame, bytes) else frame, start=1):
        line = _read_row(row, number)
        if before and line.case_number == before.case_number:
            raise UnusableFrame(f"Line {number} of the frame repeats the case on the line above. Keep one of them.")
        if row < before_row:
            raise UnusableFrame(
                f"Line {number} of the frame is out of order. Sort the file by its bytes (LC_ALL=C sort -u)."
            )
        before, before_row = line, row
        yield line


def digest(file: bytes) -> str:
    """Give a file's SHA-256 as 64 lower-case hex digits."""
    return hashlib.sha256(file).hexdigest()


def count_by_stratum(lines: Iterable[FrameLine]) -> dict[str, int]:
    """Count the frame's cases in each stratum, strata in byte order."""
    return dict(sorted(Counter(line.stratum for line in lines).items()))


def is_targeted(total: int, size: int) -> bool:
    """Say whether a frame of `total` cases leaves a sample of `size` nothing to chance, so it may not be called random.

    A frame no larger than its sample puts every one of its cases before reviewers: whoever chose the filter chose them.
    """
    return total <= size


def _sorted_rows(pairs: Iterable[tuple[str, str]]) -> bytes:
    # Text sorts by code point, which is also the order of its UTF-8 bytes, and a tab sorts before all that may follow.
    rows = sorted(_checked_row(*pair) for pair in pairs)
    for (above, _), (below, _) in pairwise(rows):
        if above == below:
            raise UnusableFrame(f"Case {below} is listed more than once. Keep one entry for it.")
    return "".join(f"{case_number}\t{second}\n" for case_number, second in rows).encode()


def _checked_row(case_number: str, second: str) -> tuple[str, str]:
    if fault := _fault(case_number) or _fault(second):
        raise UnusableFrame(f"Case {case_number!r} has a number or stratum that {fault}. Correct it and freeze again.")
    return unicodedata.normalize("NFC", case_number), unicodedata.normalize("NFC", second)


def _read_row(row: bytes, number: int) -> FrameLine:
    line = f"Line {number} of the frame"
    if number == 1 and row.startswith(b"\xef\xbb\xbf"):
        raise UnusableFrame(f"{line} begins with a byte-order mark. Save the file as UTF-8 without one.")
    if row.endswith(b"\r\n"):
        raise UnusableFrame(f"{line} ends as Windows ends lines (CRLF). Save the file with LF line ends.")
    if not row.endswith(b"\n"):
        raise UnusableFrame(f"{line} is the last and does not end with a line feed. Add one.")
    try:
        text = row[:-1].decode()
    except UnicodeDecodeError as error:
        raise UnusableFrame(f"{line} is not UTF-8. Save the file as UTF-8.") from error
    if not unicodedata.is_normalized("NFC", text):
        raise UnusableFrame(f"{line} holds decomposed characters. Save the file in Unicode's NFC form.")
    fields = text.split("\t")
    if len(fields) != 2:
        raise UnusableFrame(f"{line} has {len(fields)} columns. Give a case number, one tab and a stratum.")
    if fault := _fault(fields[0]) or _fault(fields[1]):
        raise UnusableFrame(f"{line} has a case number or stratum that {fault}. Correct it.")
    return FrameLine(*fields)


def _fault(field: str) -> str | None:
    """Name what would make a field unreadable to someone else, if anything."""
    if not field.strip():
        return "is empty"
    if _UNPRINTABLE.search(field):
        return "holds a tab, a line break or another character that cannot be printed"
    return None
