"""Beside an IP the letters V and O are somebody, unless their own key says whose they are."""

import pytest


@pytest.mark.parametrize(
    ("written", "redacted"),
    [
        ("The IP was there. O threw a stapler.", "The IP was there. [Person 1] threw a stapler."),
        ("The IP says V pushed her.", "The IP says [Person 1] pushed her."),
        ("Victim was at home. V kicked the door.", "Victim was at home. [Person 1] kicked the door."),
        ("The AP was hit. O said sorry.", "The AP was hit. [Person 1] said sorry."),
        ("IPs were there when V slapped him.", "IPs were there when [Person 1] slapped him."),
        ("S: arrested.\nThe IP asked. O told her to go.", "S: arrested.\nThe IP asked. [Person 1] told her to go."),
        ("R threw a stapler.", "[Person 1] threw a stapler."),
    ],
)
def test_letters_without_a_key_are_masked(redactor, written, redacted):
    assert redactor.redact(written).text == redacted


@pytest.mark.parametrize(
    "written",
    [
        "The IP was there. S threw a stapler. S ran.",
        "S - arrested. V - not at home. S asked for a solicitor. V called us.",
        "O: the offender.\nO said sorry. The IP was there.",
        "V = the victim.\nV pushed S. S fell.",
        "The IP was told. V: not hurt. V said so.",
    ],
)
def test_letters_with_a_key_stay(redactor, written):
    assert redactor.redact(written).text == written
