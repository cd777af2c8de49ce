"""A beginning that a file alone uses for somebody is read in all its headings by what stands behind some of them."""

import pytest

from scrutiny_app.domain.footings import Footing, footing_of
from scrutiny_app.domain.persons_blocks import persons_blocks
from tests.unit.domain.looks import look_at
from tests.unit.domain.test_spoken_headings import suggestions

BLOCK = {
    "S/O Name": ("Marsh, Ann", "Bond, Joe", "Tate, Kim"),
    "S/O D.o.B": ("21/02/1990", "23/04/1991"),
    "S/O Gender": ("Female", "Male"),
    "S/O Ethnicity (self)": ("W1", "A1"),
    "S/O Mobile": ("07700 900100", "07700 900101"),
    "S/O Admission": ("Full", "None"),
    "S/O Response": ("He was sorry for it all and said so.", "She had thought that it was hers to take."),
}
FIELDS = ["name", "born", "sex", "ethnicity", "contact", "admission", "suspect_account"]


def test_what_begins_as_an_ethnicity_and_an_admission_do_is_the_offenders_and_the_name_is_asked_about():
    found, seen = suggestions(BLOCK)
    fields = [use.field.removeprefix("offender_") for one in found.values() for use in one.uses]
    assert fields == FIELDS
    footings = [footing_of(one, column) for one, column in zip(found.values(), seen.cases.columns, strict=True)]
    assert footings == [Footing.ASKED, *[Footing.READ] * 6]
    assert found["S/O Name"].why.startswith("“S/O” begins the name of somebody")


def test_what_begins_as_the_wishes_and_the_consent_do_is_the_victims():
    headings = ["C/W Name", "C/W DOB", "C/W Consulted", "C/W Wishes", "Offender Name"]
    said = ["Victim Name", "Victim DOB", "Victim Consulted", "Victim Wishes"]
    assert list(persons_blocks(headings, look_at(headings).cases.columns).values()) == said


@pytest.mark.parametrize(
    "headings",
    [
        ["S/O Name", "S/O Ethnicity", "S/O Admission", "Suspect Name"],
        ["S/O Name", "S/O Ethnicity", "S/O Admission", "R/P Name", "R/P Ethnicity", "R/P Gender"],
        ["S/O Name", "S/O Ethnicity", "S/O Gender", "S/O Consulted"],
        ["AA Name", "AA Ethnicity", "AA Gender"],
        ["S/O Name", "S/O Mobile"],
    ],
)
def test_nothing_is_told_where_somebody_else_may_be_meant(headings):
    assert not persons_blocks(headings, look_at(headings).cases.columns)
