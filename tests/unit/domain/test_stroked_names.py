"""A name whose surname stands before a stroke is one person's; whatever else has a stroke is refused."""

from datetime import date

import pytest

from redaction.lexicon import load
from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.cells import Unreadable, fold, reader
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.name_evidence import held_against_names
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Part, Use
from tests.unit.domain.looks import look_at, look_at_column

KNOWN = load()
PLAIN = ("MARSH/ANN", "BOND/JOE", "KELLY/MARY JANE", "VIRK/SIMON/PETER")
PEOPLE = ("offender_name", "victim_1_name", "officer_name", "decision_maker_name")


def loaded(name, field="victim_1_name", part=Part.WHOLE, style=Style.STROKE):
    uses = {"who": (Use(field, part, style if part is Part.WHOLE else ""),)}
    mapper = RowMapper(Mapping(uses), ["Who"], today=date(2026, 7, 1))
    cells = mapper.cells([name])
    assert {key: column[0] for key, column in mapper.columns([[name]]).items()} == cells
    try:
        return [reader(FIELD[key])(cell) for key, cell in cells.items() if cell is not None]
    except Unreadable as unread:
        return unread.fault


def suggested(heading, *values):
    look = look_at_column(heading, *values)
    [one] = held_against_names(suggest(look, "Northmoor Police"), look.cases, KNOWN)
    return one


@pytest.mark.parametrize("field", PEOPLE)
@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("MARSH/ANN", "MARSH, ANN"),
        ("Marsh / Ann", "Marsh, Ann"),
        ("MARSH/ANN/JANE", "MARSH, ANN JANE"),
        ("MARSH/ANN JANE", "MARSH, ANN JANE"),
        ("O'BRIEN-KELLY/NIAMH", "O'BRIEN-KELLY, NIAMH"),
        ("DE SOUZA/MARIA", "DE SOUZA, MARIA"),
        ("ST JOHN/PETER", "ST JOHN, PETER"),
        ("GARCIA LOPEZ/MARIA", "GARCIA LOPEZ, MARIA"),
        ("MARSH/A", "MARSH, A"),
        ("Marsh, Ann", "Marsh, Ann"),
    ],
)
def test_the_surname_stands_before_the_stroke_and_the_forenames_after_it(field, written, read):
    assert loaded(written, field) == [read]


def test_an_officers_rank_is_no_part_of_the_surname():
    assert loaded("PS MARSH/ANN", "officer_name") == ["MARSH, ANN"]


@pytest.mark.parametrize("name", ["TOLLAND & SONS LTD", "BRIGHTWAY PHARMACY", "Tesco"])
def test_an_organisation_without_a_stroke_is_one_as_elsewhere(name):
    assert loaded(name) == [f"{name},"]


@pytest.mark.parametrize("nobody", ["N/K", "N/A", "UNKNOWN", "-"])
def test_nobody_is_no_name(nobody):
    assert loaded(nobody) in ([""], [None])


def test_several_victims_each_have_a_place():
    assert loaded("MARSH/ANN; BOND/JOE") == ["MARSH, ANN", "BOND, JOE"]


@pytest.mark.parametrize(
    "name",
    [
        "ANN MARSH/JOE BOND",
        "MARSH ANN/BOND JOE",
        "MARSH",
        "ANN MARSH",
        "PC/MARSH",
        "MARSH/PC",
        "MARSH/",
        "/ANN",
        "MARSH/4162",
        "A/B/C/D/E",
        "MARSH/ANN, BOND/JOE",
    ],
)
def test_what_may_be_otherwise_is_refused(name):
    assert isinstance(loaded(name), str)


@pytest.mark.parametrize("field", PEOPLE)
def test_a_whole_name_with_a_stroke_is_never_a_surname(field):
    assert isinstance(loaded("MARSH/ANN", field, Part.SURNAME), str)


@pytest.mark.parametrize("heading", ["Offender name", "Suspect Name", "Victim 1 name", "OIC", "Decision-maker"])
def test_a_column_of_strokes_is_read_so(heading):
    [use] = suggested(heading, *PLAIN, "TOLLAND & SONS LTD", "UNKNOWN").uses

    assert (use.part, use.style) == (Part.WHOLE, Style.STROKE)


def test_a_heading_of_surnames_over_whole_names_is_asked_about():
    one = suggested("Suspect Surname", *PLAIN)

    assert one.uses == (Use("offender_name", style=Style.STROKE),)
    assert not one.sure


@pytest.mark.parametrize(
    "values",
    [
        ("Marsh/Bond", "Kelly/Virk", "Brontel/Wexcombe"),
        ("MARSH/ANN", "Bond, Joe", "Kelly, Mary", "Virk, Simon"),
        ("Ann Marsh/Joe Bond", "Mary Kelly/Simon Virk"),
    ],
)
def test_two_people_with_a_stroke_are_not_read_as_one(values):
    assert all(use.style != Style.STROKE for use in suggested("Victim 1 name", *values).uses)


def test_a_firm_of_one_word_beside_known_ones_is_asked_about():
    one = suggested("Victim 1 name", *PLAIN * 2, "Garran Town Council", "PENNYWISE")

    assert one.uses == (Use("victim_1_name", style=Style.STROKE_OR_FIRM),)
    assert "“PENNYWISE”" in one.why


def test_too_few_names_to_tell_are_written_as_the_others_of_the_file():
    look = look_at(["Offender name", "Victim 1 name"], *([name, "HOCKING/TAMSIN"] for name in PLAIN))
    _, victim = held_against_names(suggest(look, "Northmoor Police"), look.cases, KNOWN)

    assert victim.uses == (Use("victim_1_name", style=Style.STROKE),)


def test_a_few_names_without_a_stroke_that_are_no_known_firms_are_asked_about():
    one = suggested("Victim 1 name", *PLAIN * 4, "PRICELESS WAREHOUSE")

    assert one.uses == (Use("victim_1_name", style=Style.STROKE_OR_FIRM),)
    assert "PRICELESS WAREHOUSE" in one.why
    assert not one.sure


def test_whoever_says_that_only_organisations_have_no_stroke_has_them_loaded_and_no_person():
    assert loaded("PRICELESS WAREHOUSE", style=Style.STROKE_OR_FIRM) == ["PRICELESS WAREHOUSE,"]
    assert isinstance(loaded("PRICELESS WAREHOUSE"), str)
    for person in ("ANN MARSH", "MARSH ANN", "PC MARSH"):
        assert isinstance(loaded(person, style=Style.STROKE_OR_FIRM), str)


def test_forenames_before_the_stroke_are_asked_about():
    one = suggested("Suspect Name", "Joe/Ann", "Kwame/James", "Leanne/Joe", "Leanne/Ann", "Kwame/Brontel", "Kwame/Virk")

    assert not one.sure
    assert fold("before the stroke") in fold(one.why)
