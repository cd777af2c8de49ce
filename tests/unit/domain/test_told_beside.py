"""What only the other columns of a sheet tell: which reference extends another, which day lies too late."""

import pytest

from scrutiny_app.domain.cell_words import MERGED_CELL
from scrutiny_app.domain.looking import Look, Looker
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.totals import is_section, place_below_cases


def looked(headings, *rows):
    looker = Looker("Cases", 1, headings)
    for row in rows:
        looker.see(row)
    return looker.look()


def fields(headings, *rows):
    found = suggest(Look(looked(headings, *rows)), "")
    return {one.heading: [use.field for use in one.uses] for one in found}


def test_a_reference_that_extends_the_crime_number_is_the_case_number():
    rows = [[f"26/{n}", f"X{n}", f"26/{n}/S1"] for n in range(100, 110)]

    found = fields(["Investigation No", "CRU_REF", "Suspect Link Ref"], *rows)

    assert found["Suspect Link Ref"] == ["case_number"]
    assert found["CRU_REF"] == []


def test_a_sure_case_number_is_left():
    rows = [[f"26/{n}", f"X{n}", f"26/{n}/S1"] for n in range(100, 110)]

    assert fields(["Crime number", "Case number", "Link"], *rows)["Link"] == []


def test_a_day_years_after_all_others_is_not_when_conditions_fall_due():
    rows = [[f"{day}/05/2026", f"{day}/05/2032"] for day in range(10, 20)]

    assert fields(["Offence date", "Review date"], *rows)["Review date"] == []


@pytest.mark.parametrize("heading", ["GDPR Review Date", "Retention date", "MOPI review", "weedingDate"])
def test_when_a_record_is_destroyed_is_no_day_of_the_case(heading):
    rows = [[f"{day}/05/2026", f"{day}/06/2026"] for day in range(10, 20)]

    assert fields(["Offence date", heading], *rows)[heading] == []


def test_words_beside_outcome_codes_are_the_disposals_where_no_column_has_them():
    words = ["8 - Community resolution", "3A - Adult conditional caution", "22 - Deferred prosecution"]

    assert fields(["Outcome", "Notes"], *([word, "x"] for word in words * 4))["Outcome"] == ["outcome_code", "disposal"]


def test_wordings_that_tell_the_groups_tell_the_offences_where_no_column_does():
    words = ["Theft of a pedal cycle", "Possession of cannabis", "Criminal damage to a vehicle", "Burglary"]

    assert fields(["Principal Classification", "X"], *([word, "x"] for word in words * 3))[
        "Principal Classification"
    ] == ["offence_title", "offence_group"]


def test_codes_of_offences_are_known_by_their_look():
    codes = ["048/02", "010/13", "092/45", "149/02"]

    assert fields(["Notif", "X"], *([code, "x"] for code in codes * 3))["Notif"] == ["offence_code"]


def test_when_is_the_day_of_the_offence_beside_that_of_the_disposal():
    rows = [[f"{day}/05/2026", f"{day}/06/2026"] for day in range(10, 20)]

    assert fields(["When", "Disposal date"], *rows)["When"] == ["offence_date"]


@pytest.mark.parametrize("heading", ["Gravity", "GM"])
def test_a_lone_gravity_is_asked_about(heading):
    rows = [[str(n % 4 + 1), f"26/{n}"] for n in range(10)]
    (one, _) = suggest(Look(looked([heading, "Crime number"], *rows)), "")

    assert one.uses == ()
    assert "the initial or the final one" in one.why


def test_a_narrative_of_many_words_is_nobodys_name():
    rows = [[f"{n}: Ann asks for the damage to be paid.", f"Marsh{n}"] for n in range(10)]

    found = fields(["Victim story", "Vic Surname"], *rows)

    assert found["Vic Surname"] == ["victim_1_name"]
    assert found["Victim story"] in ([], ["victim_views"])


MONTH = [MERGED_CELL] * 6


@pytest.mark.parametrize(
    "row",
    [
        MONTH,
        [*MONTH, "", None],
        ["OCTOBER", "", "", "", "", ""],
        ["Q3 2026", "", "", "", ""],
        ["w/c 5 October", "", "", "", ""],
        ["10/2026", "", "", "", ""],
    ],
)
def test_a_heading_over_rows_is_no_row_merged_or_not(row):
    assert is_section(row)
    assert place_below_cases(row) == 0


@pytest.mark.parametrize("row", [["Total", 24, "CR: 12", "", "", ""], ["YEAR TO DATE", "48", "", "", "", ""]])
def test_totals_between_the_cases_are_no_words_and_no_rows(row):
    cases = [[f"26/{n}", "a", "CR", "b", "c", "d"] for n in range(10)]

    found = looked(["Crime number", "A", "How", "B", "C", "D"], *cases[:5], MONTH, row, *cases[5:], row)

    assert found.rows == 10
    assert found.columns[2].words == (("CR", 10),)


def test_a_row_with_a_merged_cell_among_others_is_a_row():
    assert not is_section([*MONTH, "26/1"])


def test_nothing_but_outcome_codes_are_the_outcome_code_whatever_heads_them():
    rows = [["2", "YCAU"], ["3A", "CCAU"], ["8", "CRES"], ["22", "O22"], ["8", "CRES"], ["15", "NFA"]] * 3

    assert fields(["CONFOUTCOME", "DISPCODE"], *rows) == {"CONFOUTCOME": ["outcome_code"], "DISPCODE": ["disposal"]}


def test_codes_go_before_words_that_only_imply_them():
    rows = [["2", "Youth caution"], ["3A", "Conditional caution"], ["8", "Comm res"], ["22", "Diversion"]] * 3

    assert fields(["Ref type", "Outcome Cd"], *rows)["Ref type"] == ["outcome_code"]


@pytest.mark.parametrize(
    ("heading", "values"),
    [("PREVIOUS", ("0", "1", "2", "3", "22", "4")), ("SCORE", ("2", "3", "6", "7")), ("UNIT", ("2", "3A", "99"))],
)
def test_small_numbers_are_no_outcome_codes_by_themselves(heading, values):
    assert fields([heading, "Day"], *([value, "01/05/2026"] for value in values * 3))[heading] != ["outcome_code"]


OFFENCES = ("Theft from a shop", "Common assault", "Possession of a bladed article", "Harassment", "ABH")
COARSE = ("Theft and Handling", "Violence Against the Person", *["Violence Against the Person"] * 3)


def test_offences_tell_their_groups_where_a_category_beside_them_holds_several():
    found = fields(["Offence Category", "Offence"], *zip(COARSE, OFFENCES, strict=True))
    assert found == {"Offence Category": [], "Offence": ["offence_title", "offence_group"]}


@pytest.mark.parametrize(
    ("groups", "offences"),
    [
        (("Theft", *COARSE[1:]), ("Blorp", *OFFENCES[1:])),  # not each offence is known
        (("Shoplifting", "Violence without injury", "Weapons", "Harassment", "Violence with injury"), OFFENCES),
        (("VAP", "VAP", "Shoplifting", "Drugs", "Drugs"), ("ABH", "GBH", "Theft from a shop", "Cannabis", "Heroin")),
    ],
)
def test_a_category_stands_where_it_tells_as_much_or_the_offences_do_not_tell_all(groups, offences):
    found = fields(["Offence Category", "Offence"], *zip(groups, offences, strict=True))
    assert found == {"Offence Category": ["offence_group"], "Offence": ["offence_title"]}
