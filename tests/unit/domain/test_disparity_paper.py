"""A relative rate in words: with its range, and honest where the range is too wide to tell anything."""

from fractions import Fraction

import pytest

from scrutiny_app.domain.disparity import Graded, Kind, disparity
from scrutiny_app.domain.disparity_paper import _rate


def of(found: int, every: int, others_found: int, others: int) -> str:
    cases = [Graded({Kind.SEX: "female"}, place < found, Fraction(1)) for place in range(every)]
    cases += [Graded({Kind.SEX: "male"}, place < others_found, Fraction(1)) for place in range(others)]
    return _rate(disparity(cases, {}).groups[0])


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((1, 12, 1, 30), "2.50 (0.03 to 196.24; too few to say)"),
        ((20, 100, 10, 100), "2.00 (0.99 to 4.05)"),
        ((2, 12, 0, 30), "None among others (at least 0.47)"),
        ((0, 12, 0, 30), "None found in either"),
    ],
)
def test_a_rate_in_words(counts, words):
    assert of(*counts) == words
