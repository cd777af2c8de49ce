import tempfile
from contextlib import nullcontext
from datetime import date, datetime, time, timedelta

import msgspec
import pytest

from scrutiny_app.domain.batches import BatchChecker
from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.cells import FORMULA_CELL
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.layouts import LAYOUTS
from scrutiny_app.files import reading_cases
from scrutiny_app.files.reading import FACET_NAMES, RejectedRow, rejected_from_json
from scrutiny_app.files.reading_answers import Wanted
from scrutiny_app.files.reading_cases import CaseReader
from scrutiny_app.files.reading_csv import open_csv
from scrutiny_app.files.reading_rejected import rejected_to_json
from tests.extracts import extract
from tests.unit.files.reading_files import chunks
from tests.unit.files.test_reading_workbook import book, good, noted, saved


def read(*rows, **order):
    return chunks(extract(*rows), "cases.csv", **order)


def test_a_record_has_its_fields_in_order_and_nothing_that_is_not_recorded():
    (chunk,) = read({"area": None})
    record = msgspec.json.decode(chunk.cases[0].record)
    names = [field.name for field in FIELDS]
    assert list(record) == sorted(record, key=names.index)
    assert "area" not in record
    assert None not in record.values()
    assert msgspec.json.encode(record) == bytes(chunk.cases[0].record)


def test_facets_are_beside_the_record_and_the_day_beside_them():
    (chunk,) = read({})
    case = chunk.cases[0]
    facets = dict(zip(FACET_NAMES, case.facets, strict=True))
    assert facets["force"] == "Northmoor Police"
    assert facets["age_group"] == "adult"
    assert "disposal_date" not in facets
    assert isinstance(case.disposal_date, date)


def test_chunks_are_numbered_and_count_what_they_hold():
    rows = [{} if number % 3 else {"disposal": "Nonsense"} for number in range(25)]
    found = read(*rows, chunk=10)
    assert [(one.number, one.total, one.first_row, one.last_row) for one in found] == [
        (0, 10, 2, 11),
        (1, 10, 12, 21),
        (2, 5, 22, 26),
    ]
    assert all(len(one.cases) + len(one.rejected) == one.total for one in found)
    assert found[-1].share == 1.0


def test_long_rows_are_checked_a_few_at_a_time_and_come_out_the_same(monkeypatch):
    data = extract(*({} if number % 3 else {"disposal": "Nonsense"} for number in range(25)))
    at_once, check = said_of(data), BatchChecker.check
    sizes: list[int] = []

    def counted(checker, numbers, cells):
        sizes.append(len(numbers))
        return check(checker, numbers, cells)

    monkeypatch.setattr(BatchChecker, "check", counted)
    monkeypatch.setattr(reading_cases, "MOST_TOGETHER", 0)
    assert said_of(data) == at_once
    assert sizes == [10, 10, 5]


def said_of(data):
    """Say what the program that reads a file would, but in this process."""
    said: list = []
    with tempfile.TemporaryFile() as file:
        file.write(data)
        sheet = open_csv(file, len(data))
        wanted = Wanted(LAYOUTS["ours"].mapping, "CSV", 1, None, "Northmoor Police", date(2026, 11, 1), 5000, 0)
        CaseReader(sheet, wanted).read(said.append)
    return msgspec.json.encode(said)


@pytest.mark.parametrize("skip", [0, 1, 2, 3])
def test_chunks_that_are_held_already_are_not_sent_again(skip):
    rows = [{} if number % 4 else {"disposal": "Nonsense"} for number in range(25)]
    assert read(*rows, chunk=10, skip=skip) == read(*rows, chunk=10)[skip:]


def test_a_case_number_of_an_earlier_chunk_is_repeated_though_that_chunk_is_skipped():
    rows: list[dict] = [{} for _ in range(5)] + [{"case_number": "NM/1/26"}]
    for skip in (0, 1):
        last = read(*rows, chunk=5, skip=skip)[-1]
        assert [problem.code for problem in last.problems] == [Fault.REPEATED]


