"""A victim's name that may be an organisation's is loaded as nobody's unless a person has seen it."""

import pytest

from redaction.lexicon import load
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.organised_names import OrganisedNames, SaidOrganisations, organised_names
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Use
from tests.unit.domain.looks import look_at_column

VICTIMS = Mapping({"victim": (Use("victim_1_name", style=Style.FORENAMES_FIRST),)})
TO_MEND = [Problem(2, "Offender age", Fault.NOT_AN_AGE, "text, 5 characters", ADVICE[Fault.NOT_AN_AGE])]
LEFT_OUT = [Problem(2, "Status", Fault.WITHDRAWN, "text, 9 characters", ADVICE[Fault.WITHDRAWN])]


def seen(name, checked, *, confirmed=False):
    names = organised_names(look_at_column("Victim", name, "Ann Marsh").cases, VICTIMS, load)
    rows = OrganisedNames(names, VICTIMS, ["Victim"], confirmed=confirmed)
    found = rows.seen_in(2, [name], checked)
    return [problem.code for problem in found] if isinstance(found, list) else found


@pytest.mark.parametrize("name", ["Blue Lagoon", "BESTMART, Tolling Road"])
def test_it_is_rejected_unless_a_person_was_shown_it(name):
    assert seen(name, "case") == [Fault.PERHAPS_ORGANISATION]
    assert seen(name, "case", confirmed=True) == "case"


def test_a_row_that_is_to_be_mended_anyway_says_so_too_and_one_left_out_does_not():
    assert seen("Blue Lagoon", TO_MEND, confirmed=True) == [Fault.NOT_AN_AGE, Fault.PERHAPS_ORGANISATION]
    assert seen("Blue Lagoon", LEFT_OUT) == [Fault.WITHDRAWN]


@pytest.mark.parametrize("name", ["Blue Lagoon,", "Lagoon, Blue", "Ann Marsh", "BESTMART, Tolling Road,"])
def test_what_the_advice_says_to_write_is_not(name):
    assert seen(name, "case") == "case"


def test_a_name_that_a_person_said_is_one_s_ends_as_the_file_would_write_it():
    said = SaidOrganisations(["Blue Lagoon"], VICTIMS.uses, ["Number", "Victim"], ["victim_1_name"])
    assert said.ended(["OOC-1", " Blue  Lagoon "]) == ["OOC-1", " Blue  Lagoon,"]
    assert said.ended(["OOC-2", "Ann Marsh"]) == ["OOC-2", "Ann Marsh"]
    assert said.ended(["OOC-3"]) == ["OOC-3"]
