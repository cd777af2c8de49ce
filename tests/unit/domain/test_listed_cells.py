"""A list that a program wrote into a cell is parted; what is broken stays the text that it is."""

import pytest

from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.listed_cells import items_of
from scrutiny_app.domain.uses import Mapping, Use


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ('["Apology letter","Pay £40"]', ["Apology letter", "Pay £40"]),
        ('[{"seq": 1, "text": "Go"}, {"text": "Stay"}]', ["Go", "Stay"]),
        ("[]", []),
        ('["Apology letter", "Pay', None),
        ("[no list]", None),
        ('[{"seq": 1}]', None),
        ("Apology letter", None),
    ],
)
def test_a_list_is_known_and_nothing_else_is(text, items):
    assert items_of(text) == items


@pytest.mark.parametrize(
    ("cell", "conditions"),
    [
        ('["Apology letter","Pay £40"]', "1. Apology letter\n2. Pay £40"),
        ('["Apology letter"]', "Apology letter"),
        ("[]", None),
        ('["Apology', '["Apology'),
        ("Apology letter", "Apology letter"),
        ("nil", None),
        ("None.", None),
        ("N/A", None),
        ("-", None),
        ("Nil contact with the shop", "Nil contact with the shop"),
        (None, None),
    ],
)
def test_conditions_in_a_list_stand_each_on_a_line(cell, conditions):
    mapper = RowMapper(Mapping({"conditions": (Use("conditions"),)}), ("Conditions",))
    assert mapper.cells([cell]) == {"conditions": conditions}
    assert list(mapper.columns([[cell], ["Go"]])["conditions"]) == [conditions, "Go"]


def test_a_column_of_conditions_that_says_none_adds_nothing_to_the_others():
    mapper = RowMapper(
        Mapping({key: (Use("conditions"),) for key in ("cond1", "cond2", "cond3")}), ("Cond1", "Cond2", "Cond3")
    )
    rows = [["Pay £40", "nil", "Go"], ["N/A", "None", "-"], ["Pay £40", None, None]]

    assert list(mapper.columns(rows)["conditions"]) == ["Pay £40\n\nGo", None, "Pay £40"]
    assert mapper.cells(rows[1]) == {"conditions": None}
