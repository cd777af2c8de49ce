"""What a story tells: each thing that the machine points at is a part of a story."""

import pytest

from redaction import Redactor
from redaction.story_signs import SIGNS
from scrutiny_app.domain.story_risks import ENDING, RISK_TITLES, SEEN_AS, Risk, risk_of


def test_every_sign_of_a_story_is_a_part_of_it():
    assert {sign.reason for sign in SIGNS} - SEEN_AS.keys() == set()
    assert {sign.reason for sign in SIGNS} | {"a pet's name"} == SEEN_AS.keys()


def test_every_part_has_words():
    assert RISK_TITLES.keys() == set(Risk)


def test_a_doubt_as_the_machine_words_it_is_seen_as_a_part_of_the_story():
    doubts = Redactor().redact("She is the village vicar and has twins. They have a registered blind son.").doubts
    assert Risk.JOB in {risk_of(doubt.reason) for doubt in doubts}


@pytest.mark.parametrize(
    ("reason", "risk"),
    [
        (f"a rare illness{ENDING}", Risk.INJURY),
        (f"a thing not known here{ENDING}", Risk.OTHER),
        ("a word that may be a name", None),
    ],
)
def test_doubts_of_another_kind_are_no_part_of_the_story(reason, risk):
    assert risk_of(reason) is risk
