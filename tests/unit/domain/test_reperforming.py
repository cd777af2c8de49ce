"""A draw can be made again from its frame and terms: by the domain, by the certificate's lines, by the document's."""

import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_app.domain.allocation import SampleTooSmall
from scrutiny_app.domain.reperforming import FRAME_NAME, Claim, differences, draw_list, row, script
from scrutiny_app.domain.sampling import Kind, UnusableDice
from tests.draws import KNOWN, vectors

DOCUMENT = (Path(__file__).parents[3] / "docs" / "draw.md").read_text()
EXAMPLE, COMMAND = re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL)


def claim(**changes):
    right = {
        "terms": KNOWN.terms,
        "frame": io.BytesIO(KNOWN.frame),
        "exclusions": KNOWN.exclusions,
        "seed": KNOWN.terms.seed,
        "counts": KNOWN.counts,
        "expected": list(map(row, KNOWN.drawn())),
    }
    return Claim(**right | changes)


def known_table():
    rows = re.findall(r"^\| (\w\w) \| ([\d ]+) \| ([\d ]+) \|$", DOCUMENT, re.MULTILINE)
    return {stratum: (picks.split(), reserves.split()) for stratum, picks, reserves in rows}


def as_table(lines):
    """Arrange (stratum, number) pairs as the document does, by the places that it states."""
    table = {}
    for stratum, (picks, reserves) in known_table().items():
        numbers = [number.removeprefix("CASE-") for name, number in lines if name == stratum]
        table[stratum] = (numbers[: len(picks)], numbers[len(picks) : len(picks) + len(reserves)])
    return table


def test_the_documents_example_run_in_a_shell_gives_the_documents_table(tmp_path):
    done = subprocess.run(["sh", "-c", EXAMPLE], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert f"It prints `{done.stdout.strip()}`" in DOCUMENT
    assert (tmp_path / "frame.tsv").read_bytes() == KNOWN.frame
    rows = [line.split("\t") for line in (tmp_path / "tickets.tsv").read_text().splitlines()]
    assert as_table([(stratum, number) for stratum, _, number in rows]) == known_table()


def test_the_documents_table_is_the_known_draw():
    drawn = KNOWN.drawn()
    assert as_table([(one.stratum, one.case_number) for one in drawn]) == known_table()
    assert {s: len(picks) for s, (picks, _) in known_table().items()} == KNOWN.terms.allocation
    assert all(word in COMMAND for word in (KNOWN.draw_id, KNOWN.digits, f"--size {KNOWN.size}", "--reserves 3"))


def test_picks_come_before_reserves_and_positions_run_on():
    drawn = [one for one in KNOWN.drawn() if one.stratum == "YC"]
    assert [(one.position, one.kind) for one in drawn] == [
        (1, Kind.PICK),
        (2, Kind.PICK),
        (3, Kind.RESERVE),
        (4, Kind.RESERVE),
        (5, Kind.RESERVE),
    ]


@pytest.mark.parametrize(
    ("changes", "refusal"), [({"digits": "1234"}, UnusableDice), ({"size": 5}, SampleTooSmall)], ids=["dice", "size"]
)
def test_terms_that_cannot_serve_are_refused_before_the_first_case(changes, refusal):
    terms = {"draw_id": "A", "digits": KNOWN.digits, "size": 12, "floor": 2, "reserves": None}
    with pytest.raises(refusal):
        draw_list(io.BytesIO(KNOWN.frame), **terms | changes)


def test_a_draw_that_is_as_claimed_has_no_differences():
    assert differences(claim()) == []


DIFFERENT = {
    "frame": ({"frame": io.BytesIO(KNOWN.frame[:-13])}, "stratum"),
    "faulty frame": ({"frame": io.BytesIO(b"A\r\n")}, "Line 1 of the frame"),
    "exclusions": ({"exclusions": b""}, "exclusions are not those"),
    "seed": ({"seed": KNOWN.terms.seed + "0"}, "seed is not the draw id"),
    "draw id": ({"terms": replace(KNOWN.terms, draw_id="A B")}, "seed cannot be made"),
    "size": ({"terms": replace(KNOWN.terms, size=0)}, "No sample can be shared out so"),
    "cap": ({"terms": replace(KNOWN.terms, cap=6)}, "The places of CC are not 4"),
    "expected": ({"expected": []}, "the draw gives pick 1 of CC, CASE-0096"),
    "more expected": ({"expected": [*map(row, KNOWN.drawn()), b"x\n"]}, "Line 22 .* the draw ends before it"),
}


@pytest.mark.parametrize("what", DIFFERENT)
def test_what_differs_is_said(what):
    changes, says = DIFFERENT[what]
    assert any(re.search(says, sentence) for sentence in differences(claim(**changes)))


def test_many_differences_are_counted_and_not_all_listed():
    found = differences(claim(expected=[b"x\n"] * 21))
    assert (len(found), found[-1]) == (11, "So do 11 more lines.")


def test_the_certificates_lines_draw_the_picks(tmp_path):
    for number, vector in enumerate(vectors(5)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / FRAME_NAME).write_bytes(vector.frame)
        lines = script(vector.terms.frame_digest, vector.terms.seed, vector.terms.allocation)
        done = subprocess.run(["sh", "-c", lines], cwd=folder, capture_output=True, check=True)
        picks = [one for one in vector.drawn() if one.kind is Kind.PICK]
        assert done.stdout.decode().splitlines() == [f"{one.stratum}\t{one.case_number}\t{one.ticket}" for one in picks]
