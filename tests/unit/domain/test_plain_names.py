"""What is no part of a name is taken out of it, and nobody is lost or made up."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import reader
from scrutiny_app.domain.naming import forenames_first, surname_first
from scrutiny_app.domain.officer_cells import part_officer
from scrutiny_app.domain.several_people import people_in

read = reader(COLUMN["victim_1_name"])


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("PC 2187 K Blenkarn", "Blenkarn, K"),
        ("BLENKARN, PC 2187 K", "BLENKARN, K"),
        ("Mr Delroy Hawthorne-Pyke", "Hawthorne-Pyke, Delroy"),
        ("Mrs SMITH", "SMITH,"),
        ("Smith, Mr John", "Smith, John"),
        ("O’Brien, Miss Niamh", "O’Brien, Niamh"),
        ("Mr Smith, John", "Smith, John"),
        ("Marsh, Ann", "Marsh, Ann"),
        ("LEAKE, Jordan (Spud)", "LEAKE, Jordan (Spud)"),
        ("LEAKE, Jordan (a.k.a. Lee JONES)", "LEAKE, Jordan (a.k.a. Lee JONES)"),
        ("VDNWTBN", None),
        ("[]", None),
        ("(CO) Coxhoe Fettlers", "Coxhoe Fettlers,"),
        ("(Co.) Northgate Widgets Ltd", "Northgate Widgets Ltd,"),
        ("(CO) Sandalwood,", "Sandalwood,"),
    ],
)
def test_a_name_is_read_without_titles_ranks_and_numbers(cell, name):
    assert read(cell) == name


@pytest.mark.parametrize(
    ("name", "turned"),
    [
        ("Rhodri AP RHYS", "AP RHYS, Rhodri"),
        ("Gwenllian ferch Dafydd", "ferch Dafydd, Gwenllian"),
        ("Callum Mac an Bhaird", "Mac an Bhaird, Callum"),
        ("Thi An Nguyen", "Nguyen, Thi An"),
    ],
)
def test_patronymics_stay_with_the_surname(name, turned):
    assert forenames_first(name) == turned


def test_a_surname_of_several_words_may_lead():
    assert surname_first("AP RHYS Rhodri") == "AP RHYS, Rhodri"
    assert surname_first("Mac an Bhaird Callum") == "Mac an Bhaird, Callum"


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Ann Marsh | Joe Bond", ["Ann Marsh", "Joe Bond"]),
        ('["Ann Marsh", "Joe Bond"]', ["Ann Marsh", "Joe Bond"]),
        ('["Ann Marsh"]', ["Ann Marsh"]),
        ("VDNWTBN\nAnn Marsh\nJoe Bond", ["Ann Marsh", "Joe Bond"]),
        ("Fuel Corner, Lydgate Rd", None),
        ('["Ann Marsh", ', None),
    ],
)
def test_people_of_one_cell_are_told_apart(cell, people):
    assert people_in(cell, commas_part=True) == people


def test_where_an_officer_serves_is_no_part_of_their_name():
    assert part_officer("PC 0073 M HARKAWAY (BCU South)") == ("HARKAWAY, M", "0073")
    assert part_officer("Ditectif Ringyll 341 H Sandalwood") == ("Sandalwood, H", "341")
    assert part_officer("CI 7 B Coxhoe") == ("Coxhoe, B", "7")
    assert part_officer("SCCH 5120 S Ravenscar") == ("Ravenscar, S", "5120")


def test_a_rank_that_nobody_knows_is_no_surname():
    assert part_officer("XYZ 5120 S Ravenscar") is None
    assert part_officer("MARSH 5120 Ann") == ("MARSH, Ann", "5120")
