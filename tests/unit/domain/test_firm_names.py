"""A column of “Surname, Forenames” whose firms have no comma: they are asked about once, and nobody is guessed."""

from datetime import date

import pytest

from redaction.lexicon import load
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.name_evidence import held_against_names
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Use
from tests.unit.domain.looks import look_at_column

PEOPLE = ("RIDLEY, Tom", "FENN, Marie", "MARSH, Ann", "KELLY, Joe", "VIRK, Simon")


def suggested(*values, heading="Victim 1 name"):
    look = look_at_column(heading, *values)
    [one] = held_against_names(suggest(look, "Northmoor Police"), look.cases, load())
    return one


def test_firms_without_a_comma_are_asked_about_once():
    one = suggested(*PEOPLE, "Quern Outdoor", "Corner Fresh", "Wren Housing Association")
    assert one.uses == (Use("victim_1_name", style=Style.COMMA_OR_FIRM),)
    assert not one.sure
    assert "those without a comma look like organisations: “Corner Fresh”, “Quern Outdoor”" in one.why
    assert "forenames" not in one.why


def test_as_many_firms_as_people_with_a_comma_are_asked_about_too_and_one_of_a_single_word_is_a_firm():
    one = suggested(
        *PEOPLE, *(f"Quern {thing}" for thing in ("Outdoor", "Ladders", "Tiles", "Fish", "Arms")), "Pennygate"
    )
    assert one.uses[0].style == Style.COMMA_OR_FIRM


@pytest.mark.parametrize("name", ["Ann Outdoor", "Mrs Fresh", "Joe Bond"])
def test_where_one_may_be_somebody_none_is_taken_for_a_firm(name):
    assert suggested(*PEOPLE, "Quern Outdoor", name).uses[0].style != Style.COMMA_OR_FIRM


@pytest.mark.parametrize(("name", "is_doubted"), [("Ellie-May GAUNT", False), ("Wool-Craft GAUNT", True)])
def test_a_forename_of_two_with_a_hyphen_is_one_before_an_everyday_word(name, is_doubted):
    why = suggested("Tom Ridley", name, "Ann Marsh", heading="Offender name").why
    assert ("like those of organisations" in why) is is_doubted


def test_no_offender_is_a_firm():
    assert (
        suggested(*PEOPLE, "Quern Outdoor", "Corner Fresh", heading="Offender name").uses[0].style
        != Style.COMMA_OR_FIRM
    )


@pytest.mark.parametrize(
    ("name", "loaded"),
    [
        ("Corner Fresh", "Corner Fresh,"),
        ("MALT & MYRTLE", "MALT & MYRTLE,"),
        ("HOLLINS", "HOLLINS,"),  # an organisation, or all that is known of a person
        ("RIDLEY, Tom", "RIDLEY, Tom"),
        ("Tom Ridley", "Tom Ridley"),  # which the check refuses
        ("Wren Housing Association", "Wren Housing Association,"),
    ],
)
def test_a_firm_is_loaded_as_one_and_anybody_else_as_written(name, loaded):
    uses = {"who": (Use("victim_1_name", style=Style.COMMA_OR_FIRM),)}
    assert RowMapper(Mapping(uses), ["Who"], today=date(2026, 11, 1)).cells([name])["victim_1_name"] == loaded


def test_what_stands_for_no_victim_is_no_firm():
    uses = {"who": (Use("victim_1_name", style=Style.COMMA_OR_FIRM),)}
    cells = RowMapper(Mapping(uses), ["Who"], today=date(2026, 11, 1)).cells(["No victim"])
    assert cells == {"victim_1_name": None, "victim_consulted": "no_victim"}
