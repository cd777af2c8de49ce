from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.cases import COLUMNS, Kind
from scrutiny_app.domain.cells import ERROR_CELL, FORMULA_CELL, MERGED_CELL, Unreadable, reader
from scrutiny_app.domain.remembering import MOST_CELLS, Remembered, remembering, remembering_days

FEW = [field for field in COLUMNS if field.kind in (Kind.CHOICE, Kind.YES_NO, Kind.NUMBER, Kind.AGE, Kind.DATE)]
SPELLINGS = sorted({word for field in FEW for one in field.choices for word in (one.code, one.title, *one.also)})
CELL = st.one_of(
    st.sampled_from(
        [0, 0.0, -0.0, False, 1, 1.0, True, "0", "1", "1.0", "True", "yes", "N/A", "", None, 1.5, 999.0, 1e3]
    ),
    st.sampled_from([ERROR_CELL, FORMULA_CELL, MERGED_CELL, date(2026, 2, 3), "03/02/2026", "2026-02-03", "3/2/26"]),
    st.sampled_from([datetime(2026, 2, 3), datetime(2026, 2, 3, 14, 5)]),  # noqa: DTZ001  a cell has no zone
    st.sampled_from(SPELLINGS),
    st.text(max_size=70),
    st.integers(-5, 1005),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


def outcome(read, cell):
    try:
        value = read(cell)
    except Unreadable as unread:
        return unread.fault, unread.found, unread.advice
    return type(value), value


@given(field=st.sampled_from(FEW), seen=st.lists(CELL, max_size=30))
def test_what_is_remembered_is_what_the_plain_reader_gives_whatever_came_before(field, seen):
    plain = reader(field)
    read = (remembering_days if field.kind is Kind.DATE else remembering)(reader(field))
    assert [outcome(read, cell) for cell in seen] == [outcome(plain, cell) for cell in seen]


def test_no_more_is_remembered_than_is_small():
    remembered = Remembered(str)
    for number in range(MOST_CELLS + 10):
        assert remembered[f"{number}"] == f"{number}"
    assert len(remembered) == 10
    assert remembered["x" * 61] == "x" * 61
    assert len(remembered) == 10


@pytest.mark.parametrize("cell", [1, 1.0, True])
def test_a_number_is_read_anew(cell):
    remembered = Remembered(str)
    assert remembered[cell] == str(cell)
    assert not remembered
