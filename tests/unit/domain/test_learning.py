"""Letters: kind, plain, about one case, and silent on who thought what."""

from typing import Any

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.grading import FAULTS, THEME_TITLES, Observation, Severity, Theme
from scrutiny_app.domain.learning import ADVICE, Addressee, Told, draft_letter, shaped

OFFICER, DECIDER, SUPERVISOR = Addressee
GOOD = Observation(Theme.GOOD_PRACTICE, Severity.GOOD)


def words(*parts: Addressee, **changes: Any) -> str:
    plain: dict[str, Any] = {
        "crime_number": "42NM/000001/26",
        "offence": "Common assault",
        "disposal": "Community resolution",
        "days": 31,
        "panel": "Northmoor panel",
        "force": "Northmoor Police",
        "result": Result.OBSERVATIONS,
        "observations": (Observation(Theme.VICTIM, Severity.MINOR),),
        "remarks": "",
    }
    return draft_letter(Told(**(plain | changes)), parts or (OFFICER,)).text


def test_a_letter_says_which_case_it_is_about_and_what_part_its_reader_had():
    text = words(DECIDER, SUPERVISOR)
    assert "42NM/000001/26 (Common assault), in which you were the decision-maker and the officer's supervisor" in text
    assert "finalised 31 days after the offence as: Community resolution" in text


@pytest.mark.parametrize(("days", "when"), [(0, "on the day of the offence"), (1, "1 day after the offence")])
def test_days_are_written_as_people_say_them(days, when):
    assert when in words(days=days)


@pytest.mark.parametrize("result", list(Result))
def test_every_result_is_told_with_what_it_means(result):
    said = shaped(words(result=result, observations=()))
    found = next(said[place + 1] for place, part in enumerate(said) if part.lines == ("What the panel found",))
    assert found.lines[0].startswith(("Appropriate", "Inappropriate", "Not agreed", "More information"))


@pytest.mark.parametrize("result", [Result.NOT_AGREED, Result.MORE_INFORMATION])
def test_a_result_that_is_not_a_grade_is_said_to_be_no_finding_against_the_decision(result):
    assert "no finding against the decision" in words(result=result)


def test_every_fault_has_advice_and_the_letter_gives_it():
    assert set(ADVICE) == set(FAULTS)
    for theme in FAULTS:
        text = words(observations=(Observation(theme, Severity.MINOR),))
        assert f"- {THEME_TITLES[theme]}. Next time, {ADVICE[theme]}" in text


def test_a_serious_observation_is_said_to_be_important():
    assert "(the panel thought this important)" in words(observations=(Observation(Theme.VICTIM, Severity.SERIOUS),))


def test_good_practice_is_told_whatever_the_result():
    assert "What was done well" in words(result=Result.INAPPROPRIATE, observations=(GOOD,))
    assert "What to take from it" not in words(result=Result.APPROPRIATE, observations=(GOOD,))


def test_the_panels_remarks_are_quoted():
    assert "In the panel's words: “The record is thin.”" in words(remarks=" The record is thin. ")


def test_a_supervisor_is_asked_to_talk_it_through_where_there_is_something_to_learn():
    assert "not about blame" in words(SUPERVISOR)
    assert "worth doing again" in words(SUPERVISOR, result=Result.APPROPRIATE, observations=())
    assert "as supervisor" not in words(OFFICER)


def test_nothing_is_worth_doing_again_where_the_panel_came_to_no_grade_and_saw_no_good_practice():
    for result in (Result.NOT_AGREED, Result.MORE_INFORMATION):
        assert "worth doing again" not in words(SUPERVISOR, result=result, observations=())
        assert "worth doing again" in words(SUPERVISOR, result=result, observations=(GOOD,))


def test_every_letter_says_that_it_is_not_discipline_cannot_reopen_and_may_be_answered():
    for result in Result:
        text = words(result=result)
        assert "cannot reopen the case" in text
        assert "not discipline" in text
        assert "Your right of reply" in text


def test_no_letter_speaks_of_members_grades_spread_or_escalation():
    for result in Result:
        text = words(result=result, observations=(Observation(Theme.SAFEGUARDING, Severity.SERIOUS), GOOD)).casefold()
        for silent in ("member", "majority", "unanim", "dissent", "vote", "professional standards", "escalat"):
            assert silent not in text


def test_a_letter_is_set_in_headings_points_and_paragraphs():
    text = "Dear colleague,\r\n\r\nWhat was done well\r\n\r\n- One.\r\n- Two.\r\n\r\nLead\r\nNorthmoor Police"
    assert [(part.kind, part.lines) for part in shaped(text)] == [
        ("paragraph", ("Dear colleague,",)),
        ("heading", ("What was done well",)),
        ("points", ("One.", "Two.")),
        ("paragraph", ("Lead", "Northmoor Police")),
    ]


def test_no_words_have_no_shape():
    assert shaped(" \n\n ") == []
