from scrutiny_app.domain.mapping import Mapping, Use, suggest
from scrutiny_app.domain.same_headings import plain_headings, told_apart
from tests.unit.domain.looks import look_at

FORCE = "Northmoor Police"


def test_each_further_column_of_a_heading_is_named_by_which_it_is():
    apart = told_apart(["Date", "Area", "DATE", "", "", "date", "Date (2nd)"])

    assert apart == ("Date", "Area", "DATE (2nd)", "", "", "date (3rd)", "Date (2nd) (2nd)")
    assert plain_headings(apart)[:6] == ["Date", "Area", "DATE", "", "", "date"]


def test_a_heading_that_only_ends_in_an_ordinal_is_its_own():
    assert plain_headings(told_apart(["Victim (2nd)", "Area"])) == ["Victim (2nd)", "Area"]


def test_columns_of_one_heading_are_told_apart_and_neither_is_sure():
    found = suggest(look_at(["Disposal", "disposal "]), FORCE)

    assert [(one.heading, one.uses, one.sure) for one in found] == [
        ("Disposal", (Use("disposal"),), False),
        ("disposal (2nd)", (), False),
    ]
    assert {one.why for one in found} == {
        "this heading stands over several columns: see by the samples what each of them holds"
    }


def test_columns_of_one_heading_are_known_by_the_layout_that_told_them_apart():
    before = Mapping({"date": (Use("offence_date"),), "date2nd": (Use("disposal_date"),)})

    found = suggest(look_at(["Date", "Date"]), FORCE, before)

    assert [(one.uses, one.sure) for one in found] == [((Use("offence_date"),), True), ((Use("disposal_date"),), True)]


def test_the_second_column_of_a_heading_is_not_of_the_second_person():
    (one, other) = suggest(look_at(["Victim DOB", "Victim DOB"]), FORCE)

    assert [use.field for use in one.uses + other.uses] == ["victim_1_born"]
