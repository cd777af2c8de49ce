"""The word lists can be kept in sets and sent to other processes, and none says a word twice."""

import pickle
from collections import Counter

import pytest

from redaction.lexicon import FOLDER, lines, load


def test_the_lexicon_is_hashed_and_sent_to_other_processes():
    lexicon = load()
    assert {lexicon, lexicon} == {lexicon}
    assert pickle.loads(pickle.dumps(lexicon)) is lexicon


@pytest.mark.parametrize("name", sorted({path.stem for path in FOLDER.glob("*.txt")} - {"nicknames", "organisations"}))
def test_no_list_says_a_word_twice(name):
    told: Counter[tuple[str, str]] = Counter()
    for line in lines(name):
        kind, colon, rest = line.partition(":")
        words = (rest if colon else line).split(";" if ";" in line else None)
        told.update((kind if colon else "", word.strip()) for word in words if word.strip())
    assert [word for word, times in told.items() if times > 1] == []
