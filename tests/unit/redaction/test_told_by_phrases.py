"""Names told by a phrase beside them: whose real name is told, what somebody does, who signs on a line alone."""

import pytest


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("we asked for spud's real name and he will think about it", "we asked for [Person 1]'s real name"),
        ("Nobody knew Tubs's surname then.", "Nobody knew [Person 1]'s surname then."),
        ("It was late. Jem the drummer saw nothing.", "It was late. [Person 1] the drummer saw nothing."),
        ("Victim: Black, Susan. He hit Black.", "Victim: [Person 1]. He hit [Person 1]."),
        ("Re R.T. who was late. RT left, and RT's mum was told.", "[Person 2] left, and [Person 2]'s mum"),
        ("It is done.\nTa\nDec", "It is done.\nTa\n[Person 1]"),
        ("It is done.\nCheers\n\nJan\n", "It is done.\nCheers\n\n[Person 1]\n"),
    ],
)
def test_a_name_is_told_by_what_is_said_of_it(redactor, written, left):
    assert left in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "The driver's real name is not known, nor the victim's surname.",
        "Officers attended. OFFICERS ATTENDED AND SPOKE. No PCs were free.",
        "Suspect: White, about 40. Witness: Black male.",
        "Inform the driver. Ask the witness. Ensure the officer is told.",
        "It is done.\nThanks\nPolice",
        "It is done.\nRegards\nCustody",
        "Thanks\nMeeting notes follow here.",
    ],
)
def test_who_is_told_by_their_part_stays(redactor, written):
    assert redactor.redact(written).text == written


def test_each_of_several_with_a_title_is_masked(redactor):
    left = redactor.redact(
        "We saw Drs Amin and Bose. PCs LANE and MARSH agreed. Cllrs Bright, Keen and Frost came."
    ).text
    assert not any(name in left for name in ("Amin", "Bose", "LANE", "MARSH", "Bright", "Keen", "Frost"))
