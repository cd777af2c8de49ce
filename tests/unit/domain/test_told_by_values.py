"""What a column's values say against its heading, and what a heading says that ends in brackets or in short forms."""

from dataclasses import replace

import pytest

from scrutiny_app.domain.code_lists import CodeMeaning
from scrutiny_app.domain.key_columns import sole_reference
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.mapping import Mapping, Part, Use, suggest, suggest_parties, suggest_words
from scrutiny_app.domain.shapes import Shape, shape_of
from scrutiny_app.domain.told_by_values import are_ranked_names
from tests.unit.domain.looks import look_at, look_at_column


def field_of(heading: str, *values: str) -> str:
    return fields_in(look_at_column(heading, *(values or ("Zebra", "Gnu"))))[0]


def fields_in(look: Look) -> list[str]:
    return [one.uses[0].field if one.uses else "" for one in suggest(look, "Northmoor Police")]


def test_a_code_column_that_holds_outcomes_alone_is_the_outcome():
    assert field_of("H.O. Code", "08", "22", "03") == "outcome_code"
    assert field_of("H.O. Code", "08", "49", "125") == "offence_code"


def test_codes_of_other_outcomes_may_stand_among_those_of_out_of_court_ones():
    assert field_of("HO Code", "8", "8", "3A", "22", "1", "14") == "outcome_code"
    assert field_of("HO Code", "1", "2", "3", "8", "8") == "offence_code"


def test_a_number_in_a_row_is_no_disposal():
    assert field_of("Disp Seq", "01", "01", "02") == ""


def test_short_notes_are_not_what_happened():
    assert field_of("Notes", "Letter sent", "Chased twice", "Paid") == ""
    assert field_of("Notes", "He was seen at the till. " * 8) == "circumstances"


def test_ranks_with_names_are_names():
    assert field_of("Authorised by (rank and name)", "Insp Marsh", "A/Insp Bond", "Sgt Reed") == "authorising_name"
    assert field_of("Authorised by (rank)", "Insp", "Chief Supt", "Sgt") == "authorising_rank"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("PREV_OOC_CNT", "previous_outcomes"),
        ("OFF_GRP_DESC", "offence_group"),
        ("DEC_RATNL_TXT", "rationale"),
        ("HO_CLS_SUB", "offence_code"),
        ("Team", "area"),
        ("To do (conditions)", "conditions"),
        ("Officer dealing (rank, number, name)", "officer_name"),
        ("Home address: line 1", "offender_address"),
        ("What for", "offence_title"),
        ("Susp DoB", "offender_born"),
        ("Susp St", "offender_address"),
        ("Hate 1/0", "hate"),
        ("Rat. Notes", "rationale"),
    ],
)
def test_headings_in_short_forms_and_with_notes_in_brackets_are_known(heading, field):
    assert field_of(heading) == field


def test_a_heading_that_none_of_its_values_bears_out_is_not_taken_by_its_likeness():
    assert field_of("NOM_SEX_CD", "M", "F") == "sex"
    assert field_of("NOM_SEX_CD", "Zebra", "Gnu") == ""
    assert field_of("Persistent offender", "Yes", "No") == ""


def test_brackets_that_tell_two_columns_apart_are_not_dropped():
    look = look_at(["Type of crime (group)", "Gravity (end)"], ["Shoplifting", "2"], ["Robbery", "3"])
    assert fields_in(look) == ["offence_group", "gravity_final"]


def test_a_number_in_brackets_is_not_dropped():
    assert field_of("Victim (2) name") != "victim_1_name"


def test_the_second_reference_of_a_case_may_be_the_crime_number():
    assert fields_in(look_at(["Case ID", "URN"], ["K1", "6/25"], ["K2", "7/25"])) == ["case_number", "crime_number"]


def test_the_plainer_heading_has_the_field_whatever_is_doubtful_of_its_values():
    look = look_at(["Closed", "Date of disposal"], ["16-Sep-25", "22-Sep-25"], ["09-Sep-25", "20-Sep-25"])
    assert fields_in(look)[1] == "disposal_date"


