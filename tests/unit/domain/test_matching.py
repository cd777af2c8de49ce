from dataclasses import replace

import pytest

from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.mapping import Mapping, Part, Use, suggest, suggest_parties
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.synonyms import PHRASES
from tests.unit.domain.held_out_headings import HELD_OUT
from tests.unit.domain.looks import look_at, look_at_column

FORCE = "Northmoor Police"


def suggested(*headings: str) -> dict[str, tuple[str, bool]]:
    """Give the field suggested for each heading, and whether surely."""
    found = suggest(look_at(headings), FORCE)
    return {one.heading: (one.uses[0].field if one.uses else "", one.sure) for one in found}


def test_likeness_never_mistakes_a_held_out_heading_and_finds_most():
    unseen = {heading: field for heading, field in HELD_OUT.items() if fold(heading) not in PHRASES}
    near = {heading: nearest_phrase(heading) for heading in unseen}
    found = {heading: match[0].use.field for heading, match in near.items() if match}

    right = sum(unseen[heading] == field for heading, field in found.items())
    assert right / len(found) >= 0.98
    assert right / sum(field is not None for field in unseen.values()) >= 0.8


def test_our_own_headings_are_sure():
    found = suggested(*(field.heading for field in FIELDS))

    assert found == {field.heading: (field.name, True) for field in FIELDS}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(("OIC", "officer_name"), ("Suspect DOB", "offender_born"), ("Crime Ref", "crime_number")),
        *(("Occurrence Number", "crime_number"), ("Aggrieved DOB", "victim_1_born"), ("IP Name", "victim_1_name")),
        *(("Disposal Type", "disposal"), ("HO code", "offence_code"), ("Date Finalised", "disposal_date")),
        *(("MO", "circumstances"), ("BCU", "area"), ("LPA", "area"), ("LPT", "area"), ("VPS", "victim_views")),
        *(("Ethnicity (Self Defined)", "ethnicity"), ("DA flag", "domestic_abuse"), ("Outcome date", "disposal_date")),
        *(("Victim 2 DOB", "victim_2_born"), ("Supervising officer", "supervisor_name")),
    ],
)
def test_what_british_systems_call_a_field_is_known(heading, field):
    assert suggested(heading)[heading] == (field, True)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(("Beat", "area"), ("Date Determined", "decision_date"), ("Requirements", "conditions")),
        *(("Requirements Result", "conditions_completed"), ("Activity 1", "conditions"), ("Nominal SDE", "ethnicity")),
        *(("Activity 1 Deadline", "conditions_due"), ("No of prev", "previous_outcomes"), ("Journey Stage", "status")),
        ("Date of birth", "offender_born"),
        ("Surname", "offender_name"),
        ("URN", "case_number"),
        ("Outcome", "outcome_code"),
    ],
)
def test_a_heading_that_does_not_say_whose_or_which_is_never_sure(heading, field):
    assert suggested(heading)[heading] == (field, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Victim 1 DOB", "Victim 2 DOB"),
        ("Suspect name", "Victim name"),
        ("Outcome date", "Outcome code"),
        ("Officer", "Supervising officer"),
        ("Suspect surname", "Supervisor surname"),
        ("Decision date", "Decision maker"),
    ],
)
def test_headings_that_look_alike_are_told_apart(one, other):
    found = suggested(one, other)

    assert found[one][0] != found[other][0]
    assert all(field for field, _ in found.values())


def test_what_only_reads_alike_is_suggested_and_never_sure():
    (one,) = suggest(look_at(["Occurrance Number"]), FORCE)

    assert (one.uses, one.sure, one.why) == ((Use("crime_number"),), False, "reads like it")


def test_of_two_headings_for_one_field_neither_is_sure():
    found = suggested("Supervisor", "Supervising officer")

    assert found == {"Supervisor": ("supervisor_name", False), "Supervising officer": ("", False)}


def test_a_reference_beside_that_of_the_crime_numbers_the_case():
    assert suggested("Crime ref", "Occurrence number") == {
        "Crime ref": ("crime_number", True),
        "Occurrence number": ("case_number", False),
    }
    assert suggested("Case number", "Crime ref", "Occurrence number")["Occurrence number"] == ("", False)


