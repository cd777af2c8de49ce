"""Headings as forces write them: in two languages, run together, under prefixes, and told by their neighbours."""

import pytest

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.heading_rows import find_headings
from scrutiny_app.domain.looking import Look, Looker
from scrutiny_app.domain.matching import suggest

WORDS = {
    "sex": ("Male", "Female"),
    "victim_consulted": ("Y", "N"),
    "weapon": ("Y", "N"),
    "admission": ("Yes, in full", "None"),
}
DAYS = ("25/03/2026", "14/04/2026")


def suggestions(headings, *rows):
    looker = Looker("Cases", 1, headings)
    for row in rows:
        looker.see(row)
    return suggest(Look(looker.look()), "")


def fields(headings, *rows):
    return {one.heading: [use.field for use in one.uses] for one in suggestions(headings, *rows)}


def field(heading, *values):
    return fields([heading], *([value] for value in values * 3))[heading]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("DoB / Dyddiad geni", "offender_born"),
        ("Dyddiad cwblhau / Date finalised", "disposal_date"),
        ("Victim consulted / Ymgynghori", "victim_consulted"),
        ("Arf / Weapon", "weapon"),
        ("Rhywedd", "sex"),
        ("Dyddiad Adrodd", "reported_date"),
        ("genderCode", "sex"),
        ("SEXCODE", "sex"),
        ("VICCONS", "victim_consulted"),
        ("ADMCODE", "admission"),
        ("OFFDATE", "offence_date"),
        ("VIW CONSULTED", "victim_consulted"),
        ("isWeaponEnabled", "weapon"),
        ("Happened", "offence_date"),
        ("Date Disposal Administered", "disposal_date"),
        ("Complainer DOB", "victim_1_born"),
        ("Suspect - Gender Description", "sex"),
        ("Victim 1 - Consulted on Outcome", "victim_consulted"),
        ("Flag - Knife Enabled", "weapon"),
        ("res.decided", "decision_date"),
        ("OFNS_STRT_DT", "offence_date"),
        ("Male/Female", "sex"),
        ("Offender's part: Admits", "admission"),
        ("Did they admit the offence?", "admission"),
    ],
)
def test_a_heading_is_read_by_the_words_that_it_holds(heading, name):
    assert field(heading, *WORDS.get(name, DAYS)) == [name]


@pytest.mark.parametrize("heading", ["Weapon / Drugs", "Offence / Gwarediad", "Victim / Witness"])
def test_halves_of_which_one_is_unknown_or_another_thing_are_left(heading):
    assert field(heading, "Y", "N") == []


@pytest.mark.parametrize(
    ("heading", "values", "wrong"),
    [
        ("Complainer", ("Marsh, Ann", "Bond, Joe"), "conditions_completed"),
        ("Happened", DAYS, "reported_date"),
        ("TXT_DECISION", ("He said sorry, it was late and he was a boy.",), "decision_maker_name"),
        ("Consulted", ("Y", "N"), "yjs_consulted"),
        ("VICTIM_COUNT", ("1", "2"), "victim_1_address"),
        ("crime.key", ("42/1/26", "42/2/26"), "weapon"),
        ("Suspect YOB", ("1988", "1990"), "youth"),
        ("subj.sx", ("M", "F"), "ethnicity"),
        ("Subject PC", ("QX1 3FT", "QX2 9DQ"), "offender_name"),
    ],
)
def test_a_heading_spelt_like_another_is_not_taken_for_it(heading, values, wrong):
    assert wrong not in field(heading, *values)


def test_yes_and_no_under_the_victims_views_say_whether_they_were_asked():
    assert field("VIW", "Y", "N", "X") == ["victim_consulted"]
    assert field("Victim views", "Wants an apology and the window paid for, nothing more than that") == ["victim_views"]


def test_off_is_the_offender_beside_a_birth_and_still_the_offence_before_a_day():
    row = ["Marsh", "Ann", "14/05/1988", "F", "25/03/2026"]

    found = fields(["OFF_SNM", "OFF_FNM", "OFF_DOB", "OFF_GNDR", "OFF_DT"], row, ["Bond", "Joe", *row[2:]])

    assert list(found.values()) == [["offender_name"], ["offender_name"], ["offender_born"], ["sex"], ["offence_date"]]


