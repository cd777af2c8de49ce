"""A sheet of people with a column of what each is: the names of organisations are read as such, row by row."""

from dataclasses import replace

import msgspec
import pytest

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.matching import suggest_parties
from scrutiny_app.domain.uses import Part, Use
from tests.unit.files.reading_files import chunks, looked
from tests.unit.files.test_reading_workbook import VICTIMS, book, good, saved

HEADINGS = ["Case number", "Role", "Full name", "Kind", "Gender"]
PEOPLE = [
    ("NM/1/26", "Victim", "Zorbridge Rovers JFC", "Club", None),
    ("NM/2/26", "Victim", "Sparrowkite (Mill Lane)", "Shop", None),
    ("NM/3/26", "Victim", "Glimmerati", "Shop", None),
    ("NM/4/26", "Victim", "Ann Marsh", "Adult", "Female"),
    ("NM/5/26", "Witness", "Zorbridge Hall", "School", None),
    ("NM/6/26", "Victim", "Joe Bond", None, "Male"),
]


def made(people=PEOPLE):
    workbook = book(*(good(n, **dict.fromkeys(VICTIMS)) for n in range(1, len(people) + 1)))
    sheet = workbook.create_sheet("People")
    for row in (HEADINGS, *people):
        sheet.append(row)
    return saved(workbook)


def as_suggested(data):
    found = suggest_parties(looked(data))
    return replace(OURS, parties={fold(one.heading): one.uses for one in found})


def test_the_column_is_suggested():
    assert as_suggested(made()).parties["kind"] == (Use("name", Part.KIND),)


@pytest.mark.parametrize(
    ("place", "field", "read"),
    [
        (0, "victim_1_name", "Zorbridge Rovers JFC,"),
        (1, "victim_1_name", "Sparrowkite (Mill Lane),"),
        (2, "victim_1_name", "Glimmerati,"),
        (3, "victim_1_name", "Marsh, Ann"),
        (4, "witnesses", "Zorbridge Hall,"),
        (5, "victim_1_name", "Bond, Joe"),
    ],
)
def test_names_are_read_by_what_each_is_said_to_be(place, field, read):
    data = made()
    (chunk,) = chunks(data, mapping=as_suggested(data))
    assert not chunk.problems
    assert read in str(msgspec.json.decode(bytes(chunk.cases[place].record))[field])
