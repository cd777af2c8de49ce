"""Teams by their number, animals by what they are, boats with their number, kinds of places by the place after."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("He came home with his dog Bramble and sat down.", "Bramble"),
        ("They found the horses Pilot and Gravy in a field.", "Gravy"),
        ("She was crying for Waffles her cat all night.", "Waffles"),
        ("The boy held his hamster, General Crumb, the whole time.", "Crumb"),
        ("He let out her guinea pig Trumpet.", "Trumpet"),
        ("It began when Thornfield 2nds lost the match.", "2nds"),
        ("The key was that of the Hallow Green 3rd XI on the day.", "3rd XI"),
        ("It was tied beside the narrowboat Kingfisher 7 again.", "7"),
        ("He heard it from Mr Achterberg at the bakery, Tanyard Lane, that day.", "bakery"),
        ("We met at the rowing hut, Sutton Bonington, at noon.", "hut"),
        ("He was left by Toys on Wheels, Sutton Bonington, and walked.", "Wheels"),
        ("WHERE: Sts Agnes & Hild, at the back.", "Agnes & Hild"),
    ],
)
def test_what_a_kind_or_a_place_beside_it_tells_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "The dog handler went in and the dog Unit left.",
        "He has a cat, PC, and a rabbit.",
        "The 3rd time he fell and the 2nd man ran.",
        "He waited at the bakery, then he left.",
    ],
)
def test_animals_without_a_name_and_other_numbers_stay(redactor, written):
    assert redactor.redact(written).text == written
