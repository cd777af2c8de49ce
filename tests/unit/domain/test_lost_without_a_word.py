"""What would be lost by a mapping is told before it is confirmed: names that nothing masks, cases without their day."""

import pytest

from scrutiny_app.domain.undated_cases import undated_cases
from scrutiny_app.domain.unloaded_names import names_unloaded
from scrutiny_app.domain.uses import Mapping, Use
from tests.unit.domain.looks import look_at

NAMES = ["Vict A Name", "Vict B Name", "Entered By"]
ENDS = ["Ref", "Disposal", "Outcome", "Given"]
USES = {
    "ref": (Use("case_number"),),
    "disposal": (Use("disposal"),),
    "outcome": (Use("outcome_code"),),
    "given": (Use("disposal_date"),),
}
DATED = ["1", "Community resolution", "8", "03/02/2026"]


def test_names_in_a_column_that_is_not_loaded_are_told_where_no_other_has_them():
    first = Mapping({"victaname": (Use("victim_1_name"),)})
    look = look_at(NAMES, ["Ash, Mary", "Elm, Kian", "Oak, Sue"], ["Fir, Ann", "", "Oak, Sue"])
    (told,) = names_unloaded(first, look)
    assert told.startswith("“Vict B Name” names people in 1 row who are not loaded, so nothing masks their names.")

    again = look_at(NAMES, ["Ash, Mary", "Mary Ash", "Oak, Sue"], ["Fir, Ann", "Unknown", "Oak, Sue"])
    assert list(names_unloaded(first, again)) == []
    both = Mapping({**first.uses, "victbname": (Use("victim_2_name"),)})
    assert list(names_unloaded(both, look)) == []


@pytest.mark.parametrize("day", ["", "-"])
def test_a_disposal_with_its_code_and_no_day_is_told_where_nothing_says_which_cases_are_open(day):
    look = look_at([*ENDS, "State"], [*DATED, "Closed"], ["2", "Community resolution", "8", day, "Closed"])
    (told,) = undated_cases(Mapping(USES), look)
    assert told.startswith("1 row has a disposal and an outcome code and no disposal date")
    assert list(undated_cases(Mapping({**USES, "state": (Use("status"),)}), look)) == []
    assert list(undated_cases(Mapping({**USES, "state": (Use("authorising_name"),)}), look)) == []


@pytest.mark.parametrize(("disposal", "code"), [("Charged", "1"), ("CR refused", "8"), ("", "8"), ("CR", "")])
def test_a_row_that_ended_otherwise_or_has_no_end_is_not_told(disposal, code):
    assert list(undated_cases(Mapping(USES), look_at(ENDS, DATED, ["2", disposal, code, ""]))) == []


def test_one_column_for_both_tells_nothing_more_than_itself():
    uses = {**USES, "disposal": (Use("disposal"), Use("outcome_code"))}
    del uses["outcome"]
    assert list(undated_cases(Mapping(uses), look_at(ENDS, DATED, ["2", "Community resolution", "", ""]))) == []
