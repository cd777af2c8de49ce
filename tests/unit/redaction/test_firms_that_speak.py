"""A make that says what a firm may say is a doubt; a girl of that name is masked by her age, her kin and her deeds."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "Sky said the bill was unpaid.",
        "Mercedes said the part was out of stock.",
        "Kia replied that it was fixed.",
        "Porsche told her that the car was recalled.",
        "Lexus rang about the car.",
        "Bentley asked for payment.",
    ],
)
def test_firms_that_speak_stay_as_doubts(redactor, written):
    told = redactor.redact(written)
    assert told.text == written
    assert [written[doubt.start : doubt.end] for doubt in told.doubts] == [written.split()[0]]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sky said she was hit.", "Sky"),
        ("Mercedes told her mum about it.", "Mercedes"),
        ("Sky is 14 and lives with Kia, her sister.", "Kia"),
        ("She met Kia in town. Kia said the bill was hers.", "Kia"),
        ("Bentley went home. He was hit by Bentley.", "Bentley"),
        ("Sky pushed her over.", "Sky"),
        ("Kia said sorry.", "Kia"),
    ],
)
def test_people_of_the_name_are_masked(redactor, written, name):
    assert name not in redactor.redact(written).text
