"""A funnel's limits are exact, and narrow as cases grow."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.funnels import funnel_limits


@given(st.integers(1, 150), st.floats(0, 1))
def test_beyond_the_limits_lies_no_more_than_one_in_a_thousand_and_within_them_more(n, share):
    chances = [math.comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(n + 1)]
    fewest, most = funnel_limits(n, share)
    assert math.fsum(chances[:fewest]) <= 0.001 + 1e-12
    assert math.fsum(chances[: fewest + 1]) > 0.001 - 1e-12
    assert math.fsum(chances[most + 1 :]) <= 0.001 + 1e-12
    assert math.fsum(chances[most:]) > 0.001 - 1e-12


def test_limits_around_a_share_narrow_as_cases_grow():
    widths = [(most - fewest) / n for n in (20, 80, 320) for fewest, most in [funnel_limits(n, 0.15)]]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(("share", "limits"), [(0.0, (0, 0)), (1.0, (20, 20))])
def test_where_all_or_none_have_it_there_is_no_room(share, limits):
    assert funnel_limits(20, share) == limits


@pytest.mark.parametrize(("n", "share", "tail"), [(0, 0.5, 0.001), (5, 1.2, 0.001), (5, math.nan, 0.001), (5, 0.5, 0)])
def test_limits_of_nonsense_are_an_error(n, share, tail):
    with pytest.raises(ValueError, match="there must be"):
        funnel_limits(n, share, tail)
