"""A make before a vehicle's mark stays; a person before one is masked, whoever's details, car or complaint it is."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "Details of «Okonjo» SJ69 GHZ were taken.",
        "Driver of «Kaur» SJ69 GHZ was seen.",
        "I saw his «Kaur» SJ69 GHZ there.",
        "Partner of «Blenkinsop», SJ69 GHZ was told.",
        "A complaint of «Hughes» AB12 CDE came in.",
        "A statement of «Zorbik» SJ69 GHZ was read.",
        "It is her «Okonjo», AB12 CDE, again.",
        "He drove «Ben» AB12 CDE home.",
        "We rang the mother of «Tariq», SJ69 GHZ.",
        "It was my «Pemberton» SJ69 GHZ that rang.",
    ],
)
def test_people_before_marks_are_masked(redactor, written):
    name = written.partition("«")[2].partition("»")[0]
    assert name not in redactor.redact(written.replace("«", "").replace("»", "")).text


@pytest.mark.parametrize(
    "written",
    [
        "She was in a white Transit WR09 UFB.",
        "He drove a blue Astra WR09 UFB off.",
        "He was in his Corsa WR09 UFB.",
        "The driver of a Kia WR09 UFB.",
        "He was in the Zafira, WR09 UFB, then.",
        "The driver of Fiesta WR09 UFB was hit.",
        "In a silver Kumho WR09 UFB.",
    ],
)
def test_makes_before_marks_stay(redactor, written):
    assert redactor.redact(written).text == written.replace("WR09 UFB", "[Vehicle mark 1]")
