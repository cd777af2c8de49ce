"""Headings that another system begins in its own way say whose they are, and what; a word too many leaves them."""

import pytest

from scrutiny_app.domain.headings_in_blocks import in_words_of_blocks, out_of_table
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.uses import Part, Use
from tests.unit.domain.looks import look_at_column

DAYS = ("01/06/2026", "14/06/2026")
TEXTS = (
    "He said that he had been drinking since noon and was sorry for what had happened to her.",
    "She has no previous for the offence, and a caution would be out of all proportion to it.",
)


def suggested(heading, *values):
    (one,) = suggest(look_at_column(heading, *values), "")
    return one


@pytest.mark.parametrize("who", ["Person Responsible", "Young Person", "Detained Person", "Person dealt with"])
@pytest.mark.parametrize(
    ("kept", "values", "use"),
    [
        ("Surname", ("Marsh", "Bond"), Use("offender_name", Part.SURNAME)),
        ("Forename(s)", ("Ann", "Joe"), Use("offender_name", Part.FORENAMES)),
        ("Gender", ("Male", "Female"), Use("sex")),
        ("Telephone", ("07700 900123", "07700 900456"), Use("offender_contact")),
    ],
)
def test_whoever_a_disposal_is_given_to_is_the_offender(who, kept, values, use):
    one = suggested(f"{who} {kept}", *values)

    assert (one.uses, one.sure) == ((use,), False)


@pytest.mark.parametrize(("number", "field"), [("", "victim_1_born"), (" 2", "victim_2_born")])
def test_an_affected_person_is_a_victim_with_their_number(number, field):
    assert [use.field for use in suggested(f"Affected Person{number} Date of Birth", *DAYS).uses] == [field]


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("Clearance Decision Dt", DAYS, "decision_date"),
        ("Action Taken Date", DAYS, "disposal_date"),
        ("SUSP_OUTCOME_DT", DAYS, "disposal_date"),
        ("Clearance Remarks", TEXTS, "rationale"),
        ("Clearance Approver Rank", ("Sergeant", "Inspector"), "authorising_rank"),
        ("Disposal Tier Desc", ("Level 1", "Level 2"), "tier"),
        ("Terms End Date", DAYS, "conditions_due"),
        ("Intervention Plan End", DAYS, "conditions_due"),
        ("Intervention Plan Completed", ("Completed", "Breached"), "conditions_completed"),
        ("Keyword DA", ("Yes", "No"), "domestic_abuse"),
        ("Qualifier Hate", ("Yes", "No"), "hate"),
        ("Qualifier Sexual", ("Yes", "No"), "sexual"),
        ("Keyword Knife", ("Yes", "No"), "weapon"),
        ("Investigating District", ("Northfield", "Easton"), "area"),
        ("GravInitScr", ("2", "3"), "gravity_initial"),
        ("GravFinScr", ("2", "3"), "gravity_final"),
        ("Checks Carried Out", ("PNC - no trace. PND - nil.", "PNC and PND: nothing to prevent."), "checks_done"),
        ("Intel/PNC Summary", ("PNC - no trace. PND - nil.", "PNC and PND: nothing to prevent."), "checks_done"),
        ("Matrix Finish", ("2", "3"), "gravity_final"),
        ("Bladed/Offensive Weapon", ("Yes", "No"), "weapon"),
        ("Ardal Blismona", ("Northfield", "Easton"), "area"),
        ("harmedPerson.givenName", ("Ann", "Joe"), "victim_1_name"),
        ("harmedPerson.mobile", ("07700 900123", "07700 900456"), "victim_1_contact"),
        ("Charged/Cautioned Person DOB", DAYS, "offender_born"),
        ("Victim (Primary) DOB", DAYS, "victim_1_born"),
        ("Where does the victim live?", ("1 High Street, Easton, EX1 2AB",), "victim_1_address"),
        ("Why CR not charge", TEXTS, "rationale"),
        ("Victim's side", TEXTS, "victim_views"),
        (
            "Offender[Address Line]",
            ("1 High Street, Easton, EX1 2AB", "2 Low Street, Easton, EX1 3CD"),
            "offender_address",
        ),
        ("Date_x0020_Reported", DAYS, "reported_date"),
    ],
)
def test_a_block_of_another_system_is_read_by_what_its_rest_says(heading, values, field):
    assert [use.field for use in suggested(heading, *values).uses] == [field]


@pytest.mark.parametrize(
    "heading",
    [
        "Person Responsible Solicitor Name",
        "Clearance Proposed Date",
        "Young Person Present",
        "Outcome Appeal Date",
        "Suspect 2 Gender",
        "Qualifier Alcohol",
        "PNC ID",
        "Referring Agency",
    ],
)
def test_a_word_that_is_not_known_leaves_a_heading_as_it_is(heading):
    assert in_words_of_blocks(heading) == ""


@pytest.mark.parametrize(
    "who", ["Contact Person", "supportPerson.", "Reporting Person", "Missing Person", "Emergency Person"]
)
def test_a_person_of_another_kind_is_not_the_offender(who):
    assert suggested(f"{who} Mobile", "07700 900123", "07700 900456").uses == ()


@pytest.mark.parametrize(
    ("heading", "values"),
    [("Qualifier Gang", ("Yes", "No")), ("Risk Flags?", ("Yes", "No")), ("Admission by", ("Ann Marsh", "Joe Bond"))],
)
def test_values_that_say_nothing_of_a_choice_do_not_fill_it(heading, values):
    assert suggested(heading, *values).uses == ()


@pytest.mark.parametrize("heading", ["Case Manager", "Key Worker", "Social Worker"])
def test_whoever_works_with_somebody_is_no_officer_of_the_case(heading):
    assert suggested(heading, "Ann Marsh", "Joe Bond").uses == ()


@pytest.mark.parametrize(
    ("heading", "own"),
    [
        ("Crimes[Reported Date]", "Reported Date"),
        ("Victim[DOB]", "Victim DOB"),
        ("'Outcomes'[Date]", "Outcome Date"),
        ("Offence_x0020_Date", "Offence Date"),
        ("Notes [free text]", "Notes [free text]"),
    ],
)
def test_the_signs_of_a_report_around_its_names_are_taken_away(heading, own):
    assert out_of_table(heading) == own
