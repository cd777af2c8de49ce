"""Places told by what stands beside them, doors without a street, and towns of the lists."""

import pytest

from redaction import Party, Redactor

PARTIES = [Party(role="victim", forenames="Ceridwen", surname="Blenkinsop", identifiers=("29 Cliff View",))]


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return Redactor()


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("They met at Deganwy halt and walked on.", {"They", "met", "at", "and", "walked", "on"}),
        ("He waited by the Langton garage until ten.", {"He", "waited", "by", "the", "until", "ten"}),
        ("I am at hers, 2 Tor Cottages, for now.", {"I", "am", "at", "hers", "for", "now"}),
        ("Money was drawn outside Morrisons on Market Cross.", {"Money", "was", "drawn", "outside", "on"}),
        ("She has been at HMP Wymott since spring.", {"She", "has", "been", "at", "since", "spring"}),
        ("He says Big Gethin was there.", {"He", "says", "was", "there"}),
        ("They owe a man she called the Badger.", {"They", "owe", "a", "man", "she", "called", "the"}),
    ],
)
def test_what_stands_beside_a_place_or_a_name_goes_with_it(redactor: Redactor, sentence: str, left: set[str]) -> None:
    text = redactor.redact(sentence, parties=PARTIES).text
    assert set("".join(" " if c in ".,'" else c for c in text.split("[")[0] + text.split("]")[-1]).split()) <= left
    assert "[" in text


def test_the_number_of_a_partys_door_goes_where_it_stands_alone(redactor: Redactor) -> None:
    assert redactor.redact("Heard by the lad at 29, who rang.", parties=PARTIES).text.count("29") == 0


def test_another_number_after_at_is_doubted_and_a_time_is_not(redactor: Redactor) -> None:
    text = "The lady at 31, who rang at 10 am, is well."
    doubts = [text[doubt.start : doubt.end] for doubt in redactor.redact(text, parties=PARTIES).doubts]
    assert "10" not in doubts


@pytest.mark.parametrize("town", ["Frosterley", "Cowdenbeath", "Limavady"])
def test_a_town_of_the_list_goes_even_where_it_opens_a_sentence(redactor: Redactor, town: str) -> None:
    assert town not in redactor.redact(f"{town} is where he lives.", parties=PARTIES).text


def test_a_town_that_is_an_everyday_word_stays_where_it_is_the_word(redactor: Redactor) -> None:
    text = "Sale of the car fell through. Street lighting was good. March was cold. He had no deal and no bath."
    assert redactor.redact(text, parties=PARTIES).text == text


def test_a_town_that_is_an_everyday_word_goes_after_in(redactor: Redactor) -> None:
    assert "Sandy" not in redactor.redact("She now works in Sandy and lives there.", parties=PARTIES).text


@pytest.mark.parametrize(
    "text",
    ["There was a hard frost about that morning.", "He gave it a blunt answer and we left."],
)
def test_a_partys_name_that_is_the_word_here_is_doubted_and_stays(redactor: Redactor, text: str) -> None:
    parties = [Party(role="suspect", forenames="Ifor", surname="Frost"), Party(role="witness", surname="Blunt")]
    result = redactor.redact(text, parties=parties)
    assert result.text == text
    doubt = result.doubts[0]
    assert text[doubt.start : doubt.end] in ("frost", "blunt")


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Run by one Bazza Winter, who left.", "Winter"),
        ("Summer and Lottie Gough were told.", "Summer"),
        ("The card of G A Blenkinsop was used.", "G A"),
        ("To: Sergeant, Gethin\nThank you.", "Sergeant"),
    ],
)
def test_what_is_joined_to_a_name_goes_with_it(redactor: Redactor, text: str, gone: str) -> None:
    assert gone not in redactor.redact(text, parties=PARTIES).text


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("they said it was fine because ghost and two others came back to the flat later on", "ghost"),
        ("Her online name is pip.q7 on that site.", "q7"),
        ("DRIVER WOOD AND THE OFFICERS WENT HOME AT NIGHT", "WOOD"),
        ("Born on 3/4/1987 in the city.", "1987"),
    ],
)
def test_what_stands_where_a_name_or_a_birth_would_is_masked_or_doubted(
    redactor: Redactor, text: str, doubted: str
) -> None:
    result = redactor.redact(text, parties=PARTIES)
    seen = " ".join(text[each.start : each.end] for each in (*result.spans, *result.doubts))
    assert doubted in seen
