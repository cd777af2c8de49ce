"""A frame file drawn from as it streams by gives what its lines give, and is refused where a line is wrong."""

import io
import os
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.framing import FrameLine, UnusableFrame, count_by_stratum, digest, frame_file, read_frame
from scrutiny_app.domain.sampling import FrameChanged, Plan, draw, draw_frame, seed
from scrutiny_app.domain.surveying import blocks_of, survey, whole_lines
from tests.draws import KNOWN, vectors

PIECES = [
    "A",
    "B",
    "é",
    "e\u0301",
    " ",
    "\u3000",
    "\t",
    "\t",
    "\n",
    "\n",
    "\r\n",
    "\x85",
    "\u2028",
    "\ufeff",
    "\x7f",
    "CR",
]


def read_well(frame):
    try:
        lines = list(read_frame(frame))
    except UnusableFrame as refusal:
        return refusal.message
    return count_by_stratum(lines) or "empty"


def surveyed(frame):
    try:
        return survey(io.BytesIO(frame)).counts
    except UnusableFrame as refusal:
        return "empty" if refusal.message.startswith("The frame is empty") else refusal.message


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join).map(str.encode))
def test_a_survey_accepts_what_reading_line_by_line_accepts_and_names_the_same_fault(frame):
    assert surveyed(frame) == read_well(frame)


@given(st.binary(max_size=12))
def test_a_survey_of_any_bytes_ends_as_reading_them_does(frame):
    assert surveyed(frame) == read_well(frame)


def test_a_fault_far_into_a_long_file_is_named_by_its_line():
    lines = [b"%07d\tCR\n" % number for number in range(30_000)]
    lines[25_000] = lines[24_000]
    with pytest.raises(UnusableFrame, match="Line 25001 of the frame is out of order"):
        survey(io.BytesIO(b"".join(lines)))


def test_a_case_repeated_where_two_blocks_meet_is_found():
    first = b"".join(b"%07d\tCR\n" % number for number in range(65536 // 11))
    whole = io.BytesIO(first + first[-11:])
    assert len(first) > 65536 - 11
    with pytest.raises(UnusableFrame, match="repeats the case"):
        survey(whole)


def test_a_survey_counts_and_hashes():
    seen = survey(io.BytesIO(KNOWN.frame))
    assert (seen.digest, seen.counts, seen.total) == (digest(KNOWN.frame), KNOWN.counts, 100)


@given(st.lists(st.binary(max_size=6)))
def test_blocks_cut_anew_are_the_same_bytes_and_end_with_lines(blocks):
    cut = list(whole_lines(blocks))
    assert b"".join(cut) == b"".join(blocks)
    assert all(block.endswith(b"\n") for block in cut[:-1])


def test_a_streamed_draw_is_the_draw_of_its_lines():
    for vector in vectors(100):
        plan = Plan(vector.terms.allocation, vector.reserves)
        assert tuple(vector.drawn()) == draw(read_frame(vector.frame), vector.terms.seed, plan).drawn


@given(st.lists(st.integers(1, 40)))
def test_it_does_not_matter_how_a_stream_is_cut(sizes):
    stream = io.BytesIO(KNOWN.frame)
    blocks = [stream.read(size) for size in sizes] + [stream.read()]
    assert list(draw_frame(blocks, KNOWN.terms.seed, Plan(KNOWN.terms.allocation, KNOWN.reserves))) == KNOWN.drawn()


@given(st.randoms(), st.sampled_from(["Pacific/Kiritimati", "America/Adak", "UTC"]))
def test_neither_the_order_of_the_cases_nor_the_time_zone_changes_a_draw(chance, zone):
    lines, before = list(read_frame(KNOWN.frame)), os.environ.get("TZ")
    chance.shuffle(lines)
    os.environ["TZ"] = zone
    time.tzset()
    try:
        assert frame_file(lines) == KNOWN.frame
        assert list(draw(lines, KNOWN.terms.seed, Plan(KNOWN.terms.allocation, 3)).drawn) == KNOWN.drawn()
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


def test_a_frame_that_the_dice_were_not_rolled_for_is_refused():
    other = seed("A", digest(b"another"), "12345678901234567890")
    with pytest.raises(FrameChanged, match="not the one that the dice were rolled for"):
        draw_frame([KNOWN.frame], other, Plan(KNOWN.terms.allocation))


def test_a_stratum_that_the_plan_does_not_know_is_refused():
    with pytest.raises(FrameChanged, match="YC"):
        draw_frame([KNOWN.frame], KNOWN.terms.seed, Plan({"CC": 3, "CR": 7}))


def test_a_stratum_with_fewer_cases_than_planned_is_refused():
    with pytest.raises(FrameChanged, match="draws 11 cases of YC and the frame has 10"):
        draw_frame([KNOWN.frame], KNOWN.terms.seed, Plan({"CC": 3, "CR": 7, "YC": 11}))


def test_memory_does_not_grow_with_the_file(tmp_path):
    path = tmp_path / "frame.tsv"
    path.write_bytes(frame_file(FrameLine(f"A{number:06}", "CR") for number in range(100_000)))
    with path.open("rb") as file:
        tracemalloc.start()
        made = seed("A", survey(file).digest, "12345678901234567890")
        file.seek(0)
        drawn = list(draw_frame(blocks_of(file), made, Plan({"CR": 50}, reserves=10)))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert len(drawn) == 60
    assert peak < 3_000_000
