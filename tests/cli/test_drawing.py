"""`scrutiny draw-file` and `verify-draw`, as they are typed where there is no database, no instance and no settings."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.draws import KNOWN, vectors, voided

ROOT = Path(__file__).parents[2]
DIGITS = "83920 17465 50218 99031"


@pytest.fixture
def run(tmp_path):
    """Run a command in an empty folder, and see that it leaves nothing behind."""

    def command(*words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
        plain = {name: value for name, value in os.environ.items() if not name.startswith("SCRUTINY_")}
        (tmp_path / "empty").mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "scrutiny_app", *words],
            env=plain | {"PYTHONPATH": str(ROOT)} | variables,
            cwd=tmp_path / "empty",
            capture_output=True,
        )
        assert list((tmp_path / "empty").iterdir()) == []
        return done

    return command


@pytest.fixture
def draw(run, tmp_path):
    """Draw from the bytes of a list."""

    def command(frame=KNOWN.frame, draw_id=KNOWN.draw_id, digits=DIGITS, size=12, floor=None, reserves=None, **more):
        (tmp_path / "frame.tsv").write_bytes(frame)
        words = ["--frame", str(tmp_path / "frame.tsv"), "--draw-id", draw_id, "--digits", digits, "--size", str(size)]
        words += ["--floor", str(floor)] if floor is not None else []
        words += ["--reserves", str(reserves)] if reserves is not None else []
        return run("draw-file", *words, **more)

    return command


def test_the_known_draw_is_printed_without_a_heading(draw):
    done = draw(reserves=3)
    assert (done.returncode, done.stderr) == (0, b"")
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert [(row[0], row[1], row[2], row[3][-4:]) for row in rows[:7]] == [
        ("CC", "1", "pick", "0096"),
        ("CC", "2", "pick", "0018"),
        ("CC", "3", "pick", "0088"),
        ("CC", "4", "reserve", "0056"),
        ("CC", "5", "reserve", "0097"),
        ("CC", "6", "reserve", "0057"),
        ("CR", "1", "pick", "0043"),
    ]
    assert done.stdout == KNOWN.expected


def test_all_reserves_are_named_unless_a_number_is_given(draw):
    assert len(draw().stdout.splitlines()) == 100
    assert len(draw(reserves=0).stdout.splitlines()) == 12


def test_every_small_draw_is_the_domains_whatever_the_locale_and_the_time_zone(draw):
    elsewhere = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Pacific/Kiritimati"}
    for one in vectors(4):
        done = draw(one.frame, one.draw_id, one.digits, one.size, one.floor, one.reserves, **elsewhere)
        assert done.stdout == one.expected


BAD_LISTS = {
    "empty": (b"", "The frame is empty"),
    "CRLF": (b"A\tCR\nB\tCR\r\n", "Line 2 of the frame ends as Windows ends lines"),
    "a byte-order mark": (b"\xef\xbb\xbfA\tCR\n", "Line 1 of the frame begins with a byte-order mark"),
    "not NFC": (unicodedata.normalize("NFD", "Aé\tCR\n").encode(), "Line 1 of the frame holds decomposed"),
    "not sorted": (b"B\tCR\nA\tCR\n", "Line 2 of the frame is out of order. Sort the file by its bytes (LC_ALL=C sort"),
    "a line twice": (b"A\tCR\nA\tCR\n", "Line 2 of the frame repeats the case"),
    "one case in two strata": (b"A\tCC\nA\tCR\n", "Line 2 of the frame repeats the case"),
    "a space after an id": (b"A\tCR\nB \tCR\n", "Line 2 of the frame has white space before or after its case number"),
    "a space before an id": (b" A\tCR\nB\tCR\n", "Line 1 of the frame has white space before or after"),
    "a space of another kind": ("A\tCR\nB\u00a0\tCR\n".encode(), "Line 2 of the frame has white space"),
    "no tab": (b"A\tCR\nB CR\n", "Line 2 of the frame has 1 columns"),
    "two tabs": (b"A\tCR\tx\n", "Line 1 of the frame has 3 columns"),
    "an empty stratum": (b"A\tCR\nB\t\n", "Line 2 of the frame has a case number or stratum that is empty"),
    "an empty id": (b"\tCR\nB\tCR\n", "Line 1 of the frame has a case number or stratum that is empty"),
    "no last line feed": (b"A\tCR\nB\tCR", "Line 2 of the frame is the last and does not end with a line feed"),
    "not UTF-8": (b"A\tCR\n\xff\tCR\n", "Line 2 of the frame is not UTF-8"),
}


@pytest.mark.parametrize("kind", BAD_LISTS)
def test_a_list_that_cannot_be_drawn_from_is_refused_by_its_line(draw, kind):
    frame, says = BAD_LISTS[kind]
    done = draw(frame, size=1)
    assert (done.returncode, done.stdout) == (1, b"")
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr


BAD_TERMS = {
    "size 0": ({"size": 0}, 1, "at least 1 case"),
    "larger than the frame": ({"size": 101}, 1, "The frame has 100 cases and the sample asks for 101"),
    "below the floors": ({"size": 5}, 1, "Ask for 6 or more"),
    "digits too few": ({"digits": "12345"}, 1, "There are 5 digits"),
    "digits too regular": ({"digits": "12121" * 4}, 1, "only 2 different digits"),
    "not digits": ({"digits": "x" * 20}, 1, "is neither"),
    "a bad draw id": ({"draw_id": "A|B"}, 1, "The draw id must be"),
    "a size that is no number": ({"size": "many"}, 2, "--size"),
    "reserves below nought": ({"reserves": -1}, 2, "--reserves"),
    "a floor below nought": ({"floor": -1}, 2, "--floor"),
}


@pytest.mark.parametrize("kind", BAD_TERMS)
def test_terms_that_cannot_be_drawn_by_are_refused(draw, kind):
    terms, code, says = BAD_TERMS[kind]
    done = draw(**terms)
    assert (done.returncode, done.stdout) == (code, b"")
    assert says in done.stderr.decode()


def test_a_list_that_is_not_there_is_a_matter_of_usage(run):
    done = run("draw-file", "--frame", "none.tsv", "--draw-id", "A", "--digits", DIGITS, "--size", "1")
    assert (done.returncode, done.stdout) == (2, b"")


def test_a_list_that_comes_through_a_pipe_is_refused(run, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    held = os.open(tmp_path / "pipe", os.O_RDWR)
    done = run("draw-file", "--frame", str(tmp_path / "pipe"), "--draw-id", "A", "--digits", DIGITS, "--size", "1")
    os.close(held)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Save it to a file first" in done.stderr


def test_a_pack_that_agrees_exits_0_and_one_that_differs_1(run, tmp_path):
    (tmp_path / "pack.zip").write_bytes(KNOWN.pack())
    (tmp_path / "other.zip").write_bytes(KNOWN.pack().replace(b"83920 17465", b"83920 17466"))
    agrees, differs = (run("verify-draw", str(tmp_path / name)) for name in ("pack.zip", "other.zip"))
    assert (agrees.returncode, agrees.stdout.splitlines()[-1]) == (0, b"AGREES")
    assert differs.returncode == 1


def test_the_digits_to_compare_are_printed_and_a_void_is_told(run, tmp_path):
    (tmp_path / "void.zip").write_bytes(voided())
    done = run("verify-draw", str(tmp_path / "void.zip"))
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, lines[-1]) == (0, "AGREES (a draw that is VOID)")
    assert f"digits {DIGITS}." in lines[0]
    assert json.loads(run("verify-draw", "--json", str(tmp_path / "void.zip")).stdout)["void"] is True


def test_the_answer_can_be_had_in_json(run, tmp_path):
    (tmp_path / "pack.zip").write_bytes(KNOWN.pack())
    answer = json.loads(run("verify-draw", "--json", str(tmp_path / "pack.zip")).stdout)
    assert answer == {
        "agrees": True,
        "differences": [],
        "notes": [],
        "draw_id": KNOWN.draw_id,
        "frame_digest": KNOWN.terms.frame_digest,
        "digits": DIGITS,
        "void": False,
    }


def test_what_is_no_pack_is_refused(run, tmp_path):
    (tmp_path / "pack.zip").write_bytes(b"no zip")
    done = run("verify-draw", str(tmp_path / "pack.zip"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Ask for the pack again" in done.stderr
