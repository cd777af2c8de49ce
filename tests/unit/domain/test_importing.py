from dataclasses import astuple
from datetime import date, datetime
from typing import cast

import pytest

from scrutiny_app.domain.cases import FACETS, FIELD, FIELDS
from scrutiny_app.domain.cells import ERROR_CELL, MERGED_CELL
from scrutiny_app.domain.faults import ADVICE, NOTES, Fault
from scrutiny_app.domain.importing import (
    CheckedCase,
    Problem,
    check_row,
    encode,
)
from tests.unit.domain.extract_rows import FORCE, TODAY, cells, check, check_rows

HEADINGS = [field.heading for field in FIELDS]


def faults(**differing):
    checked = check(**differing)
    assert isinstance(checked, list)
    return [(problem.column, problem.code) for problem in checked]


def test_a_good_row_becomes_a_case_with_its_facets_in_codes():
    case = check(sex="F", ethnicity="W1", domestic_abuse="n", tier=" Level  1 ")
    assert isinstance(case, CheckedCase)
    assert case.case_number == "OOCR-26-00417"
    assert set(case.facets) == {*FACETS, "age_group"}
    assert case.facets["disposal"] == "community_resolution"
    assert case.facets["disposal_date"] == date(2026, 3, 20)
    assert (case.facets["sex"], case.facets["ethnicity"], case.facets["domestic_abuse"]) == ("female", "white", False)
    assert (case.facets["age_group"], case.facets["tier"]) == ("adult", "Level 1")


def test_the_record_holds_what_is_recorded_as_json_values_in_the_order_of_the_fields():
    case = check(previous_outcomes=2.0, witnesses="Rees, Ann; Hussain, Bilal", victim_1_born="01/02/1971", hate=False)
    assert isinstance(case, CheckedCase)
    assert list(case.record) == [name for name in FIELD if name in case.record]
    assert case.record["hate"] is False
    assert not [value for value in case.record.values() if value is None]
    assert case.record["offence_date"] == "2026-03-12"
    assert case.record["victim_1_born"] == "1971-02-01"
    assert case.record["previous_outcomes"] == 2
    assert case.record["witnesses"] == ["Rees, Ann", "Hussain, Bilal"]
    assert "rationale" not in case.record


def test_the_order_of_the_columns_does_not_change_a_record_s_bytes():
    forth = check_row(2, cells(), TODAY)
    back = check_row(2, dict(reversed(cells().items())), TODAY)
    assert encode(forth.record) == encode(back.record)
    assert encode({"area": "Tŷ “Hir”", "hate": False}) == '{"area":"Tŷ “Hir”","hate":false}'.encode()


def test_every_problem_of_a_row_is_listed():
    assert faults(case_number="", offence_date="31/02/2026", sex="Z", previous_outcomes="lots") == [
        ("Offence date", Fault.NO_SUCH_DAY),
        ("Sex", Fault.UNKNOWN_WORD),
        ("Previous outcomes", Fault.NOT_A_NUMBER),
        ("Case number", Fault.MISSING),
    ]


def test_no_problem_repeats_what_stood_in_the_cell():
    checked = check(offender_name="Daniel Okafor", sex="Zebra", offence_date="12/03/26", outcome_code="Q7")
    assert isinstance(checked, list)
    said = " ".join(str(part) for problem in checked for part in astuple(problem))
    assert len(checked) == 4
    assert not any(value in said for value in ("Okafor", "Zebra", "12/03/26", "Q7"))


@pytest.mark.parametrize("word", ["", "  ", "-", "N/A", None])
def test_a_required_field_that_says_nothing_is_missing(word):
    assert faults(crime_number=word) == [("Crime number", Fault.MISSING)]


