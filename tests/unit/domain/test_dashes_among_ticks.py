"""A dash among ticks may mean no, and a blank beside it that nobody wrote anything: each is asked about."""

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.uses import Mapping, Use


def asked(field, words, rows):
    column = ColumnLook("Said", (), sum(count for _, count in words), tuple(words), {})
    found = suggest_words(Look(SheetLook("S", 1, (column,), rows)), Mapping({"said": (Use(field),)}))
    return [(word, count) for one in found for word, count, code in one.words if code is None]


def test_a_dash_beside_blanks_is_asked_about_apart_from_them():
    assert asked("domestic_abuse", [("✓", 5), ("-", 20)], 30) == [("", 5), ("-", 20)]


def test_dashes_alone_are_asked_about_as_blanks_are():
    assert asked("domestic_abuse", [("✓", 5), ("-", 25)], 30) == [("", 25)]


def test_a_dash_beside_other_words_and_ticks_is_asked_about():
    assert asked("admission", [("✓", 5), ("partly", 3), ("-", 4)], 12) == [("-", 4)]


def test_a_dash_beside_a_no_is_not_recorded_and_nobody_is_asked():
    assert asked("domestic_abuse", [("Y", 5), ("N", 3), ("-", 4)], 12) == []


def test_what_is_said_of_a_dash_is_loaded_and_of_a_blank_is_not():
    said = Mapping({"said": (Use("domestic_abuse"),)}, {"domestic_abuse": {"✓": "yes", "-": "no", "": ""}})
    mapper = RowMapper(said, ("Said",))
    assert [mapper.cells([cell])["domestic_abuse"] for cell in ("✓", " - ", "", None)] == ["yes", "no", None, None]
