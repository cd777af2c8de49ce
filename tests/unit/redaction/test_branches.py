"""Shops of which there are many: masked where they tell a place or a workplace, and doubted elsewhere."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("He had been sleeping rough behind Iceland for two weeks.", "Iceland"),
        ("The manager of Greggs does not want him back.", "Greggs"),
        ("Staff at B&M know him well.", "B&M"),
        ("She had gone to McDonald's with her sister.", "McDonald"),
        ("His mother was on her way to Iceland, where she has a late shift.", "Iceland"),
        ("It is the path between Aldi and B&M.", "B&M"),
        ("he was kicking off outside pizza hut and the lad on the door told him to go away", "pizza hut"),
    ],
)
def test_a_branch_that_tells_a_place_or_a_workplace_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    ("written", "doubted"),
    [
        ("She had gone to Subway with her sister.", "Subway"),
        ("He stole two bottles of gin from Aldi and ran.", "Aldi"),
        ("CCTV from Greggs shows him at the counter.", "Greggs"),
        ("he was in tesco again today and the lad on the door told him to go away", "tesco"),
    ],
)
def test_one_of_many_shops_that_tells_nothing_stays_and_is_doubted(redactor, written, doubted):
    result = redactor.redact(written)
    assert result.text == written
    assert doubted in {written[doubt.start : doubt.end] for doubt in result.doubts}


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
