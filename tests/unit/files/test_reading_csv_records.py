import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.files import reading_csv_records
from scrutiny_app.files.reading_csv_records import Records

PIECES = ["a", "b ", "é", ",", ",", ";", '"', '"', '""', "\n", "\r\n", "\r", '"x,y"', ',"",', ',"q\n', 'p",', "z" * 15]


@pytest.fixture(autouse=True)
def a_field_of_twenty_characters_is_too_long():
    most = csv.field_size_limit(20)
    yield
    csv.field_size_limit(most)


def records(lines):
    """Give every record with the number of lines before it, up to the first that cannot be read."""
    found = []
    while True:
        before = lines.line_num
        try:
            found.append((before, next(lines)))
        except StopIteration:
            return found
        except csv.Error:
            return [*found, (before, None)]


@given(text=st.lists(st.sampled_from(PIECES), max_size=20).map("".join), delimiter=st.sampled_from(",;"))
def test_records_are_what_csv_reader_gives_line_by_line(text, delimiter):
    plain = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading_csv_records, "MOST_FIELD", 20)

        found = records(Records(iter(io.StringIO(text, newline="")), delimiter))

    assert found == records(plain)


def test_a_value_may_have_lines_and_separators_in_it():
    lines = iter(['"a,b","c\r\n', 'd",e\r\n', "f\r\n"])

    assert records(Records(lines, ",")) == [(0, ["a,b", "c\r\nd", "e"]), (2, ["f"])]
