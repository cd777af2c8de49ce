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
    """Hear from before and from after in one product; labels stand in rows, so that long rows are added up."""
    emitted = np.exp(scores - scores.max(axis=1, keepdims=True)).T
    within, between = np.exp(follows)
    said = np.stack((emitted, emitted[:, ::-1]))
    follows_both = np.stack((np.concatenate((within.T, between.T)), np.concatenate((within, between))))
    parted = np.stack((opens[1:] == 1, opens[:0:-1] == 1))[:, None]
    heard = np.ones_like(said)
    for _ in range(min(ROUNDS, len(scores) - 1)):
        told = follows_both @ (said * heard)[:, :, :-1]
        told = np.where(parted, told[:, len(within) :], told[:, : len(within)])
        np.divide(told, told.sum(axis=1, keepdims=True), out=heard[:, :, 1:])
    beliefs = emitted * heard[0] * heard[1, :, ::-1]
    shares: Floats = (beliefs / beliefs.sum(axis=0)).T
    return shares
