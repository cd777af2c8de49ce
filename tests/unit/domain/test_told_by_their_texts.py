"""Offences, their groups and outcome codes are known by what their columns hold, whatever heads them."""

from scrutiny_app.domain.matching import suggest
from tests.unit.domain.looks import look_at

STORIES = (
    "Sus selected toiletries value £18 and left by the main door without paying.",
    "Sus pushed the victim in a dispute over a hose on the allotments.",
    "Stop and search on the front, small quantity of cannabis in a sock.",
    "Sus keyed the van after a row over a driveway last week.",
)
OFFENCES = ("THEFT SHOP", "COMMON ASSAULT", "DRUGS POSSESSION CANNABIS", "CRIMINAL DAMAGE")
GROUPS = ("THEFT - SHOPLIFTING", "VAP - WITHOUT INJURY", "DRUGS", "CRIMINAL DAMAGE")


def fields(headings, *rows):
    return {one.heading: [use.field for use in one.uses] for one in suggest(look_at(headings, *rows), "")}


def test_texts_that_are_others_in_every_row_tell_what_happened_and_are_no_offence():
    rows = list(zip(STORIES, OFFENCES, GROUPS, strict=True))
    found = fields(["DETS OF OFFENCE", "CLASSIFICATION", "MAJOR GROUP"], *rows, *[("", *row[1:]) for row in rows])
    assert found == {
        "DETS OF OFFENCE": ["circumstances"],
        "CLASSIFICATION": ["offence_title"],
        "MAJOR GROUP": ["offence_group"],
    }


def test_a_long_name_of_an_offence_that_comes_again_is_the_offence():
    title = "Possess a controlled drug of Class B - cannabis / cannabis resin"
    assert fields(["Offence Details"], *[[title]] * 8) == {"Offence Details": ["offence_title"]}


def test_one_mistake_among_outcome_codes_leaves_them_outcome_codes():
    codes = ("8", "3", "3A", "2", "8", "3A", "8A")
    assert fields(["Clr Up Figure"], *[[code] for code in codes]) == {"Clr Up Figure": ["outcome_code"]}
    assert fields(["Clr Up Figure"], *[[code] for code in ("8", "3", "3A", "2", "8A", "9B")]) == {"Clr Up Figure": []}


def test_a_letter_beside_another_numbers_the_victims():
    found = suggest(look_at(["Victim A", "Victim B"], ["Marsh, Ann", "Bond, Joe"]), "")
    assert [use.field for one in found for use in one.uses] == ["victim_1_name", "victim_2_name"]
    assert not any(one.reason.doubts for one in found)
