"""Headings that say one thing in any order of a few words are read; a word too many leaves them unread."""

import pytest

from scrutiny_app.domain.headings_in_blocks import in_words_of_blocks
from scrutiny_app.domain.in_any_order import said_in_any_order
from scrutiny_app.domain.matching import suggest
from tests.unit.domain.looks import look_at_column

DAYS = ("01/06/2026", "14/06/2026")
YES_NO = ("Yes", "No")
TEXTS = (
    "He said that he had been drinking since noon and was sorry for what had happened to her.",
    "She has no previous for the offence, and a caution would be out of all proportion to it.",
)
PEOPLE = ("Marsh, Ann", "Bond, Joe")


def fields_of(heading, *values):
    (one,) = suggest(look_at_column(heading, *values), "")
    return [use.field for use in one.uses], one.sure


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("Investigation Owning District", ("Northfield", "Easton"), "area"),
        ("Disposal Seq ID", ("771001", "771004"), "case_number"),
        ("Disposal Completed Date", DAYS, "disposal_date"),
        ("Clearup Date", DAYS, "disposal_date"),
        ("Vehicle VRM", ("AB19 ABC", "CD20 CDE"), "offender_vehicle"),
        ("Gravity Matrix Initial", ("2", "3"), "gravity_initial"),
        ("Gravity Matrix Final", ("2", "3"), "gravity_final"),
        ("Agg/mit factors applied", TEXTS, "gravity_working"),
        ("Matrix Edition", ("NPCC 2023", "ACPO 2013"), "gravity_matrix"),
        ("Racially/Religiously Aggravated", YES_NO, "hate"),
        ("Consent of victim to CR", YES_NO, "victim_agreed"),
        ("YJS spoken to?", YES_NO, "yjs_consulted"),
        ("Rehabilitative/Reparative Conditions", TEXTS, "conditions"),
        ("Facts of the Case", TEXTS, "circumstances"),
        ("Why OoCR", TEXTS, "rationale"),
        ("Authorising Rationale", TEXTS, "rationale"),
        ("Approver Notes", TEXTS, "rationale"),
        ("Authoriser Rationale", TEXTS, "rationale"),
        ("Conditions RAG", ("G", "A", "R"), "conditions_completed"),
        ("Sign Off Comments (Supervisor)", TEXTS, "supervisor_comment"),
        ("Race/hate?", YES_NO, "hate"),
        ("Factors applied", TEXTS, "gravity_working"),
        ("Conditions attached to caution", TEXTS, "conditions"),
        ("Victim: Were they consulted?", YES_NO, "victim_consulted"),
        ("Victim: Do they agree?", YES_NO, "victim_agreed"),
        ("suspect_primary_phone", ("07700 900123", "07700 900456"), "offender_contact"),
        ("force_district_name", ("Northfield", "Easton"), "area"),
        ("OIC - Badge", ("4162", "5217"), "officer_number"),
        ("Skipper", PEOPLE, "supervisor_name"),
        ("Skipper's comments", TEXTS, "supervisor_comment"),
        ("Cautioning Decision Maker", PEOPLE, "decision_maker_name"),
    ],
)
def test_words_of_one_thing_are_read_in_any_order_and_never_for_sure(heading, values, field):
    assert fields_of(heading, *values) == ([field], False)


@pytest.mark.parametrize("order", ["Offender Details - {}", "{} of person responsible", "{} - Person Responsible"])
@pytest.mark.parametrize(
    ("kept", "values", "field"),
    [
        ("Date of Birth", DAYS, "offender_born"),
        ("Surname", ("Marsh", "Bond"), "offender_name"),
        ("Telephone", ("07700 900123", "07700 900456"), "offender_contact"),
    ],
)
def test_whose_it_is_may_be_said_last_or_as_the_section_of_a_form(order, kept, values, field):
    assert fields_of(order.format(kept), *values)[0] == [field]


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Officer Details - Collar Number", "officer collar number"),
        ("OIC Rank & Name", "OIC name"),
        ("Victim Details - What they said", "Victim's views"),
    ],
)
def test_a_section_and_a_rank_beside_a_name_say_no_more(heading, meant):
    assert in_words_of_blocks(heading) == meant


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("Cyfenw'r Sawl a Ddrwgdybir", ("Marsh", "Bond"), "offender_name"),
        ("Cyfeiriad y Sawl a Ddrwgdybir", ("4 Mill Lane, HX1 1QT", "5 Elm Close, HX1 2QT"), "offender_address"),
        ("Swyddog yn yr Achos", ("Marsh, Ann", "Bond, Joe"), "officer_name"),
        ("Rheng y Swyddog Awdurdodi", ("Sergeant", "Inspector"), "authorising_rank"),
        ("Amodau a Osodwyd", TEXTS, "conditions"),
        ("Amodau wedi'u Bodloni", ("Completed", "In progress"), "conditions_completed"),
    ],
)
def test_whoever_is_suspected_and_what_was_kept_are_read_in_welsh(heading, values, field):
    assert fields_of(heading, *values)[0] == [field]


@pytest.mark.parametrize(
    "words", ["victim support consulted", "conditions review date", "parent consulted", "disposal delay reason"]
)
def test_a_word_too_many_leaves_a_heading_unread(words):
    assert said_in_any_order(frozenset(words.split())) == ""


def test_one_word_for_two_groups_is_not_enough():
    assert said_in_any_order(frozenset({"weapon"})) == ""


def test_a_rank_in_words_beside_its_code_is_nobodys_name():
    assert fields_of("decision_maker_rank_name", "Sergeant", "Inspector")[0] == ["decision_maker_rank"]


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        (("Happy with apology", "Wants an apology") * 12, ["victim_views"]),
        (("Supportive", "Neutral") * 12, []),
    ],
)
def test_short_phrases_of_a_victim_that_come_again_are_their_views_and_single_words_are_not(values, fields):
    assert fields_of("Victim's opinion", *values)[0] == fields


@pytest.mark.parametrize("whose", ["OIC", "VIC", "WIT"])
def test_capitals_before_a_stroke_that_name_somebody_are_no_section_of_a_log(whose):
    assert fields_of(f"{whose} - Given 1", "Ann", "Joe")[0] != ["offender_name"]
