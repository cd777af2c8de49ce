from datetime import date, datetime, time
from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.cases import COLUMNS, FIELD, FIELDS
from scrutiny_app.domain.cell_words import DITTOS
from scrutiny_app.domain.cells import ERROR_CELL, FORMULA_CELL, Unreadable, class_of, fold, reader
from scrutiny_app.domain.faults import Fault

BLANKS = {"", "-", "–", "—", "n/a", "not recorded"}
ANY_CELL = st.one_of(
    st.none(),
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from([ERROR_CELL, FORMULA_CELL]),
)


def read(name, cell):
    return reader(FIELD[name])(cell)


def fault(name, cell):
    with pytest.raises(Unreadable) as refused:
        read(name, cell)
    return refused.value.fault


@given(field=st.sampled_from(FIELDS), cell=ANY_CELL)
def test_any_cell_is_read_or_refused_with_advice_that_fits(field, cell):
    value, advice = None, "None was needed."
    try:
        value = reader(field)(cell)
    except Unreadable as unread:
        advice = unread.advice
    assert value is None or isinstance(value, str | int | date | list)
    assert "{" not in advice
    assert 0 < len(advice) <= 500


@pytest.mark.parametrize(
    "written",
    [
        "3/2/2026",
        "03/02/2026",
        "03-02-2026",
        "3.2.2026",
        "2026-02-03",
        "2026-02-03T14:05:00",
        "03/02/2026 14:05",
        "3 February 2026",
        "03-Feb-2026",
        date(2026, 2, 3),
        datetime(2026, 2, 3, 14, 5),  # noqa: DTZ001  a cell has no zone
    ],
)
def test_a_day_is_read_day_first_or_year_first(written):
    assert read("offence_date", written) == date(2026, 2, 3)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("03/02/26", Fault.SHORT_YEAR),
        ("3-Feb-26", Fault.SHORT_YEAR),
        ("12/30/2026", Fault.NOT_A_DATE),
        ("02/30/2026", Fault.NO_SUCH_DAY),
        ("31/06/2026", Fault.NO_SUCH_DAY),
        ("29/02/2026 10:30", Fault.NO_SUCH_DAY),
        ("31 June 2026", Fault.NO_SUCH_DAY),
        ("31/06/26", Fault.NO_SUCH_DAY),
        ("2026-13-01", Fault.NO_SUCH_DAY),
        ("3 Smarch 2026", Fault.NOT_A_DATE),
        ("3/2-2026", Fault.NOT_A_DATE),
        ("last Tuesday", Fault.NOT_A_DATE),
        (time(3, 4), Fault.NOT_A_DATE),
        (46056, Fault.NUMBER_FOR_DATE),
        (46056.0, Fault.NUMBER_FOR_DATE),
        ("46056", Fault.NOT_A_DATE),
        (ERROR_CELL, Fault.BROKEN_CELL),
    ],
)
def test_what_could_be_more_than_one_day_or_none_is_not_a_date(written, expected):
    assert fault("offence_date", written) is expected


@pytest.mark.parametrize(("cell", "said"), [("Yes", True), ("n", False), (True, True), (1.0, True), ("N/A", None)])
def test_yes_and_no_are_read_in_the_ways_people_write_them(cell, said):
    assert read("hate", cell) is said


@pytest.mark.parametrize("cell", ["n/k", "N/K", " nk ", "Not  known", "unknown", "Unk"])
def test_a_day_or_a_number_that_is_not_known_is_not_recorded(cell):
    assert read("offender_born", cell) is None
    assert read("previous_outcomes", cell) is None
    assert read("area", cell) == " ".join(cell.split())


@pytest.mark.parametrize("text", ["#N/A", " #ref! ", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"])
@pytest.mark.parametrize(
    "name",
    [
        "case_number",
        "offence_date",
        "disposal",
        "hate",
        "area",
        "previous_outcomes",
        "victim_1_name",
        "witnesses",
        "rationale",
    ],
)
def test_an_error_value_that_a_spreadsheet_left_as_text_is_called_one(name, text):
    with pytest.raises(Unreadable) as refused:
        read(name, text)

    assert (refused.value.fault, refused.value.found) == (Fault.BROKEN_CELL, "an error value")


@pytest.mark.parametrize("text", ["#####", "Err:502"])
def test_what_stands_for_a_day_that_did_not_fit_its_column_is_an_error_value_too(text):
    assert fault("offence_date", text) is Fault.BROKEN_CELL


def test_a_word_that_is_neither_yes_nor_no_is_refused():
    assert fault("hate", "maybe") is Fault.NOT_YES_OR_NO


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(1000, Fault.OUT_OF_RANGE), ("-1", Fault.OUT_OF_RANGE), (1.5, Fault.NOT_A_NUMBER), ("two", Fault.NOT_A_NUMBER)],
)
def test_a_number_out_of_reason_is_refused(cell, expected):
    assert fault("previous_outcomes", cell) is expected


@pytest.mark.parametrize(("cell", "kept"), [(42.0, "42"), (42, "42"), ("0042", "0042"), ("42E15062024", "42E15062024")])
def test_a_reference_keeps_its_digits(cell, kept):
    assert read("crime_number", cell) == kept


@pytest.mark.parametrize(
    "cell",
    [1234567890123456.0, 10**15, "1.23457E+15", "4.2E+13", "4212345678901230000", float("inf"), float("nan")],
)
def test_a_reference_that_excel_rounded_is_refused(cell):
    assert fault("crime_number", cell) is Fault.DIGITS_LOST


