"""People in groups of columns are read from a file as from a sheet of people, in CSV and in a workbook."""

import csv
import io

import msgspec
import pytest
from openpyxl import Workbook

from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Mapping, Use
from tests.unit.files.reading_files import chunks
from tests.unit.files.test_reading_workbook import good, saved
from tests.unit.files.workbooks import HEADINGS

GROUPS = [f"party{at}{name}" for at in (1, 2) for name in ("Type", "Name")]
OFFENDERS = {field.name: None for field in FIELDS if field.name.startswith(("offender_", "victim_"))}
MAPPING = Mapping(
    OURS.uses | {fold(one): (Use(f"Party {one[5]}/{'role' if 'Type' in one else 'name'}"),) for one in GROUPS},
    {"role": {"sus": "offender"}},
)
SUSPECT, VICTIM, NOBODY = ["SUS", "Marsh, Ann"], ["Victim", "Bond, Joe"], ["", ""]


def as_workbook(rows):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    return saved(made)


def as_csv(rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


WAYS = [("cases.csv", as_csv), ("cases.xlsx", as_workbook)]


def read(name, write, *people):
    rows = [[*good(at, **OFFENDERS), *one, *two] for at, (one, two) in enumerate(people, 1)]
    (chunk,) = chunks(write([[*HEADINGS, *GROUPS], *rows]), name, mapping=MAPPING)
    return chunk


def records(chunk):
    return [msgspec.json.decode(case.record) for case in chunk.cases]


@pytest.mark.parametrize(("name", "write"), WAYS)
def test_who_changes_places_from_row_to_row_is_who_their_role_says(name, write):
    for record in records(read(name, write, (SUSPECT, VICTIM), (VICTIM, SUSPECT))):
        assert (record["offender_name"], record["victim_1_name"]) == ("Marsh, Ann", "Bond, Joe")


@pytest.mark.parametrize(("name", "write"), WAYS)
def test_a_name_without_a_role_rejects_its_row_alone(name, write):
    chunk = read(name, write, (SUSPECT, ["", "Bond, Joe"]), (SUSPECT, NOBODY))
    assert [(one.row, one.column, one.code) for one in chunk.problems] == [(2, "Party 2: Role", Fault.UNKNOWN_PARTY)]
    assert len(records(chunk)) == 1


def test_no_column_of_theirs_is_told_as_left_out():
    notes = read("cases.csv", as_csv, (SUSPECT, VICTIM)).notes
    assert [one.column for one in notes if one.code == Fault.NOT_LOADED] == []
