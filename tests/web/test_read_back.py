"""The first cases can be shown whatever a file's columns hold."""

from datetime import date

import pytest

from fixtures.generating import generate
from scrutiny_app.domain.cases import COLUMNS
from scrutiny_app.domain.reading_back import first_cases
from scrutiny_app.domain.uses import Mapping, Part, Use
from scrutiny_app.web.force.read_back import first_case
from tests.unit.domain.looks import look_at

VALUES = {"youth": "Youth", "status": "Closed"}
HOW_IT_ENDED = ("outcome_code", "disposal", "disposal_date")
BESIDE = {"decision_maker_name": ["Decision-maker rank"], "authorising_name": ["Authorising rank"]}  # in a name's cell


@pytest.mark.parametrize("field", COLUMNS, ids=lambda field: field.name)
def test_every_field_can_be_read_back(field):
    rows = [row.cells for row in generate(5, 12)]
    values = [VALUES.get(field.name, cells.get(field.heading) or cells.get(field.name)) for cells in rows]
    value = next((value for value in values if value), "Marsh, Ann")
    mapping = Mapping({"column": (Use(field.name),)})

    (case,) = (first_case(one) for one in first_cases(look_at(["Column"], [value]), mapping, "X", date(2026, 7, 1)))

    assert sorted(row[0] for row in case.rows) == sorted([field.heading, *BESIDE.get(field.name, [])])


def test_of_a_narrative_that_several_columns_fill_the_beginning_of_each_is_shown():
    use = (Use("conditions"),)
    look = look_at(["Set", "Outcome"], ["Pay £40 to the victim within a month", "Not complied"])
    (case,) = first_cases(look, Mapping({"set": use, "outcome": use}), "X", date(2026, 7, 1))
    (line,) = [line for line in first_case(case).lines if line.about == "Conditions"]
    assert line.parts == ("“Pay £40 to the victim…”", "“Not complied”")


@pytest.mark.parametrize(
    ("name", "read"), [("Holy Trinity PCC,", "Holy Trinity PCC (organisation)"), ("Marsh, Ann", "")]
)
def test_a_victim_that_is_read_as_an_organisation_is_shown_as_one(name, read):
    mapping = Mapping({"victim": (Use("victim_1_name"),)})

    (case,) = (first_case(one) for one in first_cases(look_at(["Victim"], [name]), mapping, "X", date(2026, 7, 1)))

    shown = [(line.about, *line.parts) for line in case.lines if line.about == "Victim 1"]
    assert (read or "Marsh, Ann") in shown[0]


@pytest.mark.parametrize(("word", "credited"), [("S", False), ("B", True)])
def test_a_column_of_what_a_victim_is_is_named_only_where_its_word_was_known(word, credited):
    look = look_at(["Victim", "P/B/S"], ["St Oswin's Primary School,", word])
    mapping = Mapping({"victim": (Use("victim_1_name"),), "pbs": (Use("victim_1_name", Part.KIND),)})

    (read,) = first_cases(look, mapping, "X", date(2026, 7, 1))

    (line,) = [line for line in first_case(read, {}, ["P/B/S"]).lines if line.about == "Victim 1"]
    assert line.parts == (f"St Oswin's Primary School (organisation){' (“P/B/S”)' if credited else ''}",)


def test_flags_of_one_column_are_shown_as_the_flags_that_its_words_set_and_not_as_lacking():
    look = look_at(["Markers"], ["Child|Knife crime"])
    mapping = Mapping({"markers": (Use("flags"),)}, words={"flags": {"child": "child_involved"}})

    (read,) = first_cases(look, mapping, "X", date(2026, 7, 1))

    assert [row for row in first_case(read).rows if row[0] == "Child involved"] == [
        ("Child involved", "Yes", "Child|Knife crime", "Markers")
    ]
    assert [line.about for line in first_case(read).lines if line.parts] == ["Yes to"]


def test_of_a_case_that_is_left_out_only_why_is_shown():
    mapping = Mapping({"outcome": (Use("outcome_code"),), "day": (Use("disposal_date"),)})

    (case,) = first_cases(look_at(["Outcome", "Day"], ["16", ""]), mapping, "X", date(2026, 7, 1))

    (why,) = first_case(case).problems
    assert why.startswith("Outcome code: an outcome that is not out of court.")


@pytest.mark.parametrize(("outcome", "fate"), [("16", "left out"), ("8", "rejected")])
def test_of_a_cell_that_cannot_be_read_the_fate_of_its_row_is_shown(outcome, fate):
    mapping = Mapping({field.replace("_", ""): (Use(field),) for field in HOW_IT_ENDED})
    look = look_at(["Outcome code", "Disposal", "Disposal date"], [outcome, "Zonk", "01/06/2026"])

    (case,) = first_cases(look, mapping, "X", date(2026, 7, 1))

    assert ("Disposal", f"Cannot be read: its row is {fate}", "Zonk", "Disposal") in first_case(case).rows
