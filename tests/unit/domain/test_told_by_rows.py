"""What stands in the same rows tells what an unknown word means: the offence beside a group, a victim who is named."""

import pytest

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.uses import Use
from scrutiny_app.domain.word_footings import footings, why_asked
from tests.unit.domain.looks import look_at, look_at_column

GROUPS = Mapping({"grp": (Use("offence_group"),), "desc": (Use("offence_title"),)})
VICTIMS = {"cons": "victim_consulted", "agr": "victim_agreed", "victim": "victim_1_name"}


def read(look, mapping):
    """Give each word of a column with what is suggested, and on what that rests."""
    return {
        (one.field, word): (code, footing)
        for one in suggest_words(look, mapping)
        for (word, _, code), footing in zip(one.words, footings(one), strict=True)
    }


def groups(*rows):
    return {word: said for (_, word), said in read(look_at(["Grp", "Desc"], *rows), GROUPS).items()}


def test_a_code_of_a_group_is_read_by_the_offences_beside_it():
    found = groups(
        *(["SHP", "Theft from shop"], ["SHP", "Theft from stall"], ["PUB", "Section 5 public order"]),
        *(["WPN", "Bladed article"], ["DRG", "Possess cannabis"]),
    )
    assert found == {
        "SHP": ("shoplifting", Footing.READ),
        "PUB": ("public_order", Footing.READ),
        "WPN": ("weapons", Footing.READ),
        "DRG": ("drugs", Footing.READ),
    }


@pytest.mark.parametrize(
    ("rows", "word", "code"),
    [
        ([["ZZ", "Theft from shop"], ["ZZ", "Common assault"]], "ZZ", None),  # of two groups
        ([["ZZ", "Theft from shop"], ["ZZ", "Loitering"]], "ZZ", "shoplifting"),  # one is not known
        ([["OTH", "Theft by employee"]], "OTH", "other_theft"),  # it may hold others next month
        ([["ZZ", None], ["YY", "Loitering"]], "ZZ", None),
        ([["Theft", "Theft from shop"]], "Theft", "shoplifting"),
    ],
)
def test_a_person_is_asked_where_the_offences_do_not_tell(rows, word, code):
    assert groups(*rows)[word] == (code, Footing.ASKED)


def test_the_reason_for_asking_says_that_the_rows_tell_it():
    (one,) = suggest_words(look_at(["Grp", "Desc"], ["OTH", "Theft by employee"]), GROUPS)
    assert why_asked(one, one.words[0]) == "The rows of this file say so; it may stand for others too."


def test_a_group_that_is_known_is_not_doubted_for_an_offence_beside_it():
    assert groups(["VWI", "Common assault"], ["Drug offences", "Theft from shop"]) == {
        "VWI": ("violence_with_injury", Footing.KNOWN)
    }


def test_of_a_file_of_which_not_every_row_was_seen_the_offences_are_only_offered():
    found = groups(*(["SHP", "Theft from shop"] for _ in range(80)))
    assert found == {"SHP": ("shoplifting", Footing.ASKED)}


def victims(*rows):
    uses = {heading: (Use(field),) for heading, field in VICTIMS.items()}
    return read(look_at(["Cons", "Agr", "Victim"], *rows), Mapping(uses))


def test_a_mark_in_all_rows_that_name_no_victim_and_in_no_other_says_that_there_is_none():
    found = victims(["Y", "N", "Moss, Ann"], ["N", "Y", "Reed, Jo"], ["X", "X", None], ["X", "X", "Crown"])
    assert found["victim_consulted", "X"] == ("no_victim", Footing.READ)
    assert found["victim_agreed", "X"] == ("", Footing.READ)


@pytest.mark.parametrize(
    "rows",
    [
        (["Y", "Y", "Moss, Ann"], ["X", "X", None], ["X", "X", "Reed, Jo"]),  # a victim who is named
        (["Y", "Y", "Moss, Ann"], ["X", "X", None], ["Q", "Q", None]),  # two marks
        (["Y", "Y", None], ["X", "X", None], ["X", "X", None]),  # nobody is named anywhere
        (["Y", "Y", "Moss, Ann"], ["N", "N", None], ["X", "X", None]),
    ],
)
def test_a_mark_is_asked_about_where_the_victims_do_not_tell(rows):
    found = victims(*rows)
    assert found["victim_consulted", "X"] == (None, Footing.ASKED)


def test_a_firm_in_a_column_that_is_not_loaded_may_be_the_victim():
    headings, rows = (
        ["Cons", "Victim", "IP organisation"],
        (["Y", "Moss, Ann", None], ["X", None, "Acme"], ["X", None, None]),
    )
    mapping = Mapping({"cons": (Use("victim_consulted"),), "victim": (Use("victim_1_name"),)})

    assert read(look_at(headings, *rows), mapping)["victim_consulted", "X"] == (None, Footing.ASKED)


def test_one_row_without_a_victim_is_too_few():
    found = victims(["Y", "Y", "Moss, Ann"], ["X", "X", None])
    assert found["victim_consulted", "X"] == ("no_victim", Footing.ASKED)


def ethnicities(*words):
    look = look_at_column("Eth", *words)
    return {word: said for (_, word), said in read(look, Mapping({"eth": (Use("ethnicity"),)})).items()}


def test_beside_white_british_two_letters_are_a_group_and_its_part():
    found = ethnicities("WB", "WO", "BA", "AP", "AB", "MX", "OO", "NS")
    wanted = {"WB": "white", "WO": "white", "BA": "black", "AP": "asian", "AB": "asian", "MX": "mixed", "OO": "other"}
    assert found == {word: (code, Footing.READ) for word, code in wanted.items()}


@pytest.mark.parametrize("words", [("BA", "AP"), ("AB", "NS"), ("WB", "AC"), ("WB", "ME"), ("WB", "CH")])
def test_two_letters_of_which_nobody_can_tell_are_asked_about(words):
    assert (None, Footing.ASKED) in ethnicities(*words).values()


def test_the_four_letters_of_the_school_census_are_known():
    found = ethnicities("WBRI", "MWBC", "APKN", "BCRB", "OOTH", "REFU", "CHNE")
    assert found["APKN"] == ("asian", Footing.KNOWN)
    assert found["CHNE"] == (None, Footing.ASKED)
