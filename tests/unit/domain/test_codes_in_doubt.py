"""Codes that the schema reads are asked about where their column shows that they may mean something else."""

import pytest

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.uses import Mapping, Use


def asked(field, *words, heading="Code", also=()):
    column = ColumnLook(heading, (), len(words), tuple((word, 1) for word in words), {})
    uses = {"".join(filter(str.isalnum, heading.casefold())): (Use(field), *map(Use, also))}
    found = suggest_words(Look(SheetLook("S", 1, (column,), len(words))), Mapping(uses))
    return {word: code for one in found for word, _, code in one.words if word}


def test_codes_of_the_census_of_2021_are_not_read_as_those_of_2001():
    assert asked("ethnicity", "A1", "B3", "C1", "D2", "E2") == {
        "A1": "white",
        "B3": "mixed",
        "C1": "asian",
        "D2": "black",
        "E2": "other",
    }


def test_codes_of_2001_are_read_and_those_that_may_be_of_either_are_asked():
    assert asked("ethnicity", "W1", "A1", "B1", "M2") == {}
    assert asked("ethnicity", "A1", "A2", "B1") == {"A1": None, "A2": None, "B1": None}
    assert asked("ethnicity", "A1", "B1") == {}


@pytest.mark.parametrize("word", ["I", "X", "U", "9", "Indeterminate", "Not stated", "Unknown", "0"])
def test_a_sex_that_is_not_known_is_suggested_as_not_recorded(word):
    assert asked("sex", "M", "F", word) == {word: ""}


@pytest.mark.parametrize("word", ["99", "N/K", "U", "Not asked", "X"])
def test_an_ethnicity_that_is_not_known_is_suggested_as_not_recorded(word):
    assert asked("ethnicity", "W1", word) == {word: ""}


@pytest.mark.parametrize("word", ["Refused", "declined", "N1"])
def test_who_would_not_say_their_ethnicity_did_not_state_it(word):
    assert asked("ethnicity", "W1", word) == {word: "not_stated"}


def test_na_is_no_beside_welsh_words_and_not_applicable_elsewhere():
    assert asked("victim_consulted", "Ie", "Na", "D/B") == {"Ie": "yes", "Na": "no", "D/B": "no_victim"}
    assert asked("weapon", "Na", heading="Cyllell") == {"Na": "no"}
    assert asked("victim_consulted", "Yes", "NA") == {}
    assert asked("domestic_abuse", "Yes", "NA") == {"NA": None}


def test_a_systems_own_numbers_are_no_outcomes_and_are_asked_about_once():
    numbers = ("00", "01", "02", "03", "04", "05", "06")
    assert asked("disposal", *numbers, heading="Kind") == dict.fromkeys(numbers)
    assert asked("disposal", *numbers, heading="Kind", also=("outcome_code",)) == dict.fromkeys(numbers)
    assert asked("disposal", "8", "22", "3", "1", heading="Kind")["8"] == "community_resolution"
    assert asked("outcome_code", *numbers[1:], heading="HO outcome") == {}
