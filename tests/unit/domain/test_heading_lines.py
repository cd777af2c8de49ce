"""Headings that stand on several lines of their cells."""

import pytest

from scrutiny_app.domain.heading_lines import on_one_line
from scrutiny_app.files import reading
from scrutiny_app.files.reading_incoming import held_incoming


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Rhif yr Achos\nCase No.", "Rhif yr Achos / Case No."),
        ("Rhif yr\r\nAchos\r\nCase No.", "Rhif yr Achos / Case No."),
        ("Dyddiad Geni\nDate of Birth", "Dyddiad Geni / Date of Birth"),
        ("Date of\nbirth", "Date of birth"),
        ("Compensation\n(£)", "Compensation (£)"),
        ("Disposal ", "Disposal"),
    ],
)
def test_lines_are_two_languages_or_one_text(heading, line):
    assert on_one_line(heading) == line


def test_a_file_headed_on_two_lines_is_read():
    rows = '"Rhif yr Achos\nCase No.","Gwarediad\nDisposal","Date of\nbirth"\nTR/1,CR,02/03/1999\nTR/2,CR,04/05/2001\n'
    with held_incoming("rows.csv", [rows.encode()], len(rows.encode())) as incoming:
        headings = [column.heading for column in reading.look(incoming).cases.columns]
    assert headings == ["Rhif yr Achos / Case No.", "Gwarediad / Disposal", "Date of birth"]
