from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import CheckedCase, check_row
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Mapping, Part, PartiesMapper, RowMapper, Use, join_parties
from scrutiny_app.domain.people_sheet import without_case
from tests.unit.domain.extract_rows import TODAY, cells

HEADINGS = ["Case number", "Role", "Name", "Date of birth", "Address", "Contact", "Collar number", "Rank"]
MAPPER = PartiesMapper(OURS, HEADINGS)


def person(role="Victim", name="Marsh, Ann", *more, case="OOCR-26-00417"):
    return MAPPER.person(2, [case, role, name, *more])


def joined(*people, **differing):
    return join_parties(2, cells(**differing), people)


def test_victims_take_the_places_that_are_empty():
    found = joined(person(name="B, B"), person(name="C, C"), person(name="D, D"), victim_1_name="A, A").cells

    assert [found[f"victim_{number}_name"] for number in (1, 2, 3)] == ["A, A", "B, B", "C, C"]


def test_whoever_has_no_place_stands_beside():
    found = joined(*(person(name=f"{letter}, X") for letter in "ABCD"))

    assert found.parties == [
        {"role": "victim", "name": "D, X", "born": None, "address": None, "contact": None, "number": None}
    ]


def test_a_person_whom_the_flat_columns_name_already_is_one_person():
    found = joined(
        person(name="Marsh, Ann"), person("Victim", "MARSH, Ann", date(1990, 1, 2)), victim_1_name="Marsh, Ann"
    )

    assert found.cells["victim_1_born"] == date(1990, 1, 2)
    assert "victim_2_name" not in found.cells


def test_every_role_has_its_place():
    found = joined(
        person("Suspect", "Okafor, Daniel", None, "1 High Street"),
        person("OIC", "Reed, Jo", None, None, None, "4471"),
        person("Supervisor", "Hale, Sam"),
        person("Decision-maker", "Dunn, Kit", None, None, None, "12", "Insp"),
        person("Witness", "Wren, Lee"),
        person("AA", "Vale, Pat"),
        person("Parent/Guardian", "Vale, Kim"),
    )

    assert found.cells["offender_address"] == "1 High Street"
    assert found.cells["officer_number"] == "4471"
    assert found.cells["supervisor_name"] == "Hale, Sam"
    assert found.cells["decision_maker_rank"] == "inspector"
    assert (found.cells["witnesses"], found.cells["third_parties"]) == ("Wren, Lee", "Vale, Pat; Vale, Kim")
    assert isinstance(check_row(2, found.cells, TODAY), CheckedCase)


def test_what_a_list_of_names_cannot_hold_of_a_witness_stands_beside():
    found = joined(person("Witness", "Wren, Lee", date(1980, 2, 3), "2 Low Road"))

    assert found.cells["witnesses"] == "Wren, Lee"
    assert found.parties[0] | {"contact": None} == {
        **{"role": "witness", "name": "Wren, Lee", "born": "1980-02-03", "address": "2 Low Road"},
        **{"contact": None, "number": None},
    }


def test_a_person_who_cannot_be_read_keeps_the_case_waiting():
    unread = person("Dog handler", "Wren Lee")
    found = joined(unread)

    assert [(problem.column, problem.code) for problem in unread.problems] == [
        ("People: Role", Fault.UNKNOWN_PARTY),
        ("People: Name", Fault.NOT_A_PERSON),
    ]
    assert [(problem.row, problem.code) for problem in found.problems] == [(2, Fault.PARTY_UNREADABLE)]


def test_a_second_offender_keeps_the_case_waiting():
    found = joined(person("Offender", "Wren, Lee"), offender_name="Okafor, Daniel")

    assert [problem.code for problem in found.problems] == [Fault.PARTY_UNREADABLE]


def test_no_problem_repeats_what_a_cell_holds():
    unread = person("Dog handler", "Wren Lee", "soon", case="OOC-1")

    assert not any(word in str(unread.problems) for word in ("Wren", "Dog", "soon", "OOC-1"))


def test_a_person_of_no_case_is_told_and_rejects_nothing():
    assert without_case(person()).code == Fault.PARTY_WITHOUT_CASE


def test_a_blank_row_is_nobody():
    assert MAPPER.person(2, [None, "", None]) is None


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["Victim", "Witness", "AA", "OIC", "Supervisor", "Other"]), st.integers(0, 5), st.booleans()
    ),
    max_size=9,
)


@given(PEOPLE)
def test_nobody_is_ever_lost(people):
    names = [
        (role, f"Name{'abcdef'[number]}, X", date(1990, 1, 1 + number) if dated else None)
        for role, number, dated in people
    ]
    found = joined(*(person(role, name, born) for role, name, born in names))

    everything = f"{found.cells} {found.parties}"
    assert all(name in everything and (born is None or _kept(found, name, born)) for _, name, born in names)


def _kept(found, name, born):
    flat = any(
        found.cells.get(f"victim_{n}_name") == name and found.cells.get(f"victim_{n}_born") == born for n in (1, 2, 3)
    )
    return flat or any(one["name"] == name and one["born"] == born.isoformat() for one in found.parties)


def test_an_error_value_in_one_part_of_a_name_or_address_spoils_the_whole():
    name = {"surname": (Use("offender_name", Part.SURNAME),), "forename": (Use("offender_name", Part.FORENAMES),)}
    address = {"street": (Use("offender_address"),), "town": (Use("offender_address"),)}
    mapper = RowMapper(Mapping(name | address), ["Surname", "Forename", "Street", "Town"])

    assert mapper.cells(["Marsh", "#N/A", "1 High Street", "#REF!"]) == {
        "offender_name": "#N/A",
        "offender_address": "#REF!",
    }


@pytest.mark.parametrize("blank", ["n/k", "Not known", "none", "–", "UNKNOWN", "Nil"])
def test_a_flat_column_that_says_nobody_or_not_known_leaves_its_place_to_the_sheet_of_people(blank):
    one = person("Offender", "Marsh, Ann", date(1990, 5, 4), "1 High Street")

    found = joined(one, offender_name=blank, offender_born=blank, offender_address=blank, witnesses=blank)

    assert not found.problems
    assert found.parties == []
    assert (found.cells["offender_name"], found.cells["offender_born"]) == ("Marsh, Ann", date(1990, 5, 4))
    assert found.cells["offender_address"] == "1 High Street"


@pytest.mark.parametrize("blank", ["n/k", "Not known", "none"])
def test_a_list_of_witnesses_that_says_there_are_none_begins_with_the_sheets_own(blank):
    assert joined(person("Witness", "Rees, Jo"), witnesses=blank).cells["witnesses"] == "Rees, Jo"


def test_a_row_of_the_sheet_that_says_nobody_and_no_more_is_no_person():
    assert person("Victim", "Not known") is None
    assert person("Victim", "n/k", None, "1 High Street").problems


STYLED = PartiesMapper(
    Mapping({}, parties={**OURS.parties, "name": (Use("name", style="forenames, then surname"),)}), HEADINGS
)


@pytest.mark.parametrize("role", ["OIC", "Supervisor", "Witness"])
def test_a_rank_before_one_word_is_an_officers_on_the_sheet_of_people(role):
    assert STYLED.person(2, ["C1", role, "PC Farrow"]).values["name"] == "Farrow,"


def test_a_rank_before_one_word_may_be_a_firm_where_it_is_not_an_officers():
    (problem,) = STYLED.person(2, ["C1", "Victim", "PC World"]).problems

    assert problem.code == Fault.NOT_A_PERSON
