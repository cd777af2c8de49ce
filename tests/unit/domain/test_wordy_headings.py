"""Headings that are sentences, and headings that a few words make in every combination."""

import pytest

from scrutiny_app.domain.looking import Look, Looker
from scrutiny_app.domain.matching import suggest

DAYS = ("25/03/2026", "14/04/2026", "02/05/2026")
TEXTS = (
    "He took it from the shelf and walked out without paying for it, and was stopped at the doors by staff.",
    "She broke the window of the car with a stone after an argument in the street and then walked home.",
    "They were seen on the camera at the till and later found in the car park with all of the goods.",
)


def of(heading, *values):
    looker = Looker("Cases", 1, [heading])
    for value in values * 3:
        looker.see([value])
    (one,) = suggest(Look(looker.look()), "")
    return [use.field for use in one.uses], one.sure


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Earliest Date the Offence May Have Been Committed", "offence_date"),
        ("Date First Committed", "offence_date"),
        ("First Occurred Date", "offence_date"),
        ("Date the Crime Was Recorded as Reported to Police", "reported_date"),
        ("Date on which the disposal was issued to the offender", "disposal_date"),
        ("Date Last Condition Is Due to Be Completed", "conditions_due"),
        ("Last Condition Due", "conditions_due"),
        ("Final condition deadline", "conditions_due"),
        ("Conditions To Be Met By", "conditions_due"),
        ("Requirements due by", "conditions_due"),
        ("CONDBY", "conditions_due"),
        ("DTDEC", "decision_date"),
        ("DTDISP", "disposal_date"),
        ("FIN_DT", "disposal_date"),
    ],
)
def test_a_day_told_in_a_sentence_or_in_short_is_known(heading, name):
    assert of(heading, *DAYS)[0] == [name]


@pytest.mark.parametrize(
    ("heading", "values", "name"),
    [
        ("Free Text Account Given by Suspect", TEXTS, "suspect_account"),
        ("Client's Explanation", TEXTS, "suspect_account"),
        ("REPLY", TEXTS, "suspect_account"),
        ("Free Text Views of Victim", TEXTS, "victim_views"),
        ("Text of Conditions Attached to Disposal", TEXTS, "conditions"),
        ("Intervention 2", TEXTS, "conditions"),
        ("Brief details", TEXTS, "circumstances"),
        ("Outline facts", TEXTS, "circumstances"),
        ("Hate Crime Indicator (1 = Yes)", ("1", "0"), "hate"),
        ("Weapon Used or Possessed Indicator (1 = Yes)", ("1", "0"), "weapon"),
        ("Offender Admission Type Description", ("Full Admission", "No Admission"), "admission"),
        ("Client Gender", ("Male", "Female"), "sex"),
        ("Current Crime Outcome Status (Finalised / Not Finalised)", ("Finalised", "Not Finalised"), "status"),
        ("Condition Compliance Status Description", ("Completed", "In progress"), "conditions_completed"),
        ("Conditions Result", ("Completed", "In progress"), "conditions_completed"),
        ("Deciding Officer Grade", ("Sergeant", "Inspector"), "decision_maker_rank"),
        ("Victim Asked re Disposal", ("Yes", "No"), "victim_consulted"),
        ("Prior OOCRs", ("0", "1", "2"), "previous_outcomes"),
        ("Victim's Wishes re Disposal", TEXTS, "victim_views"),
        ("Victim Opinion", TEXTS, "victim_views"),
        ("What suspect said", TEXTS, "suspect_account"),
        ("Summary of what happened", TEXTS, "circumstances"),
        ("Officer rationale", TEXTS, "rationale"),
        ("Crime Title", ("Theft from shop", "Common assault"), "offence_title"),
        ("Crime Stats Code", ("105/01", "58/03"), "offence_code"),
        ("Offender Nominal", ("MARSH, Ann", "BOND, Joe"), "offender_name"),
        ("Referred By", ("MARSH, Ann", "BOND, Joe"), "officer_name"),
    ],
)
def test_a_wordy_heading_is_cut_down_to_what_it_names(heading, values, name):
    assert of(heading, *values)[0] == [name]


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Victim Type", ("Business", "Individual")),
        ("Intervention Type", ("Course", "Apology")),
        ("Offender Nominal", ("4408138", "4408185")),
        ("Last Offence Date", DAYS),
        ("Conditions Completion Date", DAYS),
        ("Date Printed", DAYS),
        ("Disposal Issued By", ("MARSH, Ann", "BOND, Joe")),
        ("Disposal Delivered By", ("Ann Marsh", "Joe Bond")),
        ("VNAME", ("MARSH, Ann", "BOND, Joe")),
        ("REPBY", ("MARSH, Ann", "BOND, Joe")),
        ("Alcohol Indicator (Y/N)", ("Y", "N")),
        ("Explanation of Decision", TEXTS),
        ("Client Status", ("Active", "Closed")),
        ("Date the Warrant Was Issued", DAYS),
        ("Date Victim Was Informed of Outcome", DAYS),
    ],
)
def test_what_only_begins_like_a_known_heading_fills_nothing(heading, values):
    assert of(heading, *values)[0] == []


