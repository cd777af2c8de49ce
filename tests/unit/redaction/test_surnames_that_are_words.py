"""Surnames that are everyday words are masked where somebody is told, and the words stay."""

import pytest


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Wenna Reach attended with Tom Mass.", "Wenna Reach Tom Mass"),
        ("Dr Reach and PC Away attended.", "Reach Away"),
        ("I met P Mass and the Mass family.", "Mass"),
        ("My neighbour Reach is loud.", "Reach"),
        ("Joe Fails was there.", "Joe Fails"),
        ("Victim Sarah Mass said she was hit.", "Sarah Mass"),
        ("Mrs Case and Mr Right rang.", "Case Right"),
        ("DC Cases and Sgt Fails came.", "Cases Fails"),
        ("Spoke to Miss Reach at home.", "Reach"),
        ("Tom Away was arrested.", "Tom Away"),
    ],
)
def test_everyday_surnames_are_masked(redactor, written, names):
    left = redactor.redact(written).text.split()
    assert not [name for name in names.split() if name in left]


@pytest.mark.parametrize(
    "written",
    [
        "He went away. He must reach 18. Mass brawl. It fails.",
        "Human Rights Act. Victims' Right to Review. Rights explained.",
        "The Right to Review was told. His rights and the Rights leaflet were given.",
        "Right of appeal given. The Cases panel met. Cases reviewed.",
        "His gran goes to Mass. The Away Days were fun.",
        "Fails to attend. Away from home. Conclusions: none. Observations: none.",
        "Const 4 of five. SYSTEM checked. Systems checked.",
    ],
)
def test_the_words_stay(redactor, written):
    assert redactor.redact(written).text == written
