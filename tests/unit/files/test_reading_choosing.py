"""Which of several sheets is taken for the cases: the one that says how they ended, or as a layout knows it."""

from openpyxl import Workbook

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.sheets_sought import LayoutSought, Sought, is_set_aside
from tests.unit.files.reading_files import cells, looked
from tests.unit.files.test_reading_workbook import saved

NOMINALS = [
    ["Nominal", "Crime no", "Involvement", "Name", "Date of birth", "Address"],
    [1, "42/1/26", "SUS", "Marsh, Kim", "03/02/1990", "1 Ash Row, Northmoor"],
    [2, "42/2/26", "SUS", "Tarn, Joe", "03/02/1991", "2 Ash Row, Northmoor"],
]
CRIMES = [
    ["Crime no", "Offence", "Offence date", "Reported date", "Officer in the case", "MO"],
    ["42/1/26", "Theft from a shop", "01/03/2026", "02/03/2026", "PC Ash 1234", "Took a bag and left."],
    ["42/2/26", "Criminal damage", "04/03/2026", "04/03/2026", "PC Ash 1234", "Broke a window."],
]
RESULTS = [
    ["Result ref", "Crime no", "Nominal", "How it ended", "On", "By"],
    ["R1", "42/1/26", 1, "Comm Res", "10/03/2026", "PS Tate"],
    ["R2", "42/2/26", 2, "Cond Caution", "11/03/2026", "PS Tate"],
]


def made(**sheets):
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return saved(book)


def test_the_sheet_that_says_how_cases_ended_is_proposed_before_one_with_more_known_headings():
    seen = looked(made(CRIMES=CRIMES, RESULTS=RESULTS))
    assert seen.cases.name == "RESULTS"
    assert [(one.name, one.is_read) for one in seen.offered] == [("CRIMES", False), ("RESULTS", True)]


def test_another_that_somebody_chose_is_looked_at_instead():
    assert looked(made(CRIMES=CRIMES, RESULTS=RESULTS), sought=Sought(("CRIMES",))).cases.name == "CRIMES"


def test_next_month_it_is_known_by_its_headings_though_it_has_another_name():
    known = Sought(layouts=(LayoutSought(tuple(fold(str(one)) for one in CRIMES[0])),))
    assert looked(made(CRIMES_AUG=CRIMES, RESULTS_AUG=RESULTS), sought=known).cases.name == "CRIMES AUG"


def test_a_small_sheet_whose_few_headings_a_layout_knows_is_not_taken_for_its_cases():
    small = [["Crime no", "Offence"], ["42/1/26", "Theft"], ["42/2/26", "Theft"]]
    known = Sought(layouts=(LayoutSought(tuple(fold(str(one)) for one in CRIMES[0] + RESULTS[0])),))
    assert looked(made(LIST=small, RESULTS=RESULTS), sought=known).cases.name == "RESULTS"


def test_a_sheet_alone_leaves_no_choice():
    assert looked(made(CRIMES=CRIMES)).offered == ()


def test_names_that_say_that_rows_were_set_aside_are_known():
    assert all(map(is_set_aside, ("Withdrawn", "OLD data", "Template", "not finalised", "nfa_2026")))
    assert not any(map(is_set_aside, ("January", "North BCU", "Q1", "Holdings", "Cases")))


REPORTS = [
    ["Rec ID", "CRN", "Allegation", "Comm From", "Disp Ref", "CU Type", "Auth Date", "CU Date", "OIC", "Precis"],
    [8812, "42/1/26", "Theft", "01/03/2026", "QK/OD/1/26", "CR", "02/03/2026", "09/03/2026", "PC Ash", "Took a bag."],
    [8813, "42/2/26", "Theft", "04/03/2026", "QK/OD/2/26", "AC", "05/03/2026", "11/03/2026", "PC Ash", "Took a hat."],
    [8814, "42/3/26", "Theft", "05/03/2026", "QK/OD/3/26", "AX", "06/03/2026", "12/03/2026", "PC Ash", "Took a cap."],
]
CONDITIONS = [
    ["Disp Ref", "Ln", "Condition", "Due", "Result", "Monitored By"],
    ["QK/OD/1/26", 1, "Letter of apology to the shop", "16/04/2026", "MET", "Desk"],
    ["QK/OD/1/26", 2, "Not to enter the shop", "28/04/2026", "MET", "Desk"],
    ["QK/OD/3/26", 1, "Pay for the cap", "30/04/2026", "PEND", "Desk"],
]


