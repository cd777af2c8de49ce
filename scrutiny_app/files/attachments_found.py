"""What reading one attached file gives: its visible text, what was left out of it, or why it was refused."""

import re
from unicodedata import category, normalize

import msgspec

MEGABYTE = 2**20
MOST_CHARACTERS = 200_000
READ, NOT_READ = "read", "image, not read"
DOCUMENT, EMAIL, WORKBOOK, SCAN = "document", "e-mail", "workbook", "scan"

_DROPPED = frozenset({"Cc", "Cs"})  # control characters, and halves of characters
_TURNS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_GAPS = re.compile(r"\n{3,}")


class Refusal(Exception):
    """A file not to be read; its words are for the person who sent it, and quote nothing of the file."""


class Found(msgspec.Struct, frozen=True):
    """One file's text; where that is empty, `state` says that the file is an image that could not be read."""

    kind: str
    text: str
    left_out: tuple[str, ...] = ()
    state: str = READ


class ReadFile(msgspec.Struct, frozen=True):
    """One file of a zip by its place there, counted from 1: found, or refused for a reason."""

    place: int
    name: str
    sha256: str = ""
    found: Found | None = None
    refused: str = ""


class Order(msgspec.Struct, frozen=True):
    """What to read of a zip: the files after so many, with or without the help of OCR."""

    skip: int = 0
    ocr: bool = True


class Whole(msgspec.Struct, frozen=True):
    """How many files a zip holds, or why it is refused altogether."""

    files: int = 0
    refused: str = ""


def found(kind: str, text: str, left_out: list[str], state: str = READ) -> Found:
    """Give what a file holds, its text made plain; refuse a text that is too long or, but for an image, empty."""
    text = plain(text)
    if len(text) > MOST_CHARACTERS:
        raise Refusal(f"It holds more than {MOST_CHARACTERS:,} characters of text. Send the pages that matter alone.")
    if not text and state == READ:
        raise Refusal("It holds no text that can be seen. Open it, and check that it is the right file.")
    return Found(kind, text, tuple(left_out), state)


def plain(text: str) -> str:
    """Normalise a text (NFC), without characters that turn, control or cannot be seen, and without wide gaps."""
    lines = _ENDS.sub("\n", text).split("\n")
    lines = ["".join(filter(_is_plain, line)).rstrip() for line in lines]
    return normalize("NFC", _GAPS.sub("\n\n", "\n".join(lines))).strip("\n")


def one_line(text: str) -> str:
    """Give a text on one line of plain characters."""
    return " ".join(plain(text).split())


def counted(count: int, one: str, many: str | None = None) -> list[str]:
    """Say how many of a thing were left out: nothing where there were none."""
    return [f"{count} {one if count == 1 else many or one + 's'}"] if count else []


def _is_plain(character: str) -> bool:
    return character == "\t" or (category(character) not in _DROPPED and character not in _TURNS)
