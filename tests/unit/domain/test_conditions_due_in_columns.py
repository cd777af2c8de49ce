"""Conditions that each have a day of their own, in columns of their own: the last day counts."""

from datetime import date

import pytest

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.joined_cells import last_day
from scrutiny_app.domain.looking import Look, Looker
from scrutiny_app.domain.mapping import faults_of
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.uses import Mapping, Use

HEADINGS = ["Intervention 1", "Intervention 1 Due", "Intervention 2", "Intervention 2 Due"]
BOTH = [(0, None), (1, None)]


@pytest.mark.parametrize(
    ("row", "day"),
    [
        (("19/10/2026", "16/11/2026"), "16/11/2026"),
        (("02/10/2026", "25/09/2026"), "02/10/2026"),
        (("19/10/2026", None), "19/10/2026"),
        (("", "n/a"), None),
        ((date(2026, 10, 19), date(2026, 9, 1)), date(2026, 10, 19)),
        (("19/10/2026", "after the course"), "after the course"),
    ],
)
def test_the_last_of_several_days_counts_and_one_that_cannot_be_read_spoils_them(row, day):
    assert last_day(row, columns=BOTH) == day


def test_numbered_days_of_conditions_are_all_suggested():
    looker = Looker("Cases", 1, HEADINGS)
    for _ in range(6):
        looker.see(["Write a letter of apology", "19/10/2026", "Attend the course on drugs", "16/11/2026"])
    found = [[use.field for use in one.uses] for one in suggest(Look(looker.look()), "")]
    assert found == [["conditions"], ["conditions_due"]] * 2


def test_days_that_are_not_numbered_alike_are_not_put_together():
    looker = Looker("Cases", 1, ["Condition due", "Compliance date"])
    for _ in range(6):
        looker.see(["19/10/2026", "16/11/2026"])
    assert sum(bool(one.uses) for one in suggest(Look(looker.look()), "")) == 1


def test_several_columns_may_say_when_conditions_are_due():
    due = (Use("conditions_due"),)
    mapping = Mapping({fold(heading): due for heading in HEADINGS[1::2]}, {}, {}, {})
    assert not any("Conditions due" in fault for fault in faults_of(mapping))


def _suggested(rows):
    return [use.field for use in _suggestion(rows).uses]


def _suggestion(rows):
    looker = Looker("Cases", 1, ["Conditions", "Conditions Completion Date", "Conditions Outcome"])
    for row in rows:
        looker.see(["Write a letter of apology to the owner of the shop", *row])
    return suggest(Look(looker.look()), "")[1]


def test_a_day_that_stands_beside_conditions_not_kept_is_when_they_were_due():
    rows = [("23/05/2026", "Complied"), ("26/07/2026", "Not complied"), ("14/08/2026", "Ongoing")]
    assert _suggested(rows * 3) == ["conditions_due"]


@pytest.mark.parametrize(("state", "said"), [("Outstanding", "are not met yet"), ("Not complied", "were not kept")])
def test_the_reason_says_whether_those_conditions_were_not_kept_or_are_not_met_yet(state, said):
    assert said in str(_suggestion([("23/05/2026", "Complied"), ("26/07/2026", state)] * 3).reason)


def test_a_day_that_stands_beside_conditions_that_were_kept_alone_is_when_that_was_and_fills_nothing():
    assert _suggested([("23/05/2026", "Complied"), ("", "Not complied"), ("", "Ongoing")] * 3) == []
    assert _suggested([("23/05/2026", "Complied"), ("25/05/2026", "Complied")] * 3) == []
