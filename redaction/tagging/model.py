"""The trained model as it is shipped: which features count, how much for each label, and how labels follow each other.

The file is a line of JSON that gives the sizes, then compressed numbers, always in the same byte order. A feature is
there as a slot's number and one signed byte for each label.
"""

import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from redaction.tagging.aspects import SIGHT
from redaction.tagging.classes import CLASS
from redaction.tagging.labels import LABELS
from redaction.tagging.templates import SLOTS, TEMPLATES

PATH = Path(__file__).parent / "model.bin"
_FORMAT = 1
_LEVEL = 9
_TOP = 127
_ROW = 8  # a row of eight numbers is fetched faster than one of seven
Floats = npt.NDArray[np.float32]


class ModelUnreadable(ValueError):
    """The model's file is missing, spoilt, or was made for other features."""


@dataclass(frozen=True)
class Model:
    """For each slot the row of weights it has (nought: none), the rows, their unit, and the two tables of what follows.

    Weights stay the small numbers that they are in the file, of which more are at hand at once.
    """

    places: npt.NDArray[np.int32]
    weights: npt.NDArray[np.int8]
    scale: np.float32
    follows: Floats

    def scores(self, slots: npt.NDArray[np.uint32]) -> Floats:
        """Add up the weights of each word's features, which stand in columns."""
        rows = self.weights.take(self.places.take(slots), axis=0)
        total: Floats = np.multiply(rows, self.scale, dtype=np.float32).sum(axis=0)
        return total[:, : len(LABELS)]


def pack(slots: npt.NDArray[np.uint32], weights: Floats, follows: Floats) -> bytes:
    """Write a model as bytes; the same model always gives the same bytes."""
    scale = float(np.abs(weights).max()) / _TOP
    rough = np.rint(weights / scale).astype(np.int8)
    steps = np.diff(slots, prepend=np.uint32(0)).astype("<u4")
    head = {"format": _FORMAT, "templates": templates_number(), "features": len(slots), "scale": scale}
    body = steps.tobytes() + rough.T.tobytes() + follows.astype("<f4").tobytes()
    return json.dumps(head).encode() + b"\n" + zlib.compress(body, _LEVEL)


def unpack(packed: bytes) -> Model:
    """Read a model; raises ModelUnreadable."""
    try:
        first, _, body = packed.partition(b"\n")
        head = json.loads(first)
        if (head["format"], head["templates"]) != (_FORMAT, templates_number()):
            raise ModelUnreadable("The tagger's model was made for other features: train it again.")
        return _read(zlib.decompress(body), head["features"], head["scale"])
    except (KeyError, TypeError, UnicodeDecodeError, json.JSONDecodeError, zlib.error, IndexError) as fault:
        raise ModelUnreadable("The tagger's model cannot be read: install the package again.") from fault


def load(path: Path = PATH) -> Model:
    """Read the model that is shipped; raises ModelUnreadable."""
    try:
        return unpack(path.read_bytes())
    except OSError as fault:
        raise ModelUnreadable("The tagger's model is missing: install the package again.") from fault


def _read(body: bytes, count: int, scale: float) -> Model:
    width = len(LABELS)
    expected = count * (4 + width) + 4 * 2 * width * width
    if len(body) != expected:
        raise ModelUnreadable("The tagger's model is cut short: install the package again.")
    slots = np.cumsum(np.frombuffer(body, "<u4", count), dtype=np.int64)
    rough = np.frombuffer(body, np.int8, count * width, 4 * count).reshape(width, count)
    weights = np.zeros((count + 1, _ROW), dtype=np.int8)
    weights[1:, :width] = rough.T
    places = np.zeros(SLOTS, dtype=np.int32)
    places[slots] = np.arange(1, count + 1)
    follows = np.frombuffer(body, "<f4", 2 * width * width, count * (4 + width)).reshape(2, width, width)
    return Model(places, weights, np.float32(scale), follows.astype(np.float32))


def templates_number() -> int:
    """Give a number that changes whenever the templates, the classes, the labels or what a word shows do."""
    return zlib.crc32("\n".join((*TEMPLATES, *LABELS, str(CLASS), SIGHT)).encode())
