"""A commitment is one SHA-256 that anybody can make, of a nonce and digits that are fit for it."""

import subprocess

import pytest

from scrutiny_app.domain.committing import UnusableReveal, commitment

NONCE = "0123456789abcdef0123456789abcdef"


def sha256sum(text):
    found = subprocess.run(["sha256sum"], input=text, capture_output=True, text=True, check=True)
    return found.stdout[:64]


def test_a_commitment_is_what_sha256sum_says():
    assert commitment(NONCE, "8392017465") == sha256sum("0123456789abcdef0123456789abcdef|8392017465")


def test_the_known_commitment():
    known = "e1bee7d39f6769b28207850001285e3e806ad0f6f3d06c6f79e4e6254c43d315"
    assert commitment("00112233445566778899aabbccddeeff", "83920174655021899031") == known


@pytest.mark.parametrize(
    ("nonce", "digits"),
    [
        (NONCE.upper(), "8392017465"),
        (f" {NONCE}\n", "83920 17465"),
        (NONCE, "8 392017465\n"),
    ],
)
def test_capitals_and_spaces_do_not_change_a_commitment(nonce, digits):
    assert commitment(nonce, digits) == commitment(NONCE, "8392017465")


@pytest.mark.parametrize(
    ("nonce", "says"),
    [
        ("0123456789abcdef0123456789abcde", "32 to 128"),
        ("0123456789abcdef" * 8 + "0", "32 to 128"),
        ("0123456789abcdef0123456789abcdeg", "32 to 128"),
        ("0123456789abcdef 0123456789abcdef", "32 to 128"),
        ("", "32 to 128"),
        ("0123456" * 5, "too regular"),
    ],
)
def test_a_nonce_that_could_be_guessed_or_misread_is_refused(nonce, says):
    with pytest.raises(UnusableReveal, match=says):
        commitment(nonce, "8392017465")


@pytest.mark.parametrize("digits", ["839201746", "8" * 51, "839201746x", "８392017465", "", "1" * 10, "1231231231"])
def test_digits_too_few_too_many_too_alike_or_none_are_refused(digits):
    with pytest.raises(UnusableReveal, match="Each party"):
        commitment(NONCE, digits)
