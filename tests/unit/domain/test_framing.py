"""The frame is one file whose bytes depend on its content alone."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.framing import (
    Exclusion,
    ExclusionReason,
    FrameLine,
    UnusableFrame,
    count_by_stratum,
    digest,
    exclusions_file,
    frame_file,
    is_targeted,
    read_frame,
)

NONCE = "0123456789abcdef" * 2

fields = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
frames = st.lists(
    st.builds(FrameLine, fields, fields),
    max_size=12,
    unique_by=lambda line: unicodedata.normalize("NFC", line.case_number),
)


def test_the_known_frame_has_the_known_digest():
    strata = ["CR"] * 6 + ["CC"] * 3 + ["YC"]
    frame = frame_file(FrameLine(f"CASE-{number:04}", strata[number % 10]) for number in range(1, 101))
    assert digest(frame) == "622773bb23e795cc8ad31c7c31bcec66b1cb76f4a19446819e627632fcc0fa60"


def test_a_frame_is_sorted_by_its_bytes_and_every_line_ends_in_a_line_feed():
    lines = [FrameLine("b", "CR"), FrameLine("é", "CC"), FrameLine("B", "YC"), FrameLine("B1", "CR")]
    assert frame_file(lines) == "B\tYC\nB1\tCR\nb\tCR\né\tCC\n".encode()


def test_decomposed_characters_are_composed():
    assert frame_file([FrameLine("Cafe\u0301", "CR")]) == "Caf\u00e9\tCR\n".encode()


@given(frames, st.randoms(use_true_random=False))
def test_the_order_in_which_cases_come_does_not_change_the_frame(lines, random):
    frame = frame_file(lines)
    random.shuffle(lines)
    assert frame_file(lines) == frame
    assert frame.splitlines() == sorted(frame.splitlines())


@given(frames)
def test_a_written_frame_is_read_back_and_written_again_alike(lines):
    frame = frame_file(lines)
    assert frame_file(read_frame(frame)) == frame
    assert list(read_frame(io.BytesIO(frame))) == list(read_frame(frame))


@pytest.mark.parametrize(
    "bad", ["", "  ", "1\t2", "1\n2", "1\r2", "1\u20282", "1\x852", "1\x002", "1\x0b2", "1\ud8002"], ids=ascii
)
def test_a_field_that_cannot_be_one_line_of_two_columns_is_refused(bad):
    with pytest.raises(UnusableFrame, match="Correct it"):
        frame_file([FrameLine(bad, "CR")])
    with pytest.raises(UnusableFrame, match="Correct it"):
        frame_file([FrameLine("A1", bad)])


@pytest.mark.parametrize("twice", [("A1", "A1"), ("Caf\u00e9", "Cafe\u0301")])
def test_a_case_listed_twice_is_refused_even_in_two_strata(twice):
    with pytest.raises(UnusableFrame, match="listed more than once"):
        frame_file([FrameLine(twice[0], "CR"), FrameLine("B2", "CR"), FrameLine(twice[1], "YC")])


@pytest.mark.parametrize(
    ("frame", "says"),
    [
        (b"\xef\xbb\xbfA1\tCR\n", "Line 1 .*byte-order mark"),
        (b"A1\tCR\nA2\tCR\r\n", "Line 2 .*CRLF"),
        (b"A1\tCR\nA2\tCR", "Line 2 .* line feed"),
        (b"A1\tCR\nA2\xff\tCR\n", "Line 2 .* not UTF-8"),
        ("A1\tCR\nCafe\u0301\tCR\n".encode(), "Line 2 .* decomposed"),
        (b"A1\tCR\nA2\n", "Line 2 .* 1 columns"),
        (b"A1\tCR\nA2\tCR\tYC\n", "Line 2 .* 3 columns"),
        (b"A1\tCR\n\n", "Line 2 .* 1 columns"),
        (b"A1\tCR\nA2\t\n", "Line 2 .* is empty"),
        (b"\tCR\n", "Line 1 .* is empty"),
        (b"A1\tC\rR\n", "Line 1 .* line break"),
        (b"A2\tCR\nA1\tCR\n", "Line 2 .* out of order"),
        (b"A1\tCR\nA1\tCR\n", "Line 2 .* repeats"),
        (b"A1\tCR\nA1\tYC\n", "Line 2 .* repeats"),
    ],
)
def test_a_frame_file_that_could_be_read_in_two_ways_is_refused_by_line(frame, says):
    with pytest.raises(UnusableFrame, match=says):
        list(read_frame(frame))


def test_a_refusal_of_a_frame_file_does_not_repeat_its_case_numbers():
    with pytest.raises(UnusableFrame) as refusal:
        list(read_frame(b"SECRET2\tCR\nSECRET1\tCR\n"))
    assert "SECRET" not in refusal.value.message


def test_an_empty_frame_has_no_lines():
    assert frame_file([]) == b""
    assert list(read_frame(b"")) == []


def test_cases_are_counted_by_stratum():
    lines = [FrameLine("1", "YC"), FrameLine("2", "CR"), FrameLine("3", "YC")]
    assert list(count_by_stratum(lines).items()) == [("CR", 1), ("YC", 2)]


def test_exclusions_stand_sorted_below_their_nonce():
    exclusions = [
        Exclusion("B2", ExclusionReason.LIVE_APPEAL_OR_COMPLAINT),
        Exclusion("A1", ExclusionReason.ALREADY_BEFORE_A_PANEL),
    ]
    expected = f"{NONCE}\nA1\talready_before_a_panel\nB2\tlive_appeal_or_complaint\n"
    assert exclusions_file(exclusions, NONCE) == expected.encode()


def test_another_nonce_gives_the_same_exclusions_another_digest():
    assert digest(exclusions_file([], NONCE)) != digest(exclusions_file([], NONCE[::-1]))


@pytest.mark.parametrize("nonce", ["", "0" * 31, "G" * 32, "0" * 32 + "\n"])
def test_a_nonce_that_could_be_guessed_or_misread_is_an_error(nonce):
    with pytest.raises(ValueError, match="nonce"):
        exclusions_file([], nonce)


@pytest.mark.parametrize(("total", "targeted"), [(0, True), (19, True), (20, True), (21, False)])
def test_a_frame_that_leaves_nothing_to_chance_is_targeted(total, targeted):
    assert is_targeted(total, size=20) is targeted
