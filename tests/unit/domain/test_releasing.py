"""What of a record is released: bands, days, and three kinds of blank."""

from dataclasses import replace

import pytest

from scrutiny_app.domain.banding import age_band, released_case
from scrutiny_app.domain.releasing import BlankState, Moment, from_json
from tests.making import record


def release(hidden=(), **changes):
    whole = record(**changes)
    return released_case(whole, "NP-1", whole, frozenset(hidden))


def fact(case, label):
    (found,) = [fact for fact in case.facts if fact.label == label]
    return found.value or found.state


def test_a_case_reads_back_as_it_was_written():
    assert from_json(release().to_json()) == release()


def test_equal_cases_give_equal_text():
    assert release().to_json() == release().to_json()
    assert release().digest != release(admission="none").digest


@pytest.mark.parametrize(
    ("age", "band"),
    [(9, "0 to 9"), (10, "10 to 13"), (15, "14 to 15"), (17, "16 to 17"), (18, "18 to 24"), (65, "65 or over")],
)
def test_an_age_is_shown_as_a_band(age, band):
    assert age_band(age) == band


def test_a_childs_exact_age_is_not_in_the_release():
    case = release(offender_born="2010-08-20", offence_date="2026-05-01", disposal="youth_caution")
    assert case.age_group == "child"
    assert fact(case, "Age at the offence") == "14 to 15"
    assert "15 years" not in case.to_json()
    assert "2010" not in case.to_json()


def test_dates_become_days_from_the_offence():
    assert [(moment.what, moment.day) for moment in release(reported_date="2026-05-03").timeline] == [
        ("Offence", 0),
        ("Reported to the police", 2),
        ("Decision made", 19),
        ("Case finalised", 31),
    ]
    assert "2026-05" not in release().to_json()


@pytest.mark.parametrize(
    ("day", "words"),
    [(0, "the day of the offence"), (1, "1 day after the offence"), (-2, "2 days before the offence")],
)
def test_a_day_is_told_in_words(day, words):
    assert Moment(day, "x").when == words


@pytest.mark.parametrize("label", ["Sex", "Self-defined ethnicity", "Area"])
def test_what_describes_a_person_is_withheld(label):
    assert fact(release(), label) is BlankState.WITHHELD


def test_what_was_never_recorded_is_not_called_withheld():
    assert fact(release(ethnicity=None), "Self-defined ethnicity") is BlankState.NOT_RECORDED


def test_a_text_of_which_nothing_is_left_is_called_redacted():
    case = release(hidden={"rationale"})
    (reasons,) = [text for text in case.texts if text.name == "rationale"]
    assert (reasons.text, reasons.state) == ("", BlankState.REDACTED)


def test_whether_conditions_were_kept_is_a_later_fact():
    done, not_done = release(conditions_completed="completed"), release(conditions_completed="not_completed")
    assert [fact.value for fact in done.later_facts] == ["Completed"]
    assert replace(done, later_facts=()) == replace(not_done, later_facts=())
    assert {item.label: item.state for item in done.completeness}["Whether conditions were completed"] == "withheld"


def test_ranks_are_released_and_names_are_not():
    case = release(authorising_rank="inspector", authorising_name="Vayne, Tamsin")
    assert fact(case, "Authorising rank") == "Inspector"
    assert "Bhandal" not in "".join(fact.value for fact in case.facts)


@pytest.mark.parametrize(("decided", "told"), [("1107", "Yes"), ("2201", "No"), (None, "Yes")])
def test_whether_someone_else_decided_is_told_by_number_or_else_by_name(decided, told):
    assert fact(release(decision_maker_number=decided), "Decided by someone other than the officer in the case") == told


def test_a_case_without_a_victim_asks_nothing_about_one():
    case = release(victim_consulted="no_victim")
    assert fact(case, "Victims named") == "No identifiable victim"
    assert not [item for item in case.completeness if item.label.startswith("Victim")]


def test_the_recording_list_asks_more_of_a_childs_case():
    asked = {item.label for item in release(offender_born="2010-08-20").completeness}
    assert "Youth justice service consulted or not" in asked
    assert "Youth justice service consulted or not" not in {item.label for item in release().completeness}


def test_a_gravity_score_of_nothing_is_a_score():
    states = {item.label: item.state for item in release(gravity_final=0).completeness}
    assert states["Gravity score"] is BlankState.RECORDED
