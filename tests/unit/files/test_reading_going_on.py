"""Rows that name somebody and no case go on with the case above them; the role beside the name says who is who."""

from datetime import date

import msgspec
import pytest

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import check_row
from scrutiny_app.domain.mapping import Mapping, suggest
from scrutiny_app.domain.people_each_row import EACH_ROW
from scrutiny_app.domain.reading_back import first_cases
from scrutiny_app.domain.roles_beside import roles_beside
from scrutiny_app.domain.trial import reason_left_out
from scrutiny_app.domain.uses import Use, word_key
from tests.unit.domain.looks import look_at
from tests.unit.files.reading_files import FORCE, chunks, looked
from tests.unit.files.test_reading_each_row import MAPPING, NONE, OFFENDER, PEOPLE, VICTIM
from tests.unit.files.test_reading_groups import as_csv
from tests.unit.files.test_reading_workbook import good
from tests.unit.files.workbooks import HEADINGS

TODAY = date(2026, 11, 1)
BUSINESS = ("AGGR", "BRIGHTMART STORES LTD", "", "")


def line(number, who, **changes):
    return [*good(number, **(NONE | changes)), *who]


def further(who, **cells):
    return [*(cells.get(heading, "") for heading in HEADINGS), *who]


def read(*rows, **order):
    return chunks(as_csv([[*HEADINGS, *PEOPLE], *rows]), "cases.csv", mapping=MAPPING, **order)


def record(case):
    return msgspec.json.decode(case.record)


def test_a_victim_on_the_first_line_is_the_victim_and_the_offender_below_is_the_offender():
    (chunk,) = read(line(1, VICTIM), further(OFFENDER), further(BUSINESS), line(2, OFFENDER))
    assert (chunk.total, chunk.problems) == (2, [])
    first, second = map(record, chunk.cases)
    assert first["offender_name"] == "ASH, MARY"
    assert (first["victim_1_name"], first["victim_2_name"]) == ("BIRCH, TOM", "BRIGHTMART STORES LTD,")
    assert "victim_1_name" not in second


def test_no_case_is_cut_by_the_end_of_a_chunk():
    parts = read(*(row for n in (1, 2, 3) for row in (line(n, OFFENDER), further(VICTIM))), chunk=2)
    assert [len(part.cases) for part in parts] == [2, 1]
    assert all("victim_1_name" in record(case) for part in parts for case in part.cases)


def test_what_is_blank_in_a_further_row_is_not_said_to_differ_but_what_is_filled_is():
    (chunk,) = read(line(1, OFFENDER), further(VICTIM, Area="Elsewhere"), line(2, OFFENDER))
    assert [(problem.row, problem.column, problem.code) for problem in chunk.problems] == [(3, "Area", Fault.REPEATED)]
    assert [case.case_number for case in chunk.cases] == ["NM/2/26"]


def test_a_further_row_without_a_role_keeps_its_case_out():
    (chunk,) = read(line(1, OFFENDER), further(("", "BIRCH", "TOM", "")))
    assert not chunk.cases
    assert [row.row for row in chunk.rejected] == [2, 3]


def test_a_row_with_a_crime_number_and_no_case_number_is_a_case_whose_number_is_missing():
    (chunk,) = read(line(1, OFFENDER), further(VICTIM, **{"Crime number": "42/9/26"}))
    assert len(chunk.cases) == 1
    assert {problem.row for problem in chunk.problems} == {3}


def test_a_row_that_goes_on_with_nothing_is_to_be_mended():
    (chunk,) = read(further(VICTIM), line(1, OFFENDER))
    assert len(chunk.cases) == 1
    assert {problem.row for problem in chunk.problems} == {2}
    assert reason_left_out(chunk.problems) is None


def test_totals_below_go_on_with_no_case():
    (chunk,) = read(line(1, OFFENDER), further(("", "End of report, 1 row", "", "")))
    assert len(chunk.cases) == 1


SHORT = ["Case number", "Crime ref", "Offence date", "Involvement", "Person", "DOB"]
MIXED = [
    ["NM/1/26", "42/1/26", "01/02/2026", "IP", "BIRCH, TOM", ""],
    ["", "", "", "Off", "ASH, MARY", "02/01/1990"],
    ["NM/2/26", "42/2/26", "03/02/2026", "Off", "OAK, JO", "05/06/1991"],
    ["", "", "", "IP/Bus", "Brightmart Stores Ltd", ""],
]


def test_such_a_file_is_known_by_its_roles_where_no_case_stands():
    found = {
        one.heading: [use.field for use in one.uses] for one in suggest(looked(as_csv([SHORT, *MIXED]), "a.csv"), FORCE)
    }
    assert [found[heading] for heading in SHORT[3:]] == [[f"{EACH_ROW}/{name}"] for name in ("role", "name", "born")]


def test_the_people_of_further_rows_are_shown_with_the_first_case():
    look = looked(as_csv([SHORT, *MIXED]), "a.csv")
    mapping = Mapping({word_key(one.heading): one.uses for one in suggest(look, FORCE)})
    first, second = first_cases(look, mapping, FORCE, TODAY)
    assert [role for role, _ in first.people] == ["Victim", "Offender"]
    assert second.people[0] == ("Offender", "OAK, JO")


def test_nobody_in_a_column_of_changing_roles_is_taken_for_the_offender_though_a_role_is_not_known():
    look = look_at(["Involvement", "Person"], ["IP", "BIRCH, TOM"], ["Off", "ASH, MARY"], ["Zorb", "OAK, JO"])
    (said,) = roles_beside(look, Mapping({"person": (Use("offender_name"),)}))
    assert "repeat the case number on each line" in said


@pytest.mark.parametrize("blank", ["", None])
def test_a_row_with_neither_number_nor_disposal_is_never_rightly_left_out(blank):
    cells = dict.fromkeys(("case_number", "crime_number", "disposal", "disposal_date", "outcome_code"), blank)
    problems = check_row(2, cells | {"offender_name": "ASH, MARY"}, TODAY)
    assert isinstance(problems, list)
    assert reason_left_out(problems) is None
    named = check_row(2, cells | {"case_number": "NM/1/26"}, TODAY)
    assert isinstance(named, list)
    assert reason_left_out(named) is not None
