"""A heading's signs and short forms stand for the words that they commonly stand for; nothing read so is sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.common_headings import in_common_words
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.synonyms import PHRASES
from scrutiny_app.domain.uses import Part, Use
from tests.unit.domain.looks import look_at_column


def suggested(heading, *values):
    (one,) = suggest(look_at_column(heading, *values), "")
    return one


@pytest.mark.parametrize("prefix", ["VIW_V1_", "V1_", "VICT1 ", "Vic 1 ", "AGG1_", "IP1_", "Party V1 ", "NOM_V1_"])
@pytest.mark.parametrize(
    ("ending", "part"),
    [("SNAME", Part.SURNAME), ("SURNAME", Part.SURNAME), ("FNAMES", Part.FORENAMES), ("Forename(s)", Part.FORENAMES)],
)
def test_a_numbered_short_form_says_whose_name_stands_below(prefix, ending, part):
    one = suggested(prefix + ending, "Marsh", "Bond", "Kelly", "Virk")

    assert one.uses == (Use("victim_1_name", part),)


@pytest.mark.parametrize(("heading", "field"), [("VICT2_DOB", "victim_2_born"), ("V3 DOB", "victim_3_born")])
def test_another_victims_birth_is_that_victims(heading, field):
    assert [use.field for use in suggested(heading, "01/02/1990", "14/05/1988").uses] == [field]


@pytest.mark.parametrize("heading", ["VIW_W1_NAME", "VIW_W2_NAME", "WIT1_NAME", "W4 Name", "WITN2"])
def test_each_witness_is_among_the_witnesses(heading):
    assert [use.field for use in suggested(heading, "Marsh, Ann", "Bond, Joe").uses] == ["witnesses"]


@pytest.mark.parametrize("heading", ["V1_IC", "S2_SNAME", "SUSP2_DOB"])
def test_what_has_no_place_is_suggested_for_none(heading):
    assert in_common_words(heading) == heading


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Rep Dt/Tm", "reported_date"),
        ("RepDtTm", "reported_date"),
        ("Committed From Dt/Tm", "offence_date"),
        ("COMMITTED_FROM_DT_TM", "offence_date"),
        ("Outcome DtTm", "disposal_date"),
        ("DTO", "offence_date"),
        ("D.O.O", "offence_date"),
        ("DTR", "reported_date"),
        ("offence_reported_at", "reported_date"),
        ("decision_made_at", "decision_date"),
        ("conditions_due_at", "conditions_due"),
        ("issued_at", "disposal_date"),
        ("OccurredFrom", "offence_date"),
        ("Complete by", "conditions_due"),
        ("Dyddiad y drosedd", "offence_date"),
    ],
)
def test_a_day_is_known_by_its_heading_however_short(heading, field):
    assert [use.field for use in suggested(heading, "14/05/2026", "27/06/2026").uses] == [field]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("AA_YN", "appropriate_adult"),
        ("HATE YN", "hate"),
        ("AA Y/N", "appropriate_adult"),
        ("IP_CONS", "victim_consulted"),
    ],
)
def test_a_question_of_yes_or_no_is_read_without_what_says_so(heading, field):
    assert [use.field for use in suggested(heading, "Y", "N", "Y").uses] == [field]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("OEL - VPS/IP wishes", "victim_views"),
        ("OEL - Circumstances", "circumstances"),
        ("Closure Rationale", "rationale"),
        ("Victim Update", "victim_views"),
        ("Crynodeb / Summary", "circumstances"),
    ],
)
def test_text_is_known_by_either_half_of_its_heading(heading, field):
    long = "They said at some length what had come to pass, and what they wanted to be done about it in the end."
    assert [use.field for use in suggested(heading, *(f"{number}: {long}" for number in range(4))).uses] == [field]


@pytest.mark.parametrize(("heading", "field"), [("Enw'r dioddefwr", "victim_1_name"), ("Tyst", "witnesses")])
def test_welsh_headings_are_read(heading, field):
    assert [use.field for use in suggested(heading, "Marsh, Ann", "Bond, Joe").uses] == [field]


@pytest.mark.parametrize("heading", ["Offence / Disposal", "Weapon / Drugs", "Vehicle 1", "Section 1"])
def test_halves_that_mean_two_things_are_left(heading):
    assert in_common_words(heading) == heading


@given(st.sampled_from(sorted(phrase.words for phrase in PHRASES.values())))
def test_a_heading_that_is_known_stays_as_it_is(heading):
    assert in_common_words(heading) == heading


@given(st.text(max_size=60))
def test_any_heading_is_read_without_fail(heading):
    assert isinstance(in_common_words(heading), str)
