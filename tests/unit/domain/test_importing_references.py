from scrutiny_app.domain.faults import NOTES, Fault
from scrutiny_app.domain.references import References


def notes(*numbers, name="officer_number"):
    references = References()
    references.see(range(2, 2 + len(numbers)), {name: numbers})
    return [(note.row, note.column, note.code) for note in references.notes()]


def test_numbers_beside_text_that_begins_with_zero_are_told_once():
    assert notes("0412", 77.0, 78) == [(3, "Officer number", Fault.LEADING_ZEROS)]


def test_a_column_of_one_kind_is_not_in_doubt():
    assert notes("0412", "77", None) == []
    assert notes(412.0, 77.0, "PC 09") == []


def test_sixteen_digits_that_all_end_in_zero_are_told_and_others_are_not():
    assert notes("4212345678901230", name="crime_number") == [(2, "Crime number", Fault.DIGITS_IN_DOUBT)]
    assert notes("4212345678901230", "4212345678901234", name="crime_number") == []


def test_an_outcome_code_is_never_in_doubt():
    assert notes("08", 8.0, name="outcome_code") == []


def test_a_note_rejects_nothing_and_says_no_value():
    references = References()
    references.see([2, 3], {"officer_number": ["0412", 77.0]})
    (note,) = references.notes()
    assert note.code in NOTES
    assert "77" not in note.found + note.advice
    assert "(in 1 row)" in note.found