PEOPLE = ("MARSH, Ann", "BOND, Joe", "TATE, Sue")
BIRTHS = ("25/03/1986", "14/04/1991", "02/05/2001")
SEXES = ("Male", "Female")


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Suspect or Victim Name", PEOPLE),
        ("Offender or Victim DOB", BIRTHS),
        ("Victim or Witness DOB", BIRTHS),
        ("Victim and/or Witness Name", PEOPLE),
        ("Name (offender or victim)", PEOPLE),
        ("Suspect or Witness Address", ("1 High St, AB1 2CD", "2 Low St, AB1 3CD")),
        ("Conviction or caution", ("Y", "N")),
        ("Conviction", ("Y", "N")),
        ("Convictions", ("Y", "N")),
        ("Date reported or recorded", DAYS),
    ],
)
def test_of_two_people_or_things_none_is_cut_away(heading, values):
    assert of(heading, *values)[0] == []


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        *((f"DOB ({who})", BIRTHS) for who in ("parent", "AA", "carer", "Appropriate Adult", "OIC", "mother")),
        *((f"Sex ({who})", SEXES) for who in ("interpreter", "IP", "AA", "co-accused", "guardian", "officer")),
        ("Ethnicity (carer)", ("White", "Black")),
        ("Ethnicity (co-accused)", ("White", "Black")),
        ("Surname (AA)", ("MARSH", "BOND")),
        ("Name (carer)", PEOPLE),
        ("Details (victim)", ("Ann Marsh", "Joe Bond")),
    ],
)
def test_what_brackets_say_to_be_of_somebody_else_fills_nothing_of_the_offender(heading, values):
    assert of(heading, *values)[0] == []


@pytest.mark.parametrize(
    ("heading", "values", "name"),
    [
        ("DOB (offender)", BIRTHS, "offender_born"),
        ("DOB (dd/mm/yyyy)", BIRTHS, "offender_born"),
        ("Sex (M/F)", SEXES, "sex"),
        ("Gender (self-defined)", SEXES, "sex"),
        ("Name (officer)", PEOPLE, "officer_name"),
        ("Domestic abuse (partner)", ("Y", "N"), "domestic_abuse"),
        ("Suspect Youth Or Adult Indicator", ("Y", "N"), "youth"),
        ("Number of Previous Out of Court Disposals or Convictions", ("0", "1", "2"), "previous_outcomes"),
    ],
)
def test_brackets_and_alternatives_that_name_nobody_else_are_no_hindrance(heading, values, name):
    assert of(heading, *values)[0] == [name]


@pytest.mark.parametrize("headings", [("DOB", "DOB (AA)"), ("DOB (AA)", "DOB"), ("DOB (checked)", "DOB")])
def test_a_plain_heading_goes_before_one_with_brackets(headings):
    looker = Looker("Cases", 1, ["Name", *headings])
    for name, day in zip(PEOPLE * 3, ("1986-03-25", "1991-04-14", "2001-05-02") * 3, strict=True):
        looker.see([name, day, day])
    found = {one.heading: [use.field for use in one.uses] for one in suggest(Look(looker.look()), "")}
    assert found["DOB"] == ["offender_born"]
    assert sum(fields == ["offender_born"] for fields in found.values()) == 1


def test_the_last_day_of_an_offence_is_left_out_without_a_question():
    assert of("Date Last Committed", *DAYS) == ([], True)


def test_a_heading_that_was_cut_down_is_never_sure():
    assert not of("Domestic Abuse Indicator (1 = Yes)", "1", "0")[1]


def test_the_record_of_a_disposal_numbers_the_case_beside_the_crimes_number():
    looker = Looker("Cases", 1, ["Unique Crime Report Identifier", "Out of Court Disposal Record Identifier"])
    for number in range(9):
        looker.see([f"CV-26-06{number}", f"90{number}"])
    assert [[use.field for use in one.uses] for one in suggest(Look(looker.look()), "")] == [
        ["crime_number"],
        ["case_number"],
    ]
