import itertools
import json
import random

import numpy as np
import pytest

from redaction import lexicon
from redaction.tagging.labels import LABELS
from redaction.tagging.model import unpack
from redaction.training.corpora import read_corpora
from redaction.training.documents import Document, Mention, label_words
from redaction.training.fitting import Plan, gradients, segments_of
from redaction.training.forgetting import forgetful
from redaction.training.gaps import Gaps
from redaction.training.inventing import invent, manners
from redaction.training.names import Names
from redaction.training.organisations import Organisations
from redaction.training.training import NoAnnotatedText, Recipe, train
from redaction.training.varying import vary

SMALL = Recipe(invented=21, fits=2, plan=Plan(epochs=2, averaged=1))


@pytest.fixture(scope="module")
def lists():
    return lexicon.load()


@pytest.fixture(scope="module")
def invented(lists):
    return list(invent(36, lists, seed=5))


def unlikelihood(scores, labels, opens, follows):
    """The negative log likelihood of one segment, by the forward algorithm in full precision."""
    heard = scores[0].astype(float)
    told = scores[0, labels[0]]
    for at in range(1, len(scores)):
        heard = np.logaddexp.reduce(heard[:, None] + follows[opens[at]], axis=0) + scores[at]
        told += follows[opens[at], labels[at - 1], labels[at]] + scores[at, labels[at]]
    return np.logaddexp.reduce(heard) - told


def test_the_gradients_are_those_of_the_unlikelihood():
    chance = np.random.default_rng(1)
    width = len(LABELS)
    scores = chance.normal(size=(5, width)).astype(np.float32)
    follows = chance.normal(size=(2, width, width)).astype(np.float32)
    labels, opens = np.array([0, 1, 2, 0, 3], np.int32), np.array([1, 0, 0, 1, 0], np.int32)
    over_scores, over_follows = gradients(scores, labels, opens, np.array([5]), follows)
    nudge = 1e-2
    for at, label in [(0, 0), (2, 2), (4, 3), (3, 1)]:
        up, down = scores.copy(), scores.copy()
        up[at, label] += nudge
        down[at, label] -= nudge
        slope = unlikelihood(up, labels, opens, follows) - unlikelihood(down, labels, opens, follows)
        assert over_scores[at, label] == pytest.approx(slope / (2 * nudge), abs=1e-3)
    up, down = follows.copy(), follows.copy()
    up[0, 1, 2] += nudge
    down[0, 1, 2] -= nudge
    slope = unlikelihood(scores, labels, opens, up) - unlikelihood(scores, labels, opens, down)
    assert over_follows[0, 1, 2] == pytest.approx(slope / (2 * nudge), abs=1e-3)


def test_segments_cover_a_document_once_and_cut_between_sentences():
    opens = [place % 10 == 0 for place in range(200)]
    pieces = list(segments_of(opens, 1000))
    assert pieces[0][0] == 1000
    assert pieces[-1][1] == 1200
    assert all(one[1] == other[0] and opens[other[0] - 1000] for one, other in itertools.pairwise(pieces))


def test_titles_and_possessives_are_no_part_of_a_name(lists):
    document = Document("x", "Saw Mrs Blenkinsop's dog.", (Mention(4, 20, "PERSON"),))
    assert label_words(document, lists).labels == [0, 0, LABELS.index("B-PERSON"), 0, 0]


def test_online_names_are_nobodys(lists):
    document = Document("x", "thanks @blenkinsop", (Mention(7, 18, "PERSON"),))
    assert label_words(document, lists).labels == [0, 0]


def test_invented_names_stand_where_they_are_said_to(invented):
    for document in invented:
        for mention in document.mentions:
            name = document.text[mention.start : mention.end]
            assert name
            assert name == name.strip()


def test_inventing_and_varying_are_the_same_for_the_same_seed(lists, invented):
    assert list(invent(36, lists, seed=5)) == invented
    assert list(vary(invented, lists, seed=6)) == list(vary(invented, lists, seed=6)) != invented


def test_varying_keeps_as_many_names_of_the_same_kinds(lists, invented):
    for before, after in zip(invented, vary(invented, lists, seed=6), strict=True):
        assert [mention.label for mention in before.mentions] == [mention.label for mention in after.mentions]


def test_every_gap_of_every_manner_can_be_filled(lists):
    chance = random.Random(1)
    gaps = Gaps(Names(lists, chance), chance)
    cast = gaps.cast()
    assert all(gaps.filled(line, cast).text for lines in manners().values() for line in lines)


def test_forgetful_lists_hold_fewer_names_and_all_the_words(lists):
    fewer = forgetful(lists, 0.5, seed=1)
    assert 0.45 < len(fewer.forenames) / len(lists.forenames) < 0.55
    assert fewer.ordinary == lists.ordinary


def test_training_twice_gives_the_same_model(lists, tmp_path):
    row = {"text": "Saw Ceridwen.", "spans": [{"start": 4, "end": 12, "label": "NAME"}]}
    (tmp_path / "cases_small.jsonl").write_text(json.dumps(row) + "\n")
    (tmp_path / "notes.jsonl").write_text("nothing to do with it\n")
    packed, facts = train([tmp_path], lists, SMALL)
    assert len(list(read_corpora(tmp_path))) == 1
    assert train([tmp_path], lists, SMALL)[0] == packed
    assert len(unpack(packed).weights) == facts["features"] + 1


def test_an_article_is_no_part_of_a_places_name(lists):
    document = Document("x", "Left the Plough early.", (Mention(5, 15, "ORG"),))
    assert label_words(document, lists).labels == [0, 0, LABELS.index("B-ORG"), 0]


def test_organisations_of_every_kind_are_invented_and_most_by_everyday_words(lists):
    chance = random.Random(3)
    organisations = Organisations(Names(lists, chance), chance)
    for kind in organisations.kinds():
        drawn = {organisations.draw(kind) for _ in range(40)}
        assert len(drawn) > 20
        assert all(name == name.strip() for name in drawn)


def test_places_are_renamed_and_a_town_stays_one_word_or_more(lists):
    text = "Seen in Dunford by the Plough."
    document = Document("cases", text, (Mention(8, 15, "PLACE"), Mention(19, 29, "ORG")))
    texts = {each.text for each in vary([document] * 30, lists, seed=2)}
    assert len(texts) > 10
    assert any("Dunford" not in each for each in texts)


def test_a_folder_without_annotated_text_trains_nothing(lists, tmp_path):
    (tmp_path / "others.jsonl").write_text("{}")
    with pytest.raises(NoAnnotatedText):
        train([tmp_path], lists, SMALL)
