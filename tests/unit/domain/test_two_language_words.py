"""What stands in Welsh beside its English, or alone: words, months, totals, nobody; and people a program listed."""

from datetime import date

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.mapping import Mapping, Use, suggest_words
from scrutiny_app.domain.no_disposal import ended_otherwise
from scrutiny_app.domain.several_people import give_places
from scrutiny_app.domain.totals import is_below_cases
from scrutiny_app.domain.word_footings import footings
from tests.unit.domain.looks import look_at_column


@pytest.mark.parametrize(
    ("field", "word", "code"),
    [
        ("domestic_abuse", "Na / No", "no"),
        ("domestic_abuse", "Ie / Yes", "yes"),
        ("domestic_abuse", "Na / Yes", None),
        ("status", "Terfynwyd / Finalised", "finalised"),
        ("status", "Tynnwyd yn ôl / Withdrawn", "withdrawn"),
        ("ethnicity", "Du / Black", "black"),
        ("ethnicity", "Gwyn – Prydeinig / White – British", "white"),
        ("ethnicity", "Gwyn Cymreig neu Brydeinig / White Welsh or British", "white"),
        ("admission", "Derbyn cyfrifoldeb / Accepts responsibility", "accepts_responsibility"),
        ("admission", "Gwadu / Denies", "none"),
        ("ethnicity", "Black / White", None),
        ("offence_group", "Zebra / Burglary", "burglary"),
    ],
)
def test_a_word_in_two_languages_is_read_by_either(field, word, code):
    mapping = Mapping({"what": (Use(field),)})
    (asked,) = suggest_words(look_at_column("What", word, word, "gnu"), mapping)
    told = {name: (meant, footing) for (name, _, meant), footing in zip(asked.words, footings(asked), strict=True)}
    assert told[word] == (code, Footing.ASKED if code is None else Footing.READ)


def test_welsh_months_are_read():
    read = reader(COLUMN["offence_date"])
    assert read("14 Mai 2026") == date(2026, 5, 14)
    assert read("3 Gorffennaf 2026") == date(2026, 7, 3)
    with pytest.raises(Unreadable):
        read("3 Gorffen 2026 neu wedyn")


@pytest.mark.parametrize("text", ["Cyfanswm / Total", "Cynhyrchwyd gan / Produced by", "Cyfanswm"])
def test_totals_and_footers_in_welsh_are_no_cases(text):
    assert is_below_cases([text, 26 if text.startswith("Cyf") else None, None, None, None])


@pytest.mark.parametrize("text", ["Dim / None", "Dim", "None / Dim"])
def test_nobody_in_welsh_is_nobody(text):
    assert reader(COLUMN["victim_1_name"])(text) is None


def test_a_business_with_a_sign_between_its_words_is_one():
    assert reader(COLUMN["victim_1_name"])("MARLOW NEWS & BOOZE") == "MARLOW NEWS & BOOZE,"
    assert reader(COLUMN["victim_1_name"])("Marlow Wines") == "Marlow Wines,"
    for person in ("Ann Marsh & Joe", "Ann Wines", "Ann Marsh & Sons"):
        with pytest.raises(Unreadable):
            reader(COLUMN["victim_1_name"])(person)


@pytest.mark.parametrize("word", ["ChargedOrSummonsed", "NoSuspectIdentified"])
def test_words_run_together_that_ended_a_case_otherwise_are_known(word):
    assert ended_otherwise(word)


def test_the_sex_of_an_organisation_is_not_recorded():
    (asked,) = suggest_words(look_at_column("What", "Organisation", "Male"), Mapping({"what": (Use("sex"),)}))
    assert asked.words == (("Organisation", 1, ""),)


def test_people_listed_without_roles_get_their_places():
    cells = {
        "victim_1_name": '[{"type": "person", "family": "De Marsh", "given": "Ann May"}, '
        '{"type": "organisation", "name": "Reed & Sons Butchers"}]'
    }
    give_places(cells)
    assert cells == {"victim_1_name": "De Marsh, Ann May", "victim_2_name": "Reed & Sons Butchers,"}
