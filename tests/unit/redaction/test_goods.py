"""Makes that are names too stay where goods are told by them; people who own goods do not."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "He took two bottles of Hennessy and four cans of Stella from the display.",
        "Stolen: a Henry hoover, a Tiffany bracelet and a Dove gift set.",
        "He was in a Suzuki Swift and she was in a Vauxhall Corsa.",
        "A Whyte mountain bike and a Beryl scooter were taken.",
        "It was a bottle of Bombay Sapphire and some Lenor.",
    ],
)
def test_makes_that_are_names_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("He took two bottles of Hennessy's wine and Hennessy saw it.", "Hennessy"),
        ("The bike is Henry Zorbik's and the hoover is not.", "Henry"),
        ("They came from Ford End in a van.", "Ford End"),
        ("She gave Stella two cans.", "Stella"),
    ],
)
def test_people_and_places_beside_goods_are_masked(redactor, written, gone):
    assert gone not in redactor.redact(written).text
