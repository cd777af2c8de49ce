"""An officer's rank, number and name in one cell are parted; an officer's number is figures and no words."""

from datetime import date

import pytest

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.cells import Unreadable, fold, reader
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.officer_cells import is_staff_number
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Use
from tests.unit.domain.looks import look_at_column


def officer(field, cell, **more):
    style = Style.FORENAMES_FIRST if field.endswith("name") else ""
    uses = {"oic": (Use(field, style=style),), **{fold(key): (Use(key),) for key in more}}
    mapper = RowMapper(Mapping(uses), ["OIC", *more], today=date(2026, 7, 1))
    row = [cell, *more.values()]
    cells = mapper.cells(row)
    assert {name: column[0] for name, column in mapper.columns([row]).items()} == cells
    return cells.get("officer_name"), cells.get("officer_number")


@pytest.mark.parametrize("field", ["officer_name", "officer_number"])
@pytest.mark.parametrize(
    ("cell", "name", "number"),
    [
        ("Marsh 4162", "Marsh,", "4162"),
        ("DC 1509 Bond", "Bond,", "1509"),
        ("PC Ann Marsh (C4162)", "Marsh, Ann", "C4162"),
        ("Marsh, Ann 4162", "Marsh, Ann", "4162"),
        ("4162 PS O'Neill", "O'Neill,", "4162"),
        ("PC 6502 Ó Maoilchon", "Ó Maoilchon,", "6502"),
        ("PC 6502 Ó Maoilchon,", "Ó Maoilchon,", "6502"),
        ("DC van Dyk 77", "van Dyk,", "77"),
        ("DC Van Dyk 77", "Van Dyk,", "77"),
        ("PC 22310 DA COSTA", "DA COSTA,", "22310"),
        ("PC 4417 VAN DER BERG", "VAN DER BERG,", "4417"),
        ("PC 4417 de la Cruz", "de la Cruz,", "4417"),
        ("PS 4417 Le Roux", "Le Roux,", "4417"),
        ("PS 4417 Anna LE ROUX", "LE ROUX, Anna", "4417"),
    ],
)
def test_a_cell_with_both_fills_both(field, cell, name, number):
    assert officer(field, cell) == (name, number)


def test_what_the_row_says_elsewhere_stands():
    assert officer("officer_name", "Marsh 4162", officer_number="4162") == ("Marsh,", "4162")
    assert officer("officer_number", "PC 4162 Marsh", officer_name="Marsh, Ann") == ("Marsh, Ann", "4162")
    assert officer("officer_name", "Marsh 4162", officer_number="9999") == ("Marsh 4162", "9999")


@pytest.mark.parametrize("number", ["4162", "C4162", "04162", "W/1234", "4162B", "AB 1234"])
def test_a_number_may_have_a_few_letters(number):
    assert reader(FIELD["officer_number"])(number) == number
    assert officer("officer_number", number) == (None, number)


@pytest.mark.parametrize("number", ["PC 4162", "PC4162", "pc/4162", "DI 4162", "Insp 4162", "PC 4162 "])
def test_a_number_has_no_rank_in_it(number):
    assert officer("officer_number", number) == (None, "4162")


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("PS6525 KELLY", "KELLY,"),
        ("PS 6525 Ann KELLY", "KELLY, Ann"),
        ("6525 KELLY", "KELLY,"),
        ("KELLY PS6525", "KELLY,"),
        ("Kelly (PS 6525)", "Kelly,"),
        ("PS-6525 Kelly", "Kelly,"),
        ("PS6525 KELLY, Ann", "KELLY, Ann"),
        ("DI6525 KELLY", "KELLY,"),
        ("Kelly A 6525", "Kelly, A"),
        ("A Kelly 6525", "Kelly, A"),
        ("Kelly, Ann Insp 6525", "Kelly, Ann"),
    ],
)
def test_one_officer_has_one_number_however_the_rank_stands_beside_it(cell, name):
    assert officer("officer_name", cell) == (name, "6525")
    assert officer("officer_number", cell) == (name, "6525")


ACTING = "A/Insp; T/Insp; T/Inspector; Temp DS; Temp. DS; A/PS; Acting Inspector; Act/Insp; A Insp; A-Insp; A\\Insp"
OTHERS = "T/A/Insp; TPS; ACI; A/DCI; A/C/Insp; Acting Chief Inspector; Actg Sgt; Temporary Sergeant"


@pytest.mark.parametrize("rank", [*ACTING.split("; "), *OTHERS.split("; ")])
def test_an_acting_rank_is_nobodys_forename(rank):
    assert officer("officer_name", f"{rank} 1783 NOWAK") == ("NOWAK,", "1783")
    assert officer("officer_name", f"{rank} NOWAK 1783") == ("NOWAK,", "1783")
    assert officer("officer_name", f"{rank} Jan NOWAK")[0] == "NOWAK, Jan"


@pytest.mark.parametrize("cell", ["PS 6525", "Kelly 6525 (PS)", "1234 Marsh Insp"])
def test_a_rank_is_nobodys_name(cell):
    assert officer("officer_name", cell) == (cell, None)


@pytest.mark.parametrize("number", ["Marsh", "Lee 4162", "PC Marsh", "4162 Marsh", "Marsh 4162 9999"])
def test_words_are_no_officers_number(number):
    with pytest.raises(Unreadable) as refused:
        reader(FIELD["officer_number"])(number)
    assert refused.value.fault is Fault.NOT_A_STAFF_NUMBER


@pytest.mark.parametrize("text", ["Lee", "4162 Lee", "12 LEE", "Ng 4162", "Lee/22", "PC"])
def test_a_name_is_no_staff_number_even_beside_figures(text):
    assert not is_staff_number(text)


@pytest.mark.parametrize("text", ["4162", "Pc 4162", "DC/4162", "c1234", "4162 AB", "AB 4162", "1234ABC"])
def test_a_number_with_a_rank_or_a_few_letters_is_a_staff_number(text):
    assert is_staff_number(text)


def test_a_column_of_numbers_that_holds_names_is_asked_about():
    [named] = suggest(look_at_column("OIC Collar No", "Lee", "Marsh"), "Northmoor Police")
    [numbered] = suggest(look_at_column("OIC Collar No", "4162", "771"), "Northmoor Police")

    assert not named.sure
    assert "look like names, not numbers" in named.why
    assert numbered.sure
