"""Findings: whom the panel needs, what a finding must say, and what a spread keeps to itself."""

from itertools import permutations

import pytest

from scrutiny_app.domain.agreeing import LONGEST_REMARKS, FindingIncomplete, NoQuorum, Result, check_complete, in_words
from scrutiny_app.domain.grading import Grade, Observation, Severity, Theme
from scrutiny_app.domain.spreads import Judgement, Noted, OwnWords, spread

VICTIM = Observation(Theme.VICTIM, Severity.MINOR)


def test_all_that_is_missing_makes_one_sentence():
    assert in_words(["a"]) == "a"
    assert NoQuorum(["a", "b", "c"]).message == "There is no quorum on this case yet. It still needs a, b and c."


@pytest.mark.parametrize(
    ("result", "ask"),
    [
        (Result.OBSERVATIONS, "what the panel observed"),
        (Result.INAPPROPRIATE, "why"),
        (Result.NOT_AGREED, "what divided the panel"),
        (Result.MORE_INFORMATION, "what the panel needs to know"),
    ],
)
def test_a_finding_says_what_its_readers_need(result, ask):
    with pytest.raises(FindingIncomplete, match=ask):
        check_complete(result, [], " ", "")


@pytest.mark.parametrize(
    ("result", "observations", "remarks", "dissent"),
    [
        (Result.APPROPRIATE, [], "", ""),
        (Result.OBSERVATIONS, [VICTIM], "", ""),
        (Result.INAPPROPRIATE, [], "The history was ignored.", ""),
        (Result.NOT_AGREED, [], "", "One of us would have charged."),
        (Result.MORE_INFORMATION, [], "Was the victim asked?", ""),
    ],
)
def test_a_finding_that_says_it_is_complete(result, observations, remarks, dissent):
    try:
        check_complete(result, observations, remarks, dissent)
    except FindingIncomplete as refusal:
        pytest.fail(refusal.message)


def test_an_appropriate_finding_has_no_fault():
    with pytest.raises(FindingIncomplete, match="choose “Appropriate with observations”, or untick"):
        check_complete(Result.APPROPRIATE, [VICTIM], "", "")


def test_remarks_have_an_end():
    with pytest.raises(FindingIncomplete, match="4,000"):
        check_complete(Result.APPROPRIATE, [], "", "a" * (LONGEST_REMARKS + 1))


def test_a_spread_counts_grades_and_observations():
    found = spread(
        [
            Judgement(Grade.APPROPRIATE, (), "Fair."),
            Judgement(Grade.OBSERVATIONS, (VICTIM,), ""),
            Judgement(Grade.OBSERVATIONS, (VICTIM,), "Ask the victim."),
        ]
    )
    assert found.counts == {Grade.APPROPRIATE: 1, Grade.OBSERVATIONS: 2, Grade.INAPPROPRIATE: 0}
    assert found.noted == (Noted(Theme.VICTIM, Severity.MINOR, 2),)
    assert (found.total, found.unanimous) == (3, False)


def test_a_spread_tells_a_forces_own_words_once_and_not_who_chose_them():
    def seen(text, local_id):
        return Judgement(Grade.OBSERVATIONS, (Observation(Theme.VICTIM, Severity.MINOR, text, local_id),), "")

    found = spread([seen("The shop was not asked", 2), seen("Ask first", 1), seen("Ask first", 1), seen("", None)])
    assert found.noted == (
        Noted(Theme.VICTIM, Severity.MINOR, 4, (OwnWords(1, "Ask first", 2), OwnWords(2, "The shop was not asked", 1))),
    )
    assert found.noted[0].own == ("Ask first", "The shop was not asked")


def test_a_spread_is_the_same_whoever_graded_first():
    judgements = [
        Judgement(Grade.APPROPRIATE, (), "Zeal."),
        Judgement(Grade.INAPPROPRIATE, (VICTIM,), "a weak reason"),
        Judgement(Grade.OBSERVATIONS, (), "A weak reason"),
    ]
    assert len({str(spread(order)) for order in permutations(judgements)}) == 1


def test_nobody_is_not_unanimous():
    assert not spread([]).unanimous