def test_what_was_committed_is_not_when():
    assert field_of("Offence: Committed", "16/09/2025", "09/09/2025") == "offence_date"
    assert field_of("Offence: Committed", "Common assault", "Theft from shop") == "offence_title"


def test_when_alone_is_no_date_of_anything():
    assert field_of("When", "16/09/2025", "09/09/2025") == ""


@pytest.mark.parametrize("text", ["Low harm, first offence.", "Admits in full, remorse shown."])
def test_a_sentence_is_no_name(text):
    assert shape_of(text) is Shape.TEXT
    assert shape_of("Marsh, Ann J.") is Shape.PERSON


def test_a_word_for_no_number_is_asked_about_and_none_is_not_guessed():
    (asked,) = suggest_words(look_at_column("Kol", "nil", "None", "2"), Mapping({"kol": (Use("previous_outcomes"),)}))
    assert set(asked.words) == {("nil", 1, "0"), ("None", 1, None)}
    assert [code for code, _ in asked.choices] == ["0", ""]


def test_other_text_under_a_number_is_not_asked_about():
    assert suggest_words(look_at_column("Kol", "see log", "2"), Mapping({"kol": (Use("previous_outcomes"),)})) == []


CODES = ["3A", "2", "8", "22", "2A"]


def test_codes_of_outcomes_under_a_disposal_are_the_outcome_code_where_no_other_column_has_it():
    assert fields_in(look_at(["Crime Ref", "Disposal code"], *([f"C{code}", code] for code in CODES))) == [
        "crime_number",
        "outcome_code",
    ]


def test_codes_of_outcomes_stay_the_disposal_where_another_column_has_them():
    rows = ([f"C{code}", code, code] for code in CODES)

    assert fields_in(look_at(["Crime Ref", "Disposal", "HO Outcome"], *rows)) == [
        "crime_number",
        "disposal",
        "outcome_code",
    ]


def test_a_reference_whose_figures_are_no_day_is_no_date():
    assert fields_in(look_at_column("Occ No", "42/1/26", "42/2/26", "42/3/26")) == ["crime_number"]


def test_bands_of_ages_that_are_all_different_number_no_case():
    assert fields_in(look_at(["Age band", "Offence"], ["10-17", "Theft"], ["18-24", "Theft"])) == ["", "offence_title"]


def test_what_was_given_and_to_whom_are_the_disposal_and_the_offender():
    rows = [["Marsh, Ann", "Community Resolution"], ["Roe, Jo", "Youth Caution"], ["Lee, Jo", "Youth Caution"]]

    assert fields_in(look_at(["Who was it given to?", "What were they given?"], *rows)) == ["offender_name", "disposal"]


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("M / F", ("M", "F"), "sex"),
        ("Boy/Girl", ("Boy", "Girl"), "sex"),
        ("Reported / Recorded", ("03/09/2026", "30/08/2026"), "reported_date"),
        ("Offender (surname, first)", ("Tarrow, Dean", "Marsh, Ann"), "offender_name"),
        ("HP Asked", ("Yes", "N/A", "No"), "victim_consulted"),
        ("ARR D/T", ("03/04/2026 21:40", "07/04/2026 15:05"), ""),
        ("Int date", ("03/04/2026", "07/04/2026"), ""),
        ("HOOC", ("8", "22", "16"), "outcome_code"),
        ("AA there?", ("Y - parent", "N"), "appropriate_adult"),
        ("Tracker status", ("Closed - done", "With YJS"), "status"),
        ("CR Stat", ("CU", "NC", "OP"), "status"),
        ("Parent/carer", ("Ann Marsh", "Joe Bond"), "third_parties"),
        ("ContractEnd", ("14/04/2026", "02/05/2026"), "conditions_due"),
        ("EngagementStatus", ("Breached", "Engaging"), "conditions_completed"),
        ("C/Up Type", ("CRES", "ACON"), "disposal"),
        ("C/Up Dt", ("14/04/2026", "02/05/2026"), "disposal_date"),
        ("ERO Wt No", ("P204417", "P251173"), "decision_maker_number"),
        ("Vic Surname/Co", ("MARSH", "TARN TAXIS LTD"), "victim_1_name"),
        ("OFFENDER: M / F", ("M", "F"), "sex"),
        ("IP / Loser", ("Marsh, Ann", "Bond, Joe"), "victim_1_name"),
        ("Victim / loser", ("Ann Marsh", "Joe Bond"), "victim_1_name"),
        ("VictimDisplayName", ("Marsh, Ann", "Bond, Joe"), "victim_1_name"),
        ("OicDisplayName", ("Tate, Kim", "Reed, Al"), "officer_name"),
        ("SuspectEthnicityKey", ("1", "2", "4"), "ethnicity"),
        ("Method", ("COMM RES", "COND CAUT (ADULT)", "PND"), "disposal"),
        ("handler collar", ("2310", "1902"), "officer_number"),
        ("timestamps occurred", ("2026-05-11T09:31:00Z", "2026-04-28T20:18:00Z"), "offence_date"),
        ("timestamps reported", ("2026-05-11T09:31:00Z", "2026-04-28T20:18:00Z"), "reported_date"),
        ("timestamps finalised", ("2026-05-11T09:31:00Z", "2026-04-28T20:18:00Z"), "disposal_date"),
        ("LpaKey", ("1", "4"), ""),
    ],
)
def test_plain_headings_are_suggested_and_never_sure(heading, values, field):
    look = look_at_column(heading, *values)
    assert (fields_in(look), suggest(look, "")[0].sure) == ([field], False)


