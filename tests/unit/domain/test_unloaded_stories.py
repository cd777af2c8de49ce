"""Whoever leaves a column of long text out, and loads no circumstances, is told what that costs."""

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.mapping import Mapping, Use, left_out_story, stories_left_out, without_story
from tests.unit.domain.looks import look_at

STORY = "She was seen in the shop at noon and left without paying for the goods in her bag. " * 4
LOOK = look_at(["Case number", "Free words"], ["A/1", STORY], ["A/2", STORY + "More."])
NUMBER = {"casenumber": (Use("case_number"),)}


def test_long_text_that_is_left_out_is_told():
    (told,) = without_story(Mapping(NUMBER), LOOK)

    assert "“Free words”" in told
    assert "shop" not in told


def test_nothing_is_told_once_it_is_loaded_or_where_there_is_none():
    assert not without_story(Mapping({**NUMBER, "freewords": (Use("circumstances"),)}), LOOK)
    assert not without_story(Mapping(NUMBER), look_at(["Case number"], ["A/1"]))


def test_long_text_that_no_case_has_is_told_in_the_report_though_the_circumstances_are_loaded():
    look = look_at(["Case number", "MO", "Free words"], ["A/1", STORY, STORY], ["A/2", STORY, STORY + "More."])
    said = Mapping({**NUMBER, "mo": (Use("circumstances"),)})

    (told,) = map(left_out_story, stories_left_out(said, look))

    assert (told.column, told.code) == ("Free words", Fault.NOT_LOADED)
    assert told.found == "long text that is in no case"
