"""An officer's rank, name and number in one cell are parted wherever the rank and the number stand."""

from itertools import product

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import reader
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.officer_cells import part_officer
from scrutiny_app.domain.rank_in_cells import rank_of
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Use

read_name = reader(COLUMN["decision_maker_name"])
RANKS = {
    "PC": "constable",
    "DC": "constable",
    "P.C.": "constable",
    "Police Constable": "constable",
    "PS": "sergeant",
    "DS": "sergeant",
    "D/Sgt": "sergeant",
    "D/S": "sergeant",
    "SGT": "sergeant",
    "DI": "inspector",
    "D.I.": "inspector",
    "D/I": "inspector",
    "Det.Insp": "inspector",
    "D/Insp": "inspector",
    "INSP": "inspector",
    "INSPECTOR": "inspector",
    "DCI": "chief_inspector",
    "D.C.I.": "chief_inspector",
    "C/Insp": "chief_inspector",
    "Detective Chief Inspector": "chief_inspector",
    "Det Supt": "superintendent",
}
NAMES = {"ROWE": "ROWE,", "Rowe": "Rowe,", "Ann ROWE": "ROWE, Ann", "ROWE, Ann": "ROWE, Ann"}
PLACES = ("{rank} {name} {number}", "{rank} {number} {name}", "{number} {rank} {name}", "{rank} {name} ({number})")


@pytest.mark.parametrize("rank", [*RANKS, "T/DI", "A/Insp", "Temp DS", "TDC", "ACC", "DSU"])
def test_a_rank_is_nobodys_name_wherever_the_number_stands(rank):
    for place, (name, read), number in product(PLACES, NAMES.items(), ("1102QK", "1102", "QK1102")):
        cell = place.format(rank=rank, name=name, number=number)

        assert part_officer(cell) == (read, number), cell


@pytest.mark.parametrize("rank", RANKS)
def test_a_rank_is_kept_wherever_the_number_stands(rank):
    for place, name in product(PLACES, ("ROWE", "Rowe", "Ann ROWE")):
        cell = place.format(rank=rank, name=name, number="1102QK")

        assert rank_of(cell) == RANKS[rank], cell


@pytest.mark.parametrize("cell", ["T/DI1102 ROWE", "Temp DI1102 ROWE", "D/Insp1102 ROWE", "DI1102 ROWE"])
def test_a_rank_written_up_to_its_number_is_no_initial_of_the_name(cell):
    assert part_officer(cell) == ("ROWE,", "1102")


@pytest.mark.parametrize("cell", ["ROWE Inspector 1102", "ROWE 1102 SUPERINTENDENT", "DI MARCO 1102"])
def test_a_rank_that_may_be_part_of_a_name_leaves_the_cell_to_a_person(cell):
    assert part_officer(cell) is None


@pytest.mark.parametrize("style", [Style.FORENAMES_FIRST, Style.SURNAME_FIRST])
def test_an_inspector_in_capitals_is_read_in_every_style_of_names(style):
    mapper = RowMapper(Mapping({"dm": (Use("decision_maker_name", style=style),)}), ["DM"])

    cells = mapper.cells(["DI ROWE 1102QK"])

    assert cells["decision_maker_number"] == "1102QK"
    assert read_name(str(cells["decision_maker_name"])) == "ROWE,"
    assert cells["decision_maker_rank"] == "inspector"
