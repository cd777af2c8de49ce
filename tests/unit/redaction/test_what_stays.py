"""Everyday lines of a case file that hold nobody, and stay whole."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "Points to Prove covered. No Comment interview. Special Warning given.",
        "Search negative. GOWISELY given. ASNT. VDRS issued for a tyre.",
        "He has Tourette's and Crohn's and takes tablets.",
        "She left a Yankee Candle, a Le Creuset pan and Stone Island boxers.",
        "A grey VW Golf and an Alfa Romeo passed Junction 12.",
        "Best wishes and many thanks to all.",
        "It was paid by Klarna through the Click and Collect desk.",
        "They argued over Love Island and Call of Duty.",
    ],
)
def test_what_names_nobody_stays(redactor, written):
    assert redactor.redact(written).text == written


def test_an_illness_that_few_share_is_doubted_though_it_bears_a_name(redactor):
    written = "She is young and has Down's syndrome."
    assert any("Down" in written[doubt.start : doubt.end] for doubt in redactor.redact(written).doubts)
