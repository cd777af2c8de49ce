"""The state, the Crown and society are no victims who could be named: a fact of the case, and never a name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.cells import fold, reader
from scrutiny_app.domain.mapping import Mapping, PartiesMapper, RowMapper, Use, join_parties
from scrutiny_app.domain.no_victim import is_no_victim
from scrutiny_app.domain.styles import NAME_STYLES, Style
from scrutiny_app.domain.uses import Part, word_key
from scrutiny_app.domain.vocabulary import OTHER_WORDS
from scrutiny_app.domain.wording import meaning

TODAY = date(2026, 7, 1)
WORDS = ["STATE", "Crown", "REGINA", "Society", "The Crown", "No victim", "Victimless crime", "state", "Crown/State"]
NAMED = [
    "State, Peter",
    "Crown, Ann",
    "King",
    "Crown Hotel",
    "Queen, Mary",
    "Society of Friends",
    "Public, Joe",
    "Rexford",
    "Noel Victim",
    "Loser, Ann",
]


@pytest.mark.parametrize(
    "word", [*WORDS, "N/A - State", "no identifiable victim", "HM The King", "State (victimless)", "No complainant"]
)
def test_the_state_is_no_victim_who_could_be_named(word):
    assert is_no_victim(word)


@pytest.mark.parametrize(
    "word",
    [
        *(
            "No injured parties",
            "No person harmed",
            "Without victim",
            "There was no victim",
            "No complainant",
            "No IPs",
        ),
        *(
            "no aggrieved party",
            "Nil losers",
            "There is no identified victim",
            "without a victim",
            "No injured persons",
        ),
        *("Nobody harmed", "No people harmed", "No one harmed", "No-one was hurt", "None affected"),
        *("No harmed party", "No affected persons", "No wronged party identified"),
    ],
)
def test_what_says_that_there_was_no_victim_says_so_as_a_name_and_of_consulting(word):
    assert is_no_victim(word)
    assert meaning(FIELD["victim_consulted"], word) == "no_victim"


def test_the_known_words_for_no_victim_are_no_names_either():
    listed = {word for word, code in OTHER_WORDS["victim_consulted"].items() if code == "no_victim"}
    english = {"no victim", "victimless", "crown", "regina", "state", "society", "no id victim", "state based"}
    assert {word_key(word) for word in english} <= listed
    assert all(map(is_no_victim, english))


@pytest.mark.parametrize("word", ["No victim contact", "No IP statement", "No injured party available", "No", "Nobody"])
def test_what_says_that_no_victim_was_reached_is_no_victimless_crime(word):
    assert not is_no_victim(word)
    assert meaning(FIELD["victim_consulted"], word) != "no_victim"


@pytest.mark.parametrize("name", NAMED)
def test_a_name_that_holds_such_a_word_is_a_name(name):
    assert not is_no_victim(name)


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("style", NAME_STYLES)
def test_a_case_against_the_state_is_read_as_one_without_a_victim(word, style):
    mapper = RowMapper(Mapping({"victim": (Use("victim_1_name", style=style),)}), ["Victim"], today=TODAY)

    assert mapper.cells([word]) == {"victim_1_name": None, "victim_consulted": "no_victim"}
    assert reader(FIELD["victim_consulted"])("no_victim") == "no_victim"


def test_a_surname_alone_that_means_the_state_is_no_victim_either():
    uses = {"sur": (Use("victim_1_name", Part.SURNAME),), "fore": (Use("victim_1_name", Part.FORENAMES),)}
    mapper = RowMapper(Mapping(uses), ["Sur", "Fore"], today=TODAY)

    assert mapper.cells(["REGINA", ""])["victim_1_name"] is None
    assert mapper.cells(["Crown", "Ann"])["victim_1_name"] == "Crown, Ann"


def test_what_the_file_says_of_consulting_stands_and_another_victim_is_one():
    uses = {key: (Use(key),) for key in ("victim1name", "victim2name", "victimconsulted")}
    uses = {"victim1name": (Use("victim_1_name"),), "victim2name": (Use("victim_2_name"),)}
    uses["victimconsulted"] = (Use("victim_consulted"),)
    mapper = RowMapper(Mapping(uses), ["Victim 1 name", "Victim 2 name", "Victim consulted"], today=TODAY)

    assert mapper.cells(["STATE", "", "No"])["victim_consulted"] == "No"
    assert mapper.cells(["STATE", "Hale, Ann", ""])["victim_consulted"] in ("", None)


@given(
    st.lists(st.sampled_from([*WORDS, *NAMED, "Hale, Ann", "", None]), min_size=1, max_size=8), st.sampled_from(Style)
)
def test_rows_together_are_read_as_rows_alone(names, style):
    if style not in NAME_STYLES:
        style = Style.DAY_FIRST
    mapper = RowMapper(Mapping({fold("Victim"): (Use("victim_1_name", style=style),)}), ["Victim"], today=TODAY)
    rows = [[name] for name in names]

    columns = mapper.columns(rows)
    consulted = columns.get("victim_consulted", [None] * len(rows))
    alone = [mapper.cells(row) for row in rows]
    assert list(columns["victim_1_name"]) == [cells["victim_1_name"] for cells in alone]
    assert list(consulted) == [cells.get("victim_consulted") for cells in alone]


PEOPLE = Mapping(
    {},
    {"role": {"consulted": "left_out"}},
    {},
    {name: (Use(key),) for name, key in (("caseno", "case_number"), ("role", "role"), ("name", "name"))},
)
SHEET = ["Case no", "Role", "Name"]


def test_a_victim_in_the_sheet_of_people_that_is_the_state_is_a_fact_of_the_case():
    person = PartiesMapper(PEOPLE, SHEET, today=TODAY).person(2, ["C1", "Victim", "REGINA"])

    assert person is not None
    joined = join_parties(2, {"case_number": "C1"}, [person])
    assert joined.cells == {"case_number": "C1", "victim_consulted": "no_victim"}
    assert not joined.problems


def test_people_of_a_role_that_is_left_out_are_in_no_case():
    assert PartiesMapper(PEOPLE, SHEET, today=TODAY).person(2, ["C1", "Consulted", "Hale, Ann"]) is None
