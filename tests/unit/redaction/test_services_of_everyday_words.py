"""Services and employers whose names are everyday words, told by how they end or by what is done there."""

import pytest


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("He got the flat off Harbour Housing last year.", "Harbour"),
        ("It was settled by Ann at Common Thread Mediation.", "Mediation"),
        ("She goes via Fresh Leaf Recovery.", "Leaf"),
        ("Conditions: New Meadow women's centre.", "New Meadow"),
        ("I work nights at Warburtons.", "Warburtons"),
        ("He has been taken on at Screwfix.", "Screwfix"),
    ],
)
def test_such_a_name_goes(redactor, written, left):
    assert left not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "It went through Community Mediation and Victim Support.",
        "She was referred by Adult Social Care and by Youth Justice.",
        "He took a can of Carling from the shelves at home.",
    ],
)
def test_services_that_are_everywhere_stay(redactor, written):
    assert redactor.redact(written).text == written
