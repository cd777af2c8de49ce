from datetime import date, datetime
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures.generating import FORCE as THEIRS
from fixtures.generating import UNTIL, generate
from fixtures.layouts import sheets
from scrutiny_app.domain.batches import BatchChecker, found
from scrutiny_app.domain.cases import COLUMN, FIELDS, Kind
from scrutiny_app.domain.cells import ERROR_CELL, FORMULA_CELL, MERGED_CELL
from scrutiny_app.domain.importing import CheckedCase, Checker
from scrutiny_app.domain.layouts import LAYOUTS
from scrutiny_app.domain.looking import find_headings
from scrutiny_app.domain.mapping import RowMapper
from tests.unit.domain.extract_rows import FORCE, TODAY, cells, check_rows

GOOD: dict[Kind, list[object]] = {
    Kind.REFERENCE: ["8", "3A", "42/11873/26", "CR 12", 1000.0, "AB" + "1" * 14 + "00"],
    Kind.WORD: ["Level 1", "1 High Street; Tarnwick", FORCE, "NORTHMOOR POLICE"],
    Kind.TEXT: ["He said “no”.\nThen he ran.", "  Taken | from\ta shop ", "He left\r\nearly", "Short"],
    Kind.DATE: [
        date(2026, 3, 20),
        "19/03/2026",
        "12/03/2026",
        date(2008, 2, 29),
        "01/07/2009",
        "03/04/2013",
        "03/04/2017",
    ],
    Kind.YES_NO: ["Yes", "no", True, False, "1", 1.0, 0],
    Kind.NUMBER: ["3", 3.0, 1, True, 999],
    Kind.AGE: ["15", "17", 18.0, 35, 36, "9"],
    Kind.PERSON: ["Marsh, Ann", "O'Neil, Mary-Jo Kay", "Siân, Wyn", "Okafor,"],
    Kind.PEOPLE: ["Rees, Ann; Hussain, Bilal", "Rees, Ann"],
}
ODD = st.one_of(
    st.sampled_from([None, "", " ", "-", "–", "N/A", "not recorded", "|", "a|b", "a | b", "-|-", "A, B|C, D", "A, B|"]),
    st.sampled_from([" x", "x ", "x  y", "x\ty", "x\ny", "x\x07y", "x\x7fy", "é", "e\u0301", "\u200bx", "\xa0x"]),
    st.sampled_from(["#N/A", "#n/a ", "#REF!", "#####", "Err:502", "#DIV/0!", "Total", "Grand total:", "412"]),
    st.sampled_from(
        ["1E+10", "1.5e-3", "1" * 15 + "00", "12345678901234500", "x" * 121, "x" * 201, "x" * 20_001, "\ud800"]
    ),
    st.sampled_from([ERROR_CELL, FORMULA_CELL, MERGED_CELL, 0, 0.0, -0.0, 1, 1.0, True, False, 1.5, 1e16]),
    st.sampled_from([date(1899, 12, 31), date(2026, 7, 2), date(9999, 1, 1), "31/02/2026", "1/1/26"]),
    st.sampled_from([datetime(2026, 3, 20), datetime(2026, 3, 20, 14, 5)]),  # noqa: DTZ001  a cell has no zone
    st.text(alphabet="aA0 ,;|-'\r\n\té", max_size=8),
)


def good(name):
    field = COLUMN[name]
    words: list[object] = [word for one in field.choices for word in (one.code, one.title, *one.also)]
    return st.sampled_from(words or GOOD[field.kind])


@st.composite
def rows_of_a_file(draw):
    """Draw rows with the same columns, of which some hold what is good and a few what is odd."""
    usual = cells()
    more = draw(st.lists(st.sampled_from(sorted(COLUMN.keys() - usual.keys())), max_size=12, unique=True))
    without = draw(st.sampled_from([None, None, None, None, "crime_number", "offender_born", "disposal_date"]))
    rows = []
    for number in range(draw(st.integers(1, 8))):
        row = {**usual, "case_number": f"C{number}", **{name: draw(good(name)) for name in more}}
        for name in draw(st.lists(st.sampled_from(sorted(row)), max_size=2)):
            row[name] = draw(good(name) | ODD)
        row.pop(without, None)
        rows.append(row)
    return rows


def one_by_one(rows, today, force):
    checked = check_rows(enumerate(rows, 2), today, force)
    return [found(case) if isinstance(case, CheckedCase) else case for case in checked]


def in_batches(columns, size, today, force, batch):
    checker = BatchChecker(Checker(today, force))
    for at in range(0, size, batch):
        numbers = range(2, size + 2)[at : at + batch]
        yield from checker.check(numbers, {name: column[at : at + batch] for name, column in columns.items()})


@given(rows=rows_of_a_file(), batch=st.integers(1, 8))
def test_a_batch_gives_what_its_rows_would_whatever_is_in_them(rows, batch):
    columns = {name: [row[name] for row in rows] for name in rows[0]}

    checked = list(in_batches(columns, len(rows), TODAY, FORCE, batch))

    assert msgspec.json.encode(checked) == msgspec.json.encode(one_by_one(rows, TODAY, FORCE))


def spoilt(rows, rng):
    """Put another row's cell, or something odd, in the place of some cells."""
    odd = [None, "", "-", " x ", "x" * 20_001, "x\x07", "Zoë, O’Neil", 1.5, True, date(2030, 1, 1), "31/02/2026", "0"]
    for row in rows:
        row = list(row)
        for at in rng.sample(range(len(row)), rng.choice([0, 0, 1, 1, 2, 5])):
            row[at] = rng.choice([*odd, rng.choice(rows)[rng.randrange(len(row))], rng.choice(rows)[at]])
        yield row


@pytest.mark.parametrize("share", [1, 10])
@pytest.mark.parametrize("key", LAYOUTS)
def test_batches_of_a_layout_give_what_its_rows_would_spoilt_or_not(key, share):
    (headings, *rows) = rows_in_layout(key)
    rng = Random(key)
    rows = [next(spoilt([row, rng.choice(rows)], rng)) if rng.randrange(share) == 0 else row for row in rows]
    mapper = RowMapper(LAYOUTS[key].mapping, headings, today=UNTIL)

    checked = list(in_batches(mapper.columns(rows), len(rows), UNTIL, THEIRS, 40))

    apart = one_by_one([mapper.cells(row) for row in rows], UNTIL, THEIRS)
    assert msgspec.json.encode(checked) == msgspec.json.encode(apart)
    assert {isinstance(one, list) for one in checked} == {True, False}


def rows_in_layout(key):
    written = [list(row) for row in sheets(key, [row.cells for row in generate(400, 3)])[0].rows]
    above = find_headings(list(enumerate(written[:20])))
    return [[str(cell) for cell in written[above]], *written[above + 1 :]]


def test_a_batch_without_a_column_that_every_case_needs_has_no_case():
    columns = {name: [cell] for name, cell in cells().items() if name != "disposal_date"}

    (problems,) = in_batches(columns, 1, TODAY, FORCE, 1)

    assert [problem.column for problem in problems] == ["Disposal date"]


def test_the_record_of_a_batch_has_its_fields_in_our_order():
    columns = {name: [cell] for name, cell in reversed(cells(area="North", tier="").items())}

    (case,) = in_batches(columns, 1, TODAY, FORCE, 1)

    record = msgspec.json.decode(case.record)
    assert list(record) == [field.name for field in FIELDS if field.name in record]
    assert "area" in record
    assert "tier" not in record
