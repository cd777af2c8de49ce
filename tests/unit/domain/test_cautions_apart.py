"""Cautions of a desk's own words, of which one may have conditions, are asked about; those that say all are not."""

import pytest

from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.mapping import Mapping, Use, suggest_words
from scrutiny_app.domain.word_footings import footings, why_asked
from tests.unit.domain.looks import look_at_column


def asked(*values):
    (question,) = suggest_words(look_at_column("Kol", *values), Mapping({"kol": (Use("disposal"),)}))
    return question


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Juv caution - plain", "Juv caution - strings"),
        ("Youth caution/basic", "Youth caution/with plan"),
        ("Adult caution (bare)", "Adult caution (tied)"),
    ],
)
def test_cautions_that_differ_behind_a_dash_are_asked_each_with_the_reason(one, other):
    question = asked(one, other)
    assert footings(question) == [Footing.ASKED, Footing.ASKED]
    assert all("conditions" in why_asked(question, word) for word in question.words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Youth caution (1st)", "Youth caution (2nd)"),
        ("Simple caution - DA", "Simple caution - hate"),
        ("Juv caution - plain", "CR - RJ"),
    ],
)
def test_cautions_of_which_nothing_says_that_one_has_conditions_are_looked_over(one, other):
    assert Footing.ASKED not in footings(asked(one, other))
