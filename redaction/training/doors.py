"""Train what tells homes called by their number alone from other numbers.

    python -m redaction.training.doors DATA [MORE ...]

DATA and MORE are folders as for `redaction.training`. The numbers of their texts, of the same with other names, and of
invented rounds from house to house (`rounds.txt`) are the examples; each feature gets the weight that a logistic
regression gives it, and takes seconds.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy import optimize, sparse

from redaction import lexicon as lists
from redaction.lexicon import Lexicon
from redaction.tagging.aspects import Aspects, Numbers
from redaction.tagging.decoding import Floats
from redaction.tagging.doors import PATH, numbers, pack_doors
from redaction.tagging.labels import OUTSIDE
from redaction.training.corpora import read_corpora
from redaction.training.documents import Document, label_all
from redaction.training.examples import slots_of
from redaction.training.gaps import Gaps, Writing
from redaction.training.inventing import invent, lines_of
from redaction.training.names import Names
from redaction.training.varying import vary

_ROUNDS = Path(__file__).parent / "rounds.txt"
_INVENTED = 3000
_TOLD_AGAIN = 3
_SEED = 40
_SHRINK = 0.3  # how dear weights are
_FEWEST = 5  # numbers that must show a feature
_LEAST = 0.05  # a weight so small hardly counts
_STEPS = 60


def train_doors(real: Sequence[Document], lexicon: Lexicon) -> bytes:
    """Give the packed features and weights."""
    slots, homes = _examples(list(_told(real, lexicon)), lexicon)
    kept, counts = np.unique(slots, return_counts=True)
    kept = kept[counts >= _FEWEST]
    weights = _fitted(slots, homes, kept)
    telling = np.abs(weights) >= _LEAST
    return pack_doors(kept[telling], weights[telling])


def _told(real: Sequence[Document], lexicon: Lexicon) -> Iterator[Document]:
    """Give the texts, the cases among them with other names too, and invented rounds and other text."""
    yield from real
    cases = [each for each in real if each.source == "cases"]
    for time in range(_TOLD_AGAIN):
        yield from vary(cases, lexicon, _SEED + time)
    yield from vary(_rounds(_INVENTED, lexicon, _SEED), lexicon, _SEED)
    yield from vary(invent(_INVENTED, lexicon, _SEED), lexicon, _SEED)


def _rounds(count: int, lexicon: Lexicon, seed: int) -> Iterator[Document]:
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    gaps = Gaps(Names(lexicon, chance), chance)
    lines = list(lines_of(_ROUNDS))
    for _ in range(count):
        cast, writing, between = gaps.cast(), Writing(), chance.choice((" ", " ", "\n", "\n\n"))
        for _ in range(chance.randint(2, 10)):
            gaps.fill(chance.choice(lines), cast, writing)
            writing.add(between)
        yield Document("rounds", writing.text, tuple(writing.mentions))


def _examples(documents: Sequence[Document], lexicon: Lexicon) -> tuple[Numbers, npt.NDArray[np.bool_]]:
    """Give a row of features for each number that may be a home's, and whether it is one."""
    labelled = label_all(documents, lexicon)
    shown, homes = [], []
    for document, slots in zip(labelled, slots_of(labelled, Aspects(lexicon)), strict=True):
        places = numbers(document.words, 0, len(document.words))
        shown.append(slots[places])
        homes += [document.labels[place] != OUTSIDE for place in places]
    return np.concatenate(shown), np.array(homes)


def _fitted(slots: Numbers, homes: npt.NDArray[np.bool_], kept: Numbers) -> Floats:
    """Fit a weight to each feature, so that homes are likely and other numbers are not."""
    at = np.minimum(kept.searchsorted(slots), len(kept) - 1)
    known = kept[at] == slots
    rows = np.repeat(np.arange(len(slots)), known.sum(axis=1))
    table = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, at[known])), (len(slots), len(kept)))
    side = np.where(homes, 1.0, -1.0)

    def unlikelihood(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        margins = side * (table @ weights)
        slopes = -side / (1 + np.exp(margins))
        value = np.logaddexp(0, -margins).sum() + _SHRINK / 2 * weights @ weights
        return float(value), table.T @ slopes + _SHRINK * weights

    found = optimize.minimize(
        unlikelihood, np.zeros(len(kept)), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}
    )
    fitted: Floats = found.x.astype(np.float32)
    return fitted


def main() -> None:
    """Train, and write what is shipped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+")
    asked = parser.parse_args()
    real = [document for folder in asked.data for document in read_corpora(folder)]
    PATH.write_bytes(train_doors(real, lists.load()))


if __name__ == "__main__":
    main()
