"""Of two columns of offences whose headings differ in their level alone, the wider is the group."""

import pytest

from scrutiny_app.domain.matching import suggest
from tests.unit.domain.looks import look_at

WIDE = ["Theft - Shop", "Violence without Injury", "Criminal Damage & Arson", "Vehicle Crime", "Drugs", "Public Order"]
FINE = [
    "Theft from shop",
    "Common assault",
    "Criminal damage to dwelling",
    "Taking a vehicle without consent",
    "Possession of cannabis",
    "Causing harassment, alarm or distress",
]


def fields(first, second, wide=WIDE, fine=FINE):
    look = look_at([first, second, "Ref"], *zip(wide, fine, [f"NW/{n}/26" for n in range(6)], strict=True))
    return [[use.field for use in one.uses] for one in suggest(look, "")[:2]]


@pytest.mark.parametrize(
    ("first", "second"), [("Crime Type (L1)", "Crime Type (L3)"), ("Offence Level 1", "Offence Level 2")]
)
def test_the_lower_level_is_the_group_wherever_it_stands(first, second):
    assert fields(first, second) == [["offence_group"], ["offence_title"]]
    assert fields(second, first, FINE, WIDE) == [["offence_title"], ["offence_group"]]


def test_levels_of_something_else_are_left():
    teams, places = [f"Team {n}" for n in range(6)], ["North"] * 6
    assert ["offence_group"] not in fields("Crime Type (L1)", "Crime Type (L3)", teams, places)


def test_without_numbers_a_finer_column_is_not_known_by_its_heading():
    assert fields("Crime Type", "Crime Kind")[0] != ["offence_group"]
