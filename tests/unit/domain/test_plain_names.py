"""What is no part of a name is taken out of it, and nobody is lost or made up."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.naming import forenames_first, surname_first
from scrutiny_app.domain.officer_cells import part_officer
from scrutiny_app.domain.several_people import people_in
from scrutiny_app.domain.styles import NAME_STYLES
from scrutiny_app.domain.uses import Mapping, Use

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
        ("PS LANE, GORDON", "LANE, GORDON"),
        ("A/Insp NOWAK, Jan", "NOWAK, Jan"),
        ("1187 PC LOCKWOOD, Adrian", "LOCKWOOD, Adrian"),
        ("DI MARCO, Anna", "DI MARCO, Anna"),
        ("BESTMART, Tolling Road,", "BESTMART Tolling Road,"),
        ("Fresh & Fine, Dock Street,", "Fresh & Fine Dock Street,"),
        ("Rose & Crown, Mill Lane,", "Rose & Crown Mill Lane,"),
    ],
)
def test_a_name_is_read_without_titles_ranks_and_numbers(cell, name):
    assert read(cell) == name


@pytest.mark.parametrize("field", ["officer_name", "supervisor_name", "decision_maker_name", "authorising_name"])
@pytest.mark.parametrize("style", NAME_STYLES)
@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("PS LANE, GORDON", "LANE, GORDON"),
        ("DI SEKHON, AMRIT", "SEKHON, AMRIT"),
        ("P.C. Marsh, Ann", "Marsh, Ann"),
        ("Sergeant Lane, Gordon", "Lane, Gordon"),
        ("DI MARCO, ANNA", "DI MARCO, ANNA"),
        ("1187 PC LOCKWOOD, Adrian", "LOCKWOOD, Adrian"),
    ],
)
def test_an_officers_rank_before_a_surname_and_comma_is_no_part_of_it(field, style, cell, name):
    cells = RowMapper(Mapping({"who": (Use(field, style=style),)}), ["Who"]).cells([cell])
    assert reader(COLUMN[field])(cells[field]) == name


@pytest.mark.parametrize("cell", ["Marsh, Ann,", "Ann Marsh, Joe Bond,", "Kwaku Boateng, Zofia Lis,"])
def test_a_comma_at_the_end_of_what_may_be_people_makes_no_organisation_of_them(cell):
    with pytest.raises(Unreadable):
        read(cell)


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
