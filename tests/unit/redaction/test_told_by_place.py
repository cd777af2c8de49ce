"""Services, shops and bodies told by the place or the letters beside them, and what stands in columns and talk."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("He has a session with Juniper, Redruth, next week.", "Juniper"),
        ("She works for Swift out of Crewe and has for years.", "Swift"),
        ("The lip was glued at UHND before she was seen.", "UHND"),
        ("He was taken to QMC and then to the RVI.", "QMC"),
        ("She was seen in the QE for cuts.", "QE"),
        ("There was a call from the L&D about him.", "L&D"),
        ("He attended Crewe BTP on 12/9 by himself.", "BTP"),
        ("It may be looked at by DBS Darlington again.", "DBS"),
        ("The clip (lanc4ster.banter) was seen by a teacher.", "banter"),
        ("A notice was put on the group (FG_riders_tamil) today.", "riders"),
        ("The Blue Badge 3KT4X 0 1143X0627 was on the dash.", "1143X0627"),
        ("They read it out. Read by HS from the assessment.", "HS"),
    ],
)
def test_what_only_a_place_letters_or_lines_tell_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "OPERATOR: What is it?\nCALLER: Right. I want help.\nOPERATOR: Stay there.\nCALLER: Well, hurry.",
        "PC: Good. So this is it.\nMALE: Never.\nPC: Till ten, then. Go now.\nMALE: Right.",
        "He put it in the tin for the League of Friends.",
        "The Victim Right to Review does not apply, as was explained.",
        "A lady at the till put it in her own words.",
        "She lost faith in Universal Credit and was logged by staff.",
    ],
)
def test_voices_of_a_talk_and_what_things_are_called_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_the_next_box_of_a_form_is_not_masked_with_a_name(redactor):
    text = redactor.redact("Signed: Scarlett Pemberton     Parent: there\nSeen: yes").text
    assert "Parent" in text
    assert "Pemberton" not in text


def test_a_club_that_few_places_have_two_of_is_a_doubt(redactor):
    written = "The boat from the sailing club came round."
    doubts = redactor.redact(written).doubts
    assert any("club" in written[doubt.start : doubt.end] for doubt in doubts)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("He works nights at Morrisons.", "He works nights at [Workplace 1]."),
        ("She drives for Parcelforce.", "She drives for [Workplace 1]."),
        ("She was banned from Boots.", "She was banned from Boots."),
        ("The course is run by Stop Hate Lincs.", "The course is run by [Organisation 1]."),
        ("He was referred to Victim Support.", "He was referred to Victim Support."),
    ],
)
def test_a_shop_is_a_workplace_where_somebody_works_and_a_service_where_it_is_given(redactor, written, left):
    assert redactor.redact(written).text == left


@pytest.mark.parametrize(
    "written", ["certificate (no. SGC 117402)", "(badge PHD 20718)", "CEO no MB 418", "bus pass (NP 6335 0012 4417)"]
)
def test_letters_and_a_number_behind_a_papers_name_are_a_reference(redactor, written):
    left = redactor.redact(f"Seen: {written}.").text
    assert "[Reference 1]" in left
    assert not any(digit in left.replace("[Reference 1]", "") for digit in "2345678")
    assert redactor.redact("There was no GBH 2025 offence.").text == "There was no GBH 2025 offence."
