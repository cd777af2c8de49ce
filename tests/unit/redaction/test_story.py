"""What a story tells that few share is doubted, and everyday telling is not."""

import pytest

from redaction import lexicon
from redaction.index import Index
from redaction.story import find_story
from redaction.words import split_words


def doubted(sentence: str) -> list[str]:
    words = split_words(sentence, lexicon.load())
    found = find_story(sentence, words, Index(words))
    return [sentence[finding.start : finding.end] for finding in found]


@pytest.mark.parametrize(
    ("sentence", "telling"),
    [
        ("The IP is the only vicar in the area.", "only vicar"),
        ("She is head teacher of the local primary school.", "head teacher of the local primary school"),
        ("Her twin brother was there.", "Twin"),
        ("He is the village postmaster.", "village postmaster"),
        ("The victim is a councillor.", "councillor"),
        ("He is a retired lighthouse keeper.", "lighthouse"),
        ("She uses a wheelchair.", "wheelchair"),
        ("He is registered blind.", "blind"),
        ("She has cerebral palsy.", "cerebral palsy"),
        ("He suffers from multiple sclerosis.", "multiple sclerosis"),
        ("Has Parkinson's disease.", "Parkinson's disease"),
        ("A Sikh man in a small village runs the shop.", "Sikh man in a small village"),
        ("She is seven months pregnant.", "pregnant"),
        ("His dog, Biscuit, was kicked.", "Biscuit"),
        ("It was in the newspaper last year.", "newspaper"),
        ("She is a mother of six.", "mother of six"),
        ("It was the landlady of the pub.", "landlady of t"),
        ("He has a tattoo of a swallow.", "tattoo of"),
        ("A woman whose son was murdered came.", "whose son was murdered"),
        ("He was adopted as a baby.", "adopted as a baby"),
        ("She is an asylum seeker from there.", "asylum seeker"),
        ("It was their wedding anniversary.", "anniversary"),
        ("He served in Afghanistan.", "served in Afghanistan"),
        ("He is a transgender man.", "transgender man"),
    ],
)
def test_what_few_people_share_is_doubted(sentence, telling):
    assert [words.lower() for words in doubted(sentence)] == [telling.lower()]


@pytest.mark.parametrize(
    "sentence",
    [
        "He was blind drunk and turned a blind eye; it fell on deaf ears.",
        "The only person to blame is himself, and he is the only suspect.",
        "The manager of the shop saw it and the owner of the car called police.",
        "Taken to the police station and cautioned; disabled parking bay misused.",
        "She works as a carer at a home. She is a teacher with ADHD and anxiety.",
        "A chair was thrown across the twin room at the hotel.",
        "The suspect is of Polish nationality. He was served with the notice.",
        "The measures were adopted by the panel; the author of the message is known.",
        "The captain was told. The heart of it was drink.",
    ],
)
def test_everyday_telling_is_not_doubted(sentence):
    assert doubted(sentence) == []


def test_a_phrase_is_doubted_once_and_masked_never(redactor):
    result = redactor.redact("He is a vicar. As a vicar he knows. She is a vicar.")
    assert result.text == "He is a vicar. As a vicar he knows. She is a vicar."
    assert [(doubt.kind, doubt.tag) for doubt in result.doubts] == [("detail", "[Detail]")]
