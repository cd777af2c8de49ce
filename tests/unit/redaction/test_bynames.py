"""Names that are words of policy or every day are masked where they are said as names are, and stay elsewhere."""

import pytest


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("He saw Dai the Milk by the chapel.", "Milk"),
        ('The man is Mr Zorbik, "the Greek" to his tenants.', "Greek"),
        ('He goes by "the Bear" in the village.', "Bear"),
        ("He is known on the site as the Colonel.", "Colonel"),
        ("Spud, Titch and the Colonel (that is Brian) were there.", "Colonel"),
        ("She can do my Glad's flowers when she likes.", "Glad"),
        ("I told them our Reg never hit her.", "Reg"),
        ("They sat on the wall. Raf shouted and they ran.", "Raf"),
        ("The door was forced. Dec says it was the wind.", "Dec"),
        ("> Nanny Jean Zorbik: take this down", "Nanny"),
        ('She wrote "allow it J" and left.', " J"),
        ('The boy said "leave it D" and went in.', " D"),
        ("Her mum answered; G at work till two.", "G at"),
        ("A mate known as smudger legged it.", "smudger"),
        ("It was a girl they call peaches who filmed it.", "peaches"),
        ("He posted #JusticeForTyler on it.", "Tyler"),
        ("He posted #tylersmith on it.", "tylersmith"),
        ("We met Giani Tarsem Singh at the gurdwara.", "Giani"),
        ("His uncle Hafiz Idris will sit with him.", "Hafiz"),
    ],
)
def test_a_byname_is_masked(redactor, written, gone):
    assert gone not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "The Greek salad was thrown and the Greek food was left.",
        "The Colonel was a film. They call him the boss.",
        "In Dec the figures rose. Offences in Dec saw a rise.",
        "It was part of the Plan B scheme, and the grade was B.",
        "My flowers were ruined and our lad did it.",
        "He is known as trouble round here. A man known as violent to staff.",
        "She posted #BlackLivesMatter and #bekind.",
        "The RAF base was told.",
        'The answer was "grade B" and not "category C".',
    ],
)
def test_what_is_no_byname_stays(redactor, written):
    assert redactor.redact(written).text == written