@pytest.mark.parametrize(
    ("differing", "column", "fault"),
    [
        ({"disposal_date": date(2026, 7, 2)}, "Disposal date", Fault.IN_FUTURE),
        ({"offender_born": date(1899, 12, 31)}, "Offender date of birth", Fault.TOO_EARLY),
        ({"disposal_date": date(2026, 3, 11)}, "Disposal date", Fault.WRONG_ORDER),
        ({"decision_date": date(2026, 3, 21)}, "Decision date", Fault.WRONG_ORDER),
        ({"decision_date": date(2026, 3, 11)}, "Decision date", Fault.WRONG_ORDER),
        ({"reported_date": date(2026, 3, 11)}, "Reported date", Fault.WRONG_ORDER),
        ({"offender_born": date(2026, 3, 13)}, "Offender date of birth", Fault.WRONG_ORDER),
    ],
)
def test_a_date_that_cannot_be_is_a_problem(differing, column, fault):
    assert faults(**differing) == [(column, fault)]


def test_a_condition_may_fall_due_after_today():
    assert isinstance(check(conditions_due=date(2026, 9, 1)), CheckedCase)


@pytest.mark.parametrize("code", ["1", "1A", "4", "16", "0"])
def test_an_outcome_that_is_not_out_of_court_is_a_problem(code):
    assert faults(outcome_code=code) == [("Outcome code", Fault.NOT_OUT_OF_COURT)]


@pytest.mark.parametrize("disposal", [None, "", "20", "Community resolution", "Youth caution"])
def test_a_row_that_no_panel_looks_at_is_told_once_and_never_to_relabel_it(disposal):
    checked = check(outcome_code="20", disposal=disposal)
    assert isinstance(checked, list)
    [problem] = checked
    assert problem.code == Fault.NOT_OUT_OF_COURT
    assert problem.advice.startswith("There is nothing to do: ")


def test_a_disposal_that_was_given_contradicts_an_outcome_that_is_not_out_of_court():
    given = {"status": "Finalised", "outcome_code": "14"}
    assert faults(**given) == [("Disposal", Fault.OUTCOME_CONTRADICTS)]
    assert ("Outcome code", Fault.NOT_OUT_OF_COURT) in faults(**given | {"disposal_date": ""})
    assert faults(**given | {"status": "Open"})[0] == ("Outcome code", Fault.NOT_OUT_OF_COURT)


def test_an_outcome_code_that_does_not_exist_is_a_problem():
    assert faults(outcome_code="80") == [("Outcome code", Fault.UNKNOWN_OUTCOME)]


def test_an_outcome_code_is_read_from_a_number_or_in_small_letters():
    case = check(outcome_code="3a", disposal="CC")
    assert isinstance(case, CheckedCase)
    assert case.facets["outcome_code"] == "3A"
    assert isinstance(check(outcome_code=8.0), CheckedCase)


def test_a_zero_before_an_outcome_code_changes_nothing():
    assert check(outcome_code="08").facets["outcome_code"] == "8"
    assert faults(outcome_code="00") == [("Outcome code", Fault.NOT_OUT_OF_COURT)]


@pytest.mark.parametrize("cell", [None, "", "N/A"])
def test_a_case_without_a_disposal_date_is_not_finalised(cell):
    assert faults(disposal_date=cell) == [("Disposal date", Fault.NOT_FINALISED)]


def test_a_case_that_is_said_to_be_finalised_on_no_day_lacks_the_day():
    assert faults(disposal_date="", status="Finalised") == [("Disposal date", Fault.MISSING)]


def test_a_case_that_was_decided_and_given_an_outcome_lacks_the_day_unless_it_is_said_to_be_open():
    assert faults(disposal_date="", decision_date="01/06/2026") == [("Disposal date", Fault.MISSING)]
    assert ("Disposal date", Fault.NOT_FINALISED) in faults(disposal_date="", decision_date="01/06/2026", status="Open")


@pytest.mark.parametrize("who", ["authorising_name", "decision_maker_name"])
def test_a_case_that_somebody_authorised_lacks_its_day_though_no_other_day_is_kept(who):
    assert faults(disposal_date="", **{who: "Mistry, Asha"}) == [("Disposal date", Fault.MISSING)]
    assert ("Disposal date", Fault.NOT_FINALISED) in faults(
        disposal_date="", disposal="Not yet", **{who: "Mistry, Asha"}
    )
    assert ("Disposal date", Fault.NOT_FINALISED) in faults(
        disposal_date="", status="With sgt", **{who: "Mistry, Asha"}
    )


