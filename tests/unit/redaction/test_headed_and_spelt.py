"""Places told by the kind of place in small letters, by how they are spelt and by what many are called."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("She was stopped at Temple Bank crossroads last night.", "crossroads"),
        ("He was heard from the Sluice Bridge lay-by.", "lay-by"),
        ("He was led off to the Strand paddling pool by the lad.", "Strand paddling pool"),
        ("A brick went through the window of the Crescent mosque.", "Crescent mosque"),
        ("They sleep at the Station Approach subway most nights.", "Station Approach subway"),
        ("The tracker company is AgriSeek and they have the log.", "AgriSeek"),
        ("A new hood was fitted by AirDuct N13 in June.", "AirDuct N13"),
        ("It was outside Coffee#1 with the key in.", "#1"),
        ("The dog was put down by consent at Vets4All that day.", "Vets4All"),
        ("He drove her to Northern General in his own car.", "Northern General"),
        ("The priest of Our Lady and St Crispin was locking up.", "Crispin"),
        ("He will be at his mother's, 5 Ladmanlow, until it is heard.", "5 Ladmanlow"),
        ("she saw him climbing the stile to manor dairy and he went off over the top field", "manor dairy"),
        ("she rings the bell with holy rood and was just in from the club when he came by", "holy rood"),
    ],
)
def test_a_place_is_masked_with_what_says_which_it_is(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "It was put on TikTok and sent by WhatsApp from his MacBook.",
        "He will be at work by nine and at the car park by ten.",
        "she was at night school and he came to the back door of the car park with his mates again",
        "He took it to the police station and the front counter was shut.",
    ],
)
def test_makes_and_kinds_of_place_stay(redactor, written):
    assert redactor.redact(written).text == written
