"""Names told by whose relative or what somebody is, by the capital that goes on, and by the boxes of a form."""

import pytest

from redaction import Party


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Pass: Seabird (wife), all well.", "Seabird"),
        ("He had DIVISOR (dtr) with him.", "DIVISOR"),
        ("Thimble (as she calls him) sends money.", "Thimble"),
        ("He was off work. Goalpost, his son, will not go out.", "Goalpost"),
        ("Seen by Delphine Okoro (bar) and Elin Môn (bar) too.", "Môn"),
        ("Panel: Dawn Friday (chair) and others.", "Friday"),
        ("He made a joke. Toner (that is what they call him) left.", "Toner"),
        ("Dr Brzoza (paeds); Stomach (health visitor) was there.", "Stomach"),
        ("She was sick so Strikeout B took him home.", "Strikeout"),
        ("SW: Tins Little   CAMHS: Physician   YOT ref none", "Physician"),
        ("He met Wei Ling, who people call Boundary, in a bar.", "Boundary"),
        ("1906 THE WIFE LEECH NOW OUTSIDE AND CRYING LOUD", "LEECH"),
        ("Male = Paint LOUVRE b 17/6/92 dropped it.", "LOUVRE"),
        ("Present: Coverage Albino (chair), all others.", "Albino"),
        ("PLACES | TOP SHOP, WELFARE HALL, PIT ROAD\nBIKE | red", "PIT ROAD"),
        ("She was booked w/ Phlox at 2pm.", "Phlox"),
        ("She was met by Brzoza Quilted at the door.", "Quilted"),
        ("Send it to Delphine Okoro, 41 Brzoza Quilted, today.", "41"),
        ("Gurpal was hostile. Karma Sisters (IDVA Brzoza) rang.", "Karma Sisters"),
    ],
)
def test_a_name_told_by_what_is_beside_it_is_masked(redactor, written, name):
    assert name not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "He takes Vitamin D. It was a Plan B.",
        "Her iPhone (black) was taken.",
        "Car (blue) seen; Officer (male) rang.",
        "Report, his second, was late.",
    ],
)
def test_brackets_that_tell_no_person_mask_nothing(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    "written",
    ["We met. Summer to be told on Friday.", "We met. Storm, do you agree?", "Faith via the office. All well."],
)
def test_a_partys_everyday_name_that_opens_a_sentence_as_somebody_is_masked(redactor, written):
    parties = [Party(role="victim", forenames=name, surname="Brzoza") for name in ("Summer", "Storm", "Faith")]
    masked = redactor.redact(written, parties=parties).text
    assert not {"Summer", "Storm", "Faith"} & set(masked.replace(",", "").split())


def test_a_partys_name_that_opens_a_question_stays_a_doubt(redactor):
    party = Party(role="victim", forenames="Will", surname="Brzoza")
    assert redactor.redact("We met. Will you be there?", parties=[party]).text == "We met. Will you be there?"