def test_a_sole_reference_numbers_the_case_too_where_no_two_are_alike():
    one = ColumnLook("Crime ref", ("42/1",), 2, (("42/1", 1), ("42/2", 1)), {})
    (sole,) = suggest(Look(SheetLook("S", 1, (one,), 2)), FORCE)
    assert (sole.uses, sole.sure) == ((Use("crime_number"), Use("case_number")), False)
    (twice,) = suggest(Look(SheetLook("S", 1, (replace(one, words=(("42/1", 2),)),), 2)), FORCE)
    assert twice.uses == (Use("crime_number"),)


def test_an_officers_view_of_ethnicity_is_not_loaded_and_says_why():
    (one,) = suggest(look_at(["IC Code"]), FORCE)

    assert (one.uses, one.why) == ((), "an officer’s view, not self-defined: not loaded")


def test_columns_of_one_address_all_fill_it():
    found = suggested("Suspect Address Line 1", "Suspect Town", "Suspect Postcode")

    assert set(found.values()) == {("offender_address", True)}


def test_a_surname_and_its_forenames_are_parts_of_a_name():
    found = suggest(look_at(["Suspect Surname", "Suspect Forename(s)"]), FORCE)

    assert [one.uses for one in found] == [
        (Use("offender_name", Part.SURNAME),),
        (Use("offender_name", Part.FORENAMES),),
    ]


def test_values_tell_what_a_strange_heading_does_not():
    (one,) = suggest(look_at_column("Kol 7", "Comm Res", "CR", "YCC", "CR"), FORCE)

    assert (one.uses, one.sure) == ((Use("disposal"),), False)
    assert one.why == "its values look like words for disposal"


def test_the_forces_own_name_tells_its_column():
    (one,) = suggest(look_at_column("Kol 7", FORCE, FORCE.upper()), FORCE)

    assert one.uses == (Use("force"),)


def test_values_that_are_no_dates_make_a_date_heading_doubtful():
    (one,) = suggest(look_at_column("Disposal date", "CR", "YC"), FORCE)

    assert not one.sure
    assert one.why == "same heading, but its values do not look like dates"


def test_the_sheet_of_people_is_known_by_its_own_words():
    look = look_at(["Case number"], people=(["Case ID", "Person Role", "Surname", "Forenames", "DOB", "Postcode"], ()))

    assert [one.uses[0].field for one in suggest_parties(look)] == [
        *("case_number", "role", "name", "name", "born", "address")
    ]


def test_the_sheet_of_people_is_known_by_the_layout_that_was_confirmed():
    look = look_at(["Case number"], people=(["Case number", "Role", "Kol 7"], ()))
    known = Mapping({}, parties={"kol7": (Use("contact"),)})

    *_, found = suggest_parties(look, known)

    assert (found.uses, found.sure) == ((Use("contact"),), True)


def test_headings_that_differ_in_a_sign_alone_are_two():
    found = suggested("Disposal #", "Disposal")

    assert found == {"Disposal #": ("case_number", True), "Disposal": ("disposal", True)}


@pytest.mark.parametrize(("one", "other"), [("Outcome #", "Outcome number"), ("A & B", "A and B"), ("%", "percent")])
def test_a_sign_reads_as_its_word(one, other):
    assert fold(one) == fold(other)


def only(heading: str, *values):
    (found,) = suggest(look_at_column(heading, *values), FORCE)
    return found


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(("FORCE_CD", "force"), ("OFF_HO_CD", "offence_code"), ("DISPOSAL_DTTM", "disposal_date")),
        *(("REPORTED_DTTM", "reported_date"), ("RATIONALE_TXT", "rationale"), ("COND_TXT", "conditions")),
        *(("CASE_STATUS_CD", "status"), ("VIC_CONSULTED_FLAG", "victim_consulted"), ("COND_DUE_DT", "conditions_due")),
        *(("VIC_AGREED_FLAG", "victim_agreed"), ("APPROP_ADULT_FLAG", "appropriate_adult")),
        *(("YOT_CONSULTED_FLAG", "yjs_consulted"), ("NOMINAL_VRM", "offender_vehicle"), ("Accd DOB", "offender_born")),
        *(("Accd Sex", "sex"), ("Accd SDE", "ethnicity"), ("Accd Address", "offender_address"), ("Boro", "area")),
        *(("Accd Tel", "offender_contact"), ("Conds", "conditions"), ("Supvr Warrant", "supervisor_number")),
        *(("Cmtd Date", "offence_date"), ("Rptd Date", "reported_date"), ("DETS", "circumstances")),
        *(("VIW", "victim_views"), ("Interview Account", "suspect_account"), ("IP asked?", "victim_consulted")),
        *(("IP happy?", "victim_agreed"), ("Conditions by", "conditions_due")),
    ],
)
def test_short_forms_and_endings_are_suggested_and_never_sure(heading, field):
    assert suggested(heading)[heading] == (field, False)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(("OIC Warrant", "officer_number"), ("Offence Committed From", "offence_date")),
        *(("Investigating Officer Collar No", "officer_number"), ("Conditions/Requirements", "conditions")),
        *(("Matrix Justification", "gravity_working"),),
    ],
)
def test_plain_words_for_a_field_are_sure(heading, field):
    assert suggested(heading)[heading] == (field, True)


