"""A column that tells a needed field beside its own is offered for it, and what is not known of its words is asked."""

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.uses import Use
from scrutiny_app.web.forms.needing import tells
from tests.unit.domain.looks import look_at_column

KNOWN = ("Shoplifting", "Criminal damage", "Possession of cannabis", "Harassment", "Common assault")


def told(field, other, *words):
    return tells((Use(other),), look_at_column("Column", *words).cases.columns[0], FIELD[field])


def test_offences_of_which_nearly_all_are_known_tell_their_groups():
    assert told("offence_group", "offence_title", *KNOWN * 3, "Theft", "as above")
    assert not told("offence_group", "offence_title", *KNOWN, "Theft", "as above", "Other", "See log")


def test_disposals_tell_their_outcome_codes():
    assert told("outcome_code", "disposal", "Community Resolution", "Simple caution")


def test_a_column_that_fills_something_else_tells_nothing():
    assert not told("offence_group", "circumstances", *KNOWN * 3)
