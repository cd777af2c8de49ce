import hashlib
import itertools
import json
import time

import numpy as np
import pytest

from redaction import lexicon
from redaction.tagging.aspects import Aspects
from redaction.tagging.features import features
from redaction.tagging.labels import KINDS
from redaction.tagging.model import PATH, load
from redaction.tagging.tagger import FLOOR, Tagger
from redaction.words import split_words

TEXT = (
    "Spoke to Mrs Blenkinsop at 14 Acacia Avenue, Pontypridd. She works at Hargrove Bakery with Ceridwen Ashdown. "
    "The suspect denied the offence and no damage was found.\n"
)


@pytest.fixture(scope="module")
def lists():
    return lexicon.load()


@pytest.fixture(scope="module")
def tagger():
    return Tagger()


def tagged(tagger, lists, text):
    words = split_words(text, lists)
    return [(" ".join(word.text for word in words[a:b]), kind, chance) for a, b, kind, chance in tagger.names(words)]


def seconds(deed):
    began = time.process_time()
    deed()
    return time.process_time() - began


def test_people_places_and_organisations_are_told_apart(tagger, lists):
    found = {name: kind for name, kind, chance in tagged(tagger, lists, TEXT) if chance > 0.5}
    assert found["Blenkinsop"] == "PERSON"
    assert found["Ceridwen Ashdown"] == "PERSON"
    assert found["14 Acacia Avenue"] == "PLACE"
    assert found["Hargrove Bakery"] == "ORG"


def test_words_of_the_process_are_not_names(tagger, lists):
    text = "Conditional Caution authorised. Victim updated. Suspect admitted the offence in full. No previous."
    assert not [name for name, _, chance in tagged(tagger, lists, text) if chance > 0.5]


def test_a_name_that_no_list_holds_is_known_by_its_neighbours(tagger, lists):
    assert not lists.is_name("vrondagel")
    assert tagged(tagger, lists, "He then said that Vrondagel was his friend.")[0][0] == "Vrondagel"


@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_a_name_is_found_whatever_its_capitals(tagger, lists, change):
    assert change("Ceridwen") in " ".join(
        name for name, *_ in tagged(tagger, lists, change("My name is Ceridwen Ashdown"))
    )


def test_names_come_in_order_apart_and_with_a_probability(tagger, lists):
    words = split_words(TEXT * 20, lists)
    found = list(tagger.names(words))
    assert all(first < after for first, after, *_ in found)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))
    assert all(kind in KINDS and FLOOR <= chance <= 1 for *_, kind, chance in found)


def test_tagging_again_gives_the_same_whatever_was_tagged_between(tagger, lists):
    before = tagged(tagger, lists, TEXT)
    tagged(tagger, lists, "Ceridwen pushed Acacia. " * 50)
    assert tagged(tagger, lists, TEXT) == before == tagged(Tagger(), lists, TEXT)


def test_nothing_is_found_where_there_are_no_words(tagger):
    assert list(tagger.names([])) == []


@pytest.mark.parametrize("text", ["x", "J", "7", "é", "\ud800 a", "名前", "A" * 5000, "Ann " * 3000])
def test_odd_texts_are_tagged_without_a_fault(tagger, lists, text):
    assert all(0 <= chance <= 1 for *_, chance in tagged(tagger, lists, text))


def test_the_model_is_the_one_that_training_recorded():
    packed = PATH.read_bytes()
    record = json.loads(PATH.with_suffix(".json").read_text())
    assert record["sha256"] == hashlib.sha256(packed).hexdigest()
    assert record["bytes"] == len(packed) < 4_500_000


def test_the_model_holds_numbers_alone():
    head, _, _ = PATH.read_bytes().partition(b"\n")
    assert all(isinstance(value, int | float) for value in json.loads(head).values())
    model = load()
    assert model.places.nbytes + model.weights.nbytes < 50_000_000


def test_rare_names_that_look_alike_show_the_same(lists):
    def shown(name):
        return np.concatenate(list(features(split_words(f"I told {name} to go.", lists), Aspects(lists))))

    assert not lists.is_name("quorvantisop")
    assert np.array_equal(shown("Quorvantisop"), shown("Quobelmotisop"))
    assert not np.array_equal(shown("Quorvantisop"), shown("Quobelmotisan"))


def test_nothing_but_ordinary_words_is_remembered(lists):
    aspects = Aspects(lists)
    list(features(split_words(TEXT + TEXT.lower() + TEXT.upper(), lists), aspects))
    assert "suspect" in aspects._remembered
    assert all(lists.is_plain(word) for word in aspects._remembered)


def test_a_text_sixteen_times_as_long_takes_no_more_than_in_proportion(tagger, lists):
    short, long = split_words(TEXT * 40, lists), split_words(TEXT * 640, lists)
    list(tagger.names(long))
    assert (
        seconds(lambda: list(tagger.names(long))) < 32 * seconds(lambda: [list(tagger.names(short)) for _ in "ab"]) / 2
    )


def test_tagging_costs_a_small_multiple_of_splitting_into_words(tagger, lists):
    text = TEXT * 600
    words = split_words(text, lists)
    list(tagger.names(words))
    assert seconds(lambda: list(tagger.names(words))) < 20 * seconds(lambda: split_words(text, lists))
