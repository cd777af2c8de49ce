"""What a round's report says: counts, ranges, and when there are none."""

from datetime import date
from typing import Any

import pytest

from scrutiny_app.domain import report_tables as tables
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.frame_checking import FrameCheck
from scrutiny_app.domain.grading import Observation, Severity, Theme
from scrutiny_app.domain.reconciling import Reconciled
from scrutiny_app.domain.reporting import Reviewed, RoundReport
from scrutiny_app.domain.round_method import Method
from scrutiny_app.domain.statistics import hypergeometric, stratified_exact
from scrutiny_app.domain.weighing import Weighed

CR, CC, YC = "community_resolution", "conditional_caution", "youth_caution"
SOUND, SEEN, WRONG, SPLIT, BACK = Result


def method(**changes: Any) -> Method:
    plain: dict[str, Any] = {
        "algorithm": "dip-1",
        "draw_id": "NP-2026-1",
        "frame_digest": "f" * 64,
        "dice": "83920 17465 50218 99031",
        "period_from": date(2026, 4, 1),
        "period_to": date(2026, 6, 30),
        "filters": {},
        "strata": ("disposal",),
        "floor": 2,
        "exclusions": {"already_before_a_panel": 3},
        "targeted": False,
    }
    counts, places = changes.pop("counts", {CR: 300}), changes.pop("allocation", {CR: 20})
    accounts = {name: Weighed(cases, places[name], places[name]) for name, cases in counts.items()}
    return Method(**({"accounts": accounts, "shared": places} | plain | changes))


def case(result: Result, disposal: str = CR, *seen: Observation, reference: str = "NP-1") -> Reviewed:
    return Reviewed(reference, disposal, "shoplifting", "adult", result, seen)


def report(*cases: Reviewed, hidden: frozenset[str] = frozenset(), **changes: Any) -> RoundReport:
    about = ("Summer round", "Northmoor Police", "Northmoor panel")
    return RoundReport(*about, method(**changes), cases, date(2026, 9, 3), 40, "a" * 64, hidden)


def test_a_share_comes_with_its_counts_and_the_exact_interval_of_the_whole_frame():
    found = report(*[case(SOUND)] * 16, *[case(WRONG)] * 4)
    low, high = hypergeometric(16, 20, 300)
    assert found.grades[0].words == f"16 of 20 ({low / 300:.0%} to {high / 300:.0%})"


def test_observations_count_as_appropriate_in_the_sum_of_both():
    found = report(*[case(SOUND)] * 10, *[case(SEEN)] * 6, *[case(WRONG)] * 4)
    assert (found.sound.cases, found.sound.of) == (16, 20)


def test_results_that_are_not_grades_are_counted_apart_and_are_in_no_share():
    found = report(*[case(SOUND)] * 17, case(WRONG), case(SPLIT), case(BACK))
    assert [line.of for line in found.grades] == [18, 18, 18]
    assert [(line.cases, line.of, line.estimate) for line in found.ungraded] == [(1, 20, None), (1, 20, None)]


def test_every_reviewed_case_is_counted_once():
    found = report(*[case(SOUND)] * 12, *[case(SEEN)] * 4, case(WRONG), case(SPLIT), *[case(BACK, CC)] * 2)
    assert sum(line.cases for line in (*found.grades, *found.ungraded)) == 20
    assert sum(sum(counts.values()) for _, counts in found.by_disposal) == 20


def test_shares_out_of_proportion_are_weighted_by_stratum():
    counts, allocation = {CR: 290, CC: 40, YC: 10}, {CR: 10, CC: 5, YC: 5}
    cases = [*[case(SOUND, CR)] * 9, case(WRONG, CR), *[case(SOUND, CC)] * 3, *[case(WRONG, CC)] * 2]
    found = report(*cases, *[case(WRONG, YC)] * 4, case(SOUND, YC), counts=counts, allocation=allocation)
    known = found.grades[0].estimate
    assert known is not None
    assert known.weighted
    assert (known.share, known.low) == pytest.approx(stratified_exact([(290, 10, 9), (40, 5, 3), (10, 5, 1)])[:2])
    assert tables.results(found).rows[0][3].startswith("84% (")  # and not the bare 13 of 20
    assert "weight" in " ".join(tables.limits(found))


def test_a_weighted_range_never_rules_out_what_was_seen():
    counts, allocation = {CR: 290, CC: 50}, {CR: 18, CC: 2}
    cases = [*[case(SOUND, CR)] * 18, case(SOUND, CC), case(WRONG, CC)]
    found = report(*cases, counts=counts, allocation=allocation)
    sound, wrong = found.grades[0].estimate, found.grades[2].estimate
    assert sound is not None
    assert wrong is not None
    assert (wrong.low, sound.high) == pytest.approx((1 / 340, 339 / 340))


def test_a_targeted_sample_gives_counts_alone_and_says_why():
    found = report(*[case(SOUND)] * 20, targeted=True)
    assert found.grades[0].words == "20 of 20"
    assert "not left to chance" in tables.what_it_shows(found)[0]
    assert "never added to those of a random sample" in tables.what_it_shows(found)[1]
    assert not any("%" in str(cell) for row in tables.results(found).rows for cell in row)


