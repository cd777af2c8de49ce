import pytest

from scrutiny_app.domain.mapping import Part, Use, suggest
from tests.unit.domain.looks import look_at, look_at_column
from tests.unit.domain.short_headings import SHORT_HEADINGS


def suggested(heading: str) -> tuple[str, bool]:
    """Give the field suggested for a heading that stands alone, and whether surely."""
    (one,) = suggest(look_at([heading]), "Northmoor Police")
    return one.uses[0].field if one.uses else "", one.sure


def test_headings_in_short_forms_are_mostly_found_and_none_is_sure_and_wrong():
    found = {heading: suggested(heading) for heading in SHORT_HEADINGS}

    right = sum(field == SHORT_HEADINGS[heading] for heading, (field, _) in found.items() if field)
    assert right / sum(field is not None for field in SHORT_HEADINGS.values()) >= 0.95
    assert right / sum(field != "" for field, _ in found.values()) >= 0.98
    assert not [heading for heading, (field, sure) in found.items() if sure and field != SHORT_HEADINGS[heading]]


@pytest.mark.parametrize("heading", ["Victim?", "Agg'd?", "Supervisor Y/N"])
def test_a_question_is_answered_by_no_name_and_no_day(heading):
    assert suggested(heading) == ("", False)


def test_what_a_question_about_a_narrative_is_answered_by_is_never_sure():
    assert suggested("VPS?") == ("victim_views", False)


@pytest.mark.parametrize("heading", ["Off Surname", "Con Date", "Disch", "Pol", "Sus Act No"])
def test_a_short_form_that_may_stand_for_several_fields_is_suggested_for_none(heading):
    assert suggested(heading) == ("", False)


@pytest.mark.parametrize("heading", ["Sus F/name", "Suspect F. name", "Suspect F/Names"])
def test_an_initial_before_name_is_a_part_of_it(heading):
    (one,) = suggest(look_at_column(heading, "Ann", "Joe"), "Northmoor Police")

    assert one.uses == (Use("offender_name", Part.FORENAMES),)


def test_a_victim_who_was_contacted_may_not_have_been_consulted():
    assert suggested("victimContacted") == ("victim_consulted", False)
