"""How many of a panel thought what is noticed however it is put, and other counts are let be."""

from dataclasses import replace
from itertools import product

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.grading import Observation, Severity, Theme
from scrutiny_app.domain.learning import Addressee, Told, draft_letter
from scrutiny_app.domain.telling_spreads import spread_told


@pytest.mark.parametrize(
    "words",
    [
        "3 of 5 members thought so",
        "two of the panel members liked it",
        "most of the members",
        "They voted",
        "by a\nmajority",
        "Unanimously",
        "The panel was split 4-1",
        "The panel decided 4 to 1",
        "The panel graded it so, 4\u20131",
        "Four of five thought it right",
        "4 out of 5 agreed",
        "Most of the panel graded it inappropriate but the rest did not",
        "The rest of the panel liked it",
        "A large majority of the panel",
        "The majority felt otherwise",
        "All but one agreed",
        "All but one of the panel",
        "The panel was unanimous",
        "It was a unanimous finding",
        "Some members doubted it",
        "Some of the panel doubted it",
        "Everyone on the panel liked it",
        "Opinion was divided",
        "It was a split decision",
        "One panellist dissented",
        "None of the panel liked it",
        "Half the panel members",
        "The vote was 3 to 2",
        "2 appropriate, 3 inappropriate",
        "Three said appropriate and two said inappropriate",
        "60% of the members liked it",
        "The chair had the casting vote",
        "Nobody disagreed",
        "A member felt that it was too lenient",
        "The youth justice member disagreed",
        "The lay member of the panel would have graded it otherwise",
        "A magistrate on the panel doubted it",
    ],
)
def test_a_spread_is_noticed_however_it_is_put(words):
    assert spread_told(f"So it went: {words}.")


@pytest.mark.parametrize(
    "words",
    [
        "The panel thought it right.",
        "Ask a member of the public.",
        "3 days after.",
        "Some members of the public saw it.",
        "Two of the five conditions could not be checked.",
        "The panel asks for a call within 3-4 days, or 2 to 3 weeks at most.",
        "The panel read pages 2 to 4.",
        "The panel saw that most of the record was complete, and the rest of it was good.",
        "One of the victims was asked; the other was not.",
        "The panel noted outcome 22 of 12/3/2026.",
        "All of it was well recorded.",
        "A family member felt safe; a member of staff agreed to help.",
        "No inappropriate words were used.",
        "The magistrate fined her in 2024.",
    ],
)
def test_plain_words_tell_no_spread(words):
    assert spread_told(words) == []


def test_no_draft_tells_a_spread_of_itself():
    themes = [Observation(one, _severity(one)) for one in Theme]
    told = Told("NP-1", "Theft", "Caution", 3, "The panel", "The force", Result.APPROPRIATE, tuple(themes), "")
    for result, who in product(Result, Addressee):
        assert spread_told(draft_letter(replace(told, result=result), [who]).text) == []


def _severity(theme):
    return Severity.GOOD if theme is Theme.GOOD_PRACTICE else Severity.MINOR
