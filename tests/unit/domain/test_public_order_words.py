"""Harassment, alarm or distress is the Public Order Act's; a section that two Acts have is nobody's to guess."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.wording import meaning


@pytest.mark.parametrize(
    ("word", "group"),
    [
        ("Public order s5 - harassment alarm distress", "public_order"),
        ("PUBLIC ORDER S5 - HARASSMENT ALARM DISTRESS", "public_order"),
        ("s4A harassment, alarm or distress", "public_order"),
        ("Intentional harassment, alarm or distress", "public_order"),
        ("Causing alarm and distress", "public_order"),
        ("Section 5 harassment", "public_order"),
        ("Racially aggravated harassment s5", "public_order"),
        ("Harassment s4A", None),
        ("Harassment without violence", "harassment"),
        ("Harassment - putting in fear of violence s4 PHA 1997", "harassment"),
        ("s5 Protection from Harassment Act - breach of restraining order", "harassment"),
        ("Stalking involving serious alarm or distress", "harassment"),
        ("Malicious communications causing distress", "harassment"),
        ("s5 sexual offences act", "sexual"),
        ("Possession with intent s5(3)", None),
        ("Possession with intent to supply s5(3) drugs", "drugs"),
        ("Affray", "public_order"),
        ("Fear or provocation of violence s4", "public_order"),
    ],
)
def test_an_offence_goes_to_the_group_of_its_act(word, group):
    assert meaning(COLUMN["offence_group"], word) == group
