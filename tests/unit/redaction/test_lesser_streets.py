"""Streets that end as few do or begin with an everyday word, and the shops before them."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("The nail bar is hers (Lotus Nails, Station Approach) and was shut.", "Lotus Nails, Station Approach"),
        ("He had gone to his brother's on Canal Reach and was seen there.", "Canal Reach"),
        ("At 3 Lancaster Entry his wife opened the door.", "Lancaster"),
        ("he was stood on station road when they came and he ran off down the back", "station"),
        ("he lives on mill lane and the lads from there know him well enough by now", "mill"),
        ("dont send it to the one on kestrel rise as he is still there and wont pass it on", "kestrel rise"),
    ],
)
def test_a_street_is_masked_by_what_is_before_it(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "She took a trauma informed approach to it.",
        "There was no forced entry and the station is close to the bridge.",
        "he said the school is on a hill and the park is down a side road so they went on foot",
        "They met at the Data Entry desk.",
    ],
)
def test_ways_of_working_and_what_is_near_stay(redactor, written):
    assert redactor.redact(written).text == written
