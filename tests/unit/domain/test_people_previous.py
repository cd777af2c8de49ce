"""What the sheet of people says of an offender's earlier outcomes is the case's, and of nobody else."""

from scrutiny_app.domain.people_rows import PartiesMapper
from scrutiny_app.domain.people_sheet import join_parties
from scrutiny_app.domain.uses import Mapping, Use

HEADINGS = ["Case", "Role", "Name", "Prev"]
MAPPING = Mapping(
    {},
    parties={
        "case": (Use("case_number"),),
        "role": (Use("role"),),
        "name": (Use("name"),),
        "prev": (Use("previous_outcomes"),),
    },
)


def joined(*people, **cells):
    mapper = PartiesMapper(MAPPING, HEADINGS)
    read = [person for row in enumerate(people, 2) if (person := mapper.person(*row))]
    return join_parties(2, {"case_number": "NM/1/26", **cells}, read)


def test_the_offenders_earlier_outcomes_are_the_cases():
    found = joined(["NM/1/26", "Offender", "Marsh, Kim", "6"], ["NM/1/26", "Victim", "Ash, Lee", "4"])
    assert found.problems == []
    assert found.cells["previous_outcomes"] == 6


def test_a_victims_are_read_of_nobody_and_the_cases_own_column_goes_first():
    assert "previous_outcomes" not in joined(["NM/1/26", "Victim", "Ash, Lee", "4"]).cells
    assert joined(["NM/1/26", "Offender", "Marsh, Kim", "6"], previous_outcomes="2").cells["previous_outcomes"] == "2"


def test_a_count_that_is_none_makes_the_person_unreadable_and_the_case_waits():
    (problem,) = joined(["NM/1/26", "Offender", "Marsh, Kim", "many"]).problems
    assert "a person who cannot be read" in problem.found
