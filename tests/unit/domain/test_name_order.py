"""A name's own capitals, initials and titles go before the order in which its column mostly has its names."""

import pytest

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.naming import forenames_first, surname_first
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.styling import style_of
from scrutiny_app.domain.uses import Part
from tests.unit.domain.looks import look_at_column


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Mr J SMITH", "SMITH, J"),
        ("COSTA E SILVA Inês", "COSTA E SILVA, Inês"),
        ("Inês COSTA E SILVA", "COSTA E SILVA, Inês"),
        ("Ó SÚILLEABHÁIN Seán", "Ó SÚILLEABHÁIN, Seán"),
        ("Ann E MARSH", "MARSH, Ann E"),
        ("HEWSON CHURCH Ann", "HEWSON CHURCH, Ann"),
        ("Ann HEWSON CHURCH", "HEWSON CHURCH, Ann"),
        ("J SMITH", "SMITH, J"),
        ("SMITH J", "SMITH, J"),
        ("Nowak K", "Nowak, K"),
        ("K Nowak", "Nowak, K"),
        ("A.J. Marsh", "Marsh, A.J."),
        ("Marsh A.J.", "Marsh, A.J."),
        ("J-P Marsh", "Marsh, J-P"),
        ("Ann SMITH", "SMITH, Ann"),
        ("SMITH Ann", "SMITH, Ann"),
        ("J Robert Marsh", "Marsh, J Robert"),
        ("van der Berg K", "van der Berg, K"),
        ("K van der Berg", "van der Berg, K"),
        ("McDONALD Ann", "McDONALD, Ann"),
        ("Detective Sergeant Marsh", "Marsh,"),
        ("Mr Ó Maoilchon", "Ó Maoilchon,"),
        ("Ó Maoilchon", "Ó Maoilchon"),
    ],
)
def test_a_cell_says_its_own_order_in_either_column(name, read):
    assert forenames_first(name) == read
    assert surname_first(name) == read


@pytest.mark.parametrize("name", ["J K", "AJ Smith", "NG Ann", "Nowak Jan K", "TATE Colin (manager of Aldi)"])
def test_what_could_be_either_is_left_to_be_refused_where_forenames_come_first(name):
    assert forenames_first(name) == name


@pytest.mark.parametrize("name", ["J K", "Mr John Smith", "Jan K Nowak", "Marsh Insp", "TATE Colin (manager of Aldi)"])
def test_what_could_be_either_is_left_to_be_refused_where_the_surname_comes_first(name):
    assert surname_first(name) == name


@pytest.mark.parametrize(
    "name", ["Tate, Colin (manager of Aldi)", "Tate, Colin (Manager of Aldi)", "Tate, Colin (dad)"]
)
def test_a_remark_is_no_forename(name):
    with pytest.raises(Unreadable):
        reader(FIELD["victim_1_name"])(name)


@pytest.mark.parametrize("name", ["Tate, Colin (Col)", "Tate, Ann (née Marsh)", "Tate, Ann (nee Marsh)"])
def test_another_name_in_brackets_stands(name):
    assert reader(FIELD["victim_1_name"])(name) == name


def test_names_with_initials_last_are_suggested_with_the_surname_first():
    column = look_at_column("OIC", "Nowak K", "Patel R", "O'Brien G").cases.columns[0]

    assert style_of(FIELD["officer_name"], Part.WHOLE, column)[0] == Style.SURNAME_FIRST
