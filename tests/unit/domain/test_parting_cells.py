"""Cells that hold more than their field are parted alike, whether their rows are looked at together or one by one."""

import pytest

from scrutiny_app.domain.parting_cells import part_columns, part_row

PLAIN = {"victim_1_name": "Marsh, Ann", "officer_name": "Green, Paul", "officer_number": "1509"}


@pytest.mark.parametrize(
    "odd",
    [
        {"victim_1_name": "Marsh, Ann; Bond, Joe"},
        {"victim_1_name": "Ann Marsh and Joe Bond"},
        {"officer_name": "Szymczyk, Jan 1509", "officer_number": ""},
        {"officer_name": "DC ١٥٠٩ Szymczyk", "officer_number": None},
        {"officer_number": "PC 1509"},
        {"officer_number": "1509 Szymczyk", "officer_name": ""},
        {"officer_number": "²"},
        {"officer_number": 1509.0, "officer_name": None},
        {"victim_1_name": None, "officer_number": ""},
    ],
)
def test_one_odd_row_among_plain_ones_is_parted_as_it_would_be_alone(odd):
    rows = [PLAIN, PLAIN | odd, PLAIN]
    columns = {name: [row[name] for row in rows] for name in PLAIN}
    part_columns(columns)
    alone = [dict(row) for row in rows]
    for row in alone:
        part_row(row)
    names = {name for row in alone for name in row} | set(columns)
    assert {name: list(columns.get(name, [None] * 3)) for name in names} == {
        name: [row.get(name) for row in alone] for name in names
    }
