"""Quorums: whom a panel needs by default, and by a rule of its own."""

import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.people import Body
from scrutiny_app.domain.quorum import Quorum, in_sentences, missing_from_quorum

ENOUGH = [Body.MAGISTRACY, Body.CPS, Body.LAY]
LARGE = Quorum(members=5, magistrates=2, outside=2, yjs_for_child=False)


def test_three_with_a_magistrate_and_somebody_from_outside_are_a_quorum():
    assert missing_from_quorum(ENOUGH, Quorum(), child=False) == []


@pytest.mark.parametrize(
    ("bodies", "child", "missing"),
    [
        ([Body.MAGISTRACY, Body.LAY], False, ["1 more grade"]),
        ([Body.CPS, Body.LAY, Body.LAY], False, ["a magistrate’s grade"]),
        ([Body.MAGISTRACY, Body.CPS, Body.YJS], False, ["a grade from outside the criminal-justice agencies"]),
        (ENOUGH, True, ["a grade from the youth justice service, because the case is a child’s"]),
    ],
)
def test_what_is_missing_is_named(bodies, child, missing):
    assert missing_from_quorum(bodies, Quorum(), child=child) == missing


def test_a_childs_case_has_a_quorum_with_the_youth_justice_service():
    assert missing_from_quorum([*ENOUGH, Body.YJS], Quorum(), child=True) == []


def test_a_panels_own_rule_counts_its_magistrates_and_those_from_outside():
    missing = missing_from_quorum([Body.CPS], LARGE, child=True)
    assert missing == ["4 more grades", "2 magistrates’ grades", "2 grades from outside the criminal-justice agencies"]
    full = [Body.MAGISTRACY, Body.MAGISTRACY, Body.LAY, Body.VICTIM_SERVICES, Body.CPS]
    assert missing_from_quorum(full, LARGE, child=True) == []


def test_a_rule_that_asks_for_nobody_in_particular_counts_grades_alone():
    anybody = Quorum(members=2, magistrates=0, outside=0, yjs_for_child=False)
    assert missing_from_quorum([Body.CPS, Body.CPS], anybody, child=True) == []
    assert in_sentences(anybody) == ["2 grades at least"]


def test_the_rule_is_said_in_words():
    assert in_sentences(Quorum()) == [
        "3 grades at least",
        "1 of them by a magistrate",
        "1 from outside the criminal-justice agencies",
        "where the case is a child’s, one from the youth justice service",
    ]


@pytest.mark.parametrize("rule", [{"members": 0}, {"members": 31}, {"magistrates": -1}, {"outside": 31}])
def test_a_rule_that_no_panel_could_mean_is_refused(rule):
    with pytest.raises(Refused, match="between 1 and 30|from 0 to 30"):
        Quorum(**rule).check()
