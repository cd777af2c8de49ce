"""Numbers of buses told by waiting, stops and lateness, of gangs and army units, and of telephones by their ends."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("We were waiting for the 316. Then three came over.", "316"),
        ("She left with the child on the 742, and told nobody.", "742"),
        ("He stood at the bus stop of the 61 from five.", "61"),
        ("On 6 August you were on the number 8 going home.", "number 8"),
        ("the 316 is late again", "316"),
        ("Note: 316 above is a bus route.", "316"),
        ("A boy from the 730 crew chased them.", "730"),
        ('She sank "Zorbing Pride" (no 5519) there.', "5519"),
        ("His account is ZenPip Qx. Told.", "Qx"),
        ("He is ex army (9 Para), he says.", "9 Para"),
        ("He rang 07700 900128. Later: 900128 is his sister's.", "900128"),
    ],
)
def test_the_number_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "He rang on the 101, and later on the 999.",
        "She was on the number of drinks going round.",
        "Seen with the 12 boys from the hall.",
        "She waited for the 2 officers.",
        "The 3 is late in the list.",
    ],
)
def test_other_figures_stay(redactor, written):
    assert redactor.redact(written).text == written
