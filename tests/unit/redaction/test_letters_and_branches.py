"""Letters that stand for somebody, firms that employ, offices by their letters, and branches of what is everywhere."""

import pytest


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("He is not to park across the drive.\n\nK Z\n", "K Z"),
        ("ok that got me. sorry K. proper sorry", " K."),
        ("She must keep three appointments at Turning Point with her worker.", "Turning Point"),
        ("S is a signalman with Network Rail, no previous.", "Network Rail"),
        ("They met at the railing of Siop Lloer, near the bank.", "Lloer"),
        ("He was in the ZRI, ward 9, that night.", "ZRI"),
    ],
)
def test_who_and_where_is_masked(redactor, written, gone):
    assert gone not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "She bought a Pandora bracelet, a Gerber blade and a Belfast sink.",
        "His gran has Parkinson's and his aunt died of Huntington's.",
        "The OCDT reviewed it. OCDT closed it.",
        "Q&A followed. Tick one:\n\nY N\n",
    ],
)
def test_things_illnesses_and_offices_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize("written", ["He owes B&M the money.", "The sum is paid at Citizens Advice, on Monday."])
def test_what_may_be_a_branch_is_doubted(redactor, written):
    doubted = [written[doubt.start : doubt.end] for doubt in redactor.redact(written).doubts]
    assert "B&M" in doubted or "Citizens Advice" in doubted


def test_what_joins_a_shop_to_its_street_stays(redactor):
    text = redactor.redact("Nerys is at Zorbik on Dunraven Street until noon.").text
    assert " on " in text
    assert "Zorbik" not in text
    assert "Dunraven" not in text


@pytest.mark.parametrize(
    "written",
    [
        "The Online Safety Act and the Victims and Prisoners Act were cited. He has Leave to Remain.",
        "Natural England and the Environment Agency were told. She rang Al-Anon.",
    ],
)
def test_acts_and_national_bodies_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("The authority noted that F.E., also a member of the council, was there.", "F.E"),
        ("She posted it with #MichaelQuill and went home.", "MichaelQuill"),
        ("It was put up by Jan Jansen at noon.", "Jan"),
    ],
)
def test_initials_that_are_a_word_and_names_behind_a_hash_go(redactor, written, gone):
    assert gone not in redactor.redact(written).text


def test_what_is_written_with_dots_or_a_hash_stays(redactor):
    written = "D.O.B. given at 9 a.m. in the U.K. #truth"
    assert redactor.redact(written).text == written
