"""Officers' numbers told by where they stand: a signature, beside a name, in a list, behind a log's time."""

import pytest

from redaction import Party


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Closed with advice. 6615", "6615"),
        ("Closed with advice. 6615\n\nNext part.", "6615"),
        ("Closed with advice. 2210 Zorbik", "2210"),
        ("Signed off.\nKQ 4417\n", "4417"),
        ("Signed off.\n6417\n", "6417"),
        ("By consent. 7781 Wenna Zorbik said so.", "7781"),
        ("ERO: 6612 Zorbik agrees.", "6612"),
        ("PCs 4471 and 5520 were near.", "5520"),
        ("Spoke to Sgt Zorbik (#0713) then.", "0713"),
        ("Seen by DC Zorbik QP 331: he says so.", "331"),
        ("Wenna Zorbik, 441; OIC away.", "441"),
        ("Checked by W.Z. 4471 today.", "4471"),
        ("Authorised by 5571 at 1420.", "5571"),
        ("Log closed by 1044 Zorbik then.", "1044"),
        ("It was reported to 7741 Zorbik then.", "7741"),
        ("Wenna Zorbik/7741", "7741"),
        ("Rgds 5571", "5571"),
        ("Thanks\nZ 5571", "5571"),
        ("2214 4417 on scene, all quiet.", "4417"),
        ("2214 1417: one male gone.", "1417"),
    ],
)
def test_a_number_that_an_officer_wears_is_told_by_its_place(redactor, written, number):
    assert number not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "2214 Call ended.",
        "He left at ten. 2018",
        "The total was wrong. 50000 pounds",
        "There were no PCs free and officers 200 metres away.",
        "All is quiet.\n2214",
        "It must be completed by 1420.",
        "The bill was reduced by 4471 pounds, and checked by 2019.",
        "Thanks for the 4471 leaflets.",
        "It was 10 A.M. 4471 people came.",
    ],
)
def test_times_years_and_amounts_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_the_time_before_an_officer_on_the_radio_stays(redactor):
    assert redactor.redact("Quiet.\n2214 4417 on scene.").text == "Quiet.\n2214 [Collar number 1] on scene."


def test_an_officers_number_with_its_forces_letters_is_no_vehicle(redactor):
    officer = Party(role="officer", surname="Zorbik", identifiers=("QZP 1622",))
    text = redactor.redact("QZP 1622 stopped a car. It was 1622.", parties=[officer]).text
    assert text.count("[Officer's collar number]") + text.count("[Officer 1's collar number]") == 2
    assert "ehicle" not in text
