"""A column of packed cells is read as columns of its own, which are loaded or not like any other."""

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.uses import Use
from tests.unit.files.reading_files import chunks, looked
from tests.unit.files.test_reading_groups import as_csv
from tests.unit.files.test_reading_workbook import VICTIMS, good
from tests.unit.files.workbooks import HEADINGS

NONE = dict.fromkeys([*VICTIMS, "offender_name", "offender_born"])
MAPPING = Mapping(
    OURS.uses
    | {
        "susname": (Use("offender_name"),),
        "susdateofbirth": (Use("offender_born"),),
        "vicname": (Use("victim_1_name"),),
        "vic2name": (Use("victim_2_name"),),
    }
)
ROWS = [
    ("MARSH, Kim^03/02/1990^F", "ASH, Jo^04/05/1980^M|BIRCH, Tom^^M"),
    ("TARN, Joe^03/02/1991^M", "OAK, Una^05/05/1981^F"),
]


def made(*rows):
    return as_csv([[*HEADINGS, "SUS", "VIC"], *([*good(n, **NONE), *cells] for n, cells in enumerate(rows, 1))])


def test_what_is_read_out_of_them_stands_last_with_samples():
    columns = looked(made(*ROWS), "cases.csv").cases.columns[len(HEADINGS) :]
    assert [column.heading for column in columns] == [
        *("SUS", "VIC", "SUS name", "SUS date of birth", "SUS sex"),
        *("VIC name", "VIC date of birth", "VIC sex", "VIC 2 name", "VIC 2 date of birth", "VIC 2 sex"),
    ]
    assert columns[2].samples == ("MARSH, Kim", "TARN, Joe")


def test_each_person_is_loaded_in_a_place_of_their_own():
    (chunk,) = chunks(made(*ROWS), "cases.csv", mapping=MAPPING)
    assert chunk.problems == []
    assert [b"BIRCH, Tom" in bytes(case.record) for case in chunk.cases] == [True, False]
    assert b'"offender_name":"MARSH, Kim"' in bytes(chunk.cases[0].record)


def test_a_cell_that_is_packed_otherwise_rejects_its_row():
    rows = [*ROWS * 11, ("POOL, Sam", "")]
    (chunk,) = chunks(made(*rows), "cases.csv", mapping=MAPPING)
    assert len(chunk.cases) == 22
    assert {one.code for one in chunk.problems} == {Fault.BROKEN_CELL}


def test_parts_that_were_mended_in_a_workbook_of_rejected_rows_are_kept():
    mended = as_csv(
        [[*HEADINGS, "SUS", "SUS name"], *([*good(n, **NONE), ROWS[n % 2][0], "POOL, Sam"] for n in (1, 2))]
    )
    assert [one.heading for one in looked(mended, "cases.csv").cases.columns[-4:]] == [
        *("SUS", "SUS name", "SUS date of birth", "SUS sex"),
    ]
    (chunk,) = chunks(mended, "cases.csv", mapping=MAPPING)
    assert b'"offender_name":"POOL, Sam"' in bytes(chunk.cases[0].record)
