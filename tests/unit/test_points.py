"""Figures of a plan in words never round a shortfall away."""

import pytest

from scrutiny_app.domain.planning import RARE_SHARES, Prospects
from scrutiny_app.web.force.shares import needs_of

RULES = {"floor": 0, "cap": None, "weights": None}


def needs(reach, chance=0.946, counts=None, **rules):
    prospects = Prospects((), dict.fromkeys(RARE_SHARES, chance), reach)
    return needs_of(counts or {"A": 1000}, RULES | rules, prospects)


@pytest.mark.parametrize(
    ("reach", "said"),
    [
        (0.102, "at most 10.2 points"),
        (0.1, "at most 10 points"),
        (0.1001, "at most 10.1 points"),
        (0, "at most 0 points"),
    ],
)
def test_a_reach_is_rounded_up_to_a_decimal(reach, said):
    assert needs(reach)[0].planned == said


def test_a_chance_is_rounded_down_to_a_decimal():
    assert needs(0.1)[1].planned == "94.6 times in 100"
    assert needs(0.1, 0.94999)[1].planned == "94.9 times in 100"


def test_the_size_is_for_the_plans_own_theme_and_most():
    counts, weights = {"A": 900, "B": 100}, {"A": "900", "B": "2000"}
    themed = needs(0.1, counts=counts, weights=weights)[0].size
    assert themed > needs(0.1, counts=counts)[0].size
    assert needs(0.1, counts=counts, cap=5)[0].size is None
