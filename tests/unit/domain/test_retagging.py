"""Tags as they read once two persons are one."""

import pytest

from scrutiny_app.domain.retagging import REACH_TITLES, Reach, renamed


@pytest.mark.parametrize(
    ("tag", "then"),
    [
        ("[Person 1]", "[Victim 1]"),
        ("[Person 1's phone number]", "[Victim 1's phone number]"),
        ("[Person 1's mother]", "[Victim 1's mother]"),
        ("[Person 1 or Suspect]", "[Victim 1 or Suspect]"),
        ("[Person 1 or Victim 1]", "[Victim 1]"),
        ("[Person 1 or Suspect's street]", "[Victim 1 or Suspect's street]"),
        ("[Person 10]", "[Person 10]"),
        ("[Street 1]", "[Street 1]"),
    ],
)
def test_a_tag_is_renamed_with_all_that_is_its_persons_and_no_other(tag, then):
    assert renamed(tag, "[Person 1]", "[Victim 1]") == then


def test_somebodys_mother_may_turn_out_to_be_a_witness():
    assert renamed("[Victim 1's mother]", "[Victim 1's mother]", "[Witness 1]") == "[Witness 1]"
    assert renamed("[Victim 1]", "[Victim 1's mother]", "[Witness 1]") == "[Victim 1]"


def test_every_reach_has_words():
    assert REACH_TITLES.keys() == set(Reach)