@pytest.mark.parametrize("cell", ["1234567890123456", "1234567890123450", "12345678901234567", "42E15062024"])
def test_a_long_reference_that_may_be_its_own_is_kept(cell):
    assert read("crime_number", cell) == cell


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (8.5, Fault.NOT_TEXT),
        (date(2026, 4, 3), Fault.NOT_TEXT),
        ("AB\u200b1", Fault.HIDDEN_CHARACTERS),
        (FORMULA_CELL, Fault.BROKEN_CELL),
    ],
)
def test_a_reference_that_is_something_else_is_refused(cell, expected):
    assert fault("offence_code", cell) is expected


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("Hughes,Margaret  Ann", "Hughes, Margaret Ann"),
        ("O'Neill-Singh, Áine", "O'Neill-Singh, Áine"),
        ("Suharto,", "Suharto,"),
    ],
)
def test_a_person_is_surname_then_forenames(cell, kept):
    assert read("victim_1_name", cell) == kept


@pytest.mark.parametrize("cell", ["Margaret Hughes", "Hughes, Ann, Mrs", ", Ann", "12, 13"])
def test_a_person_written_another_way_is_refused(cell):
    assert fault("victim_1_name", cell) is Fault.NOT_A_PERSON


def test_several_people_are_read_and_one_badly_written_refuses_them_all():
    assert read("witnesses", "Rees, Ann;; Hussain, Bilal;") == ["Rees, Ann", "Hussain, Bilal"]
    assert fault("witnesses", "Rees, Ann; Bilal") is Fault.NOT_A_PERSON


@pytest.mark.parametrize(
    ("name", "cell", "code"),
    [
        ("disposal", "comm res", "community_resolution"),
        ("disposal", "OUTCOME-22", "outcome_22"),
        ("victim_consulted", "N/A", "no_victim"),
        ("victim_consulted", True, "yes"),
        ("conditions_completed", "N/A", None),
        ("ethnicity", "W1", "white"),
        ("decision_maker_rank", "ch. insp.", "chief_inspector"),
        ("admission", "None", "none"),
    ],
)
def test_a_choice_is_read_by_code_title_or_usual_short_form(name, cell, code):
    assert read(name, cell) == code


def test_an_unknown_word_is_refused_and_the_advice_lists_the_known_ones():
    with pytest.raises(Unreadable) as refused:
        read("sex", "unsure")
    assert refused.value.fault is Fault.UNKNOWN_WORD
    assert refused.value.advice == "Use one of: Female; Male; Other."


def test_a_narrative_keeps_its_lines_and_its_own_words():
    assert read("rationale", "  N/A\r\nsee MG3\r") == "N/A\nsee MG3"
    assert read("rationale", "-") is None


def test_a_text_that_is_too_long_or_holds_nul_is_refused():
    assert fault("rationale", "x" * 20_001) is Fault.TOO_LONG
    assert fault("area", "x" * 201) is Fault.TOO_LONG
    assert fault("rationale", "a\x00b") is Fault.HIDDEN_CHARACTERS
    assert fault("area", "a\x00b") is Fault.HIDDEN_CHARACTERS


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (None, "empty"),
        ("Okafor", "text, 6 characters"),
        ("x", "text, 1 character"),
        (4.0, "a number"),
        (True, "a yes/no value"),
        (date(2026, 1, 1), "a date"),
        (time(1), "a time"),
        (FORMULA_CELL, "a formula"),
    ],
)
def test_the_class_of_a_cell_says_what_kind_of_thing_it_is(cell, said):
    assert class_of(cell) == said


HIDDEN = frozenset({"Cc", "Cs"})


@pytest.mark.parametrize("mark", ['"', " ” ", "〃", "Ditto", "do.", "as above"])
def test_a_mark_that_repeats_the_row_above_is_no_value(mark):
    assert [fault(field, mark) for field in ("area", "crime_number", "victim_1_name")] == [Fault.DITTO] * 3


@given(st.text(st.characters(codec=None, exclude_categories=[]), max_size=30))
def test_a_text_is_refused_for_a_control_character_or_half_a_character_alone(text):
    words = " ".join(normalize("NFC", text).split())
    hidden = any(category(one) in HIDDEN for one in words)
    if hidden:
        assert fault("area", text) is Fault.HIDDEN_CHARACTERS
    elif words.casefold() in DITTOS:
        assert fault("area", text) is Fault.DITTO
    else:
        assert read("area", text) == (None if words.casefold() in BLANKS else words)


@given(st.text(st.characters(codec=None, exclude_categories=[]), max_size=30))
def test_a_narrative_is_refused_for_the_same_save_for_lines_and_tabs(text):
    words = normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
    hidden = any(category(one) in HIDDEN and one not in "\n\t" for one in words)
    if hidden:
        assert fault("rationale", text) is Fault.HIDDEN_CHARACTERS
    else:
        assert read("rationale", text) == (None if words in {"", "-", "–", "—"} else words)


NAMES = st.from_regex(r"[A-Za-z_0-9'; -]{0,5},? ?[A-Za-z0-9' ,;é-]{0,8}", fullmatch=True)


@given(NAMES)
def test_a_plain_name_reads_as_any_other_name_does(text):
    def outcome(cell):
        try:
            return read("victim_1_name", cell)
        except Unreadable as unread:
            return unread.fault, unread.found

    assert outcome(text) == outcome(f" {text}")  # what begins with a space is read at length


def test_no_two_choices_of_a_field_and_no_two_headings_read_alike():
    for field in COLUMNS:
        spellings = [{fold(word) for word in (one.code, one.title, *one.also)} for one in field.choices]
        assert sum(map(len, spellings)) == len(set().union(*spellings)), field.name
    assert len({fold(field.heading) for field in COLUMNS}) == len(COLUMNS)
