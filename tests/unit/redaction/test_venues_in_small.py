"""Pubs and shops in small letters are masked by who drinks there, by no list knowing them, or by their keeper."""

import pytest

_AROUND = "the lad was seen on cctv with two others and then went off towards town, no injuries to anybody. "


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("he drinks in the halfway most nights", "halfway"),
        ("he was barred from the zoological last year", "zoological"),
        ("she followed her from the lambwath to the rank", "lambwath"),
        ("ip works the tills at singh's food and wine, and knows him", "food and wine"),
        ("sent to solanki's off licence, nothing seen", "off licence"),
    ],
)
def test_a_pub_or_shop_in_small_letters_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(_AROUND + written).text


@pytest.mark.parametrize(
    "written",
    [
        "he drinks in the evening and in the pub",
        "landlord in the wrong about the deposit she says",
        "the pint at the table was his",
        "from the car to the van on foot",
        "his mate's pizza went cold",
    ],
)
def test_other_words_after_the_stay(redactor, written):
    assert redactor.redact(_AROUND + written).text == _AROUND + written
