"""Several people in one cell each get a place of their own, or the row is refused: never one false person."""

from datetime import date

import pytest

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.cells import Unreadable, fold, reader
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.naming import forenames_first
from scrutiny_app.domain.several_people import turn_each
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Use

TODAY = date(2026, 7, 1)
MARSH_AND_BOND = ["Marsh, Ann", "Bond, Joe", None]


def victims(cell, style=Style.FORENAMES_FIRST, **more):
    uses = {"who": (Use("victim_1_name", style=style),), **{fold(key): (Use(key),) for key in more}}
    mapper = RowMapper(Mapping(uses), ["Who", *more], today=TODAY)
    row = [cell, *more.values()]
    cells = mapper.cells(row)
    assert {name: column[0] for name, column in mapper.columns([row]).items()} == cells
    return [cells.get(f"victim_{at}_name") for at in (1, 2, 3)]


def fault_of(cell, field="victim_1_name"):
    try:
        reader(FIELD[field])(cell)
    except Unreadable as unread:
        return unread.fault
    return None


@pytest.mark.parametrize("name", ["Suresh a/l Ganesan", "Suresh A/L GANESAN", "Meena d/o Ganesan"])
def test_somebody_called_after_a_father_with_a_stroke_is_refused_and_never_two(name):
    assert victims(name) == [name, None, None]
    assert fault_of(name) is not None


@pytest.mark.parametrize("between", [" and ", " AND ", " & ", " / ", "; ", "\n", ", "])
def test_two_whole_names_are_two_victims(between):
    assert victims(f"Ann Marsh{between}Joe Bond") == MARSH_AND_BOND


@pytest.mark.parametrize("between", ["; ", " and ", " / ", "\n"])
def test_two_names_that_have_the_surname_first_are_two_victims(between):
    assert victims(f"Marsh, Ann{between}Bond, Joe", Style.DAY_FIRST) == MARSH_AND_BOND
    assert victims(f"Marsh, Ann{between}Bond, Joe") == MARSH_AND_BOND


def test_three_people_and_a_list_with_an_and_are_told_apart():
    assert victims("Ann Marsh, Joe Bond and Ivy Lane") == ["Marsh, Ann", "Bond, Joe", "Lane, Ivy"]


@pytest.mark.parametrize(
    "cell", ["Ann and Joe Marsh", "Mr and Mrs Marsh", "A B, C D, E F and G H", "Marks and Spencer"]
)
@pytest.mark.parametrize("style", [Style.FORENAMES_FIRST, Style.SURNAME_FIRST])
def test_people_who_cannot_be_told_apart_are_refused(cell, style):
    assert fault_of(victims(cell, style)[0]) is Fault.SEVERAL_PEOPLE


@pytest.mark.parametrize("field", ["offender_name", "officer_name", "witnesses"])
@pytest.mark.parametrize("cell", ["Marsh, Ann and Joe", "Marsh, Ann & Bond, Joe", "Marsh and Bond, Joe"])
def test_no_field_of_one_person_takes_two(field, cell):
    assert fault_of(cell, field) is Fault.SEVERAL_PEOPLE


def test_several_people_do_not_share_one_persons_details_or_anothers_place():
    assert fault_of(victims("Ann Marsh and Joe Bond", victim_1_born="01/02/1990")[0]) is Fault.SEVERAL_PEOPLE
    assert fault_of(victims("Ann Marsh and Joe Bond", victim_2_name="Lane, Ivy")[0]) is Fault.SEVERAL_PEOPLE


@pytest.mark.parametrize(
    "name", ["Marks & Spencer plc", "Moorline Buses", "Co-op Ltd", "St Anne's Academy", "NHS Trust"]
)
@pytest.mark.parametrize("style", [Style.DAY_FIRST, Style.FORENAMES_FIRST, Style.SURNAME_FIRST])
def test_an_organisation_is_kept_as_it_is_written(name, style):
    assert reader(FIELD["victim_1_name"])(victims(name, style)[0]) == f"{name},"


@pytest.mark.parametrize("crown", ["R v", "R", "Rex", "REGINA v", "R v.", "Regina"])
def test_the_crown_is_no_person(crown):
    assert victims(crown) == [None, None, None]
    assert victims(crown, Style.DAY_FIRST) == [None, None, None]


def test_names_that_only_hold_such_letters_are_one_persons():
    assert victims("Andrew Sandland") == ["Sandland, Andrew", None, None]
    assert fault_of("Anderson, Andy") is None


@pytest.mark.parametrize("cell", ["Kwame Brontel, Leanne Wexcombe", "Ann Marsh, Joe Bond"])
def test_two_people_parted_by_a_comma_alone_are_never_made_one(cell):
    with pytest.raises(Unreadable) as unread:
        reader(FIELD["victim_1_name"])(cell)

    assert unread.value.fault is Fault.SEVERAL_PEOPLE


@pytest.mark.parametrize(
    "cell", ["Garcia Lopez, Maria Jose", "St John, Ann Marie", "James, Ann Mary", "Ali Khan, Omar"]
)
def test_a_surname_of_several_words_is_one_persons(cell):
    assert reader(FIELD["victim_1_name"])(cell) == cell


def test_an_acting_rank_stands_before_one_person():
    assert turn_each("A/Insp Marsh", forenames_first) == "Marsh,"
    assert turn_each("T/DI Ann Marsh", forenames_first) == "Marsh, Ann"
    assert turn_each("Ann Marsh/Joe Bond", forenames_first) == "Marsh, Ann; Bond, Joe"


def test_organisations_without_a_comma_among_several_have_places_of_their_own():
    assert victims("Marsh, Ann; Tarn Valley Taxis Ltd", Style.DAY_FIRST) == [
        "Marsh, Ann",
        "Tarn Valley Taxis Ltd",
        None,
    ]
    assert victims("Ash Row Primary School; Tarn Borough Council", Style.DAY_FIRST)[1] == "Tarn Borough Council"
    assert victims("Marsh, Ann; Joe Bond", Style.DAY_FIRST) == ["Marsh, Ann; Joe Bond", None, None]