def test_another_forces_row_is_rejected():
    (chunk,) = read({}, {"force": "Southmoor Police"})
    assert [problem.code for problem in chunk.problems] == [Fault.OTHER_FORCE]
    assert [row.row for row in chunk.rejected] == [3]


def test_a_rejected_row_comes_back_as_it_stood():
    (chunk,) = read({"disposal": "Nonsense"})
    assert "Nonsense" in chunk.rejected[0].cells
    assert rejected_from_json(chunk.rejected_as_json()) == chunk.rejected


def test_every_kind_of_cell_survives_being_sealed():
    kinds = [None, "", "x", 1, 1.5, True, date(2026, 1, 2), datetime(2026, 1, 2, 3), time(4, 5), FORMULA_CELL]  # noqa: DTZ001
    row = RejectedRow(7, [*kinds, timedelta(hours=30)])
    assert rejected_from_json(rejected_to_json([row])) == [row]


def test_a_long_row_is_sent_whole():
    long = dict.fromkeys(("circumstances", "rationale", "suspect_account", "victim_views"), "y" * 20000)
    found = read(*(long for _ in range(300)))
    assert sum(len(one.cases) for one in found) == 300


def test_references_that_may_have_lost_their_zeros_are_listed_with_the_last_chunk():
    made = book(good(1, officer_number="0123"), good(2, officer_number=4567))
    *_, last = chunks(saved(made), chunk=1)
    assert noted(last, Fault.LEADING_ZEROS) == [(3, "Officer number")]
    assert sum(one.total for one in chunks(saved(made), chunk=1)) == 2


TOTALS = {"case_number": "Total", "crime_number": "412"}


def with_totals(*rows):
    """Give an extract in which the rows that say None are of totals."""
    empty = dict.fromkeys((field.name for field in FIELDS), None)
    return extract(*({**empty, **TOTALS} if row is None else row for row in rows))


def test_a_row_of_totals_is_a_note_and_is_no_row_of_the_file():
    (chunk,) = chunks(with_totals({}, {"disposal": "Nonsense"}, None), "cases.csv")
    assert (chunk.total, len(chunk.cases), [row.row for row in chunk.rejected]) == (2, 1, [3])
    assert [note.row for note in chunk.notes if note.code == Fault.TOTALS] == [4]
    assert Fault.TOTALS not in [problem.code for problem in chunk.problems]


@pytest.mark.parametrize("skip", [0, 1, 2])
def test_rows_of_totals_among_the_cases_leave_the_chunks_where_they_were(skip):
    data = with_totals({}, None, {}, {}, None, {"disposal": "Nonsense"}, {})
    found = chunks(data, "cases.csv", chunk=3)
    assert [(one.first_row, one.last_row, one.total) for one in found] == [(2, 4, 2), (5, 7, 2), (8, 8, 1)]
    assert all(len(one.cases) + len(one.rejected) == one.total for one in found)
    assert chunks(data, "cases.csv", chunk=3, skip=skip) == found[skip:]


def test_a_file_of_whose_many_rows_none_is_a_case_is_refused_before_all_are_read(monkeypatch):
    monkeypatch.setattr(reading_cases, "MOST_HOPELESS", 10)
    wanted = Wanted(LAYOUTS["ours"].mapping, "CSV", 1, None, "Northmoor Police", date(2026, 11, 1), 5, 0)
    bad = {"disposal": "Nonsense"}
    for rows, is_refused in ([bad] * 9, False), ([bad] * 11, True), ([bad] * 8 + [{}] + [bad] * 5, False):
        data = extract(*rows)
        with tempfile.TemporaryFile() as file:
            file.write(data)
            reader = CaseReader(open_csv(file, len(data)), wanted)
            with pytest.raises(Refused, match="first 10 rows is a case") if is_refused else nullcontext():
                reader.read([].append)
        assert bool(reader._found) == ({} in rows)
