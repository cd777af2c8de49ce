"""A few capitals are an employer's where the verb takes that small word and the shift ends with them, else no more."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "He was sacked by HR for it.",
        "It started with TV noise.",
        "It started with BBQ smoke.",
        "He was sacked by the board and CEO. Then sacked by CEO again.",
        "Nights by EDT are covered.",
        "It all started from BMX tracks.",
        "He was trained by FLO staff.",
        "The trouble started from HQ.",
        "It started with DVD theft.",
        "It started by ATV noise.",
    ],
)
def test_other_capitals_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("He started at ISS last week.", "ISS"),
        ("She has started at G4S.", "G4S"),
        ("He trained with KPMG.", "KPMG"),
        ("I do nights at ISS, then home.", "ISS"),
        ("He was sacked by Tesco and works nights at Warburtons.", "Tesco"),
        ("He is a courier for DX.", "DX"),
        ("He was sacked by SSE and left.", "SSE"),
    ],
)
def test_employers_are_masked(redactor, written, name):
    assert name not in redactor.redact(written).text
