"""What a heading says beside its neighbours, and what its values say against it."""

import pytest

from scrutiny_app.domain.heading_rows import under_groups
from scrutiny_app.domain.mapping import suggest, suggest_parties
from scrutiny_app.domain.suggestions import Suggestion
from tests.unit.domain.looks import look_at, look_at_column

FORCE = "Northmoor Police"
DAY = "30/01/2026 14:00"


def found(headings, *rows) -> dict[str, Suggestion]:
    return {one.heading: one for one in suggest(look_at(headings, *rows), FORCE)}


def fields(headings, *rows) -> dict[str, str]:
    return {heading: one.uses[0].field if one.uses else "" for heading, one in found(headings, *rows).items()}


def parts(headings, *rows) -> list[tuple[str, str]]:
    return [(use.field, use.part.value) for one in suggest(look_at(headings, *rows), FORCE) for use in one.uses[:1]]


def test_the_name_of_the_record_that_begins_many_headings_is_taken_off():
    headings = ["OCC START DATE/TIME", "OCC REPORTED DATE/TIME", "OCC FINALISED DATE", "OCC VICTIM SURNAME"]
    assert list(fields(headings, [DAY, DAY, DAY, "Seer"]).values()) == [
        *("offence_date", "reported_date", "disposal_date", "victim_1_name")
    ]


def test_so_is_the_name_of_the_system_that_columns_were_joined_from():
    headings = ["CRM_CrimeRef", "CRM_District", "CRM_VictimName"]
    rows = [[f"26/{n}", "Harbour", f"{name} Hallam"] for n, name in enumerate(("Ann", "Joe", "Kim"))]
    assert list(fields(headings, *rows).values()) == ["crime_number", "area", "victim_1_name"]


def test_what_is_told_by_a_heading_without_its_beginning_is_never_sure():
    headings = ["OCC START DATE", "OCC REPORT DATE", "OCC FINALISED DATE"]
    assert not any(one.sure for one in found(headings, ["30/01/2026"] * 3).values())


def test_the_end_of_an_occurrence_is_not_the_day_that_its_case_was_finalised():
    headings = ["OCC START DATE/TIME", "OCC END DATE/TIME", "OCC REPORTED DATE/TIME"]
    assert fields(headings, [DAY] * 3)["OCC END DATE/TIME"] == ""


def test_a_beginning_that_says_whose_or_which_is_kept():
    headings = ["Victim 2 name", "Victim 2 DOB", "Victim 2 address"]
    assert all(name.startswith("victim_2") for name in fields(headings).values())


@pytest.mark.parametrize("first", ["OFFDR", "OFFR"])
def test_a_short_form_with_a_birth_date_is_the_offender_and_no_officer(first):
    headings = [f"{first}_NM", f"{first}_DOB", f"{first}_SEX_CD"]
    assert list(fields(headings, ["YOUNG, Hannah", "14/03/2012", "F"]).values()) == [
        *("offender_name", "offender_born", "sex")
    ]


def test_what_an_officer_saw_of_somebody_is_not_taken_for_what_the_offender_said():
    one = found(["Officer Defined Ethnicity"], ["White"])["Officer Defined Ethnicity"]
    assert one.sure
    assert not one.uses


def test_a_first_name_is_no_first_person():
    assert parts(["Vic 1st Name"], ["Colin"]) == [("victim_1_name", "forenames")]
    assert parts(["Suspect 1st Name"], ["Colin"]) == [("offender_name", "forenames")]
    assert parts(["1st victim name"], ["Seer, Colin"]) == [("victim_1_name", "whole")]


@pytest.mark.parametrize("heading", ["NOMINAL NO", "PERSON ID", "PNCID", "SUSPECT REF", "OFFENDER NUMBER"])
def test_a_number_of_a_person_is_never_suggested_as_that_of_the_case(heading):
    rows = [(f"N{at:05}", f"44NR/{at:05}/26") for at in range(101, 121)]
    assert fields([heading, "Sequence"], *rows) == {heading: "", "Sequence": "case_number"}


