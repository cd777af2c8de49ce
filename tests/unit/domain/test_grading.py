"""Grades and observations: when one is complete."""

import pytest

from scrutiny_app.domain.grading import (
    LONGEST_COMMENT,
    Grade,
    GradeIncomplete,
    Observation,
    Progress,
    Severity,
    Theme,
    check_complete,
    name_in,
    observe,
    progress,
)

VICTIM = Observation(Theme.VICTIM, Severity.MINOR)
GOOD = Observation(Theme.GOOD_PRACTICE, Severity.GOOD)


def _complaint(grade, observations, comment):
    try:
        check_complete(grade, observations, comment)
    except GradeIncomplete as refusal:
        return refusal.message
    return None


def test_an_appropriate_disposal_needs_no_words():
    assert _complaint(Grade.APPROPRIATE, [], "") is None


def test_an_appropriate_disposal_has_no_fault_and_may_be_good_practice():
    assert _complaint(Grade.APPROPRIATE, [GOOD], "") is None
    with pytest.raises(GradeIncomplete, match="choose “Appropriate with observations”, or untick"):
        check_complete(Grade.APPROPRIATE, [GOOD, VICTIM], "")


@pytest.mark.parametrize("grade", [Grade.OBSERVATIONS, Grade.INAPPROPRIATE])
def test_any_other_grade_says_why(grade):
    with pytest.raises(GradeIncomplete, match="tick at least one observation or write a comment"):
        check_complete(grade, [GOOD], "  ")


@pytest.mark.parametrize(("observations", "comment"), [([VICTIM], ""), ([], "The reasons are thin.")])
def test_either_an_observation_or_a_comment_says_why(observations, comment):
    assert _complaint(Grade.INAPPROPRIATE, observations, comment) is None


def test_a_comment_has_an_end():
    with pytest.raises(GradeIncomplete, match="2,000 characters"):
        check_complete(Grade.APPROPRIATE, [], "a" * (LONGEST_COMMENT + 1))


def test_good_practice_is_never_a_fault():
    with pytest.raises(ValueError, match="go together"):
        Observation(Theme.GOOD_PRACTICE, Severity.SERIOUS)


def test_ticked_themes_become_observations_in_one_order():
    assert observe([Theme.GOOD_PRACTICE, Theme.VICTIM], [Theme.HISTORY]) == [
        Observation(Theme.HISTORY, Severity.SERIOUS),
        VICTIM,
        GOOD,
    ]


@pytest.mark.parametrize(
    ("given", "graded", "is_open", "revealed", "expected"),
    [
        (False, False, True, False, Progress.TO_GRADE),
        (True, True, True, False, Progress.GRADED),
        (True, False, False, False, Progress.ABSTAINED),
        (False, False, False, False, Progress.NOT_GRADED),
        (False, False, True, True, Progress.REVEALED),
    ],
)
def test_progress_follows_from_what_was_done(given, graded, is_open, revealed, expected):
    assert progress(given=given, graded=graded, is_open=is_open, revealed=revealed) is expected


def test_whoever_said_what_was_missing_is_not_told_that_they_gave_nothing():
    assert progress(given=True, graded=False, is_open=True, revealed=False, lacking=True) is Progress.CANNOT_GRADE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One member, zofia  pajak, disagrees.", "Zofia Pająk"),
        ("Pajak’s view differs.", None),
        ("MARY O'NEILL agreed.", "Mary O’Neill"),
        ("Ms Lukasz disagrees.", "Łukasz"),
        ("Zofia alone, and pajakistan.", None),
        ("The lee of the building.", None),
        ("Ann Lee disagrees.", "Ann Lee"),
    ],
)
def test_a_text_names_somebody_by_whole_name_or_behind_a_title(text, found):
    assert name_in(text, ["Zofia Pająk", "Mary O’Neill", "Ann Lee", "Łukasz", ""]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One member, zofia PAJAK, disagrees.", "Zofia Pająk"),
        ("Mrs Little thought otherwise.", "Little"),
        ("Too little weight was given to the victim.", None),
        ("Green for go.", None),
    ],
)
def test_a_seated_persons_name_is_found_whole_or_behind_a_title(text, found):
    assert name_in(text, ["Zofia Pająk", "Alice Little", "Tom Green"]) == found


def test_appropriate_with_a_fault_beside_it_asks_which_is_meant():
    fault = Observation(Theme.CONDITIONS, Severity.MINOR)
    with pytest.raises(GradeIncomplete, match="Appropriate with observations"):
        check_complete(Grade.APPROPRIATE, [fault], "")
    check_complete(Grade.APPROPRIATE, [Observation(Theme.GOOD_PRACTICE, Severity.GOOD)], "")
