"""Numbers of papers, rooms, beasts and marks told by a word before them, and look-alikes that stay."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("The voucher, no. ZK4471, was in the bin.", "ZK4471"),
        ("The cloakroom slip, no. 342, had the coat's colour.", "342"),
        ("The box bore a number, 00731, in chalk.", "00731"),
        ("They billed the fence as INV 6612 at £80.", "INV 6612"),
        ("Copied to CR 00815 by hand.", "CR 00815"),
        ("Sample number KD 55021 3 was sealed.", "KD 55021 3"),
        ("Her hospital number QLM 552 03 91 was read out.", "QLM 552 03 91"),
        ("Ear tag UK0551923 00742 was found.", "UK0551923 00742"),
        ("The interpreter, ref NRPSI 30771, stayed.", "NRPSI 30771"),
        ("A ticket (number ZN4410 7715) was issued.", "ZN4410 7715"),
        ("The log book's page no QB 55102 covers it.", "QB 55102"),
        ("Waste carrier licence CBDU 551 902 expired.", "CBDU 551 902"),
        ("She lives in room D-318 of the hall.", "D-318"),
        ("File index QUIL/24/7 is closed.", "QUIL/24/7"),
        ("Her gym fob 00817 opened the door.", "00817"),
        ("His locker, 614, was forced.", "614"),
        ("Parcel tracking JD00 5591 7743 01 came late.", "JD00 5591 7743 01"),
        ("A lost property slip LP 339 was found.", "LP 339"),
        ("The collection code 6471 was given.", "6471"),
        ("Her brother's service number R 441 908 was on it.", "R 441 908"),
        ("The drill's serial no A 6471 was filed off.", "A 6471"),
        ("The gas meter no. E10Z 06617 was turned.", "E10Z 06617"),
        ("The taxi plate 881 was seen.", "881"),
        ("He came on flight EZY 6417 that night.", "EZY 6417"),
        ("The ewe's herd mark 551882 was clear.", "551882"),
        ("Write to PO Box 2204 please.", "PO Box 2204"),
        ("The reg, said his aunt, was K9 NIT.", "K9 NIT"),
        ("The index was written down by the driver as Q41 ZZB.", "Q41 ZZB"),
    ],
)
def test_a_number_goes_with_its_letters_and_groups(redactor, written, hidden):
    text = redactor.redact(written).text
    assert hidden not in text
    assert hidden.split()[-1] not in text


@pytest.mark.parametrize(
    "written",
    [
        "There was no MG11 on file and no CCTV 2024 footage.",
        "He has no. 3 on his back and asked for order no. 3.",
        "The order number 12 March was late.",
        "The road was shut; no A614 traffic.",
        "Section no. 136 was not used. See question no. 14.",
        "A number, 50000 people, came.",
        "There was room for 12 of them.",
        "The plate of the cake was as big as 12 PM.",
        "The reg was given by him as 12 of us saw it.",
        "Ref PNC 2210.",
        "The parcel and order 2024 were his.",
        "The flight was at 1420.",
        "He gave a code of 4 figures for the door.",
        "The meter was read in 2019.",
    ],
)
def test_look_alikes_of_announced_numbers_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_the_words_around_a_group_of_figures_stay(redactor):
    assert redactor.redact("The licence no. QB 4410 12 March.").text == "The licence no. [Reference 1] 12 March."


def test_an_insurance_number_does_not_take_the_next_sentence(redactor):
    assert redactor.redact("NI QQ 12 34 56 C. Meals: none.").text.endswith("]. Meals: none.")


def test_a_surname_after_an_insurance_number_is_still_found(redactor):
    assert "Blenkinsop" not in redactor.redact("NI QQ 12 34 56 C. Blenkinsop said he was out.").text


def test_a_reference_ends_with_its_line(redactor):
    text = redactor.redact("Log QB-331-140625\n2204 Caller is calm.").text
    assert text.endswith("]\n2204 Caller is calm.")


def test_a_telephone_number_over_a_line_is_still_whole(redactor):
    assert redactor.redact("Ring 07700\n900123 please.").text == "Ring [Phone number 1] please."