def test_every_forename_column_is_a_part_of_the_name():
    found = suggest(look_at(["Suspect Surname", "Suspect Forename 1", "Suspect Forename 2"]), FORCE)

    assert [use.part for one in found for use in one.uses] == [Part.SURNAME, Part.FORENAMES, Part.FORENAMES]


@pytest.mark.parametrize("heading", ["Suspect 2 Forename", "Suspect 2 Address"])
def test_the_number_of_a_forename_or_address_line_is_never_taken_for_another_person(heading):
    assert suggested(heading)[heading] == ("", False)


@pytest.mark.parametrize("heading", ["OFFENDER_FLAG", "VICTIM_CD", "DISPOSAL_FLAG_DTTM"])
def test_an_ending_is_dropped_only_where_a_code_can_fill_the_field(heading):
    assert suggested(heading)[heading] == ("", False)


def test_a_force_column_that_names_another_force_is_left_out_and_says_why():
    found = only("Force", "Northmoor", "Northmoor")

    assert (found.uses, found.sure) == ((), False)
    assert found.why == "its values are not the name of your force: leave it out and say the force below"


def test_a_force_column_that_names_the_force_is_sure_whatever_else_it_names():
    found = only("Force", FORCE.upper(), "Elsewhere Police")

    assert (found.uses, found.sure) == ((Use("force"),), True)


def test_a_column_that_counts_the_rows_is_no_case_number():
    found = suggest(look_at(["No."], ["1"], ["2"], ["3"]), FORCE)

    assert (found[0].uses, found[0].sure) == ((), False)


def test_a_column_that_is_headed_case_number_is_one_even_where_it_counts():
    assert only("Case number", 1, 2, 3).uses == (Use("case_number"),)


def test_an_empty_column_of_notes_is_not_suggested():
    (_, found) = suggest(look_at(["Disposal", "Notes"], ["CR", ""]), FORCE)

    assert (found.uses, found.sure) == ((), False)


def test_dates_are_never_suggested_as_text():
    assert "conditions" not in {use.field for use in only("Conditions at", "31/12/2026", "30/12/2026").uses}
    assert only("Circumstances then", "31/12/2026", "30/12/2026").uses == ()


def test_a_heading_over_dates_is_the_day_of_what_it_says():
    assert only("Finalised", "31/12/2026", "30/12/2026").uses == (Use("disposal_date"),)
    assert only("Finalised", "Yes", "No").uses != (Use("disposal_date"),)


def test_a_column_left_over_is_known_by_its_words_as_they_seem_to_mean():
    assert only("Blorp", "CR with conditions", "DPS", "Cond. Ctn").uses == (Use("disposal"),)


def test_how_somebody_seemed_to_an_officer_is_no_self_defined_ethnicity():
    assert only("Ethnicity", "IC1", "IC3").uses == ()


def test_short_text_with_figures_is_not_said_to_be_names():
    assert only("Kol 7", "Raw 3, adjusted 3", "Raw 2, adjusted 4").why == "no field reads like it"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("victimonedob", "victim_1_born"),
        ("VictimOneDOB", "victim_1_born"),
        ("OICCollarNumber", "officer_number"),
        ("suspectMobile", "offender_contact"),
        ("offendermobiletel", "offender_contact"),
    ],
)
def test_words_that_run_together_are_parted(heading, field):
    [one] = suggest(look_at_column(heading, "x"), "Northmoor Police")
    assert one.uses[0].field == field


def test_a_known_heading_is_sure_however_its_words_run_together():
    for heading in ("suspectMobile", "suspect_mobile", "SuspectMobile", "suspectmobile", "SUSPECT_MOBILE"):
        [one] = suggest(look_at_column(heading, "07700 900123"), "Northmoor Police")
        assert one.sure