def test_of_codes_that_are_all_different_that_of_a_file_goes_before_others():
    rows = [(f"X{at}", f"D{at}") for at in range(101, 121)]
    assert fields(["Token", "Custody key"], *rows) == {"Token": "", "Custody key": "case_number"}


def test_what_stands_in_several_rows_numbers_no_case():
    rows = [[f"R{at // 4}"] for at in range(40)]
    assert fields(["Reference"], *rows) == {"Reference": ""}
    assert not found(["Case number"], *rows)["Case number"].sure


def test_codes_of_offences_are_the_offence_code_whatever_their_heading_is_like():
    rows = [["046/00"], ["008/34"], ["046/00"]]
    assert fields(["Offence Class (HO)"], *rows) == {"Offence Class (HO)": "offence_code"}
    assert fields(["HO STATS CLASS"], *rows) == {"HO STATS CLASS": "offence_code"}


def test_short_words_of_disposals_are_no_rationale():
    rows = [[word] for word in ["CR", "CR", "O22", "YCC", "YC", "Sundry"]]
    assert fields(["Decision"], *rows) == {"Decision": "disposal"}


def test_a_few_short_words_that_come_again_are_no_narrative():
    rows = [[word] for word in ["chasing", "see email", "rang mum"] * 5]
    assert fields(["Notes"], *rows) == {"Notes": ""}


def test_a_rank_a_name_and_a_number_are_the_officer():
    assert fields(["Police officer"], ["PC Tate 6111"], ["PS Khan 5817"]) == {"Police officer": "officer_name"}


def test_a_heading_that_is_known_is_asked_about_where_its_values_contradict_it():
    rows = [["Stalking & Harassment"], ["Criminal Damage"], ["Shoplifting"]]
    one = found(["Class of Offence"], *rows)["Class of Offence"]
    assert not one.sure
    assert one.uses[0].field == "offence_group"
    assert not found(["Disposal"], ["Zebra"], ["Gnu"])["Disposal"].sure
    assert not found(["Officer number"], ["30/01/2026"], ["31/01/2026"])["Officer number"].sure


def test_a_code_under_disposal_is_the_outcome_where_it_holds_outcomes():
    headings = under_groups(["Disposal", None, "Victim", None], ["Method", "Code", "Full Name", "D.O.B"])
    assert headings[1] == "Disposal: Code"
    rows = [["CAUTION", "03", "Seer, Colin", "01/02/1990"], ["COMMUNITY RESOLUTION", "08", "Gale, Ann", "13/02/1990"]]
    assert fields(headings, *rows)["Disposal: Code"] == "outcome_code"


@pytest.mark.parametrize(
    ("heading", "value", "field"),
    [
        ("Name of YP", "Colin Seer", "offender_name"),
        ("Date delivered", "30/01/2026", "disposal_date"),
        ("Panel date", "30/01/2026", "decision_date"),
        ("Finalisation Type", "Community resolution", "disposal"),
        ("Restrictions / Conditions Set", "Attend a course", "conditions"),
        ("CLOSURE CONDITIONS", "Attend a course", "conditions"),
        ("OUTCOME APPROVED BY", "SEER, Colin", "authorising_name"),
        ("Investigation Summary", "He was seen. " * 12, "circumstances"),
        ("DISPOSAL_UID", "0000071", "case_number"),
        ("Repeat Victim", "1", ""),
    ],
)
def test_headings_of_trackers_and_warehouses_are_read(heading, value, field):
    [one] = suggest(look_at_column(heading, value), FORCE)
    assert (one.uses[0].field if one.uses else "") == field


def test_an_ethnicity_code_of_the_sheet_of_people_is_their_ethnicity():
    look = look_at(["Case number"], ["D1"], people=(["Case number", "Ethnicity Code"], [["D1", "W1"], ["D1", "A1"]]))
    assert suggest_parties(look)[1].uses[0].field == "ethnicity"


def test_an_empty_column_that_no_heading_speaks_for_is_not_asked_about():
    one = found(["Case number", "Vulnerable"], ["D1", ""], ["D2", None])["Vulnerable"]
    assert one.sure
    assert not one.uses
