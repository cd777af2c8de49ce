"""Volumes for publication: nothing hidden can be won back, from one set of tables or from all that were ever made."""

from datetime import date
from random import Random
from typing import Any

import pytest

from scrutiny_app.domain.besieging import Range
from scrutiny_app.domain.cases import DISPOSALS, OFFENCE_GROUPS
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.suppressing import ALL, LEAST, attack
from scrutiny_app.domain.volumes import By, Counted, Year
from scrutiny_app.domain.volumes_hidden import counts_of, printed_in, relations, spans_of, to_publish

CODES = [one.code for one in DISPOSALS][:6]
AREAS = [f"Area {letter}" for letter in "ABCDEFGH"]
WEIGHTS = (60, 20, 9, 0.4, 4, 0.1)


def counted(seed: int, until: date) -> list[Counted]:
    """Invent three years of disposals, some kinds and areas of which are rare."""
    random = Random(seed)
    months = [date(year, month, 1) for year in (2024, 2025, 2026) for month in range(1, 13)]
    found = []
    for month in months:
        for _ in range(40):
            facets = {
                By.DISPOSAL: random.choices(CODES, WEIGHTS)[0],
                By.OFFENCE_GROUP: random.choice([one.code for one in OFFENCE_GROUPS][:6]),
                By.AGE_GROUP: random.choices(["child", "adult", None], [30, 68, 0.3])[0],
                By.AREA: random.choices(AREAS, [30, 30, 20, 10, 5, 1, 0.5, 0.1])[0],
                By.OUTCOME_CODE: random.choices(["2", "3", "8", "22"], [5, 20, 70, 0.5])[0],
            }
            found.append(Counted(month, facets, 1))
    return [one for one in found if one.month < until]


def besieged(made, seen):
    """Attack all that was made by linear programming; give what is left of each count that was hidden anywhere."""
    codes = {by: sorted({one.facets[by] or "" for one in seen}) for by in By}
    publications = [printed_in(one, codes) for one in made]
    counts = {name: counts_of(seen, name) for one in publications for name in one}
    shown = {name for one in publications for name, count in one.items() if count is not None}
    assert all(count in (None, counts[name]) for one in publications for name, count in one.items())
    hidden = [name for name in counts if name not in shown]
    return attack(publications, relations(publications, codes, counts), hidden)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("year", Year)
def test_the_attack_leaves_each_hidden_count_the_whole_suppressed_range(seed, year):
    seen = counted(seed, date(2026, 10, 1))
    made = to_publish(seen, year, date(2026, 10, 9), [])
    left = besieged([made], seen)
    assert left
    assert [name for name, one in left.items() if not one.covers(Range(1, LEAST - 1))] == []


@pytest.mark.parametrize("seed", range(2))
def test_tables_of_other_years_and_of_later_months_give_nothing_away_with_those_before(seed):
    made: list[dict[str, Any]] = []
    for year, until in (
        (Year.CALENDAR, date(2026, 7, 1)),
        (Year.FINANCIAL, date(2026, 7, 1)),
        (Year.CALENDAR, date(2026, 9, 1)),
    ):
        seen = counted(seed, until)
        made.append(to_publish(seen, year, until, made))
    left = besieged(made, seen)
    assert [name for name, one in left.items() if one.low < LEAST and not one.covers(Range(1, LEAST - 1))] == []


def test_every_small_count_is_hidden_and_every_large_sum_printed():
    seen = counted(1, date(2026, 10, 1))
    codes = {by: sorted({one.facets[by] or "" for one in seen}) for by in By}
    printed = printed_in(to_publish(seen, Year.CALENDAR, date(2026, 10, 9), []), codes)
    assert all(count is None or count == 0 or count >= LEAST for count in printed.values())
    assert all(count is not None for name, count in printed.items() if name[0] == ALL)
    assert sum(count is None for count in printed.values()) < len(printed) / 2, "hiding everything is no answer"


def test_the_same_counts_make_the_same_tables_whatever_was_made_before():
    seen = counted(2, date(2026, 10, 1))
    first = to_publish(seen, Year.CALENDAR, date(2026, 10, 9), [])
    assert to_publish(seen, Year.CALENDAR, date(2026, 10, 9), [first]) == first


def test_what_was_hidden_stays_hidden_though_a_record_was_corrected_since():
    seen = counted(2, date(2026, 10, 1))
    before = to_publish(seen, Year.CALENDAR, date(2026, 10, 9), [])
    more = Counted(date(2025, 3, 1), seen[0].facets, 1)
    after = to_publish([*seen, more], Year.CALENDAR, date(2026, 10, 9), [before])
    for by in By:
        was = {row[0]: row[1:] for row in before["tables"][by.value]}
        pairs = [
            (old, new) for code, *new in after["tables"][by.value] for old, new in zip(was[code], new, strict=True)
        ]
        assert all(new is None for old, new in pairs if old is None)


def test_only_whole_months_are_told_and_a_year_that_is_not_whole_says_so():
    seen = counted(1, date(2026, 10, 1))
    assert [*spans_of(seen, Year.FINANCIAL, date(2026, 10, 9))] == [
        "2023/24 (part: January 2024 to March 2024)",
        "2024/25",
        "2025/26",
        "2026/27 (part: April 2026 to September 2026)",
        "All",
    ]


def test_months_that_no_extract_was_of_are_not_told_as_if_nothing_had_happened_in_them():
    seen = counted(1, date(2026, 7, 1))
    assert [*spans_of(seen, Year.CALENDAR, date(2026, 10, 9))][-2] == "2026 (part: January 2026 to June 2026)"


def test_before_a_month_is_over_there_is_nothing_to_publish():
    with pytest.raises(Refused, match="No month is whole"):
        to_publish(counted(1, date(2024, 2, 1)), Year.CALENDAR, date(2024, 1, 20), [])
