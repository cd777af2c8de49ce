"""A victim whose name the file withholds is nobody of that name, and rejects no row."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import fold, reader
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.styles import NAME_STYLES
from scrutiny_app.domain.uses import Mapping, Part, Use

NAME = "victim_1_name"
read = reader(COLUMN[NAME])


def victim(cell, style):
    mapper = RowMapper(Mapping({fold("Victim"): (Use(NAME, style=style),)}), ["Victim"])
    assert mapper.columns([[cell]])[NAME][0] == mapper.cells([cell])[NAME]
    return read(mapper.cells([cell])[NAME])


@pytest.mark.parametrize("style", [*NAME_STYLES])
@pytest.mark.parametrize(
    "cell", ["Rest.", "Restricted", "WITHHELD", "(does not wish to be named)", "anonymous", "[Anon]", "(name withheld)"]
)
def test_a_name_that_is_withheld_is_nobodys(cell, style):
    assert victim(cell, style) is None


def test_a_surname_that_says_it_is_withheld_is_nobodys():
    mapper = RowMapper(Mapping({"surname": (Use(NAME, Part.SURNAME),)}), ["Surname"])

    assert mapper.cells(["Restricted"]) == {NAME: None}


@pytest.mark.parametrize("style", [*NAME_STYLES])
@pytest.mark.parametrize("cell", ["Rest, Ann", "Anonby, Restyn"])
def test_somebody_whose_name_is_like_it_is_somebody(cell, style):
    assert victim(cell, style) == cell
