"""Days of a disposal: the one it was authorised on is the decision's, told by whole words of the headings."""

import pytest

from scrutiny_app.domain.days_in_order import decided_before_given
from scrutiny_app.domain.reasons import LIKE
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Use


def fields_of(*headings):
    found = decided_before_given([Suggestion(heading, (Use("disposal_date"),), LIKE) for heading in headings])
    return [use.field for one in found for use in one.uses]


@pytest.mark.parametrize(
    ("authorised", "given"),
    [
        ("Disposal Authorised Date", "Disposal Issued Date"),
        ("DisposalAuthDate", "DisposalGivenDate"),
        ("DISP_AUTH_DT", "DISP_ISS_DT"),
        ("Disposal Authority Date", "Disposal Signed"),
        ("disposal agreed on", "disposal delivered on"),
    ],
)
def test_the_day_of_the_authority_is_the_decisions_where_another_is_the_day_it_was_given(authorised, given):
    assert fields_of(authorised, given) == ["decision_date", "disposal_date"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Disposal Approved Date", "Disposal Assigned Date"),
        ("Disposal Author Date", "Disposal Issued Date"),
        ("Disposal Disagreed Date", "Disposal Issued Date"),
        ("DisposalUndecidedDate", "DisposalIssuedDate"),
        ("Disposal Agreed Date", "Disposal Incomplete Date"),
        ("Disposal Approved Date", "Disposal Designed"),
        ("Disposal authored on", "Disposal given on"),
    ],
)
def test_a_word_within_another_says_nothing(one, other):
    assert fields_of(one, other) == ["disposal_date", "disposal_date"]


def test_a_column_fills_a_field_among_others_or_alone():
    both = Suggestion("Ref", (Use("crime_number"), Use("case_number")), LIKE)
    alone = Suggestion("Ref", (Use("crime_number"),), LIKE)
    assert both.fills("case_number")
    assert alone.fills("crime_number")
    assert alone.fills_only("crime_number")
    assert not both.fills_only("case_number")
    assert not alone.fills("case_number")
