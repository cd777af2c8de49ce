"""Which case a file belongs to goes by its name, and is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.attaching import Fate, cases_of
from scrutiny_app.domain.cells import fold

NUMBERS = [(1, "NM/0001/25"), (2, "NM-0002"), (3, "NM-0002-1"), (4, "ab 11/1"), (5, "AB-1/11"), (6, "NM/3")]


def case_of(name, numbers=NUMBERS):
    return cases_of({7: name}, numbers)[7]


@pytest.mark.parametrize(
    ("name", "case_id"),
    [
        ("NM-0001-25.pdf", 1),
        ("nm 0001 25 statement.docx", 1),
        ("NM_0001_25 (2).txt", 1),
        ("zip of june/NM000125 - notes.txt", 1),
        ("NM 0001 25/statement.pdf", 1),
        ("NM-0001-25/NM-0001-25.pdf", 1),
        ("NM-0002.pdf", 2),
        ("NM-0002 1 June.pdf", 3),
        ("NM-0002-1.pdf", 3),
        ("(NM-3) letter.eml", 6),
    ],
)
def test_a_file_belongs_to_the_case_whose_number_its_name_begins_with(name, case_id):
    assert case_of(name) == case_id


@pytest.mark.parametrize(
    "name", ["statement NM-0002.pdf", "NM-00029.pdf", "NM-0002b.pdf", "NM-4.pdf", ".pdf", "x/y.txt"]
)
def test_a_file_of_no_known_number_has_no_case(name):
    assert case_of(name) is Fate.NO_CASE


@pytest.mark.parametrize("name", ["AB-111.pdf", "AB 11 1/note.txt", "NM-0002/NM-3 note.txt", "NM-3/NM-0002/note.txt"])
def test_a_file_that_two_cases_answer_to_has_none(name):
    assert case_of(name) is Fate.AMBIGUOUS


@given(st.text(), st.lists(st.tuples(st.integers(1, 9), st.text(max_size=6))))
def test_whatever_the_name_the_case_is_one_whose_number_stands_in_it(name, numbers):
    answer = case_of(name, numbers)
    assert isinstance(answer, Fate) or any(
        case_id == answer and fold(number) and fold(number) in fold(name) for case_id, number in numbers
    )
