"""Places told by their kind beside them, by whose trade it is, and clubs and parishes of a people."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("She runs a nail bar called Tips n Toes opposite the library.", "Tips n Toes"),
        ("The boys' home is called Redwood and is full.", "Redwood"),
        ("I had been at the bingo, Buzz, with my sister.", "Buzz"),
        ("It would tell the place, Fresh Start, to anyone.", "Fresh Start"),
        ("The keys were left at Bennetts the estate agents.", "Bennetts"),
        ("He works nights at the JLR plant and has a pass.", "JLR"),
        ("She went to the Eritrean Mothers' Circle on Sunday.", "Eritrean"),
        ("He attends the Romanian Orthodox Parish and sings.", "Romanian"),
        ("Place of work: Ocado, nights.", "Ocado"),
        ("She had been in the Braehead store the week before.", "Braehead"),
        ("She is known to us through Women of Worth and goes weekly.", "Worth"),
        ("College attended: Pathways", "Pathways"),
        ("He has a placement with J & R Little Heating on Mondays.", "J &"),
        ("He was singing outside the Rose and Crown.", "Crown"),
    ],
)
def test_a_place_is_told_by_its_kind(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "He kicked the wing of her car, Nissan, and ran.",
        "He will work at the allotments, Outcome 8, with no need for more.",
        "The school was told. The manager of the shop, Police said, was content.",
        "The Tesco store was shut and so was the Police office.",
        "The Polish interpreter came and the Irish passport was shown.",
        "Victim attended: Yes. Education: Not known.",
    ],
)
def test_policy_beside_a_kind_of_place_stays(redactor, written):
    assert redactor.redact(written).text == written
