"""How likely each label is for each word, given all the words near it.

Every word at once sends what it believes to its neighbours, a few times over: after so many rounds each has heard from
as many words on either side, which is as good as the whole text.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
ROUNDS = 8
_AT_ONCE = 512  # words, so few that their products are worked out on one core


def likelihoods(scores: Floats, opens: npt.NDArray[np.intp], follows: Floats) -> Floats:
    """Give each word's probability of each label; `follows` holds one table within sentences, one between."""
    parts = []
    for at in range(0, len(scores), _AT_ONCE):
        begin, end = max(0, at - ROUNDS), at + _AT_ONCE + ROUNDS
        believed = _believed(scores[begin:end], opens[begin:end], follows)
        parts.append(believed[at - begin : at - begin + _AT_ONCE])
    return np.concatenate(parts)


def _believed(scores: Floats, opens: npt.NDArray[np.intp], follows: Floats) -> Floats:
    emitted = np.exp(scores - scores.max(axis=1, keepdims=True))
    within, between = np.exp(follows)
    parted = opens[1:, None] == 1
    before = np.ones_like(emitted)
    after = np.ones_like(emitted)
    for _ in range(min(ROUNDS, len(scores) - 1)):
        said = before[:-1] * emitted[:-1]
        before[1:] = _shares(np.where(parted, said @ between, said @ within))
        said = after[1:] * emitted[1:]
        after[:-1] = _shares(np.where(parted, said @ between.T, said @ within.T))
    beliefs = before * emitted * after
    return _shares(beliefs)


def _shares(parts: Floats) -> Floats:
    ones = np.ones((parts.shape[1], 1), dtype=np.float32)  # a product with ones adds a row up sooner than `sum`
    shared: Floats = parts / (parts @ ones)
    return shared
