"""How likely each label is for each word, given all the words near it.

Every word at once sends what it believes to its neighbours, a few times over: after so many rounds each has heard from
as many words on either side, which is as good as the whole text.
"""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
ROUNDS = 8


def likelihoods(scores: Floats, opens: npt.NDArray[np.intp], follows: Floats) -> Floats:
    """Give each word's probability of each label; `follows` holds one table within sentences, one between."""
    emitted = np.exp(scores - scores.max(axis=1, keepdims=True))
    tables = np.exp(follows)
    onward = tables[opens[1:]]
    back = onward.transpose(0, 2, 1)
    before = np.ones_like(emitted)
    after = np.ones_like(emitted)
    for _ in range(min(ROUNDS, len(scores) - 1)):
        before[1:] = _heard(before[:-1] * emitted[:-1], onward)
        after[:-1] = _heard(after[1:] * emitted[1:], back)
    beliefs = before * emitted * after
    return _shares(beliefs)


def _heard(said: Floats, table: Floats) -> Floats:
    heard = np.matmul(said[:, None, :], table)[:, 0, :]
    return _shares(heard)


def _shares(parts: Floats) -> Floats:
    shared: Floats = parts / parts.sum(axis=1, keepdims=True)
    return shared
