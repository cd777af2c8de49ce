"""What somebody is also called stands in brackets after their name, where the redaction finds it."""

import pytest

from scrutiny_app.domain.aliases import alias_in_brackets
from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import reader
from scrutiny_app.domain.naming import forenames_first, surname_first

read = reader(COLUMN["victim_1_name"])


@pytest.mark.parametrize(
    "cell",
    [
        "LLEWELFRYN Gethin @ 'Taz'",
        "LLEWELFRYN Gethin aka Taz",
        "LLEWELFRYN Gethin (alias Taz)",
        "LLEWELFRYN, Gethin @Taz",
        "LLEWELFRYN, Gethin known as “Taz”",
        "LLEWELFRYN, Gethin (aka Taz)",
        "LLEWELFRYN, Gethin (known as Taz)",
    ],
)
def test_an_alias_is_in_brackets_and_no_forename(cell):
    assert read(surname_first(cell)) == "LLEWELFRYN, Gethin (aka Taz)"


def test_an_alias_does_not_turn_a_name_round():
    assert read(forenames_first("Gethin Llewelfryn @ 'Taz'")) == "Llewelfryn, Gethin (aka Taz)"
    assert read("LLEWELFRYN, @ Taz") is not None


@pytest.mark.parametrize("name", ["Aka, Joe", "Joe Aka", "Marsh, Ann", "taz@llewelfryn.example", "Known, Ann"])
def test_a_name_without_an_alias_stays(name):
    assert alias_in_brackets(name) == name