def test_a_surname_or_an_organisation_is_the_surname_on_the_sheet_of_people():
    headings = ["Case number", "Role", "Surname / Org Name", "Forename(s)"]
    people = (headings, [["TR/1", "SUS", "Marsh", "Ann"], ["TR/1", "AGG", "Marlow Pharmacy Ltd", None]])
    look = look_at(["Case number", "Disposal"], ["TR/1", "CR"], people=people)
    assert suggest_parties(look)[2].uses == (Use("name", Part.SURNAME),)


def test_disposals_among_other_ends_are_the_disposal_though_the_others_are_many():
    values = ("Comm Res", "Cond Caution", "Youth Caution", "CHARGED", "NFA", "NFA", "Charged", "Caution")
    assert fields_in(look_at_column("Type", *values)) == ["disposal"]


def test_charges_with_one_word_for_a_disposal_among_them_are_not():
    assert fields_in(look_at_column("Type", "CHARGED", "NFA", "Court", "Charged", "Comm Res")) == [""]


def test_codes_are_in_the_words_that_a_sheet_of_the_file_has_for_them():
    look = look_at_column("Ending", "CRES", "CAUY", "CRES", "CHRG", "CONA")
    words = {"CRES": "Community Resolution", "CAUY": "Youth Caution", "CHRG": "Charged", "CONA": "Conditional Caution"}
    codes = tuple(CodeMeaning("Codes", "", code, said) for code, said in words.items())
    assert fields_in(look) != ["disposal"]
    assert fields_in(replace(look, codes=codes)) == ["disposal"]


def test_a_cell_of_blanks_among_ranked_names_is_no_word():
    (column,) = look_at_column("Decided", "Insp Marsh", "\xa0", "Sgt Reed", "Insp Bond", "Sgt Lowe").cases.columns
    seen = replace(column, words=(*(column.words or ()), (" ", 1)))
    assert are_ranked_names("decision_maker_rank", seen)
    assert not are_ranked_names("decision_maker_rank", replace(column, words=((" ", 3),)))


def test_words_for_how_far_a_case_is_are_no_address():
    assert field_of("Live?", "done", "live", "court", "nfa") == "status"
    assert field_of("Lives", "Tolling", "Ravelby", "Thornby") == "offender_address"


def test_words_of_several_flags_are_the_flags_whatever_flag_their_heading_names():
    assert field_of("DA/hate/knife", "DA", "hate (race)", "knife", "n", "n", "n", "n", "n") == "flags"
    assert field_of("DA/hate/knife", "knife", "n") == "weapon"


def test_initials_are_nobodys_name():
    assert field_of("Reviewer", "KB", "TM", "KB") == ""
    assert field_of("Reviewer", "Ann Marsh", "Joe Bond", "KB") == "supervisor_name"