def test_a_frame_read_whole_has_nothing_to_estimate():
    found = report(*[case(SOUND)] * 5, counts={CR: 5}, allocation={CR: 5}, targeted=True)
    assert "Every eligible case" in (found.why_no_range or "")


def test_a_round_without_a_grade_estimates_nothing():
    found = report(case(SPLIT), case(BACK))
    assert found.grades[0].words == "0 of 0"
    assert tables.summary(found) == "Of 2 cases reviewed, the panel graded 0."


def test_areas_out_of_proportion_are_not_estimated_because_the_panel_is_not_told_the_area():
    given = {"strata": ("area",), "counts": {"Harbour": 290, "Moor": 10}, "allocation": {"Harbour": 10, "Moor": 10}}
    assert "from which stratum" in (report(*[case(SOUND)] * 20, **given).why_no_range or "")


def test_a_stratum_without_a_graded_case_stops_a_weighted_estimate():
    given = {"counts": {CR: 290, CC: 50}, "allocation": {CR: 10, CC: 10}}
    found = report(*[case(SOUND, CR)] * 10, *[case(SPLIT, CC)] * 10, **given)
    assert "no graded case" in (found.why_no_range or "")
    assert "random sample" not in " ".join(tables.what_it_shows(found))


def test_a_case_counts_once_a_theme_and_the_most_frequent_theme_comes_first():
    victim = Observation(Theme.VICTIM, Severity.MINOR)
    lenient = Observation(Theme.TOO_LENIENT, Severity.SERIOUS)
    found = report(case(SEEN, CR, victim, victim), case(WRONG, CR, lenient, victim), *[case(SOUND)] * 18)
    lines = [(line.theme, line.cases, line.serious) for line in found.themes]
    assert lines == [(Theme.VICTIM, 2, 0), (Theme.TOO_LENIENT, 1, 1)]


def test_good_practice_stands_beside_the_faults_and_is_none_of_them():
    good = Observation(Theme.GOOD_PRACTICE, Severity.GOOD)
    found = report(case(SOUND, CR, good, reference="NP-7"), *[case(SOUND)] * 19)
    assert [one.reference for one in found.good_practice] == ["NP-7"]
    assert found.themes == ()
    assert tables.themes(found).rows == (("Good practice", 1, 0),)


def test_it_says_how_many_faults_could_have_been_missed():
    found = report(*[case(SOUND)] * 20)
    _, unseen = hypergeometric(0, 20, 300)
    assert f"in up to {unseen} of the 300" in " ".join(tables.what_it_shows(found))


def test_what_none_of_the_cases_showed_has_the_same_limit_as_a_result_that_was_never_found():
    counts, allocation = {CR: 290, CC: 40}, {CR: 10, CC: 10}
    found = report(*[case(SOUND, CR)] * 10, *[case(SOUND, CC)] * 10, counts=counts, allocation=allocation)
    never = found.grades[2].estimate
    assert never is not None
    assert never.weighted
    assert f"in up to {int(never.high * 330)} of the 330" in " ".join(tables.what_it_shows(found))


def test_a_case_with_the_readers_conflict_is_counted_and_not_listed():
    found = report(case(WRONG, reference="NP-9"), *[case(SOUND)] * 19, hidden=frozenset({"NP-9"}))
    assert found.grades[2].cases == 1
    assert "NP-9" not in str(tables.cases(found))
    assert "1 case is left out of your list" in " ".join(tables.limits(found))


def test_the_method_names_frame_draw_exclusions_dice_and_trail():
    stated = dict(tables.facts(report(*[case(SOUND)] * 20)))
    assert stated["Left out of the frame"] == "Already put before a panel: 3"
    assert (stated["Eligible (the frame)"], stated["Drawn"], stated["Kind of sample"]) == (300, 20, "Random")
    assert stated["Digest of the frame (SHA-256)"] == "f" * 64
    assert stated["Head of the trail (SHA-256)"] == "a" * 64
    assert (stated["Draws made void"], stated["Cases replaced"]) == (0, 0)


def test_the_method_tells_whether_the_frame_was_held_against_anything_from_outside():
    stated = dict(tables.facts(report(case(SOUND))))
    assert stated["Held against the force’s own totals"] == "No totals were entered"
    assert stated["Numbers named from outside the frame"] == "None named"
    totals, check = Reconciled({CR: (312, 300), CC: (4, 4)}, before_freezing=True), FrameCheck(7, 5, 0, 1)
    told = report(case(SOUND), totals=totals, check=check)
    stated = dict(tables.facts(told))
    assert stated["Held against the force’s own totals"] == (
        "The force counted 316 cases of 2 disposals, and 304 are held here (12 fewer here); "
        "1 of the disposals differs. "
        "Entered before the frame was frozen."
    )
    assert stated["Numbers named from outside the frame"] == (
        "7 named: 5 in the frame, 0 left out with a reason, 1 absent, 1 not answered"
    )
    assert "Of 7 numbers that were named from outside the list, 1 was absent" in " ".join(tables.limits(told))


def test_every_report_says_that_a_case_cannot_be_reopened():
    assert "cannot reopen a case" in tables.limits(report(case(SOUND)))[-1]
