"""Names that are everyday words, firms and numbers that only what stands about them tells."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("A letter went to Ms Bail, who did not reply.", "Bail"),
        ("He was seen with Miss Perpetua Court at the desk.", "Court"),
        ("THE MALE WAS TAKEN FROM THE CAR PARK BY PCSO 4471 RIVER.", "RIVER"),
        ("The lawyer (Imran Dad) agreed to the caution.", "Dad"),
        ("It came from Olu and from Summer Meadow on the day.", "Meadow"),
        ("He was asked to go twice. Badger and me walked him out.", "Badger"),
        ("Nobody moved. P-W walks to the door and shuts it.", "P-W"),
        ("The van is Trevor 'Tug' MALLORY's. He is afraid of Tug and his brother.", "Tug"),
        ("She had rung Col Vane about the van.", "Col"),
        ("She does not want him to lose his job with First Wessex over this.", "First"),
        ("I have worked for Dilwyn Preis a'i Fab since I was a lad.", "a'i Fab"),
        ("Report\nThe Bell and Book, Marlow\nHe was asked to leave.", "The Bell"),
        ("hello all\nwinnie_qz: it was not me", "qz"),
        ("She is the patient (hospital no. KTB 5518230) on the ward.", "KTB"),
        ("The deposit is protected under TSC 22918376 since May.", "TSC"),
        ("Ours was born on 3/4/2007 and is not the 17/08/1979 one in Bury.", "17/08/1979"),
        ("Date of birth Boxing Day 1999, so he says.", "1999"),
    ],
)
def test_what_only_its_place_tells_is_masked(redactor, sentence, left):
    assert left not in redactor.redact(sentence).text


@pytest.mark.parametrize(
    "written",
    [
        "The Family Court and the General Medical Council were told.",
        "It was read by the reviewing lawyer of the Complex Casework Unit.",
        "PC ATTENDED AND SPOKE TO ALL AT THE DOOR OF THE SHOP.",
    ],
)
def test_bodies_and_deeds_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_a_box_of_a_form_beside_a_name_stays(redactor):
    assert "Age:" in redactor.redact("Person: Marian Oakes-Tully      Age: 44").text
