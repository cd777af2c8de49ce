"""Copies of a round's cases: their marks, their state, and what has become of one."""

import re
from datetime import date

import pytest

from scrutiny_app.domain.packs import Fate, Form, Marks, as_decided, new_serial, reader_reference, standing, state_of
from scrutiny_app.domain.releasing import Fact, Text
from tests.making import released_case

ROWS = [(1, "NP-00001", 1, "d" * 64), (2, "NP-00002", 1, "e" * 64)]


def test_marks_say_the_reader_by_number_the_serial_and_the_last_day():
    line = Marks("K7QM-2X9D", reader_reference(42), date(2026, 6, 3)).line
    assert line == "Reader R-0042 · copy K7QM-2X9D · return or destroy by 3 June 2026"


def test_serials_are_random_and_hold_no_sign_that_is_taken_for_another():
    serials = {new_serial() for _ in range(200)}
    assert len(serials) == 200
    assert all(re.fullmatch(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", serial) for serial in serials)


def test_the_same_cases_in_the_same_form_are_the_same_state():
    assert state_of("Round", Form.PDF, 2, ROWS, 0) == state_of("Round", Form.PDF, 2, list(ROWS), 0)


@pytest.mark.parametrize(
    "other",
    [
        state_of("Other", Form.PDF, 2, ROWS, 0),
        state_of("Round", Form.DOCX, 2, ROWS, 0),
        state_of("Round", Form.PDF, 3, ROWS, 0),
        state_of("Round", Form.PDF, 2, ROWS[:1], 0),
        state_of("Round", Form.PDF, 2, ROWS[::-1], 0),
        state_of("Round", Form.PDF, 2, [ROWS[0], (2, "NP-00002", 2, "e" * 64)], 0),
        state_of("Round", Form.PDF, 2, ROWS, 1),
    ],
)
def test_anything_else_is_another_state(other):
    assert other != state_of("Round", Form.PDF, 2, ROWS, 0)


def test_what_came_after_the_decision_is_left_out():
    later = {"later_facts": (Fact("Breached", "Yes"),), "later_texts": (Text("breach", "Later", "They moved."),)}
    assert as_decided(released_case(**later)) == released_case()


@pytest.mark.parametrize(
    ("form", "fate", "today", "said"),
    [
        (Form.PDF, None, date(2026, 6, 3), "Out"),
        (Form.DOCX, None, date(2026, 6, 4), "Overdue"),
        (Form.PDF, Fate.RETURNED, date(2026, 6, 4), "Counted back in"),
        (Form.PDF, Fate.DESTROYED, date(2026, 6, 1), "Destroyed"),
        (Form.DOCX, Fate.LOST, date(2026, 6, 1), "Lost"),
        (Form.SHEET, None, date(2026, 6, 4), ""),
    ],
)
def test_a_copy_is_out_until_it_is_counted_and_overdue_after_its_last_day(form, fate, today, said):
    assert standing(form, fate, date(2026, 6, 3), today) == said
