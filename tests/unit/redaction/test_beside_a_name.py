"""What stands right beside a name: a birth's date belongs to it, the word on the other side of a full stop does not."""

import pytest

from redaction import Party

ELLA = Party(role="suspect", forenames="Ella", surname="Corvina")


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("22:14 CORVINA 22/11/90 DETAINED AND BROUGHT IN", "22:14 [Suspect] [Date of birth 1] DETAINED AND BROUGHT IN"),
        ("Corvina b. 3/4/91 seen", "[Suspect] b. [Date of birth 1] seen"),
        ("Ella Corvina dob3.4.91 seen", "[Suspect] dob[Date of birth 1] seen"),
        ("Corvina (22.11.90) seen", "[Suspect] ([Date of birth 1]) seen"),
        ("Corvina, 22.11.1990, seen", "[Suspect], [Date of birth 1], seen"),
    ],
)
def test_a_date_long_ago_right_after_a_masked_name_is_a_birth(redactor, written, left):
    assert redactor.redact(written, parties=[ELLA]).text == left


@pytest.mark.parametrize(
    "written",
    [
        "Corvina 12/03/26 seen",
        "Corvina 12/03/2026 seen",
        "Corvina 12/03/2019 seen",
        "Corvina 13/13/90 seen",
        "Corvina 3/4/91/2 seen",
        "Corvina was seen on 3/4/91 there",
    ],
)
def test_a_date_of_late_or_further_on_is_no_birth(redactor, written):
    assert "birth" not in redactor.redact(written, parties=[ELLA]).text


@pytest.mark.parametrize("number", ["GB 12 34 56 C", "QQ 12 34 56 C", "NK123456D", "BG 123456 A", "DA-12-34-56-B"])
def test_a_national_insurance_number_is_known_by_its_look_whatever_its_prefix(redactor, number):
    assert redactor.redact(f"She gave {number} twice.").text == "She gave [National Insurance number 1] twice."


@pytest.mark.parametrize("written", ["on 12/03/26 a man came", "by 12/03/26 a man came", "IN 12 03 26 A MAN CAME IN"])
def test_a_date_between_two_words_is_no_national_insurance_number(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("parted", "left"),
    [
        ("Saw Corvina, fella from here.", "Saw [Suspect], "),
        ("He bought corvinator. Ella left.", ". [Suspect] left."),
    ],
)
def test_what_is_nearly_a_name_never_joins_a_name_across_a_sign(redactor, parted, left):
    assert left in redactor.redact(parted, parties=[ELLA]).text


@pytest.mark.parametrize("joined", ["Ella Corvena", "Elia Corvina", "Ella Q. Corvena"])
def test_what_is_nearly_a_name_joins_the_name_right_beside_it(redactor, joined):
    assert redactor.redact(f"I saw {joined} there.", parties=[ELLA]).text == "I saw [Suspect] there."
