"""Which sights of a word and its neighbours are looked at together: one template a line, hashed all at once.

A sight is a column of what words show, with how far from the word it is taken: `word-1` is the word before.
"""

import re

import numpy as np
import numpy.typing as npt

from redaction.tagging.aspects import Numbers

SLOT_BITS = 22
SLOTS = 1 << SLOT_BITS
REACH = 2
COLUMNS = (
    "word look length lists ends2 ends3 ends4 begins3 kind about listed told gap state placed joined near ahead".split()
)
TEMPLATES = """
word
word look state
listed
listed state
listed length
listed told
listed told state
look told placed
ends2 look
ends3 look
ends4 look
begins3 look
begins3 ends3 look
kind look state
listed placed
listed joined
look joined state
word-1 gap
word-1 listed
word-1 look gap
listed-1 listed gap
kind-1 listed gap
kind-1 look gap
ends3-1 look
word+1 gap+1
word+1 listed
word+1 look gap+1
listed+1 listed gap+1
kind+1 listed gap+1
kind+1 look gap+1
ends3+1 look
listed-1 listed listed+1
kind-1 look kind+1
word-1 look word+1
word-2 look
word+2 look
word-2 word-1
word+1 word+2
word-2 word-1 look
word+1 word+2 look
kind-2 kind-1 listed
kind+1 kind+2 listed
listed-2 listed-1 listed
listed+1 listed+2 listed
told-1 told+1 told look
near look state
near listed
near word-1 look
ahead look state
""".split("\n")[1:-1]
_SIGHTS = sorted({sight for template in TEMPLATES for sight in template.split()})
_MOST = max(len(template.split()) for template in TEMPLATES)


def _places() -> list[tuple[int, int]]:
    parts = [re.fullmatch(r"([a-z0-9]+?)([-+]\d)?", sight) for sight in _SIGHTS]
    return [(COLUMNS.index(part[1]), REACH + int(part[2] or 0)) for part in parts if part]


def _parts(nth: int) -> npt.NDArray[np.intp]:
    """Give, for every template, the row of its nth sight; past its last, the row of noughts."""
    split = [template.split() for template in TEMPLATES]
    return np.array([_SIGHTS.index(parts[nth]) if nth < len(parts) else len(_SIGHTS) for parts in split], dtype=np.intp)


_PLACES = _places()
_PARTS = [_parts(nth) for nth in range(_MOST)]
_SEEDS = (np.arange(1, len(TEMPLATES) + 1, dtype=np.uint32) * np.uint32(0x27D4EB2F))[:, None]


def slots(columns: Numbers) -> Numbers:
    """Apply every template to every word; `columns` has `REACH` places too many at either end."""
    count = columns.shape[1] - 2 * REACH
    sights = np.zeros((len(_SIGHTS) + 1, count), dtype=np.uint32)
    for row, (column, begin) in enumerate(_PLACES):
        sights[row] = columns[column, begin : begin + count]
    sights *= np.uint32(0xC2B2AE3D)
    mixed = np.repeat(_SEEDS, count, axis=1)
    for part in _PARTS:
        mixed ^= sights[part]
        mixed *= np.uint32(0x9E3779B1)
        mixed ^= mixed >> np.uint32(15)
    return mixed >> np.uint32(32 - SLOT_BITS)
