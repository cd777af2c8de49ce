"""A founder and his heirs in capitals are a firm; a mother and her son are not."""

import pytest


@pytest.mark.parametrize("written", ["HE WORKS FOR HIS DAD AS LANE AND SON ON ROOFS.", "He works as Lane and Sons."])
def test_a_founder_and_heirs_are_masked(redactor, written):
    assert "LANE" not in redactor.redact(written).text.upper()


def test_kin_are_no_firm(redactor):
    written = "Mother and Son were seen by the Inspector."
    assert redactor.redact(written).text == written
