"""Forenames in small letters that are words too, and what names begin or end with, where the tagger is sure of them."""

import pytest


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("We went to the shop when mike lets me know.", "mike"),
        ("I saw them on Friday, and then john says he is tired.", "john"),
        ("Tell josh that I said so. She spoke to PC Ashdown.", "josh"),
        ("Will you be there for taylor swift in September?", "swift"),
        ("I am going with emily blunt and ryan gosling on Friday.", "blunt"),
        ("We met Jan Bloom and Brad paisley on Monday.", "paisley"),
        ("He was listening to Soulja Boy in the car.", "Boy"),
        ("We met Hana Jong-un and her mother.", "un"),
    ],
)
def test_a_name_that_is_a_word_is_masked_where_somebody_stands(redactor, written, name):
    assert name not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "The price rose by a pound and he will mark it.",
        "She had the grace to pat the dog.",
        "He did not rob the shop, and he may bill the firm.",
        "He is being frank. He used a jack to lift the car.",
        "The sun rose at six. Victim Support left a leaflet.",
    ],
)
def test_the_same_words_stay_elsewhere(redactor, written):
    assert redactor.redact(written).text == written


def test_a_title_beside_a_name_stays(redactor):
    assert redactor.redact("Sergeant Blenkinsop met Victim Ceridwen Ashdown.").text.startswith("Sergeant [")
