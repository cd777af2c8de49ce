"""Values as pages write them."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from lxml import html  # type: ignore[import-untyped]  # publishes no types

from scrutiny_app.web import filters
from scrutiny_app.web.marked import Span, Ways, marked


def test_times_are_those_of_london_summer_and_winter():
    assert filters.british_datetime(datetime(2026, 6, 3, 20, 14, tzinfo=UTC)) == "3 June 2026, 21:14"
    assert filters.british_datetime(datetime(2026, 12, 3, 20, 14, tzinfo=UTC)) == "3 December 2026, 20:14"
    assert filters.british_date(datetime(2026, 6, 3, 23, 30, tzinfo=UTC)) == "4 June 2026"
    assert filters.british_date(date(2026, 6, 3)) == "3 June 2026"


def test_a_time_without_its_zone_is_refused():
    with pytest.raises(ValueError, match="without its zone"):
        filters.british_datetime(datetime(2026, 6, 3, 20, 14))  # noqa: DTZ001 - the fault that is looked for


def test_counts_agree_with_their_nouns():
    assert [filters.plural(count, "case") for count in (0, 1, 12345)] == ["0 cases", "1 case", "12,345 cases"]
    assert filters.plural(2, "entry", "entries") == "2 entries"


def test_a_share_is_written_as_a_percentage():
    assert [filters.percent(0.4231), filters.percent(0.4231, 1)] == ["42%", "42.3%"]


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_is_said_in_words(nothing: str | None):
    assert html.fromstring(str(filters.recorded(nothing))).text == "Not recorded"


@pytest.mark.parametrize("something", [0, False, "0", "None of these"])
def test_a_value_that_looks_empty_is_still_shown(something: object):
    assert filters.recorded(something) is something


def test_the_three_blanks_have_different_words_and_there_is_no_fourth():
    words = {html.fromstring(str(filters.blank(kind))).text for kind in ("not recorded", "redacted", "withheld")}
    assert words == {"Not recorded", "Redacted", "Withheld"}
    with pytest.raises(KeyError):
        filters.blank("unknown")


def test_a_digest_wraps_between_groups_and_copies_whole():
    digest = "622773bb23e795cc8ad31c7c31bcec66b1cb76f4a19446819e627632fcc0fa60"
    drawn = html.fromstring(str(filters.digest(digest)))
    assert drawn.text_content() == digest
    assert len(drawn.xpath(".//wbr")) == 7


def test_tags_of_a_released_text_are_set_off_and_the_rest_is_escaped():
    drawn = str(filters.tagged("<b>[Victim 1] met [Suspect's mother]"))
    assert html.fragments_fromstring(f"<p>{drawn}</p>")[0].xpath("//span/text()") == [
        "[Victim 1]",
        "[Suspect's mother]",
    ]
    assert "<b>" not in drawn


def test_only_the_tags_named_are_set_off():
    assert "redaction" not in str(filters.tagged("he said [sic] so", tags={"[Suspect]"}))


TEXT = "\r\nMr Patel & <Asha>\r\n\U0001f600 at 1 High St"


def span(words: str, kind: str) -> Span:
    start = TEXT.index(words)
    return SimpleNamespace(start=start, end=start + len(words), kind=kind)


def test_marking_an_original_adds_no_character_to_it():
    shown = marked(TEXT, [span("Asha", "name"), span("1 High St", "address")], [span("Patel", "name")])
    assert html.fromstring(f"<pre>\n{shown}</pre>").text_content().lstrip("\n") == TEXT


def test_marks_are_numbered_as_given_doubts_last_and_say_their_kind():
    shown = marked(TEXT, [span("1 High St", "address"), span("Asha", "name")], [span("Patel", "name")])
    marks = html.fromstring(f"<pre>{shown}</pre>").xpath("//mark")
    assert [(mark.get("data-span"), mark.text, mark.get("data-certainty")) for mark in marks] == [
        ("2", "Patel", "doubt"),
        ("1", "Asha", "sure"),
        ("0", "1 High St", "sure"),
    ]
    assert {mark.get("data-group") for mark in marks} == {"person", "place"}


def test_the_links_after_the_marks_add_no_character_and_say_where_they_lead():
    doubts = [span("Patel", "name"), span("1 High St", "address")]
    shown = marked(TEXT, [span("Asha", "name")], doubts, ways=Ways("/spans/", redaction=7, doubt=4, doubts=5))
    tree = html.fromstring(f"<pre>\n{shown}</pre>")
    assert tree.text_content().lstrip("\n") == TEXT
    assert [(one.get("href"), one.get("aria-label")) for one in tree.xpath("//a")] == [
        ("#doubt-5", "Doubt 4 of 5: on to the next"),
        ("/spans/7", "Redaction 7 name: change or lift"),
        ("#doubt-1", "Doubt 5 of 5: on to the next"),
    ]
    assert [one.get("id") for one in tree.xpath("//mark")] == ["doubt-4", None, "doubt-5"]


def test_a_span_inside_another_is_marked_once():
    shown = marked(TEXT, [span("1 High St", "address"), span("High St", "street")])
    assert shown.count("<mark") == 1


def test_a_caption_gives_an_id():
    assert filters.anchor("Cases reviewed, 2026") == "cases-reviewed-2026"
