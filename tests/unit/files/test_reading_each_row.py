"""A file with one line a person is read case by case: rows that follow each other with one number are one case."""

import msgspec

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Mapping, suggest
from scrutiny_app.domain.people_each_row import EACH_ROW
from scrutiny_app.domain.reading_back import first_cases
from scrutiny_app.domain.uses import Part, Use
from scrutiny_app.web.force.read_back import first_case
from tests.unit.files.reading_files import FORCE, TODAY, chunks, looked
from tests.unit.files.test_reading_groups import as_csv
from tests.unit.files.test_reading_workbook import VICTIMS, good
from tests.unit.files.workbooks import HEADINGS

OFFENDERS = ("offender_name", "offender_born", "offender_address", "offender_contact", "offender_vehicle")
NONE = dict.fromkeys([*VICTIMS, *OFFENDERS, "witnesses", "third_parties"])
PEOPLE = ["Role", "Surname", "Forename", "DOB"]
MAPPING = Mapping(
    OURS.uses
    | {
        "role": (Use(f"{EACH_ROW}/role"),),
        "surname": (Use(f"{EACH_ROW}/name", Part.SURNAME),),
        "forename": (Use(f"{EACH_ROW}/name", Part.FORENAMES),),
        "dob": (Use(f"{EACH_ROW}/born"),),
    },
    {"role": {"susp": "offender", "aggr": "victim"}, f"{EACH_ROW}/role": {"susp": "offender", "aggr": "victim"}},
)
OFFENDER = ("SUSP", "ASH", "MARY", "02/01/1990")
VICTIM = ("AGGR", "BIRCH", "TOM", "")
SHOP = ("AGGR", "BRIGHTMART STORES LTD", "", "")


def made(*rows):
    return as_csv([[*HEADINGS, *PEOPLE], *([*good(n, **(NONE | changes)), *who] for n, changes, who in rows)])


def read(*rows, **order):
    return chunks(made(*rows), "cases.csv", mapping=MAPPING, **order)


def test_rows_of_one_case_give_it_their_people_and_count_once():
    (chunk,) = read((1, {}, VICTIM), (1, {}, OFFENDER), (1, {}, SHOP), (2, {}, OFFENDER))
    assert (chunk.total, chunk.problems) == (2, [])
    first, second = (msgspec.json.decode(case.record) for case in chunk.cases)
    assert (first["offender_name"], first["offender_born"]) == ("ASH, MARY", "1990-01-02")
    assert (first["victim_1_name"], first["victim_2_name"]) == ("BIRCH, TOM", "BRIGHTMART STORES LTD,")
    assert "victim_1_name" not in second


def test_a_further_row_that_says_something_else_rejects_the_case_and_all_its_rows_are_given_back():
    (chunk,) = read((1, {}, OFFENDER), (1, {"area": "North"}, VICTIM), (2, {}, OFFENDER))
    assert [case.case_number for case in chunk.cases] == ["NM/2/26"]
    assert [(problem.row, problem.column, problem.code) for problem in chunk.problems] == [(3, "Area", Fault.REPEATED)]
    assert [row.row for row in chunk.rejected] == [2, 3]


def test_a_case_that_comes_again_later_is_rejected_there():
    (chunk,) = read((1, {}, OFFENDER), (2, {}, OFFENDER), (1, {}, VICTIM))
    assert [(problem.row, problem.code) for problem in chunk.problems] == [(4, Fault.REPEATED)]


def test_no_case_is_cut_by_the_end_of_a_chunk():
    rows = [(n, dict[str, str](), who) for n in (1, 2, 3) for who in (OFFENDER, VICTIM)]
    parts = read(*rows, chunk=2)
    assert [(part.total, len(part.cases)) for part in parts] == [(2, 2), (1, 1)]
    assert all(b"BIRCH" in bytes(case.record) for part in parts for case in part.cases)


def fields_of(*rows):
    data = as_csv([["Case number", "Crime ref", "Offence date", *PEOPLE], *rows])
    return {one.heading: one.uses[0].field for one in suggest(looked(data, "cases.csv"), FORCE) if one.uses}


def test_such_a_file_is_known_by_its_roles_and_its_case_numbers():
    whole = [(f"NM/{n}/26", f"42/{n}/26", "01/02/2026", *who) for n in (1, 2) for who in (OFFENDER, VICTIM, SHOP)]
    found = fields_of(*whole)
    assert [found[heading] for heading in PEOPLE] == [f"{EACH_ROW}/{name}" for name in ("role", "name", "name", "born")]
    one_each = [(f"NM/{n}/26", f"42/{n}/26", "01/02/2026", *who) for n, who in enumerate((OFFENDER, VICTIM, SHOP), 1)]
    assert "Role" not in fields_of(*one_each)


def test_the_first_cases_are_shown_with_the_people_of_all_their_rows():
    rows = [(n, dict[str, str](), who) for n, who in ((1, OFFENDER), (1, VICTIM), (1, SHOP), (2, OFFENDER))]
    first, second = first_cases(looked(made(*rows), "cases.csv"), MAPPING, FORCE, TODAY)
    assert [role for role, _ in first.people] == ["Offender", "Victim", "Victim"]
    people = next(line for line in first_case(first).lines if line.about == "People (3)")
    assert people.parts == ("offender", "2 × victim")
    assert len(second.people) == 1
