"""Several fits as one model: what one learnt counts by its share, and nothing is lost in packing."""

import numpy as np
import pytest

from redaction.tagging.labels import LABELS
from redaction.tagging.model import load, pack, unpack
from redaction.training.averaging import Learnt, learnt_by, mean_of, telling

WIDTH = len(LABELS)


def learnt(*weights: tuple[int, float]) -> Learnt:
    """Make what one fit learnt: for each slot the same score for every label."""
    slots = np.array([slot for slot, _ in weights], dtype=np.uint32)
    states = np.array([[weight] * WIDTH for _, weight in weights], dtype=np.float32)
    return Learnt(slots, states, np.full((2, WIDTH, WIDTH), weights[0][1], dtype=np.float32))


def test_a_feature_weighs_what_the_fits_give_it_by_their_shares():
    mean = mean_of([learnt((3, 1.0), (9, 2.0)), learnt((5, 4.0), (9, -2.0))], [0.75, 0.25])
    assert mean.slots.tolist() == [3, 5, 9]
    assert mean.states[:, 0].tolist() == [0.75, 1.0, 1.0]
    assert mean.follows[1, 2, 3] == 0.75 * 1.0 + 0.25 * 4.0


def test_what_hardly_counts_is_left_out_and_one_label_is_enough_to_count():
    fit = learnt((1, 0.1), (2, 0.1), (3, 0.3))
    fit.states[1, 4] = -0.5
    kept = telling(fit, 0.2)
    assert kept.slots.tolist() == [2, 3]
    assert kept.states.shape == (2, WIDTH)


def test_the_shipped_model_is_given_back_as_it_was_packed():
    model = load()
    again = learnt_by(model)
    repacked = unpack(pack(again.slots, again.states, again.follows))
    assert np.array_equal(repacked.places, model.places)
    assert np.abs(repacked.weights.astype(int) - model.weights).max() == 0
    assert repacked.scale == pytest.approx(model.scale)