@pytest.mark.parametrize("heading", ["Decision no", "Disposal no", "Ref no"])
def test_codes_that_number_the_rows_and_the_people_are_the_case_number(heading):
    rows = [[f"YJ-DEC-15{at}", f"LM2026-66{at}", "Amos, Leroy"] for at in range(10, 20)]
    people = ([heading, "Full name"], [[row[0], "Ann Marsh"] for row in rows])
    look = look_at([heading, "Police crime no", "Police decision maker"], *rows, people=people)

    assert fields_in(look)[:2] == ["case_number", "crime_number"]
    assert fields_in(replace(look, parties=None))[:2] == ["case_number", "crime_number"]


def test_no_other_column_is_said_to_number_the_cases_only_where_none_does():
    look = look_at(["Crime number", "Outcome ref"], *([f"LM2026-66{at}", f"YJ-DEC-15{at}"] for at in range(10, 20)))
    left = [replace(one, uses=one.uses if at == 0 else ()) for at, one in enumerate(suggest(look, "Northmoor Police"))]
    alone = replace(look.cases, columns=look.cases.columns[:1])

    assert "“Outcome ref” may number the cases too" in sole_reference([*left], look.cases)[0].why
    assert "no other column numbers the cases" in sole_reference(left[:1], alone)[0].why


def test_short_words_of_an_admission_under_an_account_are_the_admission():
    words = ["Owned it", "Full and frank", "No comment", "Part", "Full and frank", "Owned it"] * 2
    (one,) = suggest(look_at_column("YP's account", *words), "")
    assert [use.field for use in one.uses] == ["admission"]
    assert not one.sure


def test_a_contact_that_was_or_was_not_made_is_no_telephone_number():
    made = ("Contacted", "Contacted", "Not contacted", "No harmed party")
    assert field_of("Harmed party contact", *made) == "victim_consulted"
    assert field_of("Harmed party contact", "07700 900142", "07700 900143") == "victim_1_contact"


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("OOCD 25/088", Shape.CODE),
        ("CR 0142-26", Shape.CODE),
        ("PC 2217", Shape.TEXT),
        ("IC 1", Shape.TEXT),
        ("Flat 12", Shape.TEXT),
    ],
)
def test_a_number_behind_its_register_s_letters_is_a_code_and_an_officer_is_none(written, shape):
    assert shape_of(written) is shape


def test_a_number_behind_its_register_s_letters_may_number_the_cases():
    register = [f"OOCD 25/{number:03}" for number in (88, 97, 98, 104)]
    assert field_of("Reg no.", *register) == "case_number"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("IP seen", "victim_consulted"),
        ("Kept?", "conditions_completed"),
        ("How ended", "disposal"),
        ("Rep Status", "status"),
    ],
)
def test_headings_of_a_sergeants_own_list_are_suggested(heading, field):
    words = {"disposal": ("CR", "Youth caution"), "status": ("FILED", "U/I", "CANX")}.get(field, ("Y", "N"))
    assert field_of(heading, *words) == field


def test_the_number_of_a_line_of_an_audit_is_none_of_the_cases():
    codes = ["CR/7741", "–", "SC/2210", "CC/0931", "YC/0418", "CR/7803"]
    disposals = ["CR", "Charged", "SC", "CC", "YC", "CR"]
    rows = [[f"OOCD-A/0{n}", code, disposal] for n, (code, disposal) in enumerate(zip(codes, disposals, strict=True))]
    audit, record, _ = suggest(look_at(["Audit ref", "OOCD record", "Disposal"], *rows), "")
    assert audit.uses == ()
    assert [use.field for use in record.uses] == ["case_number"]


def test_codes_of_other_outcomes_too_are_outcomes_where_their_heading_ends_as_one():
    rows = [("3", "CCAUT"), ("8", "CR"), ("7", "CANW"), ("1", "CHG"), ("16", "NFA"), ("22", "DIV22"), ("8", "CR")]
    assert fields_in(look_at(["ZZOC", "DISP"], *rows)) == ["outcome_code", "disposal"]