@pytest.mark.parametrize(
    ("word", "fault"),
    [
        ("Open", Fault.NOT_FINALISED),
        ("under investigation", Fault.NOT_FINALISED),
        ("Cancelled", Fault.WITHDRAWN),
        ("Withdrawn", Fault.WITHDRAWN),
    ],
)
def test_a_case_whose_status_is_not_finalised_is_a_problem_and_one_that_was_withdrawn_awaits_nothing(word, fault):
    assert faults(status=word) == [("Case status", fault)]
    assert faults(status=word, disposal_date="")[0] == ("Case status", fault)
    assert {code for _, code in faults(status=word, disposal_date="")} == {fault}
    assert ADVICE[fault].startswith("There is nothing to do")


def test_how_a_case_ended_is_why_its_row_is_left_out_and_an_empty_day_only_where_nothing_else_says_it():
    assert faults(outcome_code="16", disposal_date="", status="Open") == [
        ("Outcome code", Fault.NOT_OUT_OF_COURT),
        ("Case status", Fault.NOT_FINALISED),
        ("Disposal date", Fault.NOT_FINALISED),
    ]
    [told] = cast("list[Problem]", check(disposal_date=""))
    assert told.advice == "There is nothing to do unless a disposal was given: then fill in its day."


@pytest.mark.parametrize(("status", "may_be_open"), [({}, True), ({"status": "Finalised"}, False)])
def test_a_row_without_its_day_may_be_left_out_where_no_status_says_that_the_case_is_finalised(status, may_be_open):
    told, *others = cast("list[Problem]", check(disposal_date="", decision_date="01/06/2026", **status))

    assert not others
    assert told.code == Fault.MISSING
    assert ("leave the row out if the case is not finalised" in told.advice) == may_be_open


@pytest.mark.parametrize("word", ["Finalised", "closed", "", None])
def test_a_finalised_status_is_checked_and_not_kept(word):
    case = check(status=word, youth="Adult")
    assert isinstance(case, CheckedCase)
    assert not {"status", "youth"} & (case.record.keys() | case.facets.keys())


CHILD = date(2010, 1, 1)
YOUTH_CAUTION = {"disposal": "YC", "outcome_code": "2"}


@pytest.mark.parametrize(
    ("differing", "column"),
    [
        ({"youth": "Y"}, "Youth"),
        ({"youth": "Juvenile"}, "Youth"),
        ({"youth": "No", "offender_born": CHILD}, "Youth"),
        ({"youth": False, "offender_born": None} | YOUTH_CAUTION, "Youth"),
        ({"child_involved": "No", "offender_born": CHILD}, "Child involved"),
        ({"child_involved": "No", "offender_born": None} | YOUTH_CAUTION, "Child involved"),
    ],
)
def test_a_flag_that_contradicts_the_offender_s_age_is_a_problem(differing, column):
    assert faults(**differing) == [(column, Fault.FLAG_CONTRADICTS)]


@pytest.mark.parametrize(
    "differing",
    [
        {"youth": "No"},
        {"youth": "Yes", "offender_born": CHILD, "child_involved": True},
        {"youth": "Yes", "offender_born": date(2008, 3, 15)},
        {"youth": "No", "offender_born": date(2008, 3, 15)},
        {"youth": "Yes", "offender_born": None},
    ],
)
def test_a_flag_that_may_be_right_is_loaded(differing):
    assert isinstance(check(**differing), CheckedCase)


def test_part_of_merged_cells_is_told_from_other_broken_cells():
    assert faults(area=MERGED_CELL, hate=MERGED_CELL, offence_date=ERROR_CELL) == [
        ("Area", Fault.MERGED),
        ("Offence date", Fault.BROKEN_CELL),
        ("Hate", Fault.MERGED),
    ]


@pytest.mark.parametrize(
    ("disposal", "code"),
    [
        ("Community resolution", "3"),
        ("Conditional caution", "8"),
        ("Simple caution", "2"),
        ("Penalty notice for disorder", "7"),
        ("Cannabis or khat warning", "6"),
        ("Outcome 22", "3A"),
    ],
)
def test_a_disposal_that_the_outcome_code_plainly_contradicts_is_a_problem(disposal, code):
    assert faults(disposal=disposal, outcome_code=code) == [("Disposal", Fault.OUTCOME_CONTRADICTS)]


