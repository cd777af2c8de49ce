"""Homes called by their number alone (*No 9 heard it; 14 the Zorbiks, out*): how likely each number is one.

A number is judged by the same features as the tagger's words, each with a weight of its own; a number is no feature.
"""

import json
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from redaction.tagging.aspects import Numbers
from redaction.tagging.model import Floats, ModelUnreadable, templates_number
from redaction.words import Word

PATH = Path(__file__).parent / "doors.bin"
_DOOR = re.compile(r"\d{1,3}[a-h]?")
_FORM = re.compile(r"(?:\d|1[0-3])[A-H]")  # 9K, 12B
_JOINED = ("£", "$", "€", "/", "_", "-", ":", ".", "+")
_JOINS = frozenset(("/", "_", "-", ":", "."))
_TOP = 127


class Doors:
    """Says how likely the numbers of a text are homes; holds nothing of any text."""

    def __init__(self, slots: Numbers, weights: Floats) -> None:
        """Take the features that count, in order, and how much."""
        self._slots = slots
        self._weights = weights

    def likely(self, words: Sequence[Word], slots: Numbers, begin: int) -> Iterator[tuple[int, float]]:
        """Give each number that may be a home's, and its chance; `slots` has a column for each word from `begin`."""
        places = numbers(words, begin, begin + slots.shape[1])
        if places:
            shown = slots[:, np.array(places) - begin]
            at = np.minimum(self._slots.searchsorted(shown), len(self._slots) - 1)
            scores = np.where(self._slots[at] == shown, self._weights[at], 0).sum(axis=0)
            yield from zip(places, (1 / (1 + np.exp(-scores))).tolist(), strict=True)


def numbers(words: Sequence[Word], begin: int, end: int) -> list[int]:
    """Give the places of the words that may be a home's number: none of a price, a share, a date or a school's form."""
    return [at for at in range(begin, end) if words[at].text[0].isdigit() and _may_be_a_home(words, at)]


def _may_be_a_home(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not _DOOR.fullmatch(word.low) or _FORM.fullmatch(word.text) or word.gap.endswith(_JOINED):
        return False
    after = words[at + 1].gap if at + 1 < len(words) else ""
    return not (after.startswith("%") or after in _JOINS)


def pack_doors(slots: Numbers, weights: Floats) -> bytes:
    """Write the features and their weights as bytes."""
    scale = float(np.abs(weights).max()) / _TOP
    head = {"templates": templates_number(), "features": len(slots), "scale": scale}
    steps = np.diff(slots, prepend=np.uint32(0)).astype("<u4")
    body = steps.tobytes() + np.rint(weights / scale).astype(np.int8).tobytes()
    return json.dumps(head).encode() + b"\n" + zlib.compress(body, 9)


def load_doors(path: Path = PATH) -> Doors:
    """Read what is shipped; raises ModelUnreadable."""
    try:
        first, _, packed = path.read_bytes().partition(b"\n")
        head, body = json.loads(first), zlib.decompress(packed)
        count = head["features"]
        slots: npt.NDArray[np.uint32] = np.cumsum(np.frombuffer(body, "<u4", count), dtype=np.uint32)
        weights = np.frombuffer(body, np.int8, count, 4 * count).astype(np.float32) * np.float32(head["scale"])
    except (OSError, ValueError, KeyError, TypeError, zlib.error) as fault:
        raise ModelUnreadable("The tagger's doors cannot be read: install the package again.") from fault
    if head["templates"] != templates_number():
        raise ModelUnreadable("The tagger's doors were made for other features: train them again.")
    return Doors(slots, weights)
