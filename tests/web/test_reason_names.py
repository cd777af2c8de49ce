"""A meeting's reason before it is kept: names and other rounds' cases are told, the round's own cases let be."""

import pytest

from scrutiny_app.web.naming_asked import NamesAsked
from scrutiny_app.web.reason_names import check_reason_nameless

OWN = {"NP-7K3M2", "NP-9QX4T"}


def asked(reason, *, answered=""):
    """Give what is asked about a reason, or None where it is taken as it is."""
    try:
        check_reason_nameless(reason, OWN, answered=answered)
    except NamesAsked as refusal:
        return refusal
    return None


def told(reason):
    """Give a reason with what is told in it marked; empty where it is taken as it is."""
    found = asked(reason)
    return str(found.marked[0]) if found else ""


@pytest.mark.parametrize("reason", ["NP-7K3M2 comes first.", "np-9qx4t and NP-7K3M2 wait for the force's answer."])
def test_the_rounds_own_cases_are_let_be(reason):
    assert told(reason) == ""


def test_a_case_of_another_round_is_told_where_it_stands():
    marked = told("After NP-7K3M2 we wait for SF-2W8RC.")
    assert marked == "After NP-7K3M2 we wait for <mark>SF-2W8RC</mark>."


def test_a_name_is_told_beside_a_case_of_the_round():
    marked = told("Mrs Whitlow asked about NP-7K3M2 <today>.")
    assert "<mark>Whitlow</mark>" in marked
    assert "<mark>NP" not in marked
    assert "&lt;today&gt;" in marked


def test_its_writer_may_say_that_it_names_nobody():
    reason = "As with SF-2W8RC, ask Mr Jones."
    assert asked(reason, answered=asked(reason).answer) is None


def test_an_answer_covers_no_name_that_is_written_after_it():
    reason = "As with SF-2W8RC, ask Mr Jones."
    again = asked(f"{reason} Or Mrs Whitlow.", answered=asked(reason).answer)
    assert "<mark>Whitlow</mark>" in again.marked[0]
    assert "<mark>SF" not in again.marked[0]
