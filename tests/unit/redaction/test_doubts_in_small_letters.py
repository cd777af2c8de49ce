"""Letters and forenames in small letters where somebody would stand, kinds of place of which there are few: doubts."""

import pytest


def doubted(redactor, written: str) -> list[str]:
    return [written[doubt.start : doubt.end] for doubt in redactor.redact(written).doubts]


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ('She wrote "K picks me up at nine" in her book.', "K"),
        ("They were on the roof of the bowls pavilion at night.", "bowls pavilion"),
        ("He slept in the mending shed for a week.", "mending shed"),
    ],
)
def test_where_somebody_would_stand_is_a_doubt(redactor, written, word):
    assert word in doubted(redactor, written)


def test_a_forename_in_small_letters_to_whom_something_is_told_is_masked_or_a_doubt(redactor):
    written = "IN: tell basil nice car\nOUT: No I said on Friday that I would not."
    assert "basil" not in redactor.redact(written).text or "basil" in doubted(redactor, written)


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("Fitzgerald, Ann 08:32 She will come.", "08"),
        ("He met Delphine Okoro     URN 99 by chance.", "URN"),
        ("He is Delphine Okoro, NHS told him.", "NHS"),
        ('He said "I am here" to me.', "I"),
    ],
)
def test_times_and_policy_beside_a_name_need_no_look(redactor, written, word):
    assert word not in doubted(redactor, written)


def test_an_everyday_word_that_somebody_is_called_by_is_a_doubt_in_small_letters(redactor):
    written = "He told Mr Pebble of it. Later he wrote that pebble had gone.\nThe road was mended by the council."
    assert "pebble" in doubted(redactor, written)


def test_a_common_word_that_somebody_is_called_by_needs_no_look(redactor):
    written = "He told Mr House of it. Later he wrote that the house was sold.\nThe road was mended by the council."
    assert "house" not in doubted(redactor, written)
