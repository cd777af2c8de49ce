"""Names online that bear no mark of one, and the words that only look like them."""

import pytest


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("The clip was reposted by zorbik.plays on Friday, he said.", "zorbik.plays"),
        ("She found it under quenby.oxx that night, she said.", "quenby.oxx"),
        ("One star from FenPiper82, who had never been there.", "FenPiper82"),
        ("It was on sale from the seller dapperwhelk for ten pounds.", "dapperwhelk"),
        ("Messages came from quoggin77 all week, she said.", "quoggin77"),
        ("They met through a group called SX4 Boyos after the match.", "SX4 Boyos"),
    ],
)
def test_a_name_online_needs_no_mark_of_one(redactor, written, name):
    assert name not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "The officer saw it.the footage was then kept.",
        "He bought it from the seller privately and paid in cash.",
        "The group called off the meeting at ten.",
        "It is in the report.pdf that was sent.",
        "He paid through PayPal and messaged on WhatsApp.",
    ],
)
def test_words_joined_by_haste_and_makes_stay(redactor, written):
    assert redactor.redact(written).text == written
