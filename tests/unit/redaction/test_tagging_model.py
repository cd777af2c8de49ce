import itertools
import json

import numpy as np
import pytest

from redaction.tagging.decoding import likelihoods
from redaction.tagging.labels import LABELS
from redaction.tagging.model import PATH, ModelUnreadable, load, pack, unpack

WIDTH = len(LABELS)
CHANCE = np.random.default_rng(3)


def made():
    slots = np.array([3, 70, 4_000_000], dtype=np.uint32)
    return slots, CHANCE.normal(size=(3, WIDTH)).astype(np.float32), CHANCE.normal(size=(2, WIDTH, WIDTH)).astype("f4")


def changed_head(packed, **changes):
    head, _, body = packed.partition(b"\n")
    return json.dumps(json.loads(head) | changes).encode() + b"\n" + body


def test_a_packed_model_is_read_back_to_within_its_steps():
    slots, weights, follows = made()
    model = unpack(pack(slots, weights, follows))
    step = np.abs(weights).max() / 127
    assert np.abs(model.scores(slots[None, :]) - weights).max() <= step
    assert np.array_equal(model.follows, follows)
    assert model.scores(np.array([[71]], dtype=np.uint32)).sum() == 0


def test_packing_twice_gives_the_same_bytes():
    model = made()
    assert pack(*model) == pack(*model)


@pytest.mark.parametrize("spoilt", [b"", b"{}\n", b"\xff\xfe", b"[1]\nx", b"not a model at all"])
def test_what_is_no_model_is_refused(spoilt):
    with pytest.raises(ModelUnreadable):
        unpack(spoilt)


def test_a_model_cut_short_is_refused():
    with pytest.raises(ModelUnreadable):
        unpack(PATH.read_bytes()[:-1000])


@pytest.mark.parametrize("changes", [{"templates": 1}, {"format": 99}, {"features": 5}])
def test_a_model_made_for_something_else_is_refused(changes):
    with pytest.raises(ModelUnreadable):
        unpack(changed_head(pack(*made()), **changes))


def test_a_missing_model_says_what_to_do(tmp_path):
    with pytest.raises(ModelUnreadable, match="install the package again"):
        load(tmp_path / "model.bin")


def test_each_words_likelihoods_are_those_of_all_ways_of_labelling():
    scores = CHANCE.normal(size=(4, 3)).astype(np.float32)
    follows = CHANCE.normal(size=(2, 3, 3)).astype(np.float32)
    opens = np.array([1, 0, 1, 0])
    weights = {
        way: np.exp(
            sum(scores[at, label] for at, label in enumerate(way))
            + sum(follows[opens[at], way[at - 1], way[at]] for at in range(1, 4))
        )
        for way in itertools.product(range(3), repeat=4)
    }
    told = likelihoods(scores, opens, follows)
    for at, label in itertools.product(range(4), range(3)):
        expected = sum(weight for way, weight in weights.items() if way[at] == label) / sum(weights.values())
        assert told[at, label] == pytest.approx(expected, rel=1e-4)
