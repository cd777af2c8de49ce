"""The order in which cases are talked about, what is adopted together, and a vote that adds up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.adopting import discussion_order, division, division_in_words, merged, together
from scrutiny_app.domain.agreeing import FindingIncomplete, Reached, Result
from scrutiny_app.domain.grading import Grade, Observation, Severity, Theme
from scrutiny_app.domain.spreads import Judgement, spread
from scrutiny_app.domain.voting import check_vote, in_words

FINE, NOTED, FAULTY = Grade
GRADES = st.lists(st.sampled_from(list(Grade)), max_size=12)


def _spread(*grades, observed=()):
    return spread(Judgement(grade, tuple(observed), "") for grade in grades)


def test_the_most_divided_cases_come_first_and_equals_keep_their_order():
    given = [
        (FINE, FINE, FINE),
        (FINE, FINE, NOTED),
        (FINE, FAULTY, FAULTY),
        (FINE, NOTED, FAULTY),
        (FINE, FINE, NOTED),
    ]
    cases = {place: _spread(*grades) for place, grades in enumerate(given, 1)}
    ordered = sorted(cases, key=lambda place: discussion_order(cases[place], place))
    assert ordered == [3, 4, 2, 5, 1]


@given(GRADES, st.randoms())
def test_division_depends_on_no_order_of_the_grades(grades, rng):
    shuffled = list(grades)
    rng.shuffle(shuffled)
    assert division(_spread(*grades)) == division(_spread(*shuffled))


@given(GRADES)
def test_division_is_nothing_only_where_all_agree_and_never_past_the_scale(grades):
    found = division(_spread(*grades))
    assert 0 <= found <= 2
    assert (found == 0) == (len(set(grades)) < 2)


@pytest.mark.parametrize(
    ("grades", "words"),
    [
        ((FINE, FINE), "All who graded"),
        ((FINE, NOTED), "neighbouring"),
        ((FINE, FAULTY), "whole scale"),
        ((), "Nobody"),
    ],
)
def test_division_is_said_in_words(grades, words):
    assert words in division_in_words(_spread(*grades))


def test_observations_are_merged_once_a_theme_and_serious_where_half_said_so():
    minor, serious = (Observation(Theme.VICTIM, severity) for severity in (Severity.MINOR, Severity.SERIOUS))
    good = Observation(Theme.GOOD_PRACTICE, Severity.GOOD)
    each = [Judgement(NOTED, (minor,), ""), Judgement(NOTED, (serious, good), ""), Judgement(NOTED, (minor,), "")]
    assert merged(spread(each)) == (minor, good)
    assert merged(spread(each[:2])) == (serious, good)


def _coded(severity, local_id):
    return Judgement(NOTED, (Observation(Theme.VICTIM, severity, f"Own words {local_id}", local_id),), "")


def test_a_merged_theme_keeps_the_forces_own_words_that_most_chose():
    each = [_coded(Severity.MINOR, 1), _coded(Severity.SERIOUS, 1), _coded(Severity.MINOR, 2)]
    assert merged(spread(each)) == (Observation(Theme.VICTIM, Severity.MINOR, "Own words 1", 1),)
    assert together(spread(each)) is Result.OBSERVATIONS


def test_own_words_chosen_equally_often_are_for_the_panel_to_choose_between():
    each = [_coded(Severity.MINOR, 1), _coded(Severity.MINOR, 2)]
    assert merged(spread(each)) == (Observation(Theme.VICTIM, Severity.MINOR),)
    assert together(spread(each)) is None


def test_only_what_explains_itself_is_adopted_together():
    seen = [Observation(Theme.VICTIM, Severity.MINOR)]
    assert together(_spread(FINE, FINE)) is Result.APPROPRIATE
    assert together(_spread(FAULTY, FAULTY, observed=seen)) is Result.INAPPROPRIATE
    assert together(_spread(FAULTY, FAULTY)) is None
    assert together(_spread(FINE, NOTED, observed=())) is None
    assert together(_spread()) is None


@pytest.mark.parametrize(
    ("reached", "result", "votes", "words"),
    [
        (Reached.VOTE, Result.APPROPRIATE, {}, "enter how many"),
        (Reached.VOTE, Result.APPROPRIATE, {Result.APPROPRIATE: 6}, "5 could vote"),
        (Reached.VOTE, Result.APPROPRIATE, {Result.APPROPRIATE: -1}, "less than nothing"),
        (Reached.VOTE, Result.APPROPRIATE, {Result.APPROPRIATE: 2, Result.INAPPROPRIATE: 3}, "not get the most"),
        (Reached.VOTE, Result.APPROPRIATE, {Result.APPROPRIATE: 2, Result.INAPPROPRIATE: 2}, "a tie"),
        (Reached.CONSENSUS, Result.APPROPRIATE, {Result.APPROPRIATE: 1}, "by a vote"),
        (None, Result.APPROPRIATE, {Result.APPROPRIATE: 1}, "by a vote"),
    ],
)
def test_a_vote_that_does_not_add_up_is_refused(reached, result, votes, words):
    with pytest.raises(FindingIncomplete, match=words):
        check_vote(reached, result, votes, members=5)


def test_a_vote_that_adds_up_is_kept():
    check_vote(Reached.VOTE, Result.INAPPROPRIATE, {Result.INAPPROPRIATE: 3, Result.APPROPRIATE: 2}, members=5)
    check_vote(Reached.VOTE, Result.NOT_AGREED, {Result.INAPPROPRIATE: 2, Result.APPROPRIATE: 2}, members=5)
    assert in_words({"inappropriate": 3, "appropriate": 2}) == "Appropriate 2, Inappropriate 3"
