"""Shops of which there are many: a branch is meant where a place would stand, and things bought there are not."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("He had been sleeping rough behind Iceland for two weeks.", "Iceland"),
        ("Not to enter Home Bargains for twelve weeks.", "Home Bargains"),
        ("The manager of Greggs does not want him back.", "Greggs"),
        ("Staff at B&M know him well.", "B&M"),
        ("She had gone to McDonald's with her sister.", "McDonald"),
        ("He stole two bottles of gin from Aldi and ran.", "Aldi"),
        ("He was shouting in the Londis at closing time.", "Londis"),
        ("He was seen at Aldi and B&M on one day.", "B&M"),
        ("CCTV from Greggs shows him at the counter.", "Greggs"),
        ("he was in tesco again today and the lad on the door told him to go away", "tesco"),
        ("he was kicking off outside pizza hut and the lad on the door told him to go away", "pizza hut"),
    ],
)
def test_a_branch_where_a_place_would_stand_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "The dress was from Next and cost forty pounds.",
        "He put the cans in Tesco bags and left.",
        "A Greggs card and a Primark bag were returned.",
        "She will try the next road, and he was in boots and jeans.",
        "he was in the range for an apology so they asked him and he said yes he would do it",
    ],
)
def test_what_was_bought_there_and_everyday_words_stay(redactor, written):
    assert redactor.redact(written).text == written
