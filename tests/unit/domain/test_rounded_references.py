"""References that a spreadsheet has rounded are told where somebody first sees the column."""

import pytest

from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.rounded_references import held_against_rounding
from tests.unit.domain.looks import look_at


def told(*references):
    look = look_at(["Crime number", "Offence"], *([one, "Theft"] for one in references))
    return held_against_rounding(suggest(look, "Northmoor Police"), look.cases)[0]


@pytest.mark.parametrize("cell", [44260000012345680, 4.426000001234568e16, "4.426E+16", "44260000012345600"])
def test_rounded_references_are_told_and_never_sure(cell):
    one = told(cell, "44/1", cell)

    assert "in 2 of its first 3 rows a spreadsheet has rounded the number" in one.why
    assert not one.sure


def test_references_that_are_whole_are_not_spoken_of():
    assert "digits" not in told("44260000012345678", "44260000012345679").why