@pytest.mark.parametrize("heading", ["Agg Age", "Victim 2 age", "IP age", "Officer Age", "Case age (days)"])
def test_the_age_of_anything_but_the_offender_is_not_loaded_and_taken_for_nothing_else(heading):
    (one,) = suggest(look_at_column(heading, 34, 16), FORCE)

    assert (one.uses, one.sure) == ((), True)


@pytest.mark.parametrize(
    ("heading", "field", "sure"),
    [
        ("Offender age", "offender_age", True),
        ("Age at offence", "offender_age", True),
        ("AgeAtOffence", "offender_age", True),
        ("Susp Age", "offender_age", False),
        ("Age", "offender_age", False),
        ("AGE", "offender_age", False),
        ("How old was the suspect?", "offender_age", False),
        ("Suspect age on date of offence", "offender_age", True),
        ("Age at disposal", "offender_age_at_disposal", True),
        ("Susp. age when dealt with", "offender_age_at_disposal", False),
    ],
)
def test_the_offenders_age_is_known_by_its_heading_and_a_plain_age_is_asked_about(heading, field, sure):
    (one,) = suggest(look_at_column(heading, 34, 16), FORCE)

    assert (one.uses, one.sure) == ((Use(field),), sure)


@pytest.mark.parametrize("heading", ["Age at arrest", "Current age"])
def test_an_age_on_a_day_that_is_kept_of_no_case_is_asked_about(heading):
    (one,) = suggest(look_at_column(heading, 34, 16), FORCE)

    assert (one.uses, one.sure) == ((), False)


@pytest.mark.parametrize("heading", ["Age band", "Age group", "Suspect age group", "Age range", "Age", "Susp Age"])
def test_bands_of_ages_are_no_age(heading):
    (one,) = suggest(look_at_column(heading, "18-24", "25-34", "18-24", "25-34", "18-24", "25-34"), FORCE)

    assert not {"offender_age", "offender_age_at_disposal"} & {use.field for use in one.uses}


def test_codes_that_are_all_different_are_suggested_as_the_case_number_where_no_heading_is():
    look = look_at(["OEL No.", "Blorp"], ["OEL/1/26", "Q7"], ["OEL/2/26", "Q7"])
    people = look_at(["OEL No."], ["OEL/1/26"], people=(["OEL No.", "Role"], [["OEL/1/26", "Victim"]]))

    assert [one.uses for one in suggest(look, FORCE)] == [(Use("case_number"),), ()]
    assert suggest_parties(people)[0].uses == (Use("case_number"),)


def test_days_are_nothing_but_dates_whatever_the_heading_reads_like():
    by, done = suggest(look_at(["Done by", "Done?"], ["1.6.26", "Yes"], ["13.6.26", "No"]), FORCE)

    assert by.uses[0].field == "conditions_due"
    assert done.uses == (Use("conditions_completed"),)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("circumstancesNarrative", "circumstances"),
        ("MO_NARR", "circumstances"),
        ("Conditions free text", "conditions"),
        ("P/code", "offender_address"),
        ("Hate tick", "hate"),
        ("Knife tick", "weapon"),
        ("How dealt with", "disposal"),
        ("previousDisposalCount", "previous_outcomes"),
        ("To do", "conditions"),
    ],
)
def test_what_is_said_in_other_words_is_suggested(heading, field):
    near = nearest_phrase(heading) or (PHRASES[fold(heading)],)

    assert near[0].use.field == field


def test_an_organisations_column_never_pushes_out_the_parts_of_a_persons_name():
    headings = ["VIC1_ORG_NM", "VIC1_SNAME", "VIC1_FNAME"]
    org, surname, forename = suggest(look_at(headings, ["", "Marsh", "Ann"], ["Harbour Lights", "", ""]), FORCE)

    assert org.uses == (Use("victim_1_name", Part.ORGANISATION),)
    assert surname.uses == (Use("victim_1_name", Part.SURNAME),)
    assert forename.uses == (Use("victim_1_name", Part.FORENAMES),)


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Decision: Offence date", "offence_date"), ("Decision: Outcome", "outcome_code"), ("Victim: Type", "")],
)
def test_a_heading_under_a_group_that_is_not_its_own_is_read_by_itself(heading, field):
    assert suggested(heading)[heading] == (field, False)


@pytest.mark.parametrize("heading", ["RN", "N", "Row"])
def test_a_running_number_is_nothing_though_some_outcome_has_each(heading):
    (one,) = suggest(look_at_column(heading, *map(str, range(1, 18))), "Northmoor Police")
    assert one.uses == ()
