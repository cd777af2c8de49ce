"""A decision-maker's rank that stands in the cell of the name is kept, unless a column of its own says it."""

import pytest

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.rank_in_cells import acting_ranks_told
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Use
from tests.unit.domain.looks import look_at

NAME, NUMBER, RANK = "decision_maker_name", "decision_maker_number", "decision_maker_rank"


def read(cell, field=NAME, **more):
    style = Style.FORENAMES_FIRST if field == NAME else ""
    uses = {"ero": (Use(field, style=style),), **{fold(key): (Use(key.replace("X", "_")),) for key in more}}
    mapper = RowMapper(Mapping(uses), ["ERO", *more])
    row = [cell, *more.values()]
    cells = mapper.cells(row)
    assert {name: column[0] for name, column in mapper.columns([row]).items()} == cells
    return cells.get(NAME), cells.get(NUMBER), cells.get(RANK)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("Insp X Marsh 1234", ("Marsh, X", "1234", "inspector")),
        ("1234 Insp Marsh", ("Marsh,", "1234", "inspector")),
        ("PS6525 KELLY", ("KELLY,", "6525", "sergeant")),
        ("KELLY PS6525", ("KELLY,", "6525", "sergeant")),
        ("DI1234 MARCO", ("MARCO,", "1234", "inspector")),
        ("Marsh Ch Insp 1234", ("Marsh,", "1234", "chief_inspector")),
        ("Insp Marsh", ("Marsh,", None, "inspector")),
        ("PS/1234 Marsh", ("Marsh,", "1234", "sergeant")),
        ("Det Sgt Ann Marsh", ("Marsh, Ann", None, "sergeant")),
        ("C/Insp Marsh 1234", ("Marsh,", "1234", "chief_inspector")),
        ("Ch Insp Ann Marsh", ("Marsh, Ann", None, "chief_inspector")),
        ("B Coxhoe, CI 7", ("Coxhoe, B", "7", "chief_inspector")),
        ("B Coxhoe, DCI 7", ("Coxhoe, B", "7", "chief_inspector")),
        ("B Coxhoe, Chief Insp 44", ("Coxhoe, B", "44", "chief_inspector")),
        ("B Coxhoe, Supt 7", ("Coxhoe, B", "7", "superintendent")),
        ("B Coxhoe, DSU 12", ("Coxhoe, B", "12", "superintendent")),
        ("CI 7 B Coxhoe", ("Coxhoe, B", "7", "chief_inspector")),
        ("H Sandalwood, DS 341", ("Sandalwood, H", "341", "sergeant")),
    ],
)
def test_a_rank_before_the_name_is_kept(cell, said):
    assert read(cell) == said


def test_a_rank_is_kept_from_a_cell_that_was_taken_for_the_number():
    assert read("Insp X Marsh 1234", NUMBER) == ("Marsh, X", "1234", "inspector")


@pytest.mark.parametrize("cell", ["Ann Marsh", "Di Marsh", "Marsh 1234", "", None, "Chief Supt Marsh 12"])
def test_what_is_no_rank_of_ours_is_none(cell):
    assert read(cell)[2] is None


def test_an_acting_rank_is_not_guessed_and_is_no_forename():
    assert read("A/Insp X Marsh 1234") == ("Marsh, X", "1234", None)
    assert read("T/Insp Marsh 1234") == ("Marsh,", "1234", None)
    assert read("T/Inspector Marsh 1234") == ("Marsh,", "1234", None)
    assert read("Temp DS 1234 Marsh") == ("Marsh,", "1234", None)
    assert read("A/C/Insp 1234 Marsh") == ("Marsh,", "1234", None)
    assert read("TPS 1234 Marsh") == ("Marsh,", "1234", None)


def test_a_rank_after_the_name_is_no_forename():
    assert read("1234 Marsh Insp") == ("1234 Marsh Insp", None, None)
    assert read("Marsh, Ann Insp 1234") == ("Marsh, Ann", "1234", "inspector")


def test_a_column_of_its_own_has_the_say():
    assert read("Insp X Marsh 1234", decisionXmakerXrank="PS")[2] == "PS"
    assert read("Insp X Marsh 1234", decisionXmakerXrank="")[2] == ""


def test_acting_ranks_that_are_not_kept_are_told_in_the_report():
    look = look_at(["ERO", "No"], ["A/Insp 1783 NOWAK", 1], ["Temp DS Marsh", 2], ["Insp Marsh", 3], [None, 4])
    [told] = acting_ranks_told(look.cases, Mapping({"ero": (Use(NAME),)}))

    assert (told.column, told.found) == ("ERO", "an acting or temporary rank in 2 of the first rows, left blank")
    assert acting_ranks_told(look.cases, Mapping({"ero": (Use(NAME),), "no": (Use(RANK),)})) == []
    assert acting_ranks_told(look.cases, Mapping({"ero": (Use("officer_name"),)})) == []
