"""Short forms of a choice's title that a file writes: what can be one choice alone is suggested."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.contracting import contracted
from scrutiny_app.domain.wording import meaning


@pytest.mark.parametrize(
    ("field", "word", "code"),
    [
        ("disposal", "CRES", "community_resolution"),
        ("disposal", "YCAU", "youth_caution"),
        ("disposal", "YCCAU", "youth_conditional_caution"),
        ("disposal", "SCAU", "simple_caution"),
        ("offence_group", "CD&A", "criminal_damage"),
        ("offence_group", "S&H", "harassment"),
        ("offence_group", "VWOI", "violence_without_injury"),
        ("offence_group", "VWI", "violence_with_injury"),
        ("offence_group", "PO", "public_order"),
        ("offence_group", "ROB", "robbery"),
    ],
)
def test_a_code_made_of_the_beginnings_of_a_title_is_known(field, word, code):
    assert meaning(COLUMN[field], word) == code


@pytest.mark.parametrize("word", ["NFA", "CHARGE", "SH", "S", "Words of advice", "RESOLUTIONS"])
def test_a_code_that_may_be_of_two_titles_or_of_none_is_not_guessed(word):
    assert contracted(COLUMN["offence_group"], word) is None
    assert contracted(COLUMN["disposal"], word) is None


def test_a_disposal_that_is_not_in_force_is_never_meant():
    assert contracted(COLUMN["disposal"], "DCAU") is None