def test_offr_is_the_offender_where_nobody_else_is_and_another_column_names_the_officer():
    found = fields(["Offr Name", "OIC Name"], ["Ann Marsh", "Joe Bond"], ["Priya Virk", "Joe Bond"])

    assert found == {"Offr Name": ["offender_name"], "OIC Name": ["officer_name"]}


@pytest.mark.parametrize(
    ("headings", "rank"),
    [
        (["Authorised By", "Rank"], ["authorising_rank"]),
        (["Decision maker", "Rank"], ["decision_maker_rank"]),
        (["OIC", "Rank"], []),
        (["AUTH NAME", "AUTH GRADE"], ["authorising_rank"]),
    ],
)
def test_a_rank_is_that_of_whoever_is_named_beside_it(headings, rank):
    assert fields(headings, ["Marsh, Ann", "Sgt"], ["Bond, Joe", "Insp"])[headings[1]] == rank


def test_words_with_numbers_are_the_outcome_and_those_without_the_disposal():
    rows = [["Outcome 8 - Community Resolution", "Community Resolution"], ["Outcome 3 - Caution", "Simple Caution"]]

    found = fields(["Outcome Type", "Outcome Sub Type"], *rows * 3)

    assert found == {"Outcome Type": ["outcome_code"], "Outcome Sub Type": ["disposal"]}


def test_groups_of_offences_are_their_groups_whatever_the_heading():
    rows = [["Shop theft", "Shoplifting"], ["Common assault", "Violence without injury"], ["Cannabis", "Drug offences"]]

    assert fields(["Off.", "Crime category"], *rows * 3) == {
        "Off.": ["offence_title"],
        "Crime category": ["offence_group"],
    }


def test_a_decision_after_the_disposal_is_doubted_with_the_reason():
    rows = [[f"{day}/05/2026", f"{day - 9}/05/2026"] for day in range(10, 20)]

    decision, _ = suggestions(["Decision date", "Disposal date"], *rows)

    assert not decision.sure
    assert "after that of “Disposal date”" in decision.why


def test_of_days_that_nothing_takes_it_is_said_where_they_lie():
    rows = [[f"{day}/05/2026", f"{day}/06/2026", f"{day}/07/2026"] for day in range(10, 20)]

    _, other, _ = suggestions(["Offence date", "Effective", "Disposal date"], *rows)

    assert "never before the offence date; never after the disposal date" in other.why


def test_headings_in_welsh_alone_are_headings():
    welsh: list[Cell] = [
        "Cyfeirnod",
        "Rhif Trosedd",
        "Dyddiad Geni",
        "Rhywedd",
        "Gwarediad",
        "Dyddiad Penderfyniad",
        "Arf",
    ]
    row: list[Cell] = ["D1", "42/1/26", "14/05/1988", "Gwryw", "Rhybudd Syml", "25/03/2026", "Oes"]

    assert find_headings([(1, welsh), (2, row), (3, row)]) == 0


def test_the_english_half_is_read_of_all_headings_of_a_sheet_in_two_languages():
    headings = ["Enw / Name", "Rhyw / Gender", "Dyddiad canlyniad / Result date", "CD / DA", "Heddwas / Officer"]
    rows = [
        ["Ann Marsh", "F", "25/03/2026", "Oes", "Joe Bond"],
        ["Priya Virk", "F", "26/03/2026", "Nac oes", "Joe Bond"],
    ]

    found = fields(headings, *rows)

    assert list(found.values()) == [["offender_name"], ["sex"], ["disposal_date"], ["domestic_abuse"], ["officer_name"]]


def test_codes_of_outcomes_are_suggested_whatever_their_heading():
    rows = [[code, "1"] for code in ("8", "22", "3", "2")]

    assert fields(["HO #", "Blorp"], *rows * 3) == {"HO #": ["outcome_code"], "Blorp": []}


def test_a_childrens_service_says_plan_of_conditions_and_child_of_the_offender():
    headings = ("Episode State", "Plan End Date", "Plan Result", "Child's Account", "Domestic/CAPVA")
    rows = [
        ["Open", f"{day}/11/2026", "Plan completed", f"Says that {day} others did it too", "No"]
        for day in range(10, 20)
    ]
    found = fields(headings, *([[*rows[0][:2], "Plan running", "Said nothing at all", "Yes"], *rows[1:]]))
    expected = ("status", "conditions_due", "conditions_completed", "suspect_account", "domestic_abuse")
    assert list(found.values()) == [[name] for name in expected]
