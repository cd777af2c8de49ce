"""A column of organisations beside a victim's own name: it names the same victim, where no person's name stands."""

from datetime import date

import pytest

from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Mapping, Part, RowMapper, Use, faults_of, from_json, suggest, to_json
from scrutiny_app.domain.uses import described
from tests.unit.domain.looks import look_at

FIRM = Use("victim_1_name", Part.ORGANISATION)
USES = {
    "victimsurname": (Use("victim_1_name", Part.SURNAME),),
    "victimforename": (Use("victim_1_name", Part.FORENAMES),),
    "victimorg": (FIRM,),
}
HEADINGS = ["Victim surname", "Victim forename", "Victim org"]


def name(*row, uses=USES, headings=HEADINGS):
    mapper = RowMapper(Mapping(uses), headings, today=date(2026, 11, 21))
    told = mapper.columns([row])["victim_1_name"][0]
    assert mapper.cells(row)["victim_1_name"] == told
    return told


def test_a_firm_is_the_victim_where_no_person_is():
    assert name("", "", "Brindle Foods") == "Brindle Foods,"
    assert name(None, "n/k", "Brindle  Foods,") == "Brindle Foods,"


def test_a_person_stays_the_victim_beside_a_firm():
    assert name("Seer", "Colin", "Brindle Foods") == "Seer, Colin"


@pytest.mark.parametrize("firm", ["", None, "N/A", "None"])
def test_where_neither_is_named_there_is_no_name(firm):
    assert name("", "", firm) is None


def test_a_whole_name_gives_way_to_a_firm_in_the_same_way():
    uses = {"victim": (Use("victim_1_name"),), "victimorg": (FIRM,)}
    assert name("", "Brindle Foods", uses=uses, headings=["Victim", "Victim org"]) == "Brindle Foods,"
    assert name("Seer, Colin", "", uses=uses, headings=["Victim", "Victim org"]) == "Seer, Colin"


def test_a_column_of_firms_alone_names_them():
    assert name("Brindle Foods", uses={"victimorg": (FIRM,)}, headings=["Victim org"]) == "Brindle Foods,"


def test_the_crown_in_a_column_of_firms_is_no_victim():
    cells = RowMapper(Mapping(USES), HEADINGS, today=date(2026, 11, 21)).cells(["", "", "REGINA"])
    assert cells["victim_1_name"] is None
    assert cells["victim_consulted"] == "no_victim"


def test_such_a_column_is_suggested_and_keeps_no_mapping_from_being_used():
    found = suggest(look_at(HEADINGS, ["Seer", "Colin", ""], ["", "", "Brindle Foods Ltd"]), "Northmoor Police")
    assert found[2].uses == (FIRM,)
    assert not found[2].sure
    uses = {key: use for key, use in OURS.uses.items() if use[:1] != (Use("victim_1_name"),)} | USES
    assert faults_of(Mapping(uses)) == []


def test_two_columns_of_firms_are_one_too_many():
    uses = {**OURS.uses, "a": (FIRM,), "b": (FIRM,)}
    assert faults_of(Mapping(uses)) == [
        f"Two columns hold “{described('victim_1_name').heading}: organisation”: choose one of them."
    ]


def test_two_names_of_one_victim_are_told_of_the_way_out():
    [fault] = faults_of(Mapping({**OURS.uses, "a": (Use("victim_1_name"),)}))
    assert "choose “Victim 1 name: organisation” for it" in fault


def test_a_layout_keeps_it():
    assert from_json(to_json(Mapping(USES))) == Mapping(USES)
