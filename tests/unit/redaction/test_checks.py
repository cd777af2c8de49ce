"""The arithmetic of identifiers, against published examples."""

import pytest

from redaction.shaped import checks


@pytest.mark.parametrize(
    ("number", "right"), [("943 476 5919", True), ("943 476 5918", False), ("1111111111", False), ("12345", False)]
)
def test_nhs_numbers_end_in_their_check_digit(number, right):
    assert checks.nhs(number) is right


@pytest.mark.parametrize(
    ("number", "right"), [("4111111111111111", True), ("4111111111111112", False), ("490154203237518", True)]
)
def test_luhn_catches_one_wrong_digit(number, right):
    assert checks.luhn(number) is right


@pytest.mark.parametrize(("number", "right"), [("AB123456C", True), ("BG123456C", False), ("zz 12 34 56 c", False)])
def test_prefixes_never_given_out_are_no_insurance_numbers(number, right):
    assert checks.insurance(number) is right


@pytest.mark.parametrize(("number", "right"), [("07700 900123", True), ("+44 (0)7700 900123", True), ("0770 0", False)])
def test_a_telephone_number_has_nine_or_ten_national_digits(number, right):
    assert checks.phone(number) is right


@pytest.mark.parametrize(("code", "right"), [("SW1A 1AA", True), ("ZZ1 1AA", False)])
def test_a_postcode_begins_with_a_real_area(code, right):
    assert checks.postcode(code) is right