def test_a_sheet_of_conditions_is_not_taken_for_the_cases_by_the_results_of_its_own():
    seen = looked(made(Reports=REPORTS, Conditions=CONDITIONS))
    assert seen.cases.name == "Reports"
    assert seen.conditions is not None
    assert seen.conditions.sheet == "Conditions"


def test_the_number_by_which_conditions_name_their_case_is_the_case_number():
    seen = looked(made(Reports=REPORTS, Conditions=CONDITIONS))
    found = {one.heading: [use.field for use in one.uses] for one in suggest(seen, "Northmoor Police")}
    assert (found["Disp Ref"], found["Rec ID"]) == (["case_number"], [])


def test_a_text_that_a_databases_tool_writes_for_nothing_is_a_blank_cell():
    text = b"Case number,Tier\r\nA-1,NULL\r\nA-2,2\r\nNULL,(null)\r\n"
    rows = [row for _, row in cells(text, "cases.csv")]
    assert rows[1:] == [["A-1", ""], ["A-2", "2"], ["", ""]]
    rows = [row for _, row in cells(made(Cases=[["Case number", "Tier"], ["A-1", "NULL"], ["A-2", "Null"]]))]
    assert rows[1:] == [["A-1", ""], ["A-2", "Null"]]


OUTCOMES = [
    ["Rec Key", "Investigation Ref", "Crime Ref", "Offence Title", "Method of Disposal", "Outcome Type", "Filed On"],
    [880412, "FM/26/01873-A", "FM26/18733", "Theft from shop", "Community Resolution", "8", "02/03/2026"],
    [880427, "FM/26/01902-A", "FM26/19026", "Common assault", "Adult Caution", "3", "04/03/2026"],
    [880433, "FM/26/01944-A", "FM26/19440", "Criminal damage", "Adult Cond Caution", "3", "14/04/2026"],
]
LINKED = [
    ["Link Seq", "Belongs To", "Capacity", "Family Name", "Given Names"],
    [1, 880412, "Suspect", "Marsh", "Kim"],
    [2, 880412, "Victim", "Tarn", "Joe"],
    [3, 880427, "Suspect", "Ash", "Lee"],
    [4, 880433, "Suspect", "Fell", "Ivy"],
]
REQUIREMENTS = [
    ["Outcome Key", "Item", "Kind", "Requirement Text", "Complete By", "Position"],
    [880412, 1, "Sorry", "To write a letter of apology", "05/04/2026", "Met"],
    [880433, 1, "Course", "To attend four sessions", "08/07/2026", "Running"],
]


def test_sheets_that_name_their_cases_by_a_programs_key_are_known_by_the_numbers():
    seen = looked(made(Outcomes=OUTCOMES, Linked_Involved=LINKED, Extra=REQUIREMENTS))
    assert seen.parties is not None
    assert seen.people_by == ("Belongs To", "Rec Key")
    assert seen.conditions is not None
    assert (seen.conditions.case, seen.conditions.by) == ("Outcome Key", "Rec Key")
    assert seen.conditions.not_read == ()


def test_what_people_refer_to_is_the_case_number_and_not_the_key():
    seen = looked(made(Outcomes=OUTCOMES, Linked_Involved=LINKED, Extra=REQUIREMENTS))
    found = {one.heading: [use.field for use in one.uses] for one in suggest(seen, "Northmoor Police")}
    assert (found["Investigation Ref"], found["Rec Key"]) == (["case_number"], [])


def test_a_sheet_of_roles_whose_numbers_are_none_of_the_cases_is_not_of_their_people():
    others = [LINKED[0], *([one[0], one[1] + 5000, *one[2:]] for one in LINKED[1:])]
    seen = looked(made(Outcomes=OUTCOMES, Roster=others))
    assert seen.parties is None
