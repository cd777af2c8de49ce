"""Headings that ask, and those that programs write, read as the plain headings they stand for."""

import pytest

from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.uses import Part, Use


def meant(heading: str) -> Use | None:
    near = nearest_phrase(heading)
    return near[0].use if near else None


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("When was it reported?", "reported_date"),
        ("When did it happen?", "offence_date"),
        ("When are the conditions due?", "conditions_due"),
        ("By when must the conditions be completed?", "conditions_due"),
        ("Who decided?", "decision_maker_name"),
        ("Who authorised it?", "authorising_name"),
        ("Who is the victim?", "victim_1_name"),
        ("Did the suspect admit the offence?", "admission"),
        ("Does the victim agree with the outcome?", "victim_agreed"),
        ("Is the suspect under 18?", "youth"),
        ("How many previous outcomes?", "previous_outcomes"),
        ("What did the suspect say?", "suspect_account"),
        ("What did the victim want?", "victim_views"),
        ("Why this disposal?", "rationale"),
        ("Which offence?", "offence_title"),
        ("Crime reference number?", "crime_number"),
    ],
)
def test_a_question_names_what_it_asks_for(heading, field):
    assert meant(heading) == Use(field)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("occurredAt", "offence_date"),
        ("offence.occurredAt", "offence_date"),
        ("decision.madeAt", "decision_date"),
        ("outcome.issuedAt", "disposal_date"),
        ("decidedAt", "decision_date"),
        ("issued_at", "disposal_date"),
        ("hasWeapon", "weapon"),
        ("conditionsDueBy", "conditions_due"),
    ],
)
def test_a_program_s_heading_is_parted_into_words(heading, field):
    assert meant(heading) == Use(field)


@pytest.mark.parametrize("heading", ["createdAt", "updated_at", "record.createdAt", "updatedBy", "createdBy"])
def test_a_record_s_own_stamps_are_no_date_and_no_person_of_a_case(heading):
    assert meant(heading) is None


@pytest.mark.parametrize("heading", ["Where did it happen?", "What happened next?", "Who?", "When?"])
def test_a_question_that_no_field_answers_is_left_to_a_person(heading):
    assert meant(heading) is None


@pytest.mark.parametrize(
    ("heading", "use"),
    [
        ("NOM_SUR", Use("offender_name", Part.SURNAME)),
        ("NOM_FNM", Use("offender_name", Part.FORENAMES)),
        ("NOM_FNM2", Use("offender_name", Part.FORENAMES)),
        ("VIC_FNM", Use("victim_1_name", Part.FORENAMES)),
        ("OIC_SUR", Use("officer_name", Part.SURNAME)),
        ("OIC_FNM", Use("officer_name", Part.FORENAMES)),
        ("victims[0].name.given", Use("victim_1_name", Part.FORENAMES)),
        ("victims.1.lastName", Use("victim_2_name", Part.SURNAME)),
        ("subject.name.first", Use("offender_name", Part.FORENAMES)),
        ("owner.name", Use("officer_name")),
        ("surname, forename", Use("offender_name")),
        ("Suspect (surname, forenames)", Use("offender_name")),
        ("OIC (Surname, Forename)", Use("officer_name")),
    ],
)
def test_names_in_parts_or_whole_go_to_the_fields_of_people(heading, use):
    assert meant(heading) == use


def test_a_numbered_forename_of_a_victim_may_be_another_victim_s():
    assert meant("VIC_FNM2") != Use("victim_1_name", Part.FORENAMES)
