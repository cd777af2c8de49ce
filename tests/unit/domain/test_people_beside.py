"""People in groups of a case's own columns are the people that a sheet of people would give."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Mapping, PartiesMapper, RowMapper, Style, Use, columns_of, join_parties
from scrutiny_app.domain.people_beside import PeopleBeside
from tests.unit.domain.extract_rows import cells

GROUPS = 4
DETAILS = ("role", "name", "born", "address", "sex")
CASE = "OOCR-26-00417"
HEADINGS = ["Case number", *(f"p{at} {name}" for at in range(1, GROUPS + 1) for name in DETAILS)]
WORDS = {"role": {"bystander": "witness", "staff": "left_out"}}
STYLE = Style.FORENAMES_FIRST
MAPPING = Mapping(
    {"casenumber": (Use("case_number"),)}
    | {f"p{at}{name}": (Use(f"Party {at}/{name}"),) for at in range(1, GROUPS + 1) for name in DETAILS}
    | {f"p{at}name": (Use(f"Party {at}/name", style=STYLE),) for at in range(1, GROUPS + 1)},
    WORDS,
)
SHEET = Mapping({}, WORDS, parties={**OURS.parties, "name": (Use("name", style=STYLE),)})
NOBODY = {"offender_name": "", "offender_born": ""}
ON_SHEET = ["Case number", "Role", "Name", "Date of birth", "Address", "Sex"]


def from_row(*people, **differing):
    """Join the people who stand in a row's own columns."""
    row = [CASE, *(cell for person in people for cell in person)]
    own = RowMapper(MAPPING, HEADINGS).cells(row)
    theirs = PeopleBeside(MAPPING, HEADINGS).take(2, own)
    assert own == {"case_number": CASE}
    return join_parties(2, cells(**differing), theirs)


def from_sheet(*people, **differing):
    """Join the same people as rows of a sheet of people."""
    mapper = PartiesMapper(SHEET, ON_SHEET)
    found = [mapper.person(2, [CASE if any(one) else "", *one]) for one in people]
    theirs = [person for person in found if person]
    joined = join_parties(2, cells(**differing), theirs)
    problems = [one for one in joined.problems if "cannot be read" not in one.found]
    joined.problems[:] = [*problems, *(problem for person in theirs for problem in person.problems)]
    return joined


roles = st.sampled_from(["", "Suspect", "Victim", "Witness", "OIC", "Bystander", "staff", "Zebra", "Parent"])
names = st.sampled_from(["", "Ann Marsh", "Joe Bond", "Unknown", "PC Dale", "State", "Marsh, Ann", "Bond Ltd,"])
births = st.sampled_from(["", "05/04/1990", date(1990, 5, 4), "soon"])
persons = st.tuples(roles, names, births, st.sampled_from(["", "1 High Street"]), st.sampled_from(["", "F", "x"]))


@given(st.lists(persons, max_size=GROUPS))
def test_people_in_a_row_are_those_of_a_sheet_of_people(people):
    of_row, of_sheet = from_row(*people, **NOBODY), from_sheet(*people, **NOBODY)
    assert (of_row.cells, of_row.parties) == (of_sheet.cells, of_sheet.parties)
    told = [sorted((one.code, one.column.partition(": ")[2]) for one in of.problems) for of in (of_row, of_sheet)]
    assert told[0] == told[1]


def test_roles_may_change_places_from_row_to_row():
    one = from_row(("Suspect", "Ann Marsh", "", "", ""), ("Victim", "Joe Bond", "", "", ""), **NOBODY)
    two = from_row(("Victim", "Joe Bond", "", "", ""), ("Suspect", "Ann Marsh", "", "", ""), **NOBODY)
    assert one.cells == two.cells
    assert (one.cells["offender_name"], one.cells["victim_1_name"]) == ("Marsh, Ann", "Bond, Joe")


def test_a_name_without_a_role_rejects_its_row_and_says_which():
    (problem,) = from_row(("", "Ann Marsh", "", "", "")).problems
    assert (problem.code, problem.column, problem.found) == (Fault.UNKNOWN_PARTY, "Party 1: Role", "empty")
    assert columns_of(MAPPING, HEADINGS)[problem.column] == [1]


def test_a_second_offender_rejects_its_row_and_says_which():
    (problem,) = from_row(("Suspect", "Joe Bond", "", "", "")).problems
    assert (problem.column, problem.found) == ("Party 1: Name", "a second offender, in the columns of Party 1")


def test_a_group_that_is_empty_is_nobody():
    assert from_row(("", "", "", "", "")).problems == []
    assert from_row().cells == cells()


def test_a_file_without_groups_has_nobody_beside():
    assert not PeopleBeside(OURS, ["Case number"])


def test_columns_of_one_heading_are_told_apart_here_too():
    mapping = Mapping({"role": (Use("P/role"),), "role2nd": (Use("P/name"),)})
    headings = ["Role", "Role"]
    (person,) = PeopleBeside(mapping, headings).take(2, RowMapper(mapping, headings).cells(["Suspect", "Marsh, Ann"]))
    assert person.values == {"role": "offender", "name": "Marsh, Ann"}
