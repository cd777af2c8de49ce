"""Everyday lines of a case file that hold nobody, and stay whole."""

import pytest

from redaction import Party


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


@pytest.mark.parametrize(
    "people", "Arabs Czechs Poles Turks Somalis Romanians Kashmiris Irishmen Welshmen Europeans Travellers".split()
)
def test_peoples_whom_an_insult_names_stay_for_whoever_judges_it(redactor, people):
    written = f"He shouted that he had had it with them {people} next door."
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    "written",
    [
        "ADVOC: n/a. Referred to CAIT and told ERSOU.",
        "There was force (e.g. a push), i.e. a common assault.",
        "The male is IC1, mid 20s, with pink shorts.",
        "Thurs 30/10 Rang school. Visited college and left hospital.",
        "He speaks Amharic and uses Makaton. She has autism.",
        "It was on Marketplace, then on Reddit and Twitch.",
        "A Cocker Spaniel, a Border Terrier and a Greyhound ran loose.",
        "The door had a Yale lock and he had an Allen key.",
    ],
)
def test_letters_of_the_force_makes_breeds_and_deeds_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(("forename", "rest"), [("Dan", "an appointment"), ("Dave", "have gone")])
def test_the_end_of_a_deed_and_a_word_are_no_name_together(redactor, forename, rest):
    written = f"He'd {rest} that day."
    assert (
        redactor.redact(written, parties=(Party(role="witness", forenames=forename, surname="Lumley"),)).text == written
    )
