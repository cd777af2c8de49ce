"""Small rounds made public: as full a table as can be, from which whoever reckons with single cases wins nothing."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from scrutiny_app.domain.besieging import Name
from scrutiny_app.domain.national_return import TOTAL
from scrutiny_app.domain.public_attack import hide_small
from scrutiny_app.domain.public_forms import FORMS, is_breakdown, numbers_told
from scrutiny_app.domain.public_hiding import GivesAway, fullest
from scrutiny_app.domain.public_report import BREAKDOWN, TABLES, to_print
from scrutiny_app.domain.suppressing import ALL
from tests.besieged import LEAST, always_of, assert_nothing_is_won, printed
from tests.returns import SEEN, SOUND, WRONG, case, make_told, rounds

SMALL_ROUNDS = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
KINDS = ("community_resolution", "conditional_caution")


def ages_of(kind: str, adults: int, children: int, result=SOUND):
    return [case(result, kind, "adult")] * adults + [case(result, kind, "child")] * children


def year_of_cases():
    cases = ages_of("community_resolution", 14, 6) + ages_of("conditional_caution", 7, 0)
    cases += ages_of("community_resolution", 5, 3, SEEN) + ages_of("conditional_caution", 2, 0, SEEN)
    return cases + ages_of("community_resolution", 3, 2, WRONG) + ages_of("conditional_caution", 2, 0, WRONG)


def test_a_year_too_small_to_be_crossed_is_told_by_disposal_and_by_age():
    shown = fullest([make_told(1, year_of_cases())], tuple(TABLES), (), LEAST)
    lines = {name[1:3] for name in shown if is_breakdown(name[1:])}
    told, hidden = numbers_told(shown)
    assert all(ALL in line for line in lines)
    assert told >= hidden


def test_crossed_it_would_be_hidden_whole():
    told = [make_told(1, year_of_cases())]
    crossed = hide_small(
        to_print(told, [BREAKDOWN], FORMS[0], LEAST).counts,
        always=always_of(told),
        earlier=(),
        certificates={},
        least=LEAST,
    )
    assert numbers_told(crossed)[0] < numbers_told(fullest(told, [BREAKDOWN], (), LEAST))[0]


def test_what_is_large_everywhere_is_crossed_and_whole():
    grades = [SOUND] * 9 + [SEEN] * 8 + [WRONG] * 7
    cases = [case(grade, kind, age) for kind in KINDS for age in ("adult", "child") for grade in grades]
    shown = fullest([make_told(1, cases)], [BREAKDOWN], (), LEAST)
    assert all(isinstance(count, int) for count in shown.values())
    assert any(ALL not in name[1:3] for name in shown)


def told_alone(cases):
    """Give a round's counts as they are printed; none where the lines of its table alone would tell how few it has."""
    lines = max(len({one.disposal for one in cases}), len({one.age_group for one in cases}))
    try:
        return fullest([make_told(1, cases)], tuple(TABLES), (), LEAST)
    except GivesAway:
        assert len(cases) - (lines - 1) < LEAST - 1  # each line that is listed has a case
        return {}


@SMALL_ROUNDS
@given(rounds(30))
def test_each_hidden_number_of_a_round_keeps_its_whole_range(cases):
    assert_nothing_is_won(printed(told_alone(cases)), [], always_of([make_told(1, cases)]))


def test_a_table_whose_lines_alone_would_tell_a_small_number_is_refused():
    three = [case(SOUND), case(SOUND, "youth_caution", "child"), case(SOUND, "outcome_22", "not_recorded")]
    with pytest.raises(GivesAway, match="Prepare it without that table"):
        fullest([make_told(1, three)], tuple(TABLES), (), LEAST)
    assert told_alone(three) == {}


@SMALL_ROUNDS
@given(rounds(25))
def test_no_form_of_the_table_prints_a_small_number(cases):
    shown = told_alone(cases)
    always = always_of([make_told(1, cases)])
    assert not [
        name for name, count in shown.items() if isinstance(count, int) and 0 < count < LEAST and name not in always
    ]


@pytest.mark.parametrize("order", [((0,), (0, 1)), ((0, 1), (1,))])
def test_rounds_told_alone_and_together_in_any_order_are_never_refused(order):
    first = make_told(1, ages_of("community_resolution", 5, 1))
    second = make_told(2, ages_of("community_resolution", 4, 2), start=date(2026, 6, 1))
    earlier: list[dict[Name, int | None]] = []
    for places in order:
        earlier.append(printed(fullest([(first, second)[place] for place in places], [BREAKDOWN], earlier, LEAST)))
    assert len(earlier) == 2


def test_a_year_less_one_of_its_rounds_does_not_tell_the_others_small_numbers():
    first, second = (
        make_told(1, ages_of("community_resolution", 6, 8)),
        make_told(2, ages_of("community_resolution", 6, 2)),
    )
    alone = printed(fullest([first], [BREAKDOWN], (), LEAST))
    assert alone[first.state.key, ALL, "child", TOTAL] == 8
    both = printed(fullest([first, second], [BREAKDOWN], [alone], LEAST))
    together = next(name for name in both if name[0] != first.state.key and name[1:] == (ALL, "child", TOTAL))
    assert both[together] is None
