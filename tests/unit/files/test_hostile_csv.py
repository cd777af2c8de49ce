import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_app.domain.errors import Refused
from tests.extracts import extract
from tests.unit.files.reading_files import chunks, looked, refusal

GOOD = extract({}, {"circumstances": "one\ntwo, “three”"}, {"offender_name": "O’Neill, Siân"})
HEADINGS, _, ROWS = GOOD.partition(b"\r\n")


def said_of(data):
    return refusal(data, "cases.csv")


def test_one_endless_line_is_refused():
    assert said_of(b"x" * 20_000_000).startswith("Line 1 ")
    assert said_of(HEADINGS + b"\n" + b"a b " * 5_000_000).startswith("Line 2 ")


def test_a_quotation_mark_without_a_partner_is_refused_by_its_line_before_the_rest_is_read():
    assert said_of(HEADINGS + b'\n"' + b"some words and so on\n" * 1_000_000).startswith("Line 2 cannot be read")


@pytest.mark.parametrize("doubled", [b'""', b'""\n', b'"",'])
def test_quotation_marks_without_end_are_refused_by_their_line(doubled):
    assert said_of(HEADINGS + b'\n"' + doubled * 10_000_000).startswith("Line 2 ")


def test_more_blank_lines_than_a_sheet_has_rows_are_refused():
    assert "blank lines" in said_of(HEADINGS + b"\n" * 1_100_000)


def test_a_million_columns_are_refused():
    assert "more than 500 columns" in said_of(b"a," * 1_000_000 + b"b\r\n" + b"1," * 1_000_000 + b"2\r\n")


def test_a_value_of_a_megabyte_is_refused_with_its_line():
    data = extract({}, {"circumstances": "x" * 2**20})
    assert said_of(data).startswith("Line 3 cannot be read")


@pytest.mark.parametrize(
    "bad", [b"\xed\xa0\x80", b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf8\x88\x80\x80\x80", b"\xf4\x90\x80\x80", b"\xe2\x82"]
)
def test_words_that_are_nearly_utf8_are_refused_with_their_line(bad):
    data = extract({"offender_name": "O’Neill, Siân"}, {"area": "AREA"}).replace(b"AREA", bad)
    assert said_of(data).startswith("Line 3 is not in UTF-8")


def test_lone_surrogates_in_utf16_are_refused_with_their_line():
    data = GOOD.decode().encode("utf-16") + b"\x00\xd8a\x00"
    assert said_of(data).startswith("Line 6 holds characters")


def test_utf16_without_its_mark_is_refused():
    assert said_of(GOOD.decode().encode("utf-16-le")).startswith("Line 1 holds a null character")


def test_headings_that_are_turned_round_are_not_the_headings_they_seem():
    turned = GOOD.replace(b"Disposal date", "\u202eetad lasopsiD".encode())
    (chunk,) = chunks(turned, "cases.csv")
    assert not chunk.cases


@pytest.mark.parametrize("ends", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_good_rows_are_cases_however_they_are_encoded(encoding, ends):
    data = GOOD.decode().replace("\r\n", ends).encode(encoding)
    (chunk,) = chunks(data, "cases.csv")
    assert len(chunk.cases) == 3
    assert "O’Neill, Siân" in bytes(chunk.cases[2].record).decode()


def test_formulas_in_words_are_words():
    (chunk,) = chunks(extract({"circumstances": "=cmd|'/c calc'!A1"}), "cases.csv")
    assert "=cmd|" in bytes(chunk.cases[0].record).decode()


def read_or_refused(data):
    try:
        return isinstance(looked(data, "cases.csv").cases.rows, int)
    except Refused as refused:
        return bool(refused.message)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=600))
def test_random_bytes_are_read_or_refused(data):
    assert read_or_refused(data)
    assert read_or_refused(HEADINGS + b"\n" + data)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=3))
def test_good_rows_with_some_bytes_changed_are_read_or_refused(at, inserted):
    assert read_or_refused(GOOD[:at] + inserted + GOOD[at + 1 :])


def test_a_short_line_of_totals_below_the_cases_is_a_note_and_no_case():
    found = chunks(GOOD + b"Grand total,3\r\nEnd of report\r\n", "cases.csv")
    notes = [note.code for chunk in found for note in chunk.notes]

    assert sum(len(chunk.cases) for chunk in found) == 3
    assert notes.count("totals") == 2
    assert not any(chunk.problems for chunk in found)


def test_a_short_line_that_may_be_a_case_still_refuses_the_file():
    assert "columns where the headings have" in said_of(GOOD + b"OOCR-26-1,3\r\n")