@pytest.mark.parametrize(
    ("disposal", "code"), [("Simple caution", "3A"), ("Community resolution", "22"), ("Outcome 22", "8")]
)
def test_what_is_for_the_registrar_to_judge_is_loaded(disposal, code):
    assert isinstance(check(disposal=disposal, outcome_code=code), CheckedCase)


def test_a_youth_disposal_for_someone_who_was_an_adult_is_a_problem():
    assert faults(disposal="YC", outcome_code="2") == [("Disposal", Fault.AGE_CONTRADICTS)]


def test_an_adult_disposal_for_someone_still_a_child_is_a_problem():
    born = date(2008, 3, 21)
    assert faults(disposal="CC", outcome_code="3", offender_born=born) == [("Disposal", Fault.AGE_CONTRADICTS)]


@pytest.mark.parametrize(("disposal", "code"), [("Youth caution", "2"), ("Conditional caution", "3")])
def test_whoever_turned_eighteen_in_between_may_have_either_kind(disposal, code):
    assert isinstance(check(disposal=disposal, outcome_code=code, offender_born=date(2008, 3, 15)), CheckedCase)


@pytest.mark.parametrize(
    ("disposal", "code", "day"),
    [("Diversionary caution", "3", date(2026, 3, 20)), ("Outcome 22", "22", date(2019, 3, 31))],
)
def test_a_disposal_not_in_force_on_its_day_is_a_problem(disposal, code, day):
    found = faults(disposal=disposal, outcome_code=code, disposal_date=day, offence_date=date(2019, 3, 1))
    assert found == [("Disposal", Fault.NOT_IN_FORCE)]


def test_an_unread_date_of_birth_raises_no_second_problem():
    assert faults(offender_born=32874.0) == [("Offender date of birth", Fault.NUMBER_FOR_DATE)]


def test_the_second_row_with_a_case_number_is_a_problem_and_the_first_is_not():
    first, second = check_rows([(2, cells()), (3, cells())], TODAY, FORCE)
    assert isinstance(first, CheckedCase)
    assert isinstance(second, list)
    assert [(problem.row, problem.code) for problem in second] == [(3, Fault.REPEATED)]


def test_a_case_number_repeats_even_when_the_first_row_was_bad():
    _, second = check_rows([(2, cells(sex="Z")), (3, cells(sex="Z"))], TODAY, FORCE)
    assert isinstance(second, list)
    assert [problem.code for problem in second] == [Fault.UNKNOWN_WORD, Fault.REPEATED]


def test_rows_without_case_numbers_do_not_repeat_each_other():
    rows = [(number, cells(case_number=None)) for number in (2, 3)]
    codes = [
        problem.code for checked in check_rows(rows, TODAY, FORCE) if isinstance(checked, list) for problem in checked
    ]
    assert codes == [Fault.MISSING, Fault.MISSING]


def test_a_row_of_another_force_is_a_problem_however_the_name_is_written():
    rows = [(2, cells(force="NORTHMOOR  POLICE")), (3, cells(case_number="B", force="Southmere Police"))]
    own, other = check_rows(rows, TODAY, FORCE)
    assert isinstance(own, CheckedCase)
    assert isinstance(other, list)
    assert [problem.code for problem in other] == [Fault.OTHER_FORCE]


def test_a_date_with_a_time_counts_as_its_day():
    case = check_row(2, cells(disposal_date=datetime(2026, 3, 20, 23, 59)), TODAY)  # noqa: DTZ001  a cell has no zone
    assert isinstance(case, CheckedCase)
    assert case.facets["disposal_date"] == date(2026, 3, 20)


def test_every_fault_has_advice():
    assert set(ADVICE) == set(Fault)


def test_what_rejects_nothing_is_apart_from_what_a_row_is_rejected_for():
    assert Fault.NOT_LOADED in NOTES
    assert not NOTES & {Fault.MISSING, Fault.MERGED, Fault.PARTY_UNREADABLE, Fault.UNKNOWN_PARTY}
