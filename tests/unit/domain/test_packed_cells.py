"""Cells into which a report packed people, or things under their names, are parted where all are packed alike."""

import pytest

from scrutiny_app.domain.mapping import suggest
from scrutiny_app.domain.packed_cells import UNLIKE, packing_of
from tests.unit.domain.looks import look_at

PEOPLE = ["MARSH, Kim^03/02/1990^F", "TARN, Joe^04/02/1991^M|FELL, Ivy^^F", "Brightmart Stores Ltd^^"]
KEYED = ["Rank: PS; No: 4417", "Rank: INSP; No: 3310\nName: Gill, Pat"]


def test_each_person_of_a_cell_is_told_by_the_looks_of_the_parts():
    packing = packing_of(PEOPLE)
    assert packing is not None
    assert packing.values(PEOPLE[0]) == {"name": "MARSH, Kim", "date of birth": "03/02/1990", "sex": "F"}
    assert packing.values(PEOPLE[1]) == {
        "name": "TARN, Joe",
        "date of birth": "04/02/1991",
        "sex": "M",
        "2 name": "FELL, Ivy",
        "2 date of birth": "",
        "2 sex": "F",
    }


def test_things_under_their_names_are_told_by_them():
    packing = packing_of(KEYED)
    assert packing is not None
    assert packing.values(KEYED[1]) == {"Rank": "INSP", "No": "3310", "Name": "Gill, Pat"}


@pytest.mark.parametrize("cell", ["MARSH, Kim^03/02/1990", "MARSH, Kim", 7, "A^B^C^D"])
def test_a_later_cell_that_is_packed_otherwise_is_broken(cell):
    packing = packing_of(PEOPLE)
    assert packing is not None
    assert packing.values(cell) is UNLIKE
    assert packing.values("") is None


@pytest.mark.parametrize(
    "cells",
    [
        ["Say sorry~Pay £20", "Keep away~Pay £10"],
        ["CR|L1", "CC|L2"],
        ["He said: no. Then: yes", "She left."],
        ["https://a.example; x: y", "ftp://b.example"],
        [*PEOPLE, "MARSH, Kim"],
        PEOPLE[:1],
    ],
)
def test_what_is_a_list_a_sentence_or_not_alike_is_not_parted(cells):
    assert packing_of(cells) is None


def test_the_column_itself_fills_nothing_and_everybody_has_a_place():
    headings = ["Suspect", "Suspect name", "Suspect date of birth", "Suspect 2 name"]
    found = suggest(
        look_at(
            headings, [PEOPLE[0], "MARSH, Kim", "03/02/1990", ""], [PEOPLE[1], "TARN, Joe", "04/02/1991", "FELL, Ivy"]
        ),
        "Northmoor Police",
    )
    assert [[use.field for use in one.uses] for one in found] == [
        [],
        ["offender_name"],
        ["offender_born"],
        ["third_parties"],
    ]
    assert found[0].sure
    assert not found[3].sure
