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


@pytest.mark.parametrize(
    "written",
    [
        "VPU told. DPP's guidance read. IRO and PEO aware. 0915 TC to the school, no answer.",
        "The Designated Safeguarding Lead and the Schools Officer agreed.",
        "From: Complaints / PSD",
        "FIRST-LINE ASSURANCE of six cases",
        "Vignette A. A man takes a coat.",
        "The conditions are SMART: dates and sums are given.",
        "He took Lambert & Butler, a tin of Roses, two Posca pens and a Russell Hobbs kettle.",
        "The fence has been down since Storm Eunice and was never mended.",
        "It went to the Joint Decision-Making Panel under the Counting Rules.",
        "The Dog Legislation Officer measured it. See the Wildlife and Countryside Act.",
        "Dopamine agonists may lower restraint.",
        "A Big Issue seller saw it happen.",
    ],
)
def test_posts_papers_makes_and_storms_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize("named", ["Dean Smart", "Storm Pritchard", "Russell Bright", "Yvonne Roses"])
def test_whoever_is_called_as_a_make_or_a_paper_is_masked(redactor, named):
    assert named.split()[1] not in redactor.redact(f"She spoke to {named} at the door.").text
