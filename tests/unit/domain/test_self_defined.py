"""The exact wordings of the 16+1 codes are read without a question; what could be of several groups is asked."""

from collections import defaultdict

import pytest

from scrutiny_app.domain.cases import ETHNICITIES, FIELD
from scrutiny_app.domain.cells import Unreadable, fold, reader
from scrutiny_app.domain.mapping import Mapping, Use, suggest_words
from scrutiny_app.domain.self_defined import wordings
from tests.unit.domain.looks import look_at_column

READ = {
    "white": "W1 - White - British; White - British; 1 White British; W9 - Any other White background; 3 White Other; "
    "White: Irish; W3 Gypsy or Irish Traveller; White - English/Welsh/Scottish/Northern Irish/British; White Other",
    "mixed": "M1 - Mixed - White and Black Caribbean; 4 White/Black Caribbean; 6 White/Asian; White & Asian; M3",
    "asian": "A2 - Asian - Pakistani; 8 Indian; Asian or Asian British - Bangladeshi; A4 Chinese; Asian - Chinese; A4",
    "black": "12 Caribbean; 13 African; Black - Caribbean; B1 - Black - Caribbean; Black or Black British: African",
    "other": "O9 - Any other ethnic group; 16 Other; O1 Chinese; O2 - Arab; 15 Chinese",
    "not_stated": "NS - Not Stated; 17 Not stated; Not Stated",
}


@pytest.mark.parametrize(
    ("group", "word"), [(group, one) for group, words in READ.items() for one in words.split("; ")]
)
def test_a_wording_of_the_census_is_read(group, word):
    assert reader(FIELD["ethnicity"])(word) == group


def test_it_is_not_asked_about():
    look = look_at_column("SDE", "1 White British", "W1 - White - British", "12 Caribbean", "Gaelic")
    [asked] = suggest_words(look, Mapping({"sde": (Use("ethnicity"),)}))

    assert [word for word, _, _ in asked.words] == ["Gaelic"]


@pytest.mark.parametrize("word", ["IC1", "IC1 White", "1", "Chinese", "5 Caribbean", "1 White", "British", "W1 Indian"])
def test_what_may_be_several_or_contradicts_itself_is_asked(word):
    with pytest.raises(Unreadable):
        reader(FIELD["ethnicity"])(word)


def test_no_wording_is_of_two_groups_and_each_is_of_one_of_ours():
    groups = defaultdict(set)
    for wording, group in wordings():
        groups[fold(wording)].add(group)

    assert {len(found) for found in groups.values()} == {1}
    assert {group for found in groups.values() for group in found} == {choice.code for choice in ETHNICITIES}
