"""What ages in whole years tell of when somebody was born, and that they tell no more than that."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scrutiny_app.domain.ages import age_group, ages_in_doubt, births
from scrutiny_app.domain.banding import released_case
from scrutiny_app.domain.batches import BatchChecker
from scrutiny_app.domain.cases import AgeGroup, age_on
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import CheckedCase, Checker
from scrutiny_app.domain.mapping import Mapping, Use, without_offender
from tests.making import record
from tests.unit.domain.extract_rows import FORCE, TODAY, cells, check

DAYS = st.dates(date(1950, 1, 1), date(2030, 12, 31))
YEARS_OLD = st.integers(10 * 366, 100 * 365)
CHILD_BORN = date(2010, 5, 4)  # 15 on the day of the row's offence


def found(values):
    born = births(values)
    assert born is not None
    return born


def faults(**changes):
    checked = check(**{"offender_born": None, **changes})
    return [] if isinstance(checked, CheckedCase) else [(one.column, one.code) for one in checked]


@given(day=DAYS, old=YEARS_OLD)
def test_an_age_leaves_exactly_the_births_that_make_it(day, old):
    age = age_on(day, day - timedelta(days=old))

    first, last = found({"offence_date": day, "offender_age": age})

    assert (age_on(day, first), age_on(day, last)) == (age, age)
    assert (age_on(day, first - timedelta(days=1)), age_on(day, last + timedelta(days=1))) == (age + 1, age - 1)


@given(day=DAYS, old=YEARS_OLD)
def test_the_age_at_the_offence_tells_a_child_as_the_date_of_birth_does(day, old):
    born = day - timedelta(days=old)
    by_age = {"offence_date": day, "offender_age": age_on(day, born)}

    assert age_group(day, births(by_age)) == age_group(day, births({"offender_born": born}))


@given(day=DAYS, old=YEARS_OLD, later=st.integers(0, 1500))
def test_true_ages_are_never_in_doubt_and_what_they_tell_is_true(day, old, later):
    born, disposed = day - timedelta(days=old), day + timedelta(days=later)
    told = {
        "offence_date": day,
        "disposal_date": disposed,
        "offender_age": age_on(day, born),
        "offender_age_at_disposal": age_on(disposed, born),
    }

    first, last = found(told)

    assert first <= born <= last
    assert [*ages_in_doubt(told), *ages_in_doubt({**told, "offender_born": born})] == []
    truly = age_group(day, (born, born))
    only_later = {name: value for name, value in told.items() if name != "offender_age"}
    assert age_group(day, births(only_later)) in (truly, None)


@given(day=DAYS, old=YEARS_OLD, other=st.integers(10, 120), later=st.integers(0, 400))
def test_an_age_that_the_date_of_birth_never_made_is_in_doubt(day, old, other, later):
    born, disposed = day - timedelta(days=old), day + timedelta(days=later)
    assume(not age_on(day, born) <= other <= age_on(disposed, born))
    told = {"offence_date": day, "disposal_date": disposed, "offender_born": born, "offender_age": other}

    assert list(ages_in_doubt(told)) == ["offender_age"]


def test_who_was_eighteen_at_the_disposal_is_not_told_as_either():
    at = {"offence_date": date(2026, 3, 12), "disposal_date": date(2026, 6, 12)}

    groups = [age_group(at["offence_date"], births({**at, "offender_age_at_disposal": age})) for age in (17, 18, 19)]

    assert groups == [AgeGroup.CHILD, None, AgeGroup.ADULT]


@pytest.mark.parametrize("written", ["15", 15, 15.0])
def test_a_child_is_told_by_the_age_alone(written):
    checked = check(offender_born=None, offender_age=written)

    assert isinstance(checked, CheckedCase)
    assert (checked.facets["age_group"], checked.record["offender_age"]) == ("child", 15)


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("9", Fault.UNDER_TEN),
        (0, Fault.UNDER_TEN),
        (121, Fault.NOT_AN_AGE),
        (1990, Fault.NOT_AN_AGE),
        ("15.5", Fault.NOT_AN_AGE),
        (15.5, Fault.NOT_AN_AGE),
        ("15 yrs", Fault.NOT_AN_AGE),
        ("10-17", Fault.NOT_AN_AGE),
        ("-15", Fault.NOT_AN_AGE),
    ],
)
def test_what_is_no_age_of_an_offender_is_a_problem(written, fault):
    assert faults(offender_age=written) == [("Offender age at offence", fault)]


@pytest.mark.parametrize(
    ("born", "found"),
    [
        (date(2016, 3, 12), []),
        (date(2016, 3, 13), [("Offender date of birth", Fault.UNDER_TEN)]),
        (date(2026, 3, 12), [("Offender date of birth", Fault.UNDER_TEN)]),
        (date(2026, 3, 13), [("Offender date of birth", Fault.WRONG_ORDER)]),
    ],
)
def test_a_date_of_birth_that_makes_an_offender_under_ten_at_the_offence_is_a_problem(born, found):
    youth = {"disposal": "Community resolution", "outcome_code": "8"}
    assert faults(offender_born=born, offence_date=date(2026, 3, 12), **youth) == found


@pytest.mark.parametrize("written", ["", "-", "N/K", "Unknown", None])
def test_an_age_that_was_not_recorded_is_no_problem(written):
    assert faults(offender_age=written) == []


@pytest.mark.parametrize(
    ("changes", "column", "fault"),
    [
        ({"youth": "No", "offender_age": 15}, "Youth", Fault.FLAG_CONTRADICTS),
        ({"youth": "Yes", "offender_age": 34}, "Youth", Fault.FLAG_CONTRADICTS),
        ({"child_involved": "No", "offender_age": 15}, "Child involved", Fault.FLAG_CONTRADICTS),
        ({"disposal": "YC", "outcome_code": "2", "offender_age": 18}, "Disposal", Fault.AGE_CONTRADICTS),
        ({"disposal": "SC", "outcome_code": "3", "offender_age": 15}, "Disposal", Fault.AGE_CONTRADICTS),
        ({"offender_age": 15, "offender_age_at_disposal": 18}, "Offender age at disposal", Fault.AGES_DIFFER),
        ({"offender_age": 16, "offender_age_at_disposal": 15}, "Offender age at disposal", Fault.AGES_DIFFER),
    ],
)
def test_what_the_age_contradicts_is_a_problem(changes, column, fault):
    assert faults(**changes) == [(column, fault)]


def test_a_date_of_birth_and_an_age_that_differ_are_a_problem_and_never_settled():
    assert [(one.column, one.code) for one in check(offender_born=CHILD_BORN, offender_age=34)] == [
        ("Offender age at offence", Fault.AGES_DIFFER)
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"offender_born": date(2002, 3, 6), "offender_age": 14}, ("Offender date of birth", "BIRTH_STANDS_ALONE")),
        ({"offender_born": date(2019, 3, 6), "offender_age": 17}, ("Offender date of birth", "BIRTH_STANDS_ALONE")),
        ({"offender_born": date(2012, 3, 6), "offender_age": 40}, ("Offender age at offence", "AGE_STANDS_ALONE")),
        ({"offender_born": date(2012, 3, 6), "offender_age": 16}, ("Offender age at offence", "AGES_DIFFER")),
        ({"offender_born": date(2002, 3, 6), "offender_age": 24}, ("Disposal", "AGE_CONTRADICTS")),
    ],
)
def test_of_a_birth_an_age_and_a_youth_disposal_the_one_that_the_two_others_contradict_is_told_alone(changes, found):
    column, fault = found
    assert faults(disposal="YC", outcome_code="2", youth="Yes", **changes)[0] == (column, Fault[fault])


def test_who_is_too_old_for_the_flag_by_a_birth_that_stands_alone_is_a_child_by_the_age_and_the_disposal():
    row = {"disposal": "YC", "outcome_code": "2", "offender_born": date(2002, 3, 6), "offender_age": 14}

    assert [one.code for one in check(youth="Yes", child_involved="Yes", **row)] == [Fault.BIRTH_STANDS_ALONE]
    assert [one.code for one in check(youth="No", **row)] == [Fault.BIRTH_STANDS_ALONE, Fault.FLAG_CONTRADICTS]


def test_an_adults_birth_and_disposal_agree_against_a_childs_age():
    row = {"disposal": "CC", "outcome_code": "3A", "offender_born": date(1995, 3, 22), "offender_age": 13}

    assert [(one.column, one.code) for one in check(**row)] == [("Offender age at offence", Fault.AGE_STANDS_ALONE)]


def test_either_age_between_offence_and_disposal_may_stand_beside_a_date_of_birth():
    checked = check(offender_born=date(2008, 3, 15), offender_age=18, disposal="YC", outcome_code="2")

    assert isinstance(checked, CheckedCase)
    assert checked.facets["age_group"] == "child"


@pytest.mark.parametrize(
    ("told", "band", "group"),
    [
        ({"offender_age": 15}, "14 to 15", "child"),
        ({"offender_age": 34}, "25 to 34", "adult"),
        ({"offender_age_at_disposal": 16}, "", "child"),
        ({"offender_age_at_disposal": 30}, "25 to 34", "adult"),
        ({"offender_age_at_disposal": 18}, "", None),
        ({}, "", None),
    ],
)
def test_a_release_bands_an_age_as_it_does_a_date_of_birth(told, band, group):
    case = released_case(record(offender_born=None, **told), "R-1", {}, frozenset())

    (fact,) = (fact for fact in case.facts if fact.label == "Age at the offence")
    assert (fact.value, case.age_group) == (band, group)


def test_the_case_of_a_child_told_by_age_asks_for_the_appropriate_adult():
    case = released_case(record(offender_born=None, offender_age=15), "R-1", {}, frozenset())

    assert "Appropriate adult present" in {fact.label for fact in case.facts}


def test_a_mapping_with_an_age_is_not_said_to_lack_the_date_of_birth():
    uses = {"name": (Use("offender_name"),), "age": (Use("offender_age"),)}

    assert without_offender(Mapping(uses)) == []
    assert "date of birth or age" in without_offender(Mapping({"name": (Use("offender_name"),)}))[0]


def test_who_is_too_young_is_found_among_many_rows_as_in_one():
    rows = [cells(case_number=f"C{year}", offender_born=date(year, 3, 12)) for year in (1990, 2014, 2017, 2015)]
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    checked = BatchChecker(Checker(TODAY, FORCE)).check(range(2, 6), columns)
    assert [[problem.code for problem in one] if isinstance(one, list) else [] for one in checked] == [
        [],
        [],
        [Fault.UNDER_TEN],
        [],
    ]
