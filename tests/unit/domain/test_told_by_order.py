"""What a heading alone does not say and its place among the others does."""

import pytest

from scrutiny_app.domain.looking import Look, Looker
from scrutiny_app.domain.matching import suggest

DAYS = ("2026-09-21", "2026-09-22")
LATER = ("2026-09-23", "2026-09-24")


def fields(columns, rows=12):
    """Give what each column is suggested for, of columns by their headings whose values come again and again."""
    looker = Looker("Cases", 1, list(columns))
    for number in range(rows):
        looker.see([values[number % len(values)] for values in columns.values()])
    return {one.heading: [use.field for use in one.uses] for one in suggest(Look(looker.look()), "")}


def test_short_headings_among_flags_are_flags():
    found = fields({"DV": ("Y", "N"), "HT": ("Y", "N"), "WPN": ("N", "N", "Y")})
    assert found["HT"] == ["hate"]


def test_a_short_heading_far_from_flags_or_over_numbers_is_none():
    assert fields({"HT": ("Y", "N"), "Area": ("North", "South")})["HT"] == []
    assert fields({"DV": ("Y", "N"), "HT": ("180", "172")})["HT"] == []


def test_codes_behind_the_conditions_say_how_far_they_were_kept():
    found = fields({"COND": ("Write a letter of apology to her", "Pay the cost back"), "COMPL": ("C", "O")})
    assert found["COMPL"] == ["conditions_completed"]


def test_complainants_behind_the_conditions_are_no_result_of_them():
    names = tuple(f"{name}, Ann" for name in ("MARSH", "BOND", "TATE", "HOLT", "REED", "LAKE", "WEST"))
    found = fields({"COND": ("Write a letter of apology to her", "Pay the cost back"), "COMPL": names})
    assert found["COMPL"] != ["conditions_completed"]


def test_codes_under_fin_say_perhaps_whether_a_case_is_finalised():
    assert fields({"FIN": ("F", "P", "F"), "OIC": ("MARSH, Ann", "BOND, Joe")})["FIN"] == ["status"]
    assert fields({"FIN": ("4410", "5102", "5307")})["FIN"] == ["officer_number"]


def test_the_day_of_the_authority_is_the_decision_where_another_says_when_it_was_given():
    found = fields({"Disposal Authorised On": DAYS, "Disposal Issued On": LATER})
    assert found == {"Disposal Authorised On": ["decision_date"], "Disposal Issued On": ["disposal_date"]}


def test_the_day_of_the_authority_alone_stays_what_it_was():
    assert fields({"Disposal Authorised On": DAYS})["Disposal Authorised On"] == ["disposal_date"]


def test_where_the_decision_has_a_column_of_its_own_the_day_of_the_authority_takes_no_field():
    found = fields({"Decision date": DAYS, "Disposal Authorised On": DAYS, "Disposal Issued On": LATER})
    assert found["Disposal Issued On"] == ["disposal_date"]
    assert found["Disposal Authorised On"] == []


def test_the_police_call_their_own_number_the_crimes_and_the_referrals_number_is_the_cases():
    looker = Looker("Cases", 1, ["Referral ID", "Police Reference"])
    for number in range(9):
        looker.see([f"R-07{number}", f"DP-2026-04{number}"])
    found = [[use.field for use in one.uses] for one in suggest(Look(looker.look()), "")]
    assert found == [["case_number"], ["crime_number"]]


def test_offr_alone_is_the_offender_where_another_column_names_the_officer():
    names = ("MARSH, ANN", "BOND, JOE", "TATE, SUE")
    found = fields({"OFFR": names, "DOB": ("03/02/2001", "29/12/1982"), "OIC": ("BLOUNT, PETER", "MIRZA, ALI")})
    assert found["OFFR"] == ["offender_name"]
    assert found["OIC"] == ["officer_name"]


def test_letters_before_what_is_kept_of_a_victim_or_of_an_authority_are_parted():
    found = fields(
        {
            "AUTH": ("MALIK, RASHID", "HEMSBY, CAROL"),
            "AUTHRK": ("PS", "INSP"),
            "VCONS": ("Y", "N"),
            "VAGR": ("N", "Y"),
        }
    )
    assert list(found.values()) == [["authorising_name"], ["authorising_rank"], ["victim_consulted"], ["victim_agreed"]]


@pytest.mark.parametrize("values", [("form in tray", "rang OIC"), ("still with CPS?", "no body cam")])
def test_comments_of_nobody_are_not_a_supervisors(values):
    assert fields({"Comments": values})["Comments"] == []


def test_when_a_program_wrote_a_record_out_is_no_day_of_the_case():
    assert fields({"Exported At": ("2026-11-02T08:14:07",)})["Exported At"] == []


def test_what_came_of_a_referral_may_say_that_it_came_to_nothing():
    found = fields({"Referral Outcome": ("Accepted", "Declined by client", "Charged instead")})
    assert found["Referral Outcome"] == ["status"]


def days_of(heading, days, *others):
    """Give what a column of days is suggested for beside others, of six rows of days in September."""
    columns = {heading: days, **dict(others)}
    return fields({name: tuple(f"2026-09-{day:02}" for day in own) for name, own in columns.items()}, 6)[heading]


OFFENCE, DECISION = ("Offence date", (1, 2, 3, 4, 5, 6)), ("Decision date", (3, 4, 5, 6, 7, 8))
DISPOSAL = ("Disposal date", (5, 6, 7, 8, 9, 10))


def test_the_one_day_left_on_which_a_disposal_was_signed_is_perhaps_the_disposals():
    signed = ("Date signed by person dealt with", (4, 5, 6, 7, 8, 9))
    assert days_of(*signed, OFFENCE, DECISION) == ["disposal_date"]
    assert days_of(*signed, OFFENCE, DECISION, DISPOSAL) == []


@pytest.mark.parametrize("heading", ["Statement signed", "Course given on", "Date advice given to victim"])
def test_what_is_signed_or_given_beside_a_disposal_is_no_day_of_it(heading):
    assert days_of(heading, (4, 5, 6, 7, 8, 9), OFFENCE, DECISION) != ["disposal_date"]


def test_the_one_day_left_on_which_a_disposal_was_authorised_is_perhaps_the_decisions_where_its_days_come_before():
    assert days_of("Clearance Authorised", (4, 5, 6, 7, 8, 9), OFFENCE, DISPOSAL) == ["decision_date"]
    assert days_of("Clearance Authorised", (14, 15, 16, 17, 18, 19), OFFENCE, DISPOSAL) != ["decision_date"]
